import Advising
import CareerData
import Export
import Foundation
import ReportModel
import SampleReports
import TestValues
import Testing

/// Reports from datasets that lack this and that: every format has something to write, whatever is missing.
struct MutatedReportTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 23)!

  private static func exporter(_ dataset: CareerDataset) throws -> ReportExporter {
    var options = ReportExporter.Options()
    options.formats = OutputFormat.selfContained
    return ReportExporter(dataset: dataset, template: try SampleClients.template(), options: options)
  }

  @Test func `every mutated dataset makes a report in every format`() throws {
    for (seed, profile) in zip(UInt64(0)..., try SampleClients.generated(Rounds.count(25), seed: 17)) {
      let exporter = try Self.exporter(try MutatedDatasets.dataset(seed: seed))
      let files = try exporter.files(for: exporter.report(on: profile, date: Self.day))
      let extensions = Set(files.map { ($0.name as NSString).pathExtension })
      #expect(extensions.isSuperset(of: ["csv", "txt", "html", "xlsx"]))
      #expect(files.allSatisfy { !$0.bytes.isEmpty }, "dataset \(seed)")
    }
  }

  /// The dataset that ended a batch.
  @Test(arguments: ["none", "any", "two", "three_or_more"])
  func `a dataset may lack any group of credentials`(_ group: String) throws {
    var files = DatasetLoader.shippedFiles.files
    func remove(_ text: String, from file: String) throws -> [String] {
      let rows = String(decoding: try #require(files[file]), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      files[file] = Array(rows.filter { !$0.contains(text) }.joined(separator: "\n").utf8)
      return rows.filter { $0.contains(text) }
    }
    let removed = try remove(",credential_group,\(group),", from: "pay.csv")
    #expect(removed.count == 1)
    let id = try #require(removed.first).prefix { $0 != "," }
    _ = try remove("pay:\(id)", from: "disagreements.csv")
    let exporter = try Self.exporter(try DatasetReader.read(DatasetFiles(files: files)))
    for id in SampleClients.ids {
      let files = try exporter.files(for: exporter.report(on: SampleClients.profile(id), date: Self.day))
      #expect(files.count >= 4, "\(id)")
    }
  }
}
