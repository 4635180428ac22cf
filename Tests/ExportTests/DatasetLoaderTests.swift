import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Export

@Suite struct DatasetLoaderTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func failure(_ path: String) -> ExportFailure? {
    do throws(ExportFailure) {
      _ = try DatasetLoader.load(folder: path)
      return nil
    } catch {
      return error
    }
  }

  /// A copy of the small dataset, to be broken.
  private func copy() throws -> String {
    try folder.copyFolder(Repository.path("Samples/datasets/lighthouse-keeping"), to: "dataset")
  }

  private func replace(_ old: String, with new: String, in file: String) throws {
    let text = try folder.text("dataset/\(file)")
    try #require(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: "dataset/\(file)")
  }

  @Test func `the shipped dataset is the same as the folder it came from`() throws {
    let loaded = try DatasetLoader.load(folder: Repository.path("Samples/datasets/medical-coding"))
    #expect(try DatasetLoader.shipped() == loaded)
  }

  @Test func `a folder that is missing is missing input`() {
    #expect(
      failure(folder.path("none"))
        == .missingInput(path: folder.path("none"), reason: "No such file or directory"))
  }

  @Test func `a folder without a data package says which file it needs, and reads nothing else`() throws {
    // Reading this one would be a failure of its own.
    try folder.makeHugeFile("huge.bin")
    #expect(
      failure(folder.path)
        == .missingInput(
          path: folder.path("datapackage.json"), reason: "it is missing, and a dataset needs it"))
  }

  @Test func `every problem of a bad dataset is told in one run, each with its file`() throws {
    let path = try copy()
    try replace("15.38", with: "fifteen", in: "pay.csv")
    try replace(",29000,", with: ",,", in: "pay.csv")
    try replace(
      "false,\"tending the lamp, harbor", with: "maybe,\"tending the lamp, harbor", in: "settings.csv")
    try FileManager.default.removeItem(atPath: "\(path)/rungs.csv")
    let found = try #require(failure(path))
    #expect(found.exitCode == 65)
    for place in [
      "pay.csv: row 7, value: \"fifteen\"", "pay.csv: row 12", "settings.csv: row 3", "rungs.csv: ",
    ] {
      #expect(
        found.lines.contains { $0.hasPrefix("\(path): \(place)") && $0.contains("; ") },
        "\(place) in \(found.lines)")
    }
  }

  @Test func `a data package that is not JSON names the place`() throws {
    let path = try copy()
    try folder.write("{\"name\": \"x\",\n oops}", to: "dataset/datapackage.json")
    let lines = try #require(failure(path)).lines
    #expect(lines.count == 1 && lines[0].hasPrefix("\(path): datapackage.json: "))
    #expect(lines[0].contains("line 2") || lines[0].contains("row 2"), "\(lines)")
  }
}
