import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import TestValues
import Testing

/// What a report says when the center has filled in the table of training programs (rules 4, 5 and 10): worked out by hand
/// before the code was written, with the made-up programs of Samples/programs.
@Suite struct ProgramReportTests {
  private let programs: [TrainingProgram]

  init() throws {
    let folder = try TestFolder()
    let path = folder.path + "/mine"
    _ = try DatasetPlace.copyShipped(to: path)
    let table = SampleClients.root.appendingPathComponent("Samples/programs/made-up-programs.csv").path
    _ = try ProgramEditor(path).add(try ProgramEditor.programs(from: table))
    programs = try DatasetLoader.load(folder: path).records.programs
  }

  private func dataset(_ programs: [TrainingProgram]) throws -> CareerDataset {
    let shipped = try DatasetLoader.shipped()
    var records = shipped.records
    records.programs = programs
    return CareerDataset(identity: shipped.identity, tables: shipped.tables, records: records)
  }

  private func report(
    _ profile: ClientProfile, _ programs: [TrainingProgram], template: String = "full"
  ) throws -> Report {
    let exporter = ReportExporter(
      dataset: try dataset(programs), template: try TemplateLoader.load(template), options: .init())
    return exporter.report(on: profile, date: try #require(CalendarDate(iso: "2026-11-23")))
  }

  private func notes(_ report: Report, _ measure: String) -> [String] {
    let words = ValueFormatter(for: report)
    return report.section("summary")?.figures.filter { $0.measure == measure }.map { words.text($0.note) }
      ?? []
  }

  private func text(_ report: Report, _ section: String) throws -> String {
    let words = ValueFormatter(for: report)
    return try #require(report.section(section)).blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let prose): [words.text(prose)]
      case .list(_, let items), .callout(_, let items): items.map(words.text)
      case .table(let table): table.rows.flatMap { $0.cells.map(words.text) }
      default: []
      }
    }.joined(separator: "\n")
  }

  // MARK: - The first credential

  @Test func `a career changer hears exam and program together, and the dates count the program's months`()
    throws
  {
    let report = try report(try SampleClients.profile("career-changer"), programs)
    let cost = try #require(notes(report, "key_finding").first { $0.contains("to start with") })
    // 425 + 222 + 1,150; both programs for the CPC are more than the budget of $700, and this one is the shorter.
    #expect(
      cost.hasPrefix(
        "The credential to start with is CPC: $647 for exam and membership and $1,150 for CPC preparation "
          + "(Example Online Academy (made up), online, 4 months, as of November 2026): $1,797 in all, more than your "
          + "budget of $700. After it comes CRC."))
    #expect(!cost.contains("not published"))
    let steps = notes(report, "next_step")
    #expect(
      steps[0].hasPrefix(
        "Train for CPC: CPC preparation (Example Online Academy (made up), online, 4 months, $1,150), by March 2027"
      ))
    #expect(steps[0].contains("https://www.example.com/cpc"))
    #expect(steps[1].contains("CPC exam") && steps[1].contains("from March 2027 on"))
    #expect(steps[2].hasPrefix("After the exam, apply") && steps[2].contains("from March 2027 on"))
    // The years that the guide names come after the training: 4 months and 3 years.
    #expect(notes(report, "key_finding").contains { $0.contains("You can have those years by March 2030.") })
    #expect(notes(report, "key_finding").contains { $0.contains("Training for it takes 4 months.") })
  }

  @Test func `each number of a program names the center's table and the day of the look`() throws {
    let report = try report(try SampleClients.profile("career-changer"), programs)
    let cost = try #require(report.figure("certification_plan", "CPC", "program_cost"))
    #expect(cost.value == 1_150 && cost.provenance.sourceIDs == ["training-programs"])
    #expect(cost.provenance.citations.map(\.period) == ["2026-11-01"])
    #expect(report.figure("certification_plan", "CPC", "program_months")?.value == 4)
    let total = try #require(report.figure("certification_plan", "CPC", "cost_total"))
    #expect(total.value == 1_797 && total.provenance.sourceIDs == ["guide-2026", "training-programs"])
    #expect(report.figure("certification_plan", "CPC", "cost")?.value == 647)
    let source = try #require(report.sources.last)
    #expect(source.id == "training-programs" && source.period == "as of 2026-11-01")
    #expect(try text(report, "sources").contains("Your advising center"))
    for id in report.figures.flatMap(\.figures).flatMap(\.provenance.sourceIDs) {
      #expect(report.sources.contains { $0.id == id })
    }
  }

  @Test
  func
    `the plan has a column for the program, its months and the sum, and says whether the budget covers it`()
    throws
  {
    var profile = try SampleClients.profile("career-changer")
    profile.certificationBudget = 1_797
    let report = try report(profile, programs)
    let words = ValueFormatter(for: report)
    let table = try #require(
      report.section("certification_plan")?.blocks.compactMap { block -> Table? in
        if case .table(let table) = block, table.id == "certification-plan" { table } else { nil }
      }.last)
    let row = try #require(table.rows.first { $0.id == "CPC" })
    func cell(_ id: String) throws -> String {
      words.text(row.cells[try #require(table.columns.firstIndex { $0.id == id })])
    }
    #expect(try cell("cost") == "$647" && cell("program_cost") == "$1,150" && cell("cost_total") == "$1,797")
    #expect(try cell("program_months") == "4 months" && cell("budget") == "yes")
    #expect(try cell("program").contains("CPC preparation (Example Online Academy (made up), online"))
    #expect(!table.notes.map(words.text).joined().contains("Training, renewals"))
  }

  @Test func `a program whose cost nobody knows is named, and its provider is to be asked`() throws {
    var unpriced = programs.filter { $0.credentialID == "CPC" && $0.months == 4 }
    unpriced[0].cost = nil
    let report = try report(try SampleClients.profile("career-changer"), unpriced)
    let cost = try #require(notes(report, "key_finding").first { $0.contains("to start with") })
    #expect(cost.contains("$647 for exam and membership, within your budget of $700."))
    #expect(cost.contains("prepares for it; ask Example Online Academy (made up) what it costs."))
    #expect(report.figure("certification_plan", "CPC", "cost_total") == nil)
  }

  // MARK: - One credential more

  @Test func `where the exam's price is not known the program's is said, and whom to ask for the rest`()
    throws
  {
    let report = try report(try SampleClients.profile("worked-example"), programs)
    let cost = try #require(
      notes(report, "key_finding").first { $0.contains("CRC") && $0.contains("ask AAPC") })
    #expect(
      cost.hasPrefix(
        "Risk adjustment coding (Example Online Academy (made up), online, 3 months, as of November 2026) costs $800. "
          + "What CRC costs on top, exam and membership, is not published here: ask AAPC. Your budget is $1,000."
      ))
    #expect(!cost.contains("3 to 6 months"))
    let steps = notes(report, "next_step")
    #expect(steps[1].hasPrefix("Find out what CRC costs on top of the program: exam, membership"))
    #expect(steps[2].hasPrefix("Study for CRC: Risk adjustment coding ("))
    #expect(steps[2].contains("by February 2027"))
    #expect(report.figure("certification_plan", "one_to_two", "payback_months") == nil)
  }

  @Test func `a program dearer than the budget is said to be so`() throws {
    var profile = try SampleClients.profile("worked-example")
    profile.certificationBudget = 500
    let report = try report(profile, programs)
    #expect(
      notes(report, "key_finding").contains { $0.contains("That is more than your budget of $500.") })
  }

  // MARK: - Payback

  /// In the field without a credential, at $46,000: at most 46,000 x (66,979 / 55,721 - 1) = 9,293.90 a year.
  private var uncertified: ClientProfile {
    var profile = ClientProfile(id: "uncertified")
    profile.stateCode = "CA"
    profile.pay = StatedPay(amount: 46_000, basis: .annual)
    profile.isInField = true
    profile.yearsOfExperience = 1
    profile.credentialIDs = []
    profile.targetSettingID = "insurer"
    profile.targetSpecializationID = "hcc-risk-adjustment"
    return profile
  }

  @Test func `with a program the step has a payback that names what it counts`() throws {
    let college = programs.filter { $0.title == "Medical coding certificate" }
    let report = try report(uncertified, college)
    // (647 + 2,400) / 9,293.90 x 12 = 3.9 months; the gain is at most so much, so the payback is at least.
    let payback = try #require(report.figure("certification_plan", "none_to_one", "payback_months"))
    #expect(payback.low == 3.9 && payback.value == nil && payback.high == nil)
    let plan = try text(report, "certification_plan")
    #expect(
      plan.contains(
        "If your pay rose by that, CPC would pay for itself in at least 3.9 months. Counted: exam, membership, the program "
          + "Medical coding certificate, $3,047 in all."))
    #expect(!plan.contains("How soon a credential pays for itself is not said here"))
    #expect(
      report.section("certification_plan")?.figures.filter { $0.measure == "payback_months" }.count == 1)
  }

  @Test func `a payback of less than three months is not said`() throws {
    let report = try report(uncertified, programs)
    // (647 + 1,150) / 9,293.90 x 12 = 2.3 months
    #expect(report.figure("certification_plan", "none_to_one", "payback_months") == nil)
    #expect(try !text(report, "certification_plan").contains("pay for itself in"))
  }

  @Test func `the what-if begins with the cost of exam and program`() throws {
    let report = try report(uncertified, programs)
    let cost = try #require(report.whatIf?.inputs.first { $0.name == "certification_cost" })
    #expect(cost.initial == .number(1_797))
    let values = try #require(report.whatIf).values(["horizon": .number(5)])
    #expect(values.named["credential_wait"]?.number.map { abs($0 - 4.0 / 12) < 1e-9 } == true)
  }

  // MARK: - Without one

  @Test func `a table of programs without one that fits changes nothing`() throws {
    let profile = try SampleClients.profile("auditor")
    let (with, without) = (try report(profile, programs), try report(profile, []))
    for section in without.sections where section.id != "sources" {
      #expect(with.sections.contains(section), "\(section.id)")
    }
    for group in without.figures where group.sectionID != "sources" {
      #expect(with.figures.contains(group), "\(group.sectionID)")
    }
    #expect(without.sources.allSatisfy { $0.id != "training-programs" })
  }

  @Test func `it is said in Spanish too`() throws {
    let report = try report(
      try SampleClients.profile("career-changer"), programs, template: "full-es")
    let cost = try #require(notes(report, "key_finding").first { $0.contains("para empezar") })
    #expect(cost.contains("$1,797 en total, más que su presupuesto de $700"))
    #expect(notes(report, "next_step")[0].contains("Fórmese para CPC"))
  }
}
