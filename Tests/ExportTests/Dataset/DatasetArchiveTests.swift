import CareerData
import Foundation
import SafeFiles
import TestValues
import Testing
import Zip

@testable import Export

@Suite struct DatasetArchiveTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func problem(_ entries: [(String, [UInt8])]) throws -> String {
    let bytes = try ZipWriter.archive(entries)
    let path = folder.path("a.zip")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    do throws(ExportFailure) { _ = try DatasetLoader.load(folder: path) } catch {
      return error.lines.joined(separator: "\n")
    }
    return ""
  }

  private var shipped: [(String, [UInt8])] { DatasetLoader.shippedFiles.inOrder.map { ($0.path, $0.bytes) } }

  @Test func `a dataset is read from the top of an archive, or from the one folder in it`() throws {
    #expect(try problem(shipped) == "")
    #expect(try problem(shipped.map { ("my data/\($0.0)", $0.1) }) == "")
    #expect(try problem(shipped + [("__MACOSX/._pay.csv", [1])]) == "")
  }

  @Test(arguments: [
    ([("a.txt", [UInt8(1)])], "there is no datapackage.json, and a dataset needs it"),
    ([("../datapackage.json", [1])], "a name that leads out of the archive"),
    ([("/datapackage.json", [1])], "a name that leads out of the archive"),
    (
      [("datapackage.json", Array("{}".utf8)), ("x/y.csv", [1])],
      "a file in a folder that the dataset does not name"
    ),
  ])
  func `an archive that is no dataset is told`(_ entries: [(String, [UInt8])], _ words: String) throws {
    let found = try problem(entries)
    #expect(found.contains(words), "\(found)")
  }

  @Test func `an archive that is cut off anywhere is told`() throws {
    let bytes = try ZipWriter.archive(shipped)
    let path = folder.path("a.zip")
    for count in stride(from: 1, to: bytes.count, by: bytes.count / 20) {
      try Data(bytes.prefix(count)).write(to: URL(fileURLWithPath: path))
      #expect(throws: ExportFailure.self) { try DatasetLoader.load(folder: path) }
    }
  }

  @Test func `a file that unpacks to far more than it should is told, and not unpacked`() throws {
    let bomb = [UInt8](repeating: 0x20, count: 80 << 20)
    #expect(try problem([("datapackage.json", bomb)]).hasPrefix("\(folder.path("a.zip")): "))
  }
}
