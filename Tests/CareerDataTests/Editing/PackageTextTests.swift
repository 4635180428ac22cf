import Tabular
import TestValues
import Testing

@testable import CareerData

@Suite struct PackageTextTests {
  private func text(_ json: String, _ edit: (inout PackageText) -> Void) -> String {
    var package = PackageText(validJSON: Array(json.utf8))
    edit(&package)
    return String(decoding: package.bytes, as: UTF8.self)
  }

  @Test func `a value is replaced and all else stays, white space too`() {
    let old = "\u{FEFF}{ \"a\" :[1,\t{\"version\": \"no\"}],\n\"version\"  : \"1\" , \"z\":null }\n"
    let new = text(old) { $0.set("version", to: "2 \"b\"\\\n") }
    #expect(new == old.replacing(": \"1\"", with: ": \"2 \\\"b\\\"\\\\\\n\""))
    #expect(text(old) { $0.set("absent", to: "x") } == old)
  }

  @Test func `elements come and go in the layout of their list`() {
    let list = "{\"l\": [\n    \"a\",\n    \"b\"\n  ]}"
    let x = Array("\"x\"".utf8)
    #expect(text(list) { $0.insert(x, into: "l") } == "{\"l\": [\n    \"a\",\n    \"b\",\n    \"x\"\n  ]}")
    #expect(
      text(list) { $0.insert(x, into: "l", at: 1) } == "{\"l\": [\n    \"a\",\n    \"x\",\n    \"b\"\n  ]}")
    #expect(text(list) { $0.insert(x, into: "l", at: 0) }.hasPrefix("{\"l\": [\n    \"x\",\n    \"a\","))
    #expect(text(list) { $0.remove(from: "l", at: 0) } == "{\"l\": [\n    \"b\"\n  ]}")
    #expect(text(list) { $0.remove(from: "l", at: 1) } == "{\"l\": [\n    \"a\"\n  ]}")
    #expect(text(list) { $0.remove(from: "l", at: 2) } == list)
    #expect(text("{\"l\": []}") { $0.insert(x, into: "l") } == "{\"l\": [\n    \"x\"\n  ]}")
    #expect(text("{\"l\": [ 1 ]}") { $0.remove(from: "l", at: 0) } == "{\"l\": [  ]}")
    #expect(text("{\"l\": 5}") { $0.insert(x, into: "l") } == "{\"l\": 5}")
  }

  @Test(arguments: NastyText.cells) func `any text is a JSON string and read back`(cell: String) throws {
    let document = try JSONDocument(
      Array("{\"a\": ".utf8) + JSONText.string(cell).compact.utf8 + Array("}".utf8))
    #expect(document.root["a"]?.string == cell)
  }
}
