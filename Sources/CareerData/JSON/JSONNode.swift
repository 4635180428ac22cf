/// A value of a JSON text, with its place.
public struct JSONNode: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// A number as the text has it.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// In the order of the text; no key twice.
    case object([Member])
  }

  /// A key and its value.
  public struct Member: Sendable, Equatable {
    public let key: String
    public let node: JSONNode
  }

  public let value: Value
  /// The line on which the value begins, from 1.
  public let line: Int

  /// Reads a whole JSON text (RFC 8259), strictly: no comments, no trailing commas, no key twice.
  ///
  /// Foundation's decoder gives no line and takes the last of two equal keys in silence.
  ///
  /// - Parameter text: UTF-8, with or without a byte order mark.
  public init(parsing text: [UInt8]) throws(JSONError) {
    var parser = JSONParser(text)
    self = try parser.parse()
  }

  init(value: Value, line: Int) {
    self.value = value
    self.line = line
  }

  /// The value of a key; nil when this is not an object or has no such key.
  public subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }

  /// The members of an object; nil for other values.
  public var members: [Member]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The elements of an array; nil for other values.
  public var elements: [JSONNode]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  public var string: String? {
    if case .string(let string) = value { string } else { nil }
  }

  public var boolean: Bool? {
    if case .boolean(let boolean) = value { boolean } else { nil }
  }

  /// The number nearest to a number's text; nil for other values and beyond the range of Double.
  public var double: Double? {
    guard case .number(let text) = value else { return nil }
    return CellValue.double(ArraySlice(text.utf8))
  }

  /// A whole number written without point and exponent; nil for other values.
  public var integer: Int? {
    guard case .number(let text) = value else { return nil }
    return CellValue.integer(ArraySlice(text.utf8))
  }
}
