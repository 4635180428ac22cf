extension ClientProfile {
  /// The profile without name, advisor and notes, for a report that shows nobody's name.
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
    "id: it holds a part of the \(field == .advisor ? "advisor's" : "client's") name, and names the files; "
      + "give an id that tells nothing, or leave out --redact"
  }
}
