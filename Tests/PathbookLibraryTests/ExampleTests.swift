import Foundation
import Pathbook
import TestValues
import Testing

/// The library as a program would use it: no other import of Pathbook's is needed.
struct ExampleTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// The example of the README; `folder` is a new one.
  private func writeReports(to folder: String) throws {
    let reports = try CareerReports()
    var profile = ClientProfile(id: "ann")
    profile.stateCode = "CA"
    profile.pay = StatedPay(amount: 46_000, basis: .annual)
    if let day = CalendarDate(iso: "2026-11-25") {
      let report = reports.report(on: profile, date: day)
      let paths = try reports.write(report, as: [.csv, .txt], to: folder)
      print(paths.count)
    }
  }

  @Test func `the example writes the reports of a client`() throws {
    try writeReports(to: folder.path("reports"))
    #expect(try folder.names(in: "reports") == ["ann.csv", "ann.datapackage.json", "ann.txt"])
    #expect(try folder.text("reports/ann.csv").contains("\nann,2026-11-25,"))
  }

  @Test func `a profile is read from JSON, and each of its problems is told`() throws {
    let reports = try CareerReports()
    let json = #"{"id": "ann", "state": "California", "pay_amount": 46, "pay_basis": "annual"}"#
    var problems: [String] = []
    do throws(ReportFailure) { _ = try reports.profile(json: Array(json.utf8)) } catch {
      problems = error.lines
    }
    #expect(problems.count >= 1)
    #expect(problems.allSatisfy { $0.hasPrefix("profile: ") })
    #expect(try reports.profile(json: Array(#"{"id": "ann", "state": "CA"}"#.utf8)).stateCode == "CA")
  }

  @Test func `advice and files can be had without a disk`() throws {
    let reports = try CareerReports(datasetFolder: Repository.path("Samples/datasets/lighthouse-keeping"))
    let day = try #require(CalendarDate(iso: "2026-11-25"))
    let profile = ClientProfile(id: "bo")
    #expect(reports.advice(on: profile, date: day).profile == profile)
    let files = try reports.files(of: reports.report(on: profile, date: day), as: [.txt])
    #expect(files.map(\.name) == ["bo.txt"])
  }
}
