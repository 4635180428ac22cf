import Advising
import CareerData
import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Caseload
@testable import Export

/// The made-up exports of `Samples/rosters` go in by the commands that `Documentation/caseload.md` shows.
@Suite struct RosterSamplesTests {
  private static let inputs = Result { () throws(ExportFailure) in
    try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
  }

  /// The roster of each command, and what it says about columns.
  private static func commands() throws -> [(roster: String, columns: String?)] {
    let text = try String(contentsOfFile: Repository.path("Documentation/caseload.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("pathbook batch Samples/rosters/") }.map {
      line in
      let words = line.split(separator: " ").map(String.init)
      let option = words.firstIndex(of: "--columns")
      return (Repository.path(words[2]), option.map { Repository.path(words[$0 + 1]) })
    }
  }

  private static func clients(_ name: String) throws -> (profiles: [ClientProfile], notes: [String]) {
    let command = try #require(try commands().first { $0.roster.hasSuffix("/\(name)") })
    let columns = try command.columns.map(RosterColumnsLoader.load) ?? RosterColumns()
    let file = try RosterFile(command.roster, columns: columns)
    var stream = try RosterStream(file, dataset: try inputs.get().dataset)
    var profiles: [ClientProfile] = []
    while let row = try stream.nextRow() {
      #expect(row.problems.isEmpty, "\(row.problems.map(\.description))")
      if let profile = row.profile { profiles.append(profile) }
    }
    #expect(try file.rowCount() == profiles.count)
    return (profiles, stream.notesOfHeader + stream.notesAtEnd)
  }

  @Test func `the documentation has a command for each export`() throws {
    let samples = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Samples/rosters"))
      .filter { $0 != "README.md" && $0 != "workforce-columns.csv" }
    let shown = try Self.commands().map { String($0.roster.split(separator: "/").last ?? "") }
    #expect(shown.sorted() == samples.sorted() && shown.count == 3)
  }

  @Test func `an export of a student information system`() throws {
    let (clients, notes) = try Self.clients("student-information-system.csv")
    #expect(clients.map(\.id) == ["00412", "00433", "00458", "00460"])
    #expect(clients.map(\.name) == ["Ada Example", "Bo Example", "Zoë Muster", "Núria Ejemplo"])
    #expect(clients.map(\.stateCode) == ["CA", "TX", "NY", nil])
    #expect(
      clients.map(\.pay) == [
        StatedPay(amount: 41_600, basis: .annual), nil, StatedPay(amount: 52_000, basis: .annual), nil,
      ])
    #expect(clients.map(\.credentialIDs) == [["CPC-A"], [], ["CPC", "CRC"], ["CCS"]])
    #expect(clients.map(\.education) == [.associate, .highSchool, .bachelor, .bachelor])
    #expect(notes.contains { $0.contains("totals are not clients") }, "\(notes)")
  }

  @Test func `an export of a CRM`() throws {
    let (clients, notes) = try Self.clients("crm.csv")
    #expect(clients.map(\.name) == ["Ana Ejemplo", "José Muster", "Zoë Example"])
    #expect(
      clients.map(\.pay) == [
        StatedPay(amount: 24.5, basis: .hourly), StatedPay(amount: 31.25, basis: .hourly), nil,
      ])
    #expect(clients.map(\.stateCode) == ["FL", "IL", "WA"] && clients.map(\.hoursPerWeek) == [40, 36, 40])
    #expect(clients.map(\.settingID) == ["physician-office", "hospital", nil])
    #expect(clients.map(\.targetSettingID) == ["hospital", nil, "remote"])
    #expect(clients.map(\.credentialIDs) == [["CPC", "CPB"], ["CCS"], []])
    #expect(notes.count { $0.contains("Windows-1252") } == 1, "\(notes)")
  }

  @Test func `an export of a workforce case system`() throws {
    let (clients, notes) = try Self.clients("workforce-case-system.txt")
    #expect(clients.map(\.id) == ["26-0311", "26-0318", "26-0325"])
    #expect(clients.map(\.reportDate?.iso) == ["2026-11-23", "2026-12-03", "2026-11-24"])
    #expect(clients.map(\.stateCode) == ["OH", "OH", "KY"])
    #expect(
      clients.map(\.pay) == [
        StatedPay(amount: 17.5, basis: .hourly), StatedPay(amount: 38_000, basis: .annual), nil,
      ])
    #expect(clients.map(\.certificationBudget) == [1_500, 500, nil])
    #expect(clients.map(\.education) == [.highSchool, .associate, .highSchool])
    #expect(notes.count { $0.contains("day first") } == 1, "\(notes)")
  }
}
