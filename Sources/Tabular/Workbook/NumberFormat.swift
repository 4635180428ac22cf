/// The format of the numbers in a cell, as far as it tells what they are: ECMA-376 part 1, 18.8.30 and 18.8.31.
package struct NumberFormat: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case number
    case text
    case date
    /// A time of day, or an amount of time.
    case time
    case percent
    /// Of a sign that is not the dollar's; or of a unit, as `k`, by which the figure is another than the number.
    case otherUnit(String)
  }

  /// As the workbook has it: `General`, `#,##0.00`, `00000`.
  package let code: String
  package let kind: Kind
  /// The code in pieces, for each sign of a number.
  let sections: [[Piece]]

  enum Piece: Sendable, Equatable {
    /// `0`, `#`, `?`.
    case digit(Character)
    case literal(String)
    /// A point, a comma, an exponent, a fraction: the number has a form of its own.
    case other(Character)
  }

  package static let general = NumberFormat(code: "General")

  package init(code: String) {
    self.code = code
    var scanner = Scanner(code)
    scanner.scan()
    sections = scanner.sections
    kind = scanner.kind
  }

  /// The formats that workbooks name by number alone; nil for those that they must define.
  package init?(builtin id: Int) {
    guard let code = Self.builtinCodes[id] else { return nil }
    self.init(code: code)
  }

  private static let builtinCodes: [Int: String] = {
    var codes: [Int: String] = [
      0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0", 6: "$#,##0", 7: "$#,##0.00",
      8: "$#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "m/d/yyyy",
      15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
      21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
      41: "#,##0", 42: "$#,##0", 43: "#,##0.00", 44: "$#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
      48: "##0.0E+0", 49: "@",
    ]
    // Dates and times of East Asian calendars.
    for id in [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58] { codes[id] = "yyyy-mm-dd" }
    for id in [32, 33, 34, 35, 55, 56] { codes[id] = "h:mm:ss" }
    return codes
  }()
}

extension NumberFormat {
  /// Goes through a code.
  private struct Scanner {
    private let letters: [Character]
    private var position = 0
    private(set) var sections: [[Piece]] = [[]]
    private var hasDay = false
    private var hasMonthOrMinute = false
    private var hasClock = false
    private var isElapsed = false
    private var hasPercent = false
    private var isText = false
    private var unit: String?
    private var scales = false

    init(_ code: String) {
      letters = code.lowercased() == "general" ? [] : Array(code)
    }

    var kind: Kind {
      if isElapsed { return .time }
      if hasDay || (hasMonthOrMinute && !hasClock) { return .date }
      if hasClock { return .time }
      if hasPercent { return .percent }
      if let unit, !(scales && Self.isScale(unit)) { return .otherUnit(unit) }
      return isText && sections.allSatisfy { !$0.contains { if case .digit = $0 { true } else { false } } }
        ? .text : .number
    }

    mutating func scan() {
      while let letter = next() {
        switch letter {
        case "\"": literal(until("\""))
        case "\\": if let escaped = next() { literal(String(escaped)) }
        // Room as wide as a letter, and a letter that fills the cell.
        case "_", "*": _ = next()
        case "[": bracket(until("]"))
        case ";": sections.append([])
        case "@": isText = true
        case "%": hasPercent = true
        case "0", "#", "?": add(.digit(letter))
        case "y", "Y", "d", "D": hasDay = true
        case "m", "M": hasMonthOrMinute = true
        case "h", "H", "s", "S": hasClock = true
        case "a", "A", "p", "P": break
        case "E", "e": exponent(letter)
        case ",":
          scales = scales || !nextIsDigit
          add(.other(letter))
        case ".", "/": add(.other(letter))
        case "g", "G": general(letter)
        default: literal(String(letter))
        }
      }
    }

    private mutating func next() -> Character? {
      guard position < letters.count else { return nil }
      defer { position += 1 }
      return letters[position]
    }

    private var nextIsDigit: Bool {
      position < letters.count && ["0", "#", "?"].contains(letters[position])
    }

    private mutating func until(_ end: Character) -> String {
      var text = ""
      while let letter = next(), letter != end { text.append(letter) }
      return text
    }

    private mutating func add(_ piece: Piece) { sections[sections.count - 1].append(piece) }

    private mutating func literal(_ text: String) {
      note(unit: text)
      add(.literal(text))
    }

    /// `[$€-407]` is a sign of a currency and a language; `[Red]`, `[>100]` say how the number looks.
    private mutating func bracket(_ content: String) {
      if content.hasPrefix("$") {
        let sign = content.dropFirst().prefix { $0 != "-" }
        guard !sign.isEmpty else { return }
        if ["$", "US$", "USD"].contains(sign.uppercased()) {
          add(.literal(String(sign)))
        } else {
          unit = String(sign)
        }
      } else if !content.isEmpty, content.lowercased().allSatisfy({ "hms".contains($0) }) {
        isElapsed = true
      }
    }

    private mutating func exponent(_ letter: Character) {
      if position < letters.count, letters[position] == "+" || letters[position] == "-" {
        add(.other(letter))
      } else {
        // The year of an era.
        hasDay = true
      }
    }

    /// `General` as a section among others; an era elsewhere.
    private mutating func general(_ letter: Character) {
      let rest = letters[position...].prefix(6)
      if String(rest).lowercased() == "eneral" { position += rest.count } else { hasDay = true }
    }

    /// A letter such as `k` beside the digits makes thousands of them; what is longer is a word, which changes nothing.
    private mutating func note(unit text: String) {
      let word = text.filter { !$0.isWhitespace }
      let isMoney = word.unicodeScalars.contains {
        $0.properties.generalCategory == .currencySymbol && $0 != "$"
      }
      if isMoney || Self.isScale(word) { unit = word }
    }

    private static func isScale(_ word: String) -> Bool {
      ["k", "m", "mm", "mn", "b", "bn", "mil", "thousand", "million"].contains(word.lowercased())
    }
  }
}

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

  /// As spreadsheets show what has more digits than they keep, so that the rest is not taken for digits.
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
