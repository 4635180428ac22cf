extension ArraySlice<UInt8> {
  /// Whether the bytes are UTF-8 from end to end.
  package var isUTF8: Bool {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }

  /// Without spaces and control characters at both ends.
  package var trimmed: ArraySlice<UInt8> {
    var result = self
    while let first = result.first, first <= 0x20 { result.removeFirst() }
    while let last = result.last, last <= 0x20 { result.removeLast() }
    return result
  }

  /// The text without spaces at both ends.
  package var text: String { String(decoding: trimmed, as: UTF8.self) }
}
