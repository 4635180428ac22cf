extension NumberFormat {
  /// A number as a person sees it, as far as that makes another text of it: `00123` in the format `00000`, `12%`, `€12`.
  /// Without groups of digits and with all decimals.
  func shown(_ number: Double, _ dates: SheetDate.System) -> String {
    switch kind {
    case .date: SheetDate(serial: number, dates)?.iso ?? Self.plain(number)
    case .time: Self.time(number)
    case .percent: Self.plain(number * 100) + "%"
    case .otherUnit(let unit): Self.plain(number) + unit
    case .text: Self.plain(number)
    case .number: filled(number) ?? Self.plain(number)
    }
  }

  /// As spreadsheets show what has more digits than they keep, so that nobody takes the rest for digits.
  static func plain(_ number: Double) -> String {
    if number.magnitude < 1e15 { return PlainDecimal.text(number) }
    let text = number.description.uppercased()
    return text.contains("E") ? text : exponential(text)
  }

  private static func exponential(_ text: String) -> String {
    let digits = text.prefix { $0 != "." }
    let sign = digits.hasPrefix("-") ? "-" : ""
    let own = digits.drop { $0 == "-" }
    return "\(sign)\(own.prefix(1)).\(own.dropFirst().prefix(14))E+\(own.count - 1)"
  }

  private static func time(_ number: Double) -> String {
    let minutes = Int((min(max(number, 0), 1e6) * 1_440).rounded())
    let rest = String(minutes % 60)
    return "\(minutes / 60):\(rest.count < 2 ? "0" : "")\(rest)"
  }

  /// A whole number in the places of the format; nil when the format only groups its digits or says nothing of them.
  private func filled(_ number: Double) -> String? {
    guard number.magnitude < 1e15, number == number.rounded(), let section = section(of: number) else {
      return nil
    }
    let places = section.count { if case .digit = $0 { true } else { false } }
    let zeros = section.count { $0 == .digit("0") }
    let hasWords = section.contains { piece in
      if case .literal(let text) = piece { text.contains { $0.isLetter || $0 == "-" } } else { false }
    }
    let isPlain = !section.contains { if case .other(let sign) = $0 { sign != "," } else { false } }
    guard isPlain, places > 0, zeros > 1 || (hasWords && zeros > 0) else { return nil }
    var digits = Array(PlainDecimal.text(number.magnitude))
    var shown: [String] = []
    var placesLeft = places
    for piece in section.reversed() {
      switch piece {
      case .literal(let text): shown.append(text)
      case .other: continue
      case .digit(let sign):
        placesLeft -= 1
        if placesLeft == 0, !digits.isEmpty {
          shown.append(String(digits))
          digits = []
        } else if let digit = digits.popLast() {
          shown.append(String(digit))
        } else if sign == "0" {
          shown.append("0")
        }
      }
    }
    return (number < 0 && sections.count < 2 ? "-" : "") + shown.reversed().joined()
  }

  private func section(of number: Double) -> [Piece]? {
    if number < 0, sections.count > 1 { return sections[1] }
    if number == 0, sections.count > 2 { return sections[2] }
    return sections.first
  }
}
