import TestValues
import Testing
import Zip

@testable import ReportXLSX

/// The scanner knows less XML than a parser: whatever the parser refuses, it refuses too.
@Suite struct PartScannerTests {
  private static func parse(_ bytes: [UInt8], counting: Set<String> = []) -> XMLOutline? {
    let reading = XMLOutline.Reading(counting: counting)
    bytes.withUnsafeBytes { _ = reading?.read($0) }
    return try? reading?.finish().get()
  }

  private static func scan(_ bytes: [UInt8], counting: [String] = []) -> XMLOutline? {
    try? PartScanner.outline(of: bytes, counting: counting)
  }

  private static func parts() throws -> [(name: String, bytes: [UInt8])] {
    let archive = try ZipReader(try Scratch.bytes(of: Fixture.report()))
    return try archive.entries().filter { entry in
      ["xml", "rels", "vml"].contains { entry.name.hasSuffix(".\($0)") }
    }.map { (name: $0.name, bytes: try archive.bytes(of: $0, atMost: 1 << 20)) }
  }

  @Test func `every part that the library writes is whole, with the elements that a parser counts`() throws {
    let parts = try Self.parts()
    #expect(parts.count > 20)
    for part in parts {
      let counted = ["c", "row", "si"]
      let parsed = try #require(Self.parse(part.bytes, counting: Set(counted)))
      #expect(Self.scan(part.bytes, counting: counted)?.counts == parsed.counts, "\(part.name)")
    }
  }

  @Test func `a part that is cut after any byte is found`() throws {
    for part in try Self.parts() where part.bytes.count < 3_000 {
      let whole = part.bytes.count - (part.bytes.reversed().firstIndex(of: UInt8(ascii: ">")) ?? 0)
      for kept in 0..<min(whole, part.bytes.count) where Self.scan(Array(part.bytes[..<kept])) != nil {
        Issue.record("\(part.name) passes when it is cut after \(kept) of \(part.bytes.count) bytes")
      }
    }
  }

  @Test func `what a parser refuses of parts with a piece left out or a byte changed is refused`() throws {
    var random = SplitMix64(state: 22)
    var refused = 0
    for part in try Self.parts() {
      for _ in 0..<300 {
        var bytes = part.bytes
        let start = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes.removeSubrange(start..<min(bytes.count, start + Int.random(in: 1...4_096, using: &random)))
        } else {
          bytes[start] = UInt8.random(in: 0...255, using: &random)
        }
        guard Self.parse(bytes) == nil else { continue }
        refused += 1
        if Self.scan(bytes) != nil {
          Issue.record("\(part.name) passes: \(String(decoding: bytes.prefix(400), as: UTF8.self))")
          return
        }
      }
    }
    #expect(refused > 1_000)
  }

  @Test(arguments: [
    "", " ", "<a>", "</a>", "<a/><b/>", "<a></b>", "<a b></a>", "<a b=1/>", "<a b=\"1\"c=\"2\"/>",
    "<a b=\"1\" b=\"2\"/>", "<a b=\"<\"/>", "<a b=\"1/>", "<a>&</a>", "<a>&amp</a>", "<a>&nbsp;</a>",
    "<a>&#0;</a>",
    "<a>&#x110000;</a>", "<a>&#+5;</a>", "<a>\u{1}</a>", "<a/>x", "x<a/>", "<1/>", "<a/", "<a", "<",
    "<?xml <a/>",
  ])
  func `what is no XML is refused`(_ text: String) {
    #expect(Self.parse(Array(text.utf8)) == nil)
    #expect(Self.scan(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    "<a/>", " <a></a >\n", "<?xml version=\"1.0\"?>\n<a b=\"1\"/>",
    "<x:a x:b=\"&quot;&#10;&#xA;'>\">é &lt;日</x:a>",
  ])
  func `what the library may write is read`(_ text: String) {
    #expect(Self.parse(Array(text.utf8)) != nil)
    #expect(Self.scan(Array(text.utf8)) != nil)
  }

  @Test(arguments: [
    "<a b='1'/>", "<a><!-- b --></a>", "<a><![CDATA[b]]></a>", "<!DOCTYPE a><a/>", "<a b =\"1\"/>",
  ])
  func `XML that the library does not write is refused`(_ text: String) {
    #expect(Self.parse(Array(text.utf8)) != nil)
    #expect(Self.scan(Array(text.utf8)) == nil)
  }

  @Test func `text that is not UTF-8 is refused`() {
    #expect(Self.scan(Array("<a>".utf8) + [0xC3] + Array("</a>".utf8)) == nil)
  }
}
