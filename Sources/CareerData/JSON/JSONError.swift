/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// Another character where this was expected: `a value`, `a comma or }`.
    case expected(String)
    /// The text ends where this was expected.
    case endsBefore(String)
    /// Something follows the value.
    case trailingText
    /// A key that its object has already.
    case duplicateKey(String)
    /// A control character in a string that is not escaped.
    case controlCharacter
    /// A backslash that no valid escape follows, or half of a surrogate pair.
    case badEscape
    /// A number that JSON does not allow: `01`, `1.`, `+1`.
    case badNumber
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// More than this many arrays and objects inside each other.
    case tooDeep(limit: Int)
  }

  /// From 1.
  public let line: Int
  /// From 1, in characters (Unicode scalars) of the line.
  public let column: Int
  public let kind: Kind

  public init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }
}

extension JSONError: CustomStringConvertible {
  /// `line 3, column 12: a comma or } is expected`.
  public var description: String { "line \(line), column \(column): \(finding)" }

  /// What was found, in words.
  public var finding: String {
    switch kind {
    case .expected(let what): "\(what) is expected"
    case .endsBefore(let what): "the text ends where \(what) is expected"
    case .trailingText: "something follows the value"
    case .duplicateKey(let key): "the key \"\(key)\" is there twice"
    case .controlCharacter: "a control character in a string must be escaped"
    case .badEscape: "the backslash begins no valid escape"
    case .badNumber: "not a number that JSON allows"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .tooDeep(let limit): "more than \(limit) arrays and objects inside each other"
    }
  }
}
