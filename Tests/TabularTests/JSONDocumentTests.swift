import Tabular
import Testing

@Suite struct JSONDocumentTests {
  private func error(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONDocument(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `values keep their order and their lines`() throws {
    let text = "\u{FEFF} {\"b\": [1, -2.5e3, true,\n false, null],\n\r\n\"a\": {}, \"\": \"x\\\"{\"} \n"
    let node = try JSONDocument(Array(text.utf8)).root
    #expect(node.members?.map(\.key) == ["b", "a", ""])
    #expect(node["b"]?.elements?.map(\.double) == [1, -2500, nil, nil, nil])
    #expect(node["b"]?.elements?.map(\.boolean) == [nil, nil, true, false, nil])
    #expect(node["b"]?.elements?.map(\.line) == [1, 1, 1, 2, 2])
    #expect(node["b"]?.elements?[0].integer == 1 && node["b"]?.elements?[1].integer == nil)
    #expect(node["b"]?.elements?[4].value == .null)
    #expect(node["a"]?.line == 4 && node["a"]?.members?.isEmpty == true)
    #expect(node[""]?.string == "x\"{" && node["c"] == nil)
  }

  @Test(arguments: [
    ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "a\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u00e9\\u65E5\"", "é日"),
    ("\"\\ud83d\\ude00\"", "😀"), ("\"é日😀\"", "é日😀"), ("\"\\u0000\"", "\0"), ("\"\"", ""),
  ])
  func `strings are read with their escapes`(_ text: String, _ expected: String) throws {
    #expect(try JSONDocument(Array(text.utf8)).root.string == expected)
  }

  @Test(arguments: [
    ("", 1), ("{\"a\": 1,\n \"é\" 2}", 2), ("{\"a\": 1 \"b\": 2}", 1), ("{\"a\": 1,}", 1), ("[1,]", 1),
    ("[1", 1),
    ("{'a': 1}", 1), ("tru", 1), ("nan", 1), ("1 2", 1), ("01", 1), ("1.", 1), ("-", 1), ("+1", 1), (".5", 1),
    ("\"a\nb\"", 1), ("\"a", 1), ("\"\\x\"", 1), ("\"\\ud83d\"", 1), ("// no\n1", 1), ("[1,\n2,\n\n}", 4),
    ("1e999", 1), ("99999999999999999999", 1),
  ])
  func `what is not JSON is an error with its line`(_ text: String, _ line: Int) {
    #expect(error(Array(text.utf8))?.line == line)
  }

  @Test func `an error quotes nothing of the text`() {
    let found = error(Array("{\"name\": \"Secret\" \"Secret\"}".utf8))
    #expect(found?.finding.contains("Secret") == false)
  }

  @Test func `keys that stand twice are found with both lines`() throws {
    let text = "{\"a\": 1,\n\"b\": {\"c\": 1,\n\"c\": 2},\n\"a\": 3}"
    let document = try JSONDocument(Array(text.utf8))
    #expect(
      document.repeatedKeys == [
        RepeatedKey(key: "c", line: 3, firstLine: 2), RepeatedKey(key: "a", line: 4, firstLine: 1),
      ])
  }

  @Test func `without places the values are the same, on line 1`() throws {
    func flat(_ node: JSONNode) -> [String] {
      switch node.value {
      case .array(let nodes): ["["] + nodes.flatMap(flat)
      case .object(let members): ["{"] + members.flatMap { [$0.key] + flat($0.node) }
      default: ["\(node.value)"]
      }
    }
    func lines(_ node: JSONNode) -> Set<Int> {
      ((node.elements ?? []) + (node.members ?? []).map(\.node)).reduce([node.line]) { $0.union(lines($1)) }
    }
    let text = Array(
      "\u{FEFF}{\"b\": [1, -2.5e3,\n true, {\"x\": null}],\n\"a\": {}, \"é\": \"x\\\"{\"}".utf8)
    let (placed, unplaced) = (try JSONDocument(text).root, try JSONDocument(checked: text).root)
    #expect(flat(placed) == flat(unplaced) && flat(placed).count > 10)
    #expect(lines(placed) == [1, 2, 3] && lines(unplaced) == [1])
    #expect(throws: JSONError.self) { try JSONDocument(checked: Array("[1".utf8)) }
  }

  @Test func `bytes that are not UTF-8 are an error`() {
    #expect(error([0x22, 0xFF, 0x22]) != nil)
  }

  @Test func `nesting has a limit`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(error(nested(1_000)) == nil)
    #expect(error(nested(2_049))?.finding.contains("depth") == true)
    #expect(error(nested(100_000))?.finding.contains("depth") == true)
    // Brackets in a text are none.
    #expect(error(Array("[\"\\\"\(String(repeating: "[", count: 2_000))\"]".utf8)) == nil)
  }

  @Test func `the number of values has a limit`() {
    func list(_ count: Int) -> [UInt8] {
      Array("[".utf8) + Array(repeatElement(Array("0,".utf8), count: count - 2).joined()) + Array("0]".utf8)
    }
    #expect(error(list(200_000)) == nil)
    #expect(error(list(200_002))?.finding == "more than 200000 values")
  }
}
