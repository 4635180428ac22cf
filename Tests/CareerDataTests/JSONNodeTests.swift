import CareerData
import Testing

struct JSONNodeTests {
  private func error(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONNode(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `values keep their order, lines and text`() throws {
    let node = try JSONNode(
      parsing: Array("\u{FEFF} {\"b\": [1, -2.5e3, true, false, null],\n\r\n\"a\": {}, \"\": \"x\"} \n".utf8))
    #expect(node.members?.map(\.key) == ["b", "a", ""])
    #expect(node["b"]?.elements?.map(\.double) == [1, -2500, nil, nil, nil])
    #expect(node["b"]?.elements?.map(\.boolean) == [nil, nil, true, false, nil])
    #expect(node["b"]?.elements?[0].integer == 1)
    #expect(node["b"]?.elements?[4].value == .null)
    #expect(node["a"]?.line == 3)
    #expect(node["a"]?.members?.isEmpty == true)
    #expect(node[""]?.string == "x")
    #expect(node["c"] == nil)
  }

  @Test(arguments: [
    ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "a\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u00e9\\u65E5\"", "é日"),
    ("\"\\ud83d\\ude00\"", "😀"), ("\"é日😀\"", "é日😀"), ("\"\\u0000\"", "\0"), ("\"\"", ""),
  ])
  func `strings are read with their escapes`(_ text: String, _ expected: String) throws {
    #expect(try JSONNode(parsing: Array(text.utf8)).string == expected)
  }

  @Test(arguments: [
    ("", 1, 1, JSONError.Kind.endsBefore("a value")),
    ("{\"a\": 1,\n \"é\" 2}", 2, 6, .expected("a colon")),
    ("{\"a\": 1 \"b\": 2}", 1, 9, .expected("a comma or }")),
    ("{\"a\": 1,}", 1, 9, .expected("a key in quotation marks")),
    ("[1,]", 1, 4, .expected("a value")),
    ("[1 2]", 1, 4, .expected("a comma or ]")),
    ("[1", 1, 3, .endsBefore("a comma or ]")),
    ("{\"a\": 1, \"a\": 2}", 1, 10, .duplicateKey("a")),
    ("{\"a\": 1, \"\\u0061\": 2}", 1, 10, .duplicateKey("a")),
    ("{'a': 1}", 1, 2, .expected("a key in quotation marks")),
    ("tru", 1, 1, .expected("a value")),
    ("nan", 1, 1, .expected("a value")),
    ("1 2", 1, 3, .trailingText),
    ("01", 1, 2, .badNumber), ("1.", 1, 3, .badNumber), ("-", 1, 2, .badNumber), ("1e", 1, 3, .badNumber),
    ("+1", 1, 1, .expected("a value")), (".5", 1, 1, .expected("a value")),
    ("\"a\nb\"", 1, 3, .controlCharacter),
    ("\"a", 1, 3, .endsBefore("a closing quotation mark")),
    ("\"\\x\"", 1, 2, .badEscape), ("\"\\u12g4\"", 1, 2, .badEscape), ("\"\\ud83d\"", 1, 2, .badEscape),
    ("\"\\ud83d\\u0041\"", 1, 2, .badEscape), ("\"\\ude00\"", 1, 2, .badEscape),
    ("// no\n1", 1, 1, .expected("a value")),
  ])
  func `an error says line and column`(_ text: String, _ line: Int, _ column: Int, _ kind: JSONError.Kind) {
    #expect(error(Array(text.utf8)) == JSONError(line: line, column: column, kind: kind))
  }

  @Test func `bytes that are not UTF-8 are an error`() {
    #expect(error([0x22, 0xFF, 0x22])?.kind == .invalidUTF8)
  }

  @Test func `nesting has a limit`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(error(nested(100)) == nil)
    #expect(error(nested(101))?.kind == .tooDeep(limit: 100))
    #expect(error(nested(100_000))?.kind == .tooDeep(limit: 100))
  }
}
