/// Numbers in messages: as a file would have them, without separators.
enum PlainNumber {
  /// `55721`, `24.16`.
  static func text(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// To a tenth: `20.2`.
  static func tenths(_ number: Double) -> String {
    let rounded = (number * 10).rounded() / 10
    return text(rounded.isFinite ? rounded : number)
  }

  /// Whether a calculation gives a number as it is written down: it is at most half a unit of the last digit away.
  static func isSame(_ written: Double, _ calculated: Double) -> Bool {
    abs(written - calculated) <= halfOfLastDigit(written) * (1 + 1e-9)
  }

  /// 0.05 for 20.7, 0.5 for 56.
  private static func halfOfLastDigit(_ number: Double) -> Double {
    let text = text(number)
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return 0.5 }
    let digits = text.distance(from: point, to: text.endIndex) - 1
    return (0..<digits).reduce(0.5) { half, _ in half / 10 }
  }
}

extension Sequence {
  /// The elements by a key, the groups in the order of their first elements.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    var positions: [Key: Int] = [:]
    var groups: [[Element]] = []
    for element in self {
      let key = key(element)
      if let position = positions[key] {
        groups[position].append(element)
      } else {
        positions[key] = groups.count
        groups.append([element])
      }
    }
    return groups
  }
}
