import Advising
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

/// The CSV and the text of every sample client, and the schema of profiles, byte for byte. `make golden` writes them anew.
@Suite struct GoldenFileTests {
  private static let folder = SampleClients.root.appendingPathComponent("Samples/reports")
  private static var isRenewing: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["PATHBOOK_RENEW_GOLDEN"] != nil && environment["CI"] == nil
  }

  @Test(arguments: SampleClients.ids)
  func `a sample client's files are as expected`(id: String) throws {
    var options = ReportExporter.Options()
    options.formats = [.csv, .txt]
    let exporter = ReportExporter(
      dataset: try DatasetLoader.shipped(), template: try TemplateLoader.load("standard"), options: options)
    let profile = try SampleClients.profile(id)
    let files = try exporter.files(
      for: exporter.report(on: profile, date: try SampleClients.advice(id).reportDate))
    #expect(files.count == 3)
    for file in files { try check(file.bytes, Self.folder.appendingPathComponent(file.name)) }
  }

  @Test(arguments: SampleComparisons.ids)
  func `a sample comparison's files are as expected`(id: String) throws {
    let files = try SampleComparisons.files(id)
    #expect(files.count == 3)
    for file in files { try check(file.bytes, Self.folder.appendingPathComponent(file.name)) }
  }

  @Test func `the JSON Schema of profiles is as the fields are declared`() throws {
    let path = SampleClients.root.appendingPathComponent("Samples/profile.schema.json")
    try check(ProfileSchema(dataset: DatasetLoader.shipped()).bytes, path)
  }

  private func check(_ bytes: [UInt8], _ path: URL) throws {
    let name = path.lastPathComponent
    if Self.isRenewing {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: path)
      Issue.record("\(name) was written anew: look at the difference before you commit it")
      return
    }
    let expected = try Data(contentsOf: path)
    #expect(Array(expected) == bytes, "\(name) differs at byte \(firstDifference(expected, bytes))")
  }

  private func firstDifference(_ expected: Data, _ found: [UInt8]) -> Int {
    zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(expected.count, found.count)
  }
}
