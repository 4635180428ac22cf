import Tabular

/// Numbers in messages: as a file would have them, without separators.
enum PlainNumber {
  /// `55721`, `24.16`.
  static func text(_ number: Double) -> String {
    PlainDecimal.text(number)
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
    guard let point = text.firstIndex(of: "."), number.isFinite else { return 0.5 }
    let digits = text.distance(from: point, to: text.endIndex) - 1
    return (0..<digits).reduce(0.5) { half, _ in half / 10 }
  }
}

/// What messages about files have in common.
package enum ProblemText {
  /// `row 12, low: "abc" is not a number; write digits with a decimal point`: where, as far as that is known, what is
  /// wrong, and what to do.
  package static func sentence(at place: [String?], _ finding: String, remedy: String) -> String {
    let place = place.compactMap(\.self).joined(separator: ", ")
    return "\(place.isEmpty ? "" : place + ": ")\(finding); \(remedy)"
  }
}

extension String {
  /// At most 60 scalars, for a message about a cell that could hold anything.
  package var excerpt: String {
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(scalars[..<end]) + "…"
  }

  /// With escapes for control characters and the format characters that turn text around: they must not act on a terminal.
  package var harmless: String {
    var result = ""
    for scalar in unicodeScalars {
      let isHidden = [.control, .format].contains(scalar.properties.generalCategory)
      result += isHidden ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return result
  }

  /// In quotation marks, for a message.
  package var quoted: String { "\"\(harmless)\"" }
}

extension [String] {
  /// `a, b or c`.
  package var choices: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
