extension ClientProfile {
  /// The profile without name, advisor, notes and agreed steps, for a report that shows nobody's name: steps are the advisor's
  /// own words and may hold names. What held before, ``previous``, stays.
  ///
  /// The id stays, since it names the files.
  ///
  /// - Throws: ``RedactionProblem`` when the id itself holds a word of a name, in whatever letters it is written.
  public func redacted() throws(RedactionProblem) -> ClientProfile {
    for (field, name) in [(ProfileField.name, name), (.advisor, advisor)] {
      guard let name, holdsWord(of: name) else { continue }
      throw RedactionProblem(field: field)
    }
    var copy = self
    copy.name = nil
    copy.advisor = nil
    copy.notes = nil
    copy.agreedSteps = nil
    return copy
  }

  /// True when the id holds a word of three or more letters of the name, or two shorter ones together, in plain letters
  /// and whatever stands between them. Initials tell nothing.
  private func holdsWord(of name: String) -> Bool {
    let id = id.lowercased().filter { $0.isLetter || $0.isNumber }
    let parts = Self.words(of: name)
    // Names may have apostrophes inside, which an id cannot.
    let joined = Self.words(of: name.filter { !"'\u{2019}\u{2BC}\u{2018}`\u{B4}".contains($0) })
    if (parts + joined).contains(where: { $0.count >= 3 && id.contains($0) }) { return true }
    let short = parts.filter { $0.count == 2 }
    return short.indices.contains { first in
      short.indices.contains { first != $0 && id.contains(short[first] + short[$0]) }
    }
  }

  /// The words of a name in each of their spellings.
  private static func words(of name: String) -> [String] {
    // A sign that is not seen parts no word.
    let seen = String(
      String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.generalCategory != .format }))
    return seen.split { !$0.isLetter && !$0.isNumber }.flatMap(NameLetters.spellings)
  }
}

/// A report without names cannot be made, since the client's id holds a part of one.
public struct RedactionProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Whose name: the client's or the advisor's.
  public let field: ProfileField

  public var description: String {
    "id: it contains part of the \(field == .advisor ? "advisor's" : "client's") name, and the report files are named after it; "
      + "use an id that reveals nothing, or leave out --redact"
  }
}

/// The plain letters of a name, by which it is known again in an id: without accents, case, width, and the shapes that
/// letters have in other typefaces. `José` is `jose`, `ＭÜＬＬＥＲ` is `muller` and `mueller`, `Weiß` is `weiss`.
///
/// Letters of other alphabets stay what they are: an id has none.
enum NameLetters {
  /// Both ways in which a word is written in plain letters: without its accents, and with `ae`, `oe`, `ue` and `aa` for
  /// letters that have them in German and Scandinavian names.
  static func spellings(of word: some StringProtocol) -> Set<String> {
    // In parts and as a whole: an accent may be a scalar of its own.
    let scalars = Array(word.unicodeScalars)
    var (plain, spelledOut) = ("", "")
    for (index, scalar) in scalars.enumerated() {
      let letters = plainLetters(scalar)
      plain += letters
      let accent = index + 1 < scalars.count ? scalars[index + 1] : nil
      spelledOut += spelledOutLetters(scalar, accent) ?? letters
    }
    return [plain, spelledOut]
  }

  /// Nothing for an accent, or a sign that is not seen.
  private static func plainLetters(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format, .control: return ""
    default: break
    }
    if scalar.isASCII { return String(scalar).lowercased() }
    // The capital with a dot and the sign for kelvin are ASCII letters in small.
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    if let first = small.first, first.isASCII { return String(first) }
    if let digit = scalar.properties.numericValue, (0...9).contains(digit), digit == digit.rounded() {
      return String(Int(digit))
    }
    return latinLetters(scalar) ?? String(scalar).lowercased()
  }

  private static let special = [
    "SHARP S": "ss", "ETH": "d", "THORN": "th", "DOTLESS I": "i", "DOTLESS J": "j", "LONG S": "s",
    "LONG S T": "st", "ENG": "n", "KRA": "k", "SCHWA": "e", "OPEN E": "e", "OPEN O": "o", "ESH": "sh",
    "EZH": "zh",
  ]
  private static let alphabets = ["LATIN", "MATHEMATICAL", "SCRIPT", "BLACK-LETTER", "DOUBLE-STRUCK"]
  private static let kinds = ["LETTER", "LIGATURE", "CAPITAL", "SMALL"]

  /// Unicode names a letter after the plain ones that it is made of: LATIN SMALL LETTER E WITH ACUTE, FULLWIDTH LATIN
  /// CAPITAL LETTER A, LATIN SMALL LIGATURE FFI, MATHEMATICAL BOLD SMALL J. Nil for letters of other alphabets.
  private static func latinLetters(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{AA}": return "a"
    case "\u{BA}": return "o"
    case "\u{210E}": return "h"
    default: break
    }
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ").prefix { $0 != "WITH" }.map(String.init)
    guard words.contains(where: alphabets.contains) || words.first == "MODIFIER",
      let kind = words.lastIndex(where: kinds.contains)
    else { return nil }
    let letter = words[(kind + 1)...].joined(separator: " ")
    if let letters = special[letter] { return letters }
    guard (1...3).contains(letter.utf8.count), letter.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return nil
    }
    return letter.lowercased()
  }

  private static func spelledOutLetters(_ scalar: Unicode.Scalar, _ accent: Unicode.Scalar?) -> String? {
    switch (String(scalar).lowercased(), accent) {
    case ("ä", _), ("a", "\u{308}"): "ae"
    case ("ö", _), ("o", "\u{308}"), ("ø", _): "oe"
    case ("ü", _), ("u", "\u{308}"): "ue"
    case ("å", _), ("a", "\u{30A}"): "aa"
    default: nil
    }
  }
}
