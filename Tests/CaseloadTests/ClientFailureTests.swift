import Advising
import Calculation
import CareerData
import Caseload
import Export
import Foundation
import ReportModel
import SafeFiles
import TestValues
import Testing

/// A client whose reports cannot be made, among others.
@Suite struct ClientFailureTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    let rows = (0..<8).map { "client-\($0),Client \($0),CA,\(40_000 + 100 * $0),annual,yes" }
    try folder.write(
      (["id,name,state,pay_amount,pay_basis,in_field"] + rows).joined(separator: "\n") + "\n",
      to: "roster.csv")
  }

  /// An error without words.
  private struct Wordless: Error { let part = "secret" }

  /// Fails over the clients that it is given failures for.
  private struct OddWriter: ReportWriter {
    let failures: [String: any Error & Sendable]

    func files(for report: Report) throws -> [RenderedFile] {
      if let failure = failures[report.clientID] { throw failure }
      return [RenderedFile(name: "\(report.clientID).odd", bytes: [1])]
    }
  }

  private func options(_ failures: [String: any Error & Sendable]) -> ReportExporter.Options {
    var options = ReportExporter.Options()
    options.formats = [.csv, OutputFormat("odd") { _ in OddWriter(failures: failures) }]
    return options
  }

  private func run(_ failures: [String: any Error & Sendable]) throws -> BatchResult {
    var options = BatchOptions()
    options.export = self.options(failures)
    options.combinesCSV = true
    let inputs = try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
    return try BatchExporter(
      inputs: inputs, options: options, today: CalendarDate(year: 2026, month: 11, day: 23)!
    )
    .run(RosterFile(folder.path("roster.csv")), to: folder.path("out"))
  }

  @Test func `a client whose reports cannot be made is rejected with the reason, and stops nobody`() throws {
    let result = try run([
      "client-2": Wordless(), "client-5": FormulaError.unknownName("some_name"),
      "client-6": ExportFailure.notRendered(path: "client-6.odd", reason: "it is too long; make it shorter"),
    ])
    #expect(result.failure == nil && result.exitCode == 65)
    #expect(result.count.done == 5 && result.count.rejected == 3)
    let rejects = try folder.text("out/rejects.csv").split(separator: "\r\n").dropFirst()
    #expect(rejects.map { $0.prefix { $0 != "," } } == ["4", "7", "8"])
    #expect(rejects.allSatisfy { $0.contains("cannot be made") })
    #expect(rejects.contains { $0.contains("it is too long; make it shorter") })
    #expect(rejects.contains { $0.contains("a formula of the what-if is wrong") })
    #expect(rejects.allSatisfy { !$0.contains("Wordless") && !$0.contains("secret") && !$0.contains("(\"") })
    let names = try folder.names(in: "out")
    #expect(names.filter { $0.hasPrefix("client-") }.count == 15 && !names.contains("client-2.csv"))
    let combined = try folder.text("out/combined.csv")
    #expect(combined.contains("client-3,") && !combined.contains("client-2,"))
  }

  @Test func `a place where nothing can be written stops the batch, and nobody is rejected for it`() throws {
    let failure = ExportFailure.writeFailed(path: "client-2.odd", reason: "the place is full")
    let result = try run(["client-2": failure])
    #expect(result.failure == failure && result.exitCode == 74)
    #expect(result.count.rejected == 0 && result.count.done == 2)
  }

  @Test func `the failure of one report is told in words`() throws {
    let inputs = try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
    let exporter = ReportExporter(
      dataset: inputs.reportDataset, template: inputs.template, options: options(["odd-one": Wordless()]))
    let report = exporter.report(
      on: ClientProfile(id: "odd-one"), date: CalendarDate(year: 2026, month: 11, day: 23)!)
    do throws(ExportFailure) {
      _ = try exporter.files(for: report)
      Issue.record("nothing failed")
    } catch {
      #expect(error.exitCode == 74)
      #expect(error.lines.allSatisfy { $0.hasPrefix("odd-one.odd: Pathbook failed") })
      #expect(error.lines.allSatisfy { !$0.contains("Wordless") })
    }
  }
}
