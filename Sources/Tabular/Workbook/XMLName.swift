import Glibc

/// The name of an element, without the prefix of its namespace; valid during the call of a handler.
struct XMLName {
  /// Terminated by 0.
  let local: UnsafePointer<CChar>

  /// - Parameter name: as it stands in the text; `x:row` is `row`.
  init(_ name: UnsafePointer<CChar>) {
    // Cells and values have names of one letter, and there are millions of them.
    guard name[0] != 0, name[1] != 0, let colon = strchr(name, 0x3A) else {
      local = name
      return
    }
    local = UnsafePointer(colon) + 1
  }

  /// Whether this is the name; a letter is compared as a letter.
  func isLetter(_ letter: Unicode.Scalar) -> Bool {
    local[0] == CChar(truncatingIfNeeded: letter.value) && local[1] == 0
  }

  func equals(_ name: StaticString) -> Bool {
    // A static string ends with a 0 too.
    strcmp(local, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

/// The attributes of an element; valid during the call of a handler.
struct XMLAttributes: Sequence, IteratorProtocol {
  private var rest: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    rest = pairs
  }

  mutating func next() -> (name: XMLName, value: UnsafePointer<CChar>)? {
    guard let pair = rest, let name = pair[0], let value = pair[1] else { return nil }
    rest = pair + 2
    return (XMLName(name), value)
  }

  /// The text of an attribute.
  subscript(name: StaticString) -> String? {
    for attribute in self where attribute.name.equals(name) { return String(cString: attribute.value) }
    return nil
  }
}
