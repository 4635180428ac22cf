import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// "Since last time" (rule 12), by hand: the client of the worked example half a year later.
@Suite struct ProgressReportTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func list(_ report: Report, title: String = "Since last time") -> [String]? {
    let words = ValueFormatter(for: report)
    return report.section("summary")?.blocks.compactMap { block -> [String]? in
      if case .list(let heading, let items) = block, words.text(heading) == title {
        items.map(words.text)
      } else {
        nil
      }
    }.first
  }

  private func later(_ change: (inout ClientProfile) throws -> Void = { _ in }) throws -> ClientProfile {
    var profile = try SampleClients.profile("worked-example")
    profile.pay = StatedPay(amount: 56_000, basis: .annual)
    profile.rungID = "certified-coder"
    profile.yearsOfExperience = 2
    profile.credentialIDs = ["CPC"]
    profile.previous = PreviousReport(
      date: try day("2026-11-23"), fullTimePay: 46_000, rungID: "entry-level-coder", credentialIDs: ["CPC-A"])
    profile.agreedSteps = [
      AgreedStep(text: "Ask for the letter", due: try day("2027-05-01"), done: try day("2027-04-12")),
      AgreedStep(text: "Call the AAPC about the CRC", due: try day("2027-03-01")),
      AgreedStep(text: "Join the local chapter", due: try day("2027-08-01")),
      AgreedStep(text: "Read three postings"),
    ]
    try change(&profile)
    return profile
  }

  @Test func `what has changed, which steps are done, and which are carried on`() throws {
    let report = try SampleClients.exporter().report(on: later(), date: day("2027-05-24"))
    #expect(
      list(report) == [
        "You earn $10,000 more than on November 23, 2026: $46,000 a year then, $56,000 now.",
        "On the career ladder: Entry-level coder or billing clerk then, Certified coder now.",
        "Your CPC-A has become CPC.",
        "Done on April 12, 2027: Ask for the letter",
        "Still open, was to be done by March 1, 2027: Call the AAPC about the CRC",
        "Still open, by August 1, 2027: Join the local chapter", "Still open: Read three postings",
      ])
  }

  @Test func `its figures are rows of the CSV`() throws {
    let report = try SampleClients.exporter().report(on: later(), date: day("2027-05-24"))
    #expect(report.figure("summary", "client", "previous_pay")?.value == 46_000)
    #expect(report.figure("summary", "client", "pay_change")?.value == 10_000)
    // 10,000 / 46,000
    #expect(report.figure("summary", "client", "pay_change_percent")?.value == 21.7)
    let steps = report.section("summary")?.figures.filter { $0.measure == "agreed_step" } ?? []
    #expect(steps.map(\.statistic) == ["done", "open", "open", "open"])
    #expect(report.figure("summary", "agreed-2", "agreed_step_due")?.note == Prose("2027-03-01"))
    #expect(report.figure("summary", "agreed-1", "agreed_step_done")?.note == Prose("2027-04-12"))
  }

  @Test func `where nothing has changed it says so, and of nothing known it says only when`() throws {
    let same = try SampleClients.exporter().report(
      on: later {
        $0.previous = PreviousReport(
          date: try day("2026-11-23"), fullTimePay: 56_000, rungID: "certified-coder", credentialIDs: ["CPC"])
        $0.agreedSteps = nil
      }, date: day("2027-05-24"))
    #expect(
      list(same) == ["Pay, rung and credentials are as on November 23, 2026, as far as they are known."])
    let unknown = try SampleClients.exporter().report(
      on: later {
        $0.previous = PreviousReport(date: try day("2026-11-23"))
        $0.agreedSteps = nil
      }, date: day("2027-05-24"))
    #expect(list(unknown) == ["The last report is of November 23, 2026."])
    #expect(try list(SampleClients.report("worked-example")) == nil)
  }

  @Test func `an earlier report's CSV fills it, and no step is told twice`() throws {
    let exporter = try SampleClients.exporter()
    let profile = try SampleClients.profile("worked-example")
    let first = exporter.report(on: profile, date: try day("2026-11-23"))
    let csv = try exporter.files(for: first)[0].bytes
    let date = try day("2027-05-24")
    let earlier = try EarlierReport(
      csv: csv, clientID: "worked-example", reportDate: date, dataset: try DatasetLoader.shipped())
    #expect(earlier.previous.fullTimePay == 46_000 && earlier.previous.rungID == "entry-level-coder")
    #expect(earlier.previous.credentialIDs == ["CPC-A"])
    let steps = first.section("summary")?.figures.filter { $0.measure == "next_step" } ?? []
    #expect(earlier.steps.count == steps.count)
    #expect(
      earlier.steps[2]
        == AgreedStep(
          text: "Study for CRC (3 to 6 months), then register for the exam and take it",
          due: try day("2027-05-23")))
    var later = profile.filled(from: earlier)
    later.pay = StatedPay(amount: 47_500, basis: .annual)
    let second = exporter.report(on: later, date: date)
    let said = try #require(list(second))
    #expect(said[0].hasPrefix("You earn $1,500 more than on November 23, 2026"))
    #expect(said.contains { $0.hasPrefix("Still open, was to be done by May 23, 2027: Study for CRC") })
    let words = ValueFormatter(for: second)
    let suggested = second.section("summary")?.figures.filter { $0.measure == "next_step_due" } ?? []
    for step in suggested {
      #expect(!earlier.steps.map(\.text).contains(words.text(step.note)), "\(words.text(step.note))")
    }
    // And so on: the third report knows what is open still.
    let third = try EarlierReport(
      csv: try exporter.files(for: second)[0].bytes, clientID: "worked-example", reportDate: date,
      dataset: try DatasetLoader.shipped())
    #expect(third.steps.map(\.text).starts(with: earlier.steps.map(\.text)))
  }

  @Test func `it is said in Spanish too`() throws {
    let exporter = ReportExporter(
      dataset: try DatasetLoader.shipped(), template: try TemplateLoader.load("full-es"), options: .init()
    )
    let said = try #require(
      list(exporter.report(on: try later(), date: try day("2027-05-24")), title: "Desde la última vez"))
    #expect(said[0].hasPrefix("Usted gana $10,000 más que el 23 de noviembre de 2026"))
    #expect(said.contains("Pendiente, era para el 1 de marzo de 2027: Call the AAPC about the CRC"))
  }
}
