import CareerData
import TestValues
import Testing

struct ContentHashTests {
  private static let package =
    #"{"resources": [{"name": "b", "path": "b.csv", "schema": {}}, {"name": "a", "path": "Z/é.csv", "schema": {}}]}"#

  private static let files: [String: [UInt8]] = [
    "datapackage.json": Array(package.utf8), "b.csv": [], "Z/é.csv": Array("a\n\n,".utf8),
  ]

  /// Calculated with sha256sum from the bytes
  /// `8:Z/é.csv,4:a\n\n,,5:b.csv,0:,16:datapackage.json,110:{…},`, where `{…}` is the package.
  @Test func `the hash is the one that sha256sum gives for the files as netstrings`() {
    #expect(
      DatasetFiles(files: Self.files).contentHash
        == "95610d37ff09c2e95d6b8de86fdfceda4aac8e34b1ac8bc10a736ef6a1ca858a")
  }

  @Test func `other files of the folder do not count, files of the package do`() {
    let hash = DatasetFiles(files: Self.files).contentHash
    #expect(DatasetFiles(files: Self.files.merging(["README.md": [1]]) { $1 }).contentHash == hash)
    for name in Self.files.keys where name != "datapackage.json" {
      var files = Self.files
      files[name, default: []].append(0x20)
      #expect(DatasetFiles(files: files).contentHash != hash, "\(name)")
      files[name] = nil
      #expect(DatasetFiles(files: files).contentHash != hash, "\(name)")
    }
  }

  @Test func `a byte that moves from one file to the next is another content`() {
    let package =
      #"{"resources": [{"name": "a", "path": "a", "schema": {}}, {"name": "b", "path": "b", "schema": {}}]}"#
    func hash(_ a: String, _ b: String) -> String {
      DatasetFiles(files: ["datapackage.json": Array(package.utf8), "a": Array(a.utf8), "b": Array(b.utf8)])
        .contentHash
    }
    #expect(hash("xy", "z") != hash("x", "yz"))
    #expect(hash("", "1:b,0:,") != hash("1:b,0:,", ""))
  }

  @Test func `of a package that cannot be read its description alone is hashed`() {
    // printf '16:datapackage.json,4:oops,' | sha256sum
    let files = DatasetFiles(files: ["datapackage.json": Array("oops".utf8), "pay.csv": [1]])
    #expect(files.contentHash == "bf96906ce87f09130ba3d55b473aa9eb23122452b64b70707eb9c45e0081c883")
    // sha256sum < /dev/null
    #expect(
      DatasetFiles(files: [:]).contentHash
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `a dataset that is read knows the hash of its files`() throws {
    let files = DatasetFiles(files: try SampleFiles.files("medical-coding"))
    let hash = try SampleFiles.medicalCoding().identity.contentHash
    #expect(hash == files.contentHash)
    #expect(hash.utf8.count == 64)
  }
}
