import Testing
import Zip

struct ZipTests {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("datapackage.json", Array("{}".utf8)), ("empty.csv", []),
    ("größe/pay.csv", Array(String(repeating: "a,b\n", count: 50_000).utf8)),
  ]

  @Test func `what is written is read back, in its order`() throws {
    let archive = try ZipReader(ZipWriter.archive(Self.files))
    let entries = try archive.entries()
    #expect(entries.map(\.name) == Self.files.map(\.name))
    #expect(entries[2].packedSize < entries[2].size / 20)
    for (entry, file) in zip(entries, Self.files) {
      #expect(try archive.bytes(of: entry, atMost: 1 << 20) == file.bytes)
    }
  }

  @Test func `the same files give the same bytes`() throws {
    let first = try ZipWriter.archive(Self.files)
    let second = try ZipWriter.archive(Self.files)
    #expect(first == second)
  }

  @Test func `an entry that unpacks to too much is refused before it is held`() throws {
    let archive = try ZipReader(ZipWriter.archive(Self.files))
    let entry = try archive.entries()[2]
    #expect(throws: ZipError(entry: "größe/pay.csv", reason: "it unpacks to more than 1000 bytes")) {
      _ = try archive.bytes(of: entry, atMost: 1000)
    }
    #expect(throws: ZipError.self) { try archive.read(entry, atMost: 1000) { _ in true } }
  }

  @Test func `every cut of an archive is refused`() throws {
    let whole = try ZipWriter.archive(Self.files)
    for length in stride(from: 0, to: whole.count - 1, by: 7) {
      #expect(throws: ZipError.self, "\(length) bytes") {
        let archive = try ZipReader(Array(whole[..<length]))
        for entry in try archive.entries() { _ = try archive.bytes(of: entry, atMost: 1 << 20) }
      }
    }
  }

  @Test func `a changed byte of a content is refused`() throws {
    var bytes = try ZipWriter.archive([("a.txt", Array("0123456789".utf8))])
    let place = try #require(bytes.indices.first { Array(bytes[$0...].prefix(5)) == Array("a.txt".utf8) })
    bytes[place + 7] ^= 0x40
    #expect(throws: ZipError.self) {
      let archive = try ZipReader(bytes)
      _ = try archive.bytes(of: archive.entries()[0], atMost: 100)
    }
  }
}
