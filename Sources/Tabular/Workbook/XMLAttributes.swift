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
