/// The lines in which the keys of an object stand, which jansson does not keep.
///
/// The text is known to be valid JSON, so that strings, brackets and line breaks are all there is to follow.
struct JSONKeyLines {
  /// The line of each key, in the order of the file; a key that stands twice is there twice. Keys with escapes
  /// are left out: no field of a profile has one.
  let lines: [(key: String, line: Int)]

  init(validJSON text: ArraySlice<UInt8>) {
    var found: [(String, Int)] = []
    var line = 1
    var depth = 0
    var expectsKey = false
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        expectsKey = depth == 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ","): expectsKey = depth == 1
      case UInt8(ascii: "\""):
        let start = index + 1
        index = Self.endOfString(in: text, from: start)
        if expectsKey, !text[start..<index].contains(UInt8(ascii: "\\")) {
          found.append((String(decoding: text[start..<index], as: UTF8.self), line))
        }
        expectsKey = false
      default: break
      }
      index += 1
    }
    lines = found
  }

  func line(of key: String) -> Int? { lines.first { $0.key == key }?.line }

  /// The second and later places of keys that stand more than once.
  var duplicates: [ProfileProblem] {
    var firstLines: [String: Int] = [:]
    var problems: [ProfileProblem] = []
    for (key, line) in lines {
      if let firstLine = firstLines[key] {
        problems.append(
          ProfileProblem(field: key, line: line, reason: .duplicateKey(firstLine: firstLine)))
      } else {
        firstLines[key] = line
      }
    }
    return problems
  }

  /// The index of the closing quote.
  private static func endOfString(in text: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while text[index] != UInt8(ascii: "\"") {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index
  }
}
