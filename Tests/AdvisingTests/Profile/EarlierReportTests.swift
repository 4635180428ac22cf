import CareerData
import Testing

@testable import Advising

@Suite struct EarlierReportTests {
  private static let header =
    "client_id,report_date,section,item_id,item,measure,statistic,unit,low,value,high,difference,difference_percent,source_id,period,note\r\n"

  /// - Parameter rows: item_id, measure, statistic, value, note.
  private func csv(_ rows: [[String]], client: String = "c", date: String = "2026-05-04") -> String {
    Self.header
      + rows.map {
        "\(client),\(date),summary,\($0[0]),x,\($0[1]),\($0[2]),count,,\($0[3]),,,,,,\"\($0[4])\"\r\n"
      }.joined()
  }

  private func read(_ csv: String, date: String = "2026-11-23") throws -> EarlierReport {
    try EarlierReport(
      csv: Array(csv.utf8), clientID: "c", reportDate: try #require(CalendarDate(iso: date)),
      dataset: SmallDataset.dataset())
  }

  private func problems(_ csv: String, date: String = "2026-11-23") throws -> [String] {
    let error = #expect(throws: EarlierReport.Problems.self) { _ = try read(csv, date: date) }
    return error?.problems.map(\.description) ?? []
  }

  private static let sound = [
    ["client", "pay_full_time", "", "41000", ""], ["client", "rung", "stated", "", "one"],
    ["client", "credentials", "held", "", "J;L"], ["agreed-1", "agreed_step", "done", "", "Call"],
    ["agreed-1", "agreed_step_done", "", "", "2026-04-01"], ["agreed-2", "agreed_step", "open", "", "Write"],
    ["agreed-2", "agreed_step_due", "", "", "2026-06-01"],
    ["step-1", "next_step", "", "", "Study for K, by November 2026"],
    ["step-2", "next_step", "", "", "'- Read. Where: https://example.org"],
    ["step-1", "next_step_due", "by", "6", "Study for K"], ["step-2", "next_step_due", "", "", "'- Read"],
  ]

  @Test func `what held then and the open steps are read, the apostrophe before a sign taken off`() throws {
    let found = try read(csv(Self.sound))
    func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }
    #expect(
      found.previous
        == PreviousReport(
          date: try day("2026-05-04"), fullTimePay: 41_000, rungID: "one", credentialIDs: ["J", "L"]))
    #expect(
      found.steps == [
        AgreedStep(text: "Write", due: try day("2026-06-01")),
        AgreedStep(text: "Study for K", due: try day("2026-11-04")), AgreedStep(text: "- Read"),
      ])
  }

  @Test func `rows of other clients and sections are passed over`() throws {
    let others = csv([["client", "rung", "stated", "", "three"]], client: "d").dropFirst(Self.header.count)
    let ladder = "c,2026-05-04,ladder,client,x,rung,stated,count,,,,,,,,three\r\n"
    #expect(try read(csv(Self.sound) + others + ladder) == read(csv(Self.sound)))
  }

  @Test func `a report of before the rows of days has its steps as they stand there`() throws {
    let found = try read(csv([["step-1", "next_step", "", "", "Study for K, by November 2026"]]))
    #expect(found.steps == [AgreedStep(text: "Study for K, by November 2026")])
    #expect(found.previous.fullTimePay == nil && found.previous.credentialIDs == nil)
  }

  @Test func `every problem is told at once, with its line and a remedy`() throws {
    let found = try problems(
      csv([
        ["client", "pay_full_time", "", "lots", ""], ["client", "rung", "stated", "", "won"],
        ["agreed-1", "agreed_step", "open", "", "Write"], ["agreed-1", "agreed_step_due", "", "", "soon"],
        ["step-1", "next_step_due", "by", "1.5", "Study"],
      ]))
    #expect(
      Set(found) == [
        "pay_full_time: line 2: the value is no number; write it as 46000, without $ and separators",
        "rung: line 3: unknown rung \"won\"; allowed: one, two, three",
        "agreed_step_due: line 5: \"soon\" is not a date that exists; write it as YYYY-MM-DD",
        "next_step_due: line 6: the value is no number of months; write a whole number, 0 or more",
      ])
  }

  @Test func `another client, another file, a later day: each is told`() throws {
    #expect(
      try problems(csv(Self.sound, client: "d")) == [
        "client_id: there is no row of the client \"c\"; give the CSV of an earlier report on this client"
      ])
    #expect(
      try problems(csv(Self.sound), date: "2026-05-03") == [
        "report_date: line 2: 2026-05-04 is after the new report's 2026-05-03; "
          + "give an earlier report, or set the date of the new one by --report-date"
      ])
    #expect(
      try problems("client_id,note\r\nc,x\r\n").first
        == "report_date: line 1: there is no such column; give the CSV of an earlier report as Pathbook wrote it"
    )
    #expect(
      try problems(csv(Self.sound).replacing(",summary,", with: ",ladder,")) == [
        "section: line 2: no row of the client is of section summary; give a report whose template has the section summary"
      ])
    #expect(try problems(csv(Self.sound) + "c,\"x").first?.hasPrefix("CSV: line 13: ") == true)
  }

  @Test func `what the profile says itself stays`() throws {
    let earlier = try read(csv(Self.sound))
    var profile = ClientProfile(id: "c")
    #expect(profile.filled(from: earlier).agreedSteps == earlier.steps)
    profile.agreedSteps = []
    #expect(profile.filled(from: earlier).agreedSteps == [])
    #expect(profile.filled(from: earlier).previous == earlier.previous)
  }
}
