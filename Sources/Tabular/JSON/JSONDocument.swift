import CJansson

/// A JSON text, read strictly (RFC 8259, UTF-8) by the jansson library.
///
/// Foundation's decoder gives no place of an error, takes trailing commas, and the last of two equal keys.
package struct JSONDocument: Sendable, Equatable {
  package let root: JSONNode
  /// Keys that an object has more than once, in the order of the text. The last value counts.
  package let repeatedKeys: [RepeatedKey]

  /// - Parameter bytes: UTF-8, with or without a byte order mark.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    let text = Self.withoutMark(bytes)
    if let violation = JSONLimits.violation(text) { throw violation }
    let value = try Self.parsed(text)
    defer { pathbook_json_release(value) }
    let outline = JSONOutline(validJSON: text)
    root = JSONNode(value, outline.root.elements[0])
    repeatedKeys = outline.repeatedKeys
  }

  /// Without places, which take half the time: every value has the line 1, and repeated keys are not looked for.
  ///
  /// - Parameter bytes: as of ``init(_:)``; read before without a problem.
  package init(checked bytes: [UInt8]) throws(JSONError) {
    let value = try Self.parsed(Self.withoutMark(bytes))
    defer { pathbook_json_release(value) }
    root = JSONNode(value, JSONOutline.Node(line: 1))
    repeatedKeys = []
  }

  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }

  /// A new reference.
  private static func parsed(_ text: ArraySlice<UInt8>) throws(JSONError) -> UnsafeMutablePointer<json_t> {
    var failure = json_error_t()
    // jansson: "json_loadb decodes the JSON buffer of length buflen and returns the array or object it contains,
    // or NULL on error, in which case error is filled with information".
    let value = text.withUnsafeBytes { buffer in
      json_loadb(buffer.baseAddress, buffer.count, size_t(JSON_DECODE_ANY | JSON_ALLOW_NUL), &failure)
    }
    guard let value else { throw JSONError(failure) }
    return value
  }
}

extension JSONError {
  /// The library's text goes on to quote what stands near, which may be a name: that is cut off.
  fileprivate init(_ failure: json_error_t) {
    var failure = failure
    let message = withUnsafeBytes(of: &failure.text) { buffer in
      String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
    let words = message.split(separator: " ", omittingEmptySubsequences: false)
    self.init(
      line: max(1, Int(failure.line)), column: max(1, Int(failure.column)),
      finding: words.prefix { $0 != "near" }.joined(separator: " "))
  }
}

extension JSONNode {
  fileprivate init(_ json: UnsafeMutablePointer<json_t>, _ outline: JSONOutline.Node) {
    line = outline.line
    value =
      switch json.pointee.type {
      case JSON_STRING: .string(Self.string(json))
      case JSON_INTEGER: .integer(Int(json_integer_value(json)))
      case JSON_REAL: .real(json_real_value(json))
      case JSON_TRUE: .boolean(true)
      case JSON_FALSE: .boolean(false)
      case JSON_ARRAY: .array(Self.elements(json, outline))
      case JSON_OBJECT: .object(Self.members(json, outline))
      default: .null
      }
  }

  private static func string(_ json: UnsafeMutablePointer<json_t>) -> String {
    guard let start = json_string_value(json) else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: json_string_length(json))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func elements(_ json: UnsafeMutablePointer<json_t>, _ outline: JSONOutline.Node)
    -> [JSONNode]
  {
    (0..<json_array_size(json)).compactMap { index in
      let place = outline.elements.indices.contains(index) ? outline.elements[index] : outline
      return json_array_get(json, index).map { JSONNode($0, place) }
    }
  }

  /// jansson keeps the members in the order of the text, so that they mostly meet their places one by one; not so
  /// after a repeated key. A key that the text writes with escapes has the line of its object.
  private static func members(_ json: UnsafeMutablePointer<json_t>, _ outline: JSONOutline.Node) -> [Member] {
    lazy var places = Dictionary(
      outline.members.map { ($0.key, $0.node) }, uniquingKeysWith: { _, last in last })
    let hasPlaces = !outline.members.isEmpty
    var members: [Member] = []
    members.reserveCapacity(outline.members.count)
    var iterator = json_object_iter(json)
    while let current = iterator {
      if let key = json_object_iter_key(current), let value = json_object_iter_value(current) {
        let bytes = UnsafeRawBufferPointer(start: key, count: json_object_iter_key_len(current))
        let name = String(decoding: bytes, as: UTF8.self)
        let isInPlace =
          outline.repeatsNoKey && outline.members.indices.contains(members.count)
          && outline.members[members.count].key == name
        let place = isInPlace ? outline.members[members.count].node : hasPlaces ? places[name] : outline
        members.append(
          Member(key: name, node: JSONNode(value, place ?? JSONOutline.Node(line: outline.line))))
      }
      iterator = json_object_iter_next(json, current)
    }
    return members
  }
}

/// What a JSON text may ask of the memory of the reader. The package of the shipped dataset has a depth of 7 and some 2,000
/// values.
package enum JSONLimits {
  /// Lists and objects inside one another: JSON_PARSER_MAX_DEPTH of the jansson library, which names it.
  package static let depth = 2_048
  /// Values and keys of all lists and objects together.
  package static let values = 200_000

  /// What a text breaks before it is read; nil when it breaks nothing, or is so deep that the library reads no further.
  ///
  /// The text need not be valid: signs are counted outside strings.
  static func violation(_ text: ArraySlice<UInt8>) -> JSONError? {
    text.withUnsafeBufferPointer { violation($0) }
  }

  private static func violation(_ text: UnsafeBufferPointer<UInt8>) -> JSONError? {
    var (depth, values, line, lineStart) = (0, 0, 1, 0)
    var isString = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if isString {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isString = false }
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "\n"): (line, lineStart) = (line + 1, index + 1)
      case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, values) = (depth + 1, values + 1)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): values += 1
      default: break
      }
      if depth > Self.depth { return nil }
      if values > Self.values {
        let finding = "more than \(Self.values) values"
        return JSONError(line: line, column: index - lineStart + 1, finding: finding)
      }
      index += 1
    }
    return nil
  }
}

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
