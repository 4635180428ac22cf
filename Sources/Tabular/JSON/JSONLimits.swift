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
