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
