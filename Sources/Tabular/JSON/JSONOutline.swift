/// The places of the values of a JSON text, which the JSON library does not keep.
///
/// The text is known to be valid, so that strings, brackets and commas are all there is to follow.
package struct JSONOutline {
  /// A value: its place and what is inside.
  package final class Node {
    package let line: Int
    /// Its bytes in the text.
    package var range = 0..<0
    package var members: [(key: String, node: Node)] = []
    package var elements: [Node] = []
    var repeatsNoKey = true
    init(line: Int) { self.line = line }
  }

  package let root: Node
  /// The second and later places of keys, in the order of the text.
  package private(set) var repeatedKeys: [RepeatedKey] = []

  private let text: ArraySlice<UInt8>
  private var index: Int
  private var line = 1

  package init(validJSON text: ArraySlice<UInt8>) {
    self.text = text
    index = text.startIndex
    root = Node(line: 1)
    let value = next()
    root.elements = [value]
  }

  /// The value that begins at the index or after white space.
  private mutating func next() -> Node {
    skipSpace()
    let node = Node(line: line)
    let start = index
    defer { node.range = start..<index }
    switch text[index] {
    case UInt8(ascii: "{"): readMembers(of: node)
    case UInt8(ascii: "["): readElements(of: node)
    case UInt8(ascii: "\""): _ = readString()
    default: skipScalar()
    }
    return node
  }

  private mutating func readMembers(of node: Node) {
    var firstLines: [String: Int] = [:]
    enter()
    while text[index] != UInt8(ascii: "}") {
      let keyLine = line
      let key = readString()
      if let firstLine = firstLines[key] {
        node.repeatsNoKey = false
        repeatedKeys.append(RepeatedKey(key: key, line: keyLine, firstLine: firstLine))
      } else {
        firstLines[key] = keyLine
      }
      skipSpace()
      index += 1  // the colon
      node.members.append((key, next()))
      skipSeparator()
    }
    index += 1
  }

  private mutating func readElements(of node: Node) {
    enter()
    while text[index] != UInt8(ascii: "]") {
      node.elements.append(next())
      skipSeparator()
    }
    index += 1
  }

  private mutating func enter() {
    index += 1
    skipSpace()
  }

  private mutating func skipSeparator() {
    skipSpace()
    if text[index] == UInt8(ascii: ",") { enter() }
  }

  private mutating func skipSpace() {
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return
      }
      index += 1
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func skipScalar() {
    while index < text.endIndex, !" \t\r\n,]}".utf8.contains(text[index]) { index += 1 }
  }

  /// The bytes between the quotes, escapes as they stand: enough to tell keys apart that people wrote alike.
  private mutating func readString() -> String {
    let start = index + 1
    index = start
    while text[index] != UInt8(ascii: "\"") { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    defer { index += 1 }
    return String(decoding: text[start..<index], as: UTF8.self)
  }
}
