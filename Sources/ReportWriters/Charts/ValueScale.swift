/// Turns values into places along an axis, with round values to mark.
struct ValueScale: Equatable {
  let least: Double
  let greatest: Double
  let ticks: [Double]
  /// In pixels: where the least and the greatest value are.
  let start: Double
  let end: Double

  /// An axis that holds zero and every value.
  ///
  /// - Parameters:
  ///   - values: finite, as every quantity is.
  ///   - ticks: how many there are at most.
  init(_ values: [Double], from start: Double, to end: Double, ticks most: Int) {
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let step = Self.step(atLeast: (high - low) / Double(max(1, most - 1)))
    let first = (low / step).rounded(.down)
    let last = max((high / step).rounded(.up), first + 1)
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    least = first * step
    greatest = last * step
    self.start = start
    self.end = end
  }

  func place(_ value: Double) -> Double {
    let share = (min(max(value, least), greatest) - least) / (greatest - least)
    return start + share * (end - start)
  }

  /// The next of 1, 2, 2.5, 5 times a power of ten; 1 for nothing.
  private static func step(atLeast number: Double) -> Double {
    guard number > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= number { power *= 10 }
    while power > number { power /= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= number } ?? 10 * power
  }
}
