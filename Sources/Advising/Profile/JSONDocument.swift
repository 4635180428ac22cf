import CJansson

/// One JSON object, read strictly (RFC 8259, UTF-8) by the jansson library, with the line of each key.
struct JSONDocument {
  /// The fields in the order of the file; a field that is null is left out.
  let fields: [(key: String, value: FieldValue)]
  let keys: JSONKeyLines

  init(_ bytes: [UInt8]) throws(ProfileProblem) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var failure = json_error_t()
    // jansson: "json_loadb decodes the JSON buffer of length buflen and returns the array or object it
    // contains, or NULL on error, in which case error is filled with information". A new reference.
    let root = text.withUnsafeBytes { buffer in
      json_loadb(buffer.baseAddress, buffer.count, size_t(JSON_DECODE_ANY | JSON_ALLOW_NUL), &failure)
    }
    guard let root else { throw Self.problem(failure, in: text) }
    defer { pathbook_json_release(root) }
    guard root.pointee.type == JSON_OBJECT else {
      throw ProfileProblem(field: nil, line: 1, column: 1, reason: .notAnObject)
    }
    var fields: [(String, FieldValue)] = []
    var iterator = json_object_iter(root)
    while let current = iterator {
      if let key = json_object_iter_key(current), let value = json_object_iter_value(current),
        let field = FieldValue(value)
      {
        fields.append((String(cString: key), field))
      }
      iterator = json_object_iter_next(root, current)
    }
    self.fields = fields
    keys = JSONKeyLines(validJSON: text)
  }

  /// jansson counts columns in characters, from 1; its text may quote what stands near, which may be a name,
  /// so only the part before `near` is used.
  private static func problem(_ failure: json_error_t, in text: ArraySlice<UInt8>) -> ProfileProblem {
    var failure = failure
    let message = withUnsafeBytes(of: &failure.text) { buffer in
      String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
    let detail = message.prefixBefore(" near ")
    return ProfileProblem(
      field: nil, line: max(1, Int(failure.line)), column: max(1, Int(failure.column)),
      reason: .notJSON(detail))
  }
}

extension FieldValue {
  /// Nil for null.
  fileprivate init?(_ value: UnsafeMutablePointer<json_t>) {
    switch value.pointee.type {
    case JSON_STRING:
      let length = json_string_length(value)
      let bytes = UnsafeBufferPointer(
        start: json_string_value(value).map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) },
        count: length)
      self = .text(String(decoding: bytes, as: UTF8.self))
    case JSON_INTEGER, JSON_REAL: self = .number(json_number_value(value))
    case JSON_TRUE: self = .flag(true)
    case JSON_FALSE: self = .flag(false)
    case JSON_ARRAY:
      self = .list(
        (0..<json_array_size(value)).compactMap { json_array_get(value, $0).flatMap(FieldValue.init) })
    case JSON_OBJECT: self = .object
    default: return nil
    }
  }
}

extension String {
  /// The text before the first `mark`, or all of it.
  fileprivate func prefixBefore(_ mark: String) -> String {
    let wanted = Array(mark.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= wanted.count else { return self }
    for start in 0...(bytes.count - wanted.count) where bytes[start..<(start + wanted.count)] == wanted[...] {
      return String(decoding: bytes[..<start], as: UTF8.self)
    }
    return self
  }
}
