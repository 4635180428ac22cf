import Advising
import CareerData
import Foundation
import SafeFiles
import Tabular
import TestValues
import Testing

@testable import Caseload
@testable import Export

/// Rosters as people have them: each file of `Fixtures/rosters` comes out as its line of `expected.csv` says.
@Suite struct RosterCasesTests {
  private let folder: TestFolder
  private static let inputs = Result { () throws(ExportFailure) in
    try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
  }

  init() throws { folder = try TestFolder() }

  struct Case: Sendable, CustomStringConvertible {
    let file: String
    let good: Int
    let bad: Int
    var description: String { file }
  }

  private static let cases: [Case] = {
    let path = Repository.path("Tests/CaseloadTests/Fixtures/rosters/expected.csv")
    let document = CSVDocument(
      [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data()),
      limits: CSVLimits(rows: 1_000, cells: 10_000, columns: 10, rowBytes: 10_000, brokenRows: 1))
    return (0..<document.rowCount).map { row in
      Case(
        file: document.text(row, 0), good: Int(document.text(row, 1)) ?? -1,
        bad: Int(document.text(row, 2)) ?? -1)
    }
  }()

  private static func roster(_ file: String) throws -> RosterFile {
    try RosterFile(Repository.path("Tests/CaseloadTests/Fixtures/rosters/\(file)"))
  }

  private static func check(_ file: String) throws -> (result: RosterCheck.Result, told: [String]) {
    var told: [String] = []
    let result = try RosterCheck(dataset: try inputs.get().dataset).check(roster(file)) { told.append($0) }
    return (result, told)
  }

  private static func profiles(_ file: String) throws -> [ClientProfile] {
    var stream = try RosterStream(roster(file), dataset: try inputs.get().dataset)
    var profiles: [ClientProfile] = []
    while let row = try stream.nextRow() { if let profile = row.profile { profiles.append(profile) } }
    return profiles
  }

  @Test func `every file has a line`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Repository.path("Tests/CaseloadTests/Fixtures/rosters"))
    #expect(Self.cases.map(\.file).sorted() == files.filter { $0 != "expected.csv" }.sorted())
    #expect(Self.cases.count == 26)
  }

  @Test(arguments: cases)
  func `as many are good and bad as expected, however they are looked at`(_ expected: Case) throws {
    let (result, told) = try Self.check(expected.file)
    #expect(result.good == expected.good && result.bad == expected.bad, "\(told)")
    #expect(try Self.roster(expected.file).rowCount() == expected.good + expected.bad)
    var options = BatchOptions()
    options.export.formats = [.csv]
    let today = try #require(CalendarDate(iso: "2026-11-23"))
    let batch = BatchExporter(inputs: try Self.inputs.get(), options: options, today: today)
    let count = try batch.run(Self.roster(expected.file), to: folder.path("out")).count
    #expect(count.done == expected.good && count.rejected == expected.bad)
  }

  @Test func `missing words are missing, and told in one line a column`() throws {
    let profile = try #require(try Self.profiles("D16-na.csv").first)
    var expected = ClientProfile(id: "na1")
    expected.name = "Ada Example"
    #expect(profile == expected)
    let told = try Self.check("D16-na.csv").told
    #expect(told.count == 5)
    for column in ["state", "pay_amount", "credentials", "setting", "education"] {
      #expect(told.contains { $0.contains(": \(column): 1 value read as missing") }, "\(told)")
    }
    var empty = ClientProfile(id: "p07")
    empty.name = nil
    #expect(try Self.profiles("J2-13-empty-strings.ndjson") == [empty])
  }

  @Test func `choices are known by their titles`() throws {
    let profiles = try Self.profiles("D17-state-words.csv")
    #expect(profiles.map(\.stateCode) == ["CA", "CA", "CA", "CA"])
    #expect(profiles[2].settingID == "hospital")
    #expect(profiles[3].settingID == "physician-office" && profiles[3].credentialIDs == ["CPC"])
    #expect(profiles[3].rungID == "certified-coder" && profiles[3].education == .highSchool)
    #expect(
      try Self.profiles("D18-creds-sep.csv").map(\.credentialIDs)
        == Array(repeating: ["CPC", "CRC"], count: 4))
    #expect(try Self.profiles("D3-20-sep-line.csv")[1].credentialIDs == ["CPC", "CRC"])
  }

  @Test func `pay is what stands there`() throws {
    #expect(
      try Self.profiles("D19-nbsp-thousands.csv").map(\.pay)
        == Array(repeating: StatedPay(amount: 46_000, basis: .annual), count: 2))
    let near = try #require(try Self.profiles("S8-37b-header-near.csv").first)
    #expect(near.pay == StatedPay(amount: 52_000, basis: .annual))
    #expect(near.yearsOfExperience == 4 && near.credentialIDs == ["CPC"])
    #expect(try Self.profiles("S9-07-zwsp-header.csv")[0].pay == StatedPay(amount: 52_000, basis: .annual))
    let budget = try Self.check("S4-budget.csv").told
    #expect(budget.count == 1 && budget[0].contains("bu1") == false && budget[0].contains("line 2"))
    #expect(budget[0].hasSuffix("write 1500 or 1.50"), "\(budget)")
    let twice = try Self.check("J4-15-extra-keys.ndjson")
    #expect(twice.told.count == 1 && twice.told[0].contains("pay_amount: it is given twice"), "\(twice.told)")
    #expect(twice.result.extraColumns == ["email"])
  }

  @Test func `dates are read by the order of their column`() throws {
    func dates(_ file: String) throws -> [String?] { try Self.profiles(file).map(\.reportDate?.iso) }
    #expect(try dates("D21-date-yy.csv") == Array(repeating: "2026-11-23", count: 4))
    #expect(try dates("S6-dates-dmy.csv") == ["2026-04-03", "2026-04-23", "2026-05-07", "2026-05-28"])
    let told = try Self.check("S6-dates-dmy.csv").told
    #expect(told.count == 1 && told[0].contains("day first"), "\(told)")
  }

  @Test func `ids are what was typed, or refused`() throws {
    #expect(try Self.profiles("D7-27-eq-quote.csv").map(\.id) == ["00123", "00124"])
    let typed = try Self.profiles("S1-typed0.csv")
    #expect(typed.map(\.id) == ["123", "3-5"])
    #expect(typed.map(\.reportDate?.year) == [2026, 2026])
    let told = try Self.check("S1-typed0.csv").told
    #expect(told.count { $0.contains("an id that a spreadsheet has changed") } == 2, "\(told)")
    let idaho = try Self.profiles("S2-28b-hash-header-idaho.csv")
    #expect(idaho.map(\.id) == ["h01", "h02", "h03"] && idaho[0].stateCode == "ID")
    #expect(try Self.check("S2-28b-hash-header-idaho.csv").result.extraColumns == ["#"])
  }

  @Test func `names and totals are what they are`() throws {
    #expect(try Self.profiles("D6-24-space-before-quote.csv")[0].name == "Example, Gil")
    #expect(try Self.profiles("D13-30-title-rows.csv").map(\.id) == ["j01"])
    let told = try Self.check("S5-32-totals.csv").told
    #expect(told.count == 1 && told[0].hasSuffix(": line 4 is left out: totals are not clients"), "\(told)")
  }
}
