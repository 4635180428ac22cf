import Advising
import CareerData
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

/// Every formula of a workbook against LibreOffice, which calculates all of them afresh.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing), .serialized)
struct RecalculationTests {
  private let folder: URL

  init() throws {
    folder = SampleClients.root.appendingPathComponent(".build/long-tests/workbooks")
    try? FileManager.default.removeItem(at: folder)
  }

  private func write(_ profiles: [ClientProfile]) throws -> [String] {
    var options = ReportExporter.Options()
    options.formats = [.xlsx]
    let exporter = try SampleClients.exporter(options)
    let date = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return try profiles.flatMap { profile in
      try exporter.write(exporter.report(on: profile, date: date), to: folder.path)
    }
  }

  @Test func `no cell of a sample client's workbook differs from its fresh calculation`() throws {
    let paths = try write(SampleClients.ids.map(SampleClients.profile))
    let result = try LongTests.recalculate(["equal", folder.path])
    #expect(result.code == 0, "\(result.output)")
    #expect(result.output.contains("0 differences, \(paths.count) workbooks"), "\(result.output)")
  }

  @Test func `no cell of 200 generated clients' workbooks differs from its fresh calculation`() throws {
    let paths = try write(try SampleClients.generated(200, seed: 29_2072))
    #expect(paths.count == 200)
    let result = try LongTests.recalculate(["equal", folder.path])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func `no cell of a workbook on a mutated dataset differs from its fresh calculation`() throws {
    var options = ReportExporter.Options()
    options.formats = [.xlsx]
    let date = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let clients = try SampleClients.generated(240, seed: 83)
    var count = 0
    for (seed, profile) in zip(0..., clients) {
      // Two clients of each dataset.
      let exporter = ReportExporter(
        dataset: try MutatedDatasets.dataset(seed: UInt64(seed / 2)), template: try SampleClients.template(),
        options: options)
      count += try exporter.write(exporter.report(on: profile, date: date), to: folder.path).count
    }
    let result = try LongTests.recalculate(["equal", folder.path])
    #expect(result.code == 0, "\(result.output)")
    #expect(result.output.contains("0 differences, \(count) workbooks"), "\(result.output)")
  }

  @Test func `no cell of a row changes when a table is sorted by any of its columns`() throws {
    let path = try write([SampleClients.profile("worked-example")])[0]
    let sorted = try LongTests.python("sorted_tables.py", [path])
    #expect(sorted.code == 0, "\(sorted.output)")
    #expect(sorted.output.hasPrefix("\n0 differences"), "\(sorted.output)")
    // A formula that does not follow its row is found.
    let broken = try LongTests.python("sorted_tables.py", [path, "--broken"])
    #expect(broken.code == 1 && broken.output.contains(" became "), "\(broken.output)")
  }

  @Test(arguments: ["brief", "standard", "full", "standard-es", "full-es"])
  func `no printed page of a workbook is empty, and there are 8 at most`(template: String) throws {
    var options = ReportExporter.Options()
    options.formats = [.xlsx]
    let exporter = ReportExporter(
      dataset: try DatasetLoader.shipped(), template: try TemplateLoader.load(template), options: options)
    let date = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let clients = try SampleClients.ids.map(SampleClients.profile) + SampleClients.generated(12, seed: 3)
    let paths = try clients.flatMap {
      try exporter.write(exporter.report(on: $0, date: date), to: folder.path)
    }
    let result = try LongTests.python("printed_pages.py", ["8"] + paths)
    #expect(result.code == 0, "\(result.output)")
    #expect(result.output.contains("0 empty pages, 0 long, \(paths.count) workbooks"), "\(result.output)")
  }

  /// Which credentials are held and what education is not entered: of these the other is as the first.
  @Test func `with another client's assumptions the what-if says what the other's workbook says`() throws {
    var clients = try SampleClients.generated(80, seed: 7)
    for first in stride(from: 0, to: clients.count, by: 2) {
      clients[first + 1].credentialIDs = clients[first].credentialIDs
      clients[first + 1].education = clients[first].education
    }
    let example = try SampleClients.profile("worked-example")
    var auditor = try SampleClients.profile("auditor")
    (auditor.credentialIDs, auditor.education) = (example.credentialIDs, example.education)
    let result = try LongTests.recalculate(
      ["change"] + write(clients + [example, auditor, auditor, example]))
    #expect(result.code == 0, "\(result.output)")
  }
}
