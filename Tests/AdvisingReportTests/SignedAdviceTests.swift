import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// Reports that an advisor of ten years would sign: what each must say and must not, written before the rules were.
///
/// The rules are numbered in Documentation/advising-rules.md.
@Suite struct SignedAdviceTests {
  /// What a report of a client says, and what it does not.
  struct Example: Sendable, CustomTestStringConvertible {
    let id: String
    /// Nil for a sample client.
    var client: (@Sendable (inout ClientProfile) -> Void)?
    /// The beginning of the first finding.
    let first: String
    /// Somewhere on page one.
    var says: [String] = []
    /// Nowhere on page one.
    var doesNotSay: [String] = []
    /// The credentials of the plan, in its order; nil for a report without a plan.
    let proposes: [String]?
    /// The beginnings of the next steps, in order.
    let steps: [String]

    var testDescription: String { id }
  }

  private static func pay(_ amount: Double, _ basis: PayBasis = .annual) -> StatedPay {
    StatedPay(amount: amount, basis: basis)
  }

  // MARK: - The sample clients

  private static let samples: [Example] = [
    Example(
      id: "worked-example", first: "California: half of the people in this work earn more than $59,700.",
      says: [
        "You earn $13,700 less.", "About 1 in 5 earn less", "Certified coder, $55,000 to $70,000",
        "$9,000 to $24,000 more than now", "You still need 6 months of experience", "May 2027",
        "your CPC-A becomes CPC", "$70,000 to $95,000 or more a year, after 2-3 years", "May 2028",
        "Job ads average $84,640: advertised pay, not what people were paid", "Your budget is $1,000",
      ],
      doesNotSay: ["84.0%", "CBCS", "CCA", "United States", "payback"], proposes: ["CRC", "CPC"],
      steps: [
        "Ask your employer for a letter", "Find out what CRC costs", "Study for CRC",
        "Read three job postings",
      ]),
    Example(
      id: "apprentice", first: "Florida: half",
      says: ["February 2028", "You aim at Hospital: $60,530 on average", "Your budget is $450"],
      doesNotSay: ["CBCS", "CCA", "$647"], proposes: ["CIC", "COC", "CPC"],
      steps: [
        "Ask your employer for a letter", "Find out what CIC costs", "Study for CIC",
        "Read three job postings",
      ]),
    Example(
      id: "auditor", first: "Washington: half of the people in this work earn more than $62,250.",
      says: ["HIM manager or revenue cycle manager", "RHIA", "RHIT", "CAHIIM", "Ask AHIMA"],
      doesNotSay: ["CBCS", "CCA", "COC", "months of experience", "3 to 6 months"],
      proposes: ["RHIA", "RHIT"], steps: ["Ask AHIMA which of these your education opens"]),
    Example(
      id: "career-changer", first: "Ohio: half of the people in this work earn more than $51,420.",
      says: [
        "You earn $41,500 now, in other work", "from $4,000 less to $8,500 more than now",
        "The credential to start with is CPC: $647", "within your budget of $700", "After it comes CRC",
        "4 to 9 months", "August 2027",
      ],
      doesNotSay: ["104.0%", "+", "CBCS", "CCA"], proposes: ["CPC", "CRC"],
      steps: [
        "Train at an accredited program", "After the training, register for the CPC exam",
        "After the exam, apply",
        "Read three job postings",
      ]),
    Example(
      id: "certified-coder", first: "New York: half",
      says: ["Senior coder", "You already meet what is usually asked for", "You have those years"],
      doesNotSay: ["CBCS", "CCA", "Missing"], proposes: ["CIC", "CRC", "CPMA"],
      steps: [
        "Apply for posts of the next rung", "Find out what CIC costs", "Study for CIC",
        "Read three job postings",
      ]),
    Example(
      id: "new-entrant", first: "Texas: half of the people in this work earn more than $47,230.",
      says: ["CCA ($199 to $299 for exam, within your budget of $300)", "COC (", "After it comes CIC"],
      doesNotSay: ["CBCS", "CPC", "You earn"], proposes: ["CCA", "COC", "CIC"],
      steps: [
        "Train at an accredited program", "After the training, register for the CCA exam",
        "After the exam, apply",
        "Read three job postings",
      ]),
    Example(
      id: "part-time-freelancer",
      first: "Senior coders and coding specialists are usually paid $70,000 to $85,000.",
      says: ["before self-employment tax", "Colorado", "CPMA"],
      doesNotSay: ["CBCS", "CCA", "Talk about your pay"], proposes: ["CPMA", "RHIT", "RHIA"],
      steps: [
        "Look at what you charge", "Find out what CPMA costs", "Study for CPMA", "Read three job postings",
      ]),
    Example(
      id: "almost-nothing-known",
      first: "United States: half of the people in this work earn more than $50,250.",
      says: ["People start as entry-level coders", "4 to 9 months", "Is the present work in this field?"],
      doesNotSay: ["You earn", "Your next step", "–"], proposes: nil, steps: ["Read three job postings"]),
  ]

  // MARK: - Eight other clients

  private static let others: [Example] = [
    Example(
      id: "auditor-of-11-years",
      client: {
        $0.stateCode = "WA"
        $0.pay = pay(88_400)
        $0.rungID = "coding-auditor"
        $0.yearsOfExperience = 11
        $0.credentialIDs = ["CPC", "CPMA", "CIC"]
        $0.certificationBudget = 2_500
      }, first: "Washington: half", says: ["$80,000 to $110,000", "CAHIIM", "highest level of education"],
      doesNotSay: ["CBCS", "CCA", "$117", "payback"], proposes: ["RHIA", "RHIT"], steps: ["Ask AHIMA"]),
    Example(
      id: "coder-paid-below-her-rung",
      client: {
        $0.stateCode = "CA"
        $0.pay = pay(50_960)
        $0.yearsOfExperience = 3
        $0.credentialIDs = ["CPC"]
      }, first: "Certified coders are usually paid $55,000 to $70,000. You earn $50,960.",
      says: ["Certified coder", "California", "CIC, COC, CRC, CPMA", "depends on the work you want"],
      doesNotSay: ["Entry-level", "Nothing that is published is missing", "CBCS", "CCA"],
      proposes: ["CPMA", "COC", "CIC", "CRC"], steps: ["Talk about your pay", "Choose the credential"]),
    Example(
      id: "banker",
      client: {
        $0.stateCode = "OH"
        $0.pay = pay(41_500)
        $0.isInField = false
        $0.credentialIDs = []
        $0.certificationBudget = 700
        $0.targetSettingID = "insurer"
        $0.targetSpecializationID = "hcc-risk-adjustment"
      }, first: "Ohio: half", says: ["CPC: $647", "After it comes CRC", "advertised pay"],
      doesNotSay: ["%)", "104", "CBCS", "CCA"], proposes: ["CPC", "CRC"],
      steps: ["Train", "After the training, register for the CPC exam", "After the exam", "Read three"]),
    Example(
      id: "newcomer-to-a-hospital",
      client: {
        $0.stateCode = "TX"
        $0.credentialIDs = []
        $0.certificationBudget = 300
        $0.targetSettingID = "hospital"
      }, first: "Texas: half", says: ["CCA ($199 to $299", "Training for it takes 4 to 9 months"],
      doesNotSay: ["CBCS", "CPC", "gain"], proposes: ["CCA", "COC", "CIC"],
      steps: ["Train", "After the training, register for the CCA exam", "After the exam", "Read three"]),
    Example(
      id: "rhit-who-aims-at-management",
      client: {
        $0.stateCode = "MN"
        $0.pay = pay(61_000)
        $0.isInField = true
        $0.yearsOfExperience = 5
        $0.credentialIDs = ["RHIT"]
        $0.education = .associate
      }, first: "Minnesota: half",
      says: [
        "HIM manager or revenue cycle manager, $80,000 to $110,000", "You still need 3 years",
        "November 2029",
        "You hold RHIT",
      ], doesNotSay: ["CBCS", "CCA", "Entry-level"], proposes: ["RHIA"],
      steps: [
        "Ask AHIMA which programs lead to RHIA: it asks for a bachelor's degree", "Gain the experience",
      ]),
    Example(
      id: "freelancer-part-time",
      client: {
        $0.stateCode = "CO"
        $0.pay = pay(31.5, .hourly)
        $0.hoursPerWeek = 22
        $0.isInField = true
        $0.yearsOfExperience = 7
        $0.credentialIDs = ["CPC", "CRC"]
        $0.specializationID = "freelance"
      }, first: "Senior coders and coding specialists are usually paid $70,000 to $85,000.",
      says: ["$65,520 a year at full time, before self-employment tax and unpaid hours"],
      doesNotSay: ["Talk about your pay", "CBCS", "CCA"], proposes: ["CPMA", "RHIT", "RHIA"],
      steps: ["Look at what you charge", "Find out what CPMA costs", "Study for CPMA"]),
    Example(
      id: "coder-paid-above-her-rung",
      client: {
        $0.stateCode = "CA"
        $0.pay = pay(133_000)
        $0.yearsOfExperience = 6
        $0.credentialIDs = ["CPC", "CRC"]
      }, first: "California: half",
      says: ["You earn $133,000, more than that.", "You earn as much or more now."],
      doesNotSay: ["CBCS", "CCA", "82,570", "Talk about your pay", "Study for"],
      proposes: ["CPMA", "RHIT", "RHIA"], steps: ["Decide which setting or specialization"]),
    Example(
      id: "only-an-id", client: { _ in }, first: "United States: half",
      says: ["People start as entry-level coders", "4 to 9 months", "Which credentials are held"],
      doesNotSay: ["You earn", "Your next step", "–"], proposes: nil, steps: ["Read three job postings"]),
  ]

  // MARK: - Tests

  private func report(_ example: Example) throws -> Report {
    guard let change = example.client else { return try SampleClients.report(example.id) }
    var profile = ClientProfile(id: example.id)
    change(&profile)
    var options = ReportExporter.Options()
    options.copy = .advisor
    return try SampleClients.exporter(options).report(
      on: profile, date: try #require(CalendarDate(iso: "2026-11-23")))
  }

  /// The summary as the text has it, without what the client's own notes say.
  private func pageOne(_ report: Report) -> (findings: [String], steps: [String], all: String) {
    let words = ValueFormatter(for: report)
    var (findings, steps, all) = ([String](), [String](), [String]())
    let pageOne = report.sections.first { $0.part == .pageOne }?.blocks ?? []
    if case .passage(_, let items)? = pageOne.first(where: { if case .passage = $0 { true } else { false } })
    {
      findings = items.map(words.text)
    }
    for block in report.section("summary")?.blocks ?? [] {
      switch block {
      case .nextSteps(let next): steps += next.steps.map { words.text($0.sentence) }
      case .list(_, let items): all += items.map(words.text)
      case .callout(_, let items): all += items.map(words.text)
      case .facts(let facts):
        all += facts.filter { $0.label != "Notes" && $0.label != "Credentials" }.map { words.text($0.value) }
      case .leadFigures, .paragraph, .passage, .table, .chart, .smallPrint: break
      }
    }
    return (findings, steps, (findings + steps + all).joined(separator: "\n"))
  }

  @Test(arguments: samples + others)
  func `page one says what an advisor would say`(example: Example) throws {
    let page = pageOne(try report(example))
    #expect(page.findings.first?.hasPrefix(example.first) == true, "\(page.findings)")
    for words in example.says { #expect(page.all.contains(words), "\(words): \(page.all)") }
    for words in example.doesNotSay {
      let said = (page.findings + page.steps).filter { $0.contains(words) }
      #expect(said.isEmpty, "\(words): \(said)")
    }
  }

  @Test(arguments: samples + others)
  func `the plan proposes what has a purpose, and the steps are in the order of time`(example: Example) throws
  {
    let report = try report(example)
    let table = report.section("certification_plan")?.blocks.compactMap { block -> Table? in
      if case .table(let table) = block, table.id == "certification-plan" { table } else { nil }
    }.first
    #expect(table?.rows.map(\.id) == example.proposes)
    let steps = pageOne(report).steps
    #expect(steps.count == example.steps.count, "\(steps)")
    for (step, expected) in zip(steps, example.steps) { #expect(step.hasPrefix(expected), "\(step)") }
  }

  @Test(arguments: samples + others)
  func `no percent is made from advertised pay on the first page of the text`(example: Example) throws {
    var options = ReportExporter.Options()
    options.formats = [.txt]
    let report = try report(example)
    let files = try SampleClients.exporter(options).files(for: report)
    let text = String(decoding: try #require(files.first { $0.name.hasSuffix(".txt") }).bytes, as: UTF8.self)
    #expect(!text.prefix(3_000).contains("+84") && !text.prefix(3_000).contains("104.0%"))
    if example.first.contains("usually paid") {
      #expect(text.prefix(2_500).contains("usually paid"))
    }
  }

  @Test
  func `an auditor's plan has no row of what is not proposed, and says what is met and what is not known`()
    throws
  {
    let plan = try #require(try SampleClients.report("auditor").section("certification_plan")).figures
    #expect(Set(plan.map(\.itemID)) == ["RHIA", "RHIT"])
    let requirements = plan.filter { $0.measure == "requirement" }
    #expect(requirements.map(\.statistic) == ["met", "unknown", "met", "unknown"])
  }
}
