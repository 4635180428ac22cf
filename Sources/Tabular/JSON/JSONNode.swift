/// A value of a JSON text, with its place.
package struct JSONNode: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A key and its value.
  package struct Member: Sendable, Equatable {
    package let key: String
    package let node: JSONNode
  }

  package let value: Value
  /// The line on which the value begins, from 1.
  package let line: Int

  /// The value of a key; nil when this is not an object or has no such key.
  package subscript(key: String) -> JSONNode? { members?.first { $0.key == key }?.node }

  /// The members of an object; nil for other values.
  package var members: [Member]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The elements of an array; nil for other values.
  package var elements: [JSONNode]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  package var string: String? {
    if case .string(let string) = value { string } else { nil }
  }

  package var boolean: Bool? {
    if case .boolean(let boolean) = value { boolean } else { nil }
  }

  /// A number; nil for other values.
  package var double: Double? {
    switch value {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    default: nil
    }
  }

  /// A whole number written without point and exponent; nil for other values.
  package var integer: Int? {
    if case .integer(let integer) = value { integer } else { nil }
  }
}

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
