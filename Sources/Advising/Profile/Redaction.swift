extension ClientProfile {
  /// The profile without name, advisor and notes, for a report that shows nobody's name.
  ///
  /// The id stays, since it names the files.
  ///
  /// - Throws: ``RedactionProblem`` when the id itself holds a word of a name.
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

  /// True when the id holds a word of three or more letters of the name, whatever the case.
  private func holdsWord(of name: String) -> Bool {
    let id = id.lowercased()
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains { $0.count >= 3 && id.contains($0) }
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
