/// The words of a style for the ear, parsed once.
struct SpokenPatterns: Sendable {
  let groupSeparator: String
  private let less: Pattern
  private let more: Pattern
  private let minus: Pattern
  private let source: Pattern
  private let span: Pattern

  init(_ words: ValueStyle.Spoken) {
    groupSeparator = words.groupSeparator
    less = Pattern(words.less)
    more = Pattern(words.more)
    minus = Pattern(words.minus)
    source = Pattern(words.source)
    span = Pattern(words.span, holes: ["low", "high"])
  }

  func source(_ number: Int) -> String { source.filled(String(number)) }

  /// A quantity with words for the sign that it has on paper.
  func signed(_ quantity: Quantity, _ magnitude: String) -> String {
    guard quantity.isDifference else { return minus.filled(magnitude) }
    return quantity.amount < 0 ? less.filled(magnitude) : more.filled(magnitude)
  }

  /// A text with words between the ends of its spans: `2024 to 2034` of `2024-2034`, `2 to 3 years` of `2–3 years`. A
  /// hyphen joins ends only where both are years, or both have at most two digits; codes, dates and addresses stay.
  func spans(in text: String) -> String {
    guard text.unicodeScalars.contains(where: Self.isDash) else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let scalars = word.unicodeScalars
      guard let dash = scalars.firstIndex(where: Self.isDash) else { return String(word) }
      let head = scalars[..<dash]
      let low = String(String.UnicodeScalarView(head.drop { Self.opening.contains($0) }))
      let rest = scalars[scalars.index(after: dash)...]
      let high = String(String.UnicodeScalarView(rest.prefix { Self.isDigit($0) }))
      let end = rest.dropFirst(high.unicodeScalars.count)
      guard Self.areEnds(low, high), end.allSatisfy({ Self.closing.contains($0) }) else {
        return String(word)
      }
      let start = String(String.UnicodeScalarView(head.prefix { Self.opening.contains($0) }))
      return start + span.filled(low, high) + String(String.UnicodeScalarView(end))
    }.joined(separator: " ")
  }

  private static let opening: [Unicode.Scalar] = ["(", "[", "\"", "“"]
  private static let closing: [Unicode.Scalar] = [
    ".", ",", ";", ":", "!", "?", ")", "]", "%", "+", "\"", "”",
  ]

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "–" }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func areEnds(_ low: String, _ high: String) -> Bool {
    guard (low + high).unicodeScalars.allSatisfy(isDigit), !low.isEmpty, !high.isEmpty else { return false }
    let areYears = [low, high].allSatisfy { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
    return areYears || (low.count <= 2 && high.count <= 2)
  }
}
