/// Why a text is not JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// From 1.
  public let line: Int
  /// From 1, in characters of the line.
  public let column: Int
  /// What is wrong, in the words of the JSON library; never a part of the text itself, which may be private.
  public let finding: String

  /// `line 3, column 12: '}' expected`.
  public var description: String { "line \(line), column \(column): \(finding)" }
}

/// A key that an object has more than once.
public struct RepeatedKey: Sendable, Equatable {
  public let key: String
  /// The line of the second or a later place.
  public let line: Int
  public let firstLine: Int

  public init(key: String, line: Int, firstLine: Int) {
    self.key = key
    self.line = line
    self.firstLine = firstLine
  }
}
