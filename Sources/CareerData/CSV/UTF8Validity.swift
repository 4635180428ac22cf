extension ArraySlice<UInt8> {
  /// Whether the bytes are UTF-8 from end to end.
  var isUTF8: Bool {
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
}
