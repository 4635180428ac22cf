/// Turns values into places along an axis, with round values to mark.
struct ValueScale: Equatable {
  let least: Double
  let greatest: Double
  let ticks: [Double]
  /// In pixels: where the least and the greatest value are.
  let start: Double
  let end: Double

  /// An axis from the least value, or zero, to the greatest: for bars, whose lengths compare.
  ///
  /// - Parameters:
  ///   - values: finite, as every quantity is.
  ///   - spacing: the pixels that two marks are apart at least.
  init(fromZero values: [Double], from start: Double, to end: Double, spacing: Double) {
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    // An axis with zero alone on it would say nothing.
    let most = max(high, -low) > 0 ? Self.step(atMost: max(high, -low)) : 1
    self.init(low, high > low ? high : low + most, from: start, to: end, spacing: spacing, mostStep: most)
  }

  /// An axis from the least value to the greatest: for places, which compare wherever it starts.
  init(around values: [Double], from start: Double, to end: Double, spacing: Double) {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    self.init(
      low, high > low ? high : low + Self.step(atLeast: max(1, low.magnitude / 10)), from: start, to: end,
      spacing: spacing, mostStep: .infinity)
  }

  private init(
    _ least: Double, _ greatest: Double, from start: Double, to end: Double, spacing: Double, mostStep: Double
  ) {
    self.least = least
    self.greatest = greatest
    self.start = start
    self.end = end
    let room = max((end - start).magnitude, 1)
    let step = min(Self.step(atLeast: (greatest - least) * min(spacing / room, 1)), mostStep)
    let first = (least / step).rounded(.up)
    let last = (greatest / step).rounded(.down)
    ticks = last < first ? [] : (0...Int(last - first)).map { (first + Double($0)) * step }
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

  /// The last of 1, 2, 2.5, 5 times a power of ten that is not above a number above 0.
  private static func step(atMost number: Double) -> Double {
    let above = step(atLeast: number)
    guard above > number else { return above }
    return step(atLeast: above / 2.5) <= number ? step(atLeast: above / 2.5) : above / 10
  }
}
