import Advising
import Calculation
import CareerData
import ReportModel

/// What is known of the client, and what of the advice matters most: page one shows it, programs read it here.
struct SummarySection: ReportSection {
  typealias Words = SummaryPhrase

  private let context: SectionContext
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  var content: SectionContent? {
    let findings = advice.keyFindings.map(KeyFindingWords(context).sentence)
    let steps = NextStepWords(context).all
    return SectionContent(
      figures: payFigures + clientFigures + findingFigures(findings) + stepFigures(steps),
      blocks: facts.isEmpty ? [] : [.facts(facts)])
  }

  // MARK: - Figures

  private var payFigures: [Figure] {
    guard let pay = advice.pay, let fullTime = context.fullTimePay, let actual = context.actualPay else {
      return []
    }
    func row(
      _ measure: String, _ unit: Unit, _ amount: Double, _ formula: SummaryPhrase?,
      _ provenance: Provenance = .statedByClient
    ) -> Figure {
      Figure(
        itemID: "client", item: wording.text(SummaryPhrase.client), measure: measure, unit: unit,
        value: amount, provenance: provenance, note: formula.map { wording.prose($0) } ?? "")
    }
    let hourly = Provenance.calculated(AppliedRule(.hourlyOfAnnual, fullTime))
    let isHourly = pay.stated.basis == .hourly
    return [
      row("pay_stated", isHourly ? .dollarsPerHour : .dollarsPerYear, pay.stated.amount, nil),
      row("hours_per_week", .hoursPerWeek, pay.hoursPerWeek, nil),
      row(
        "pay_actual", .dollarsPerYear, pay.actualAnnual, isHourly ? .actualFormula : nil, Provenance(actual)),
      row(
        "pay_full_time", .dollarsPerYear, pay.annual,
        isHourly ? .hourlyFormula : pay.differsFromActual ? .partTimeFormula : nil, Provenance(fullTime)),
    ]
      + (showsHourly(pay)
        ? [row("pay_full_time_hourly", .dollarsPerHour, pay.hourly, .perHourFormula, hourly)] : [])
  }

  /// Pay by the year has no hourly rate where the occupation's wages have none.
  private func showsHourly(_ pay: FullTimePay) -> Bool {
    advice.onlyWageBasis != .annual || pay.stated.basis == .hourly
  }

  /// What a later report compares with: the rung and the credentials, by their ids.
  private var clientFigures: [Figure] {
    func row(_ measure: String, _ statistic: String, _ ids: [String]) -> Figure {
      Figure(
        itemID: "client", item: wording.text(SummaryPhrase.client), measure: measure, statistic: statistic,
        unit: .count, provenance: .statedByClient, note: Prose(ids.joined(separator: ";")))
    }
    var rows: [Figure] = []
    switch advice.ladder.standing {
    case .stated(let rung): rows.append(row("rung", "stated", [rung.id]))
    case .inferred(let rung): rows.append(row("rung", "inferred", [rung.id]))
    case .none, .unknown, .notInField: break
    }
    if let held = advice.held { rows.append(row("credentials", "held", held.counted.map(\.id))) }
    return rows
  }

  private func stepFigures(_ steps: NextSteps) -> [Figure] {
    steps.steps.map(\.sentence).enumerated().map { index, step in
      Figure(
        itemID: "step-\(index + 1)", item: steps.title.words, measure: "next_step", unit: .count,
        provenance: .counted(step.citations), note: step)
    }
  }

  private func findingFigures(_ findings: [Prose]) -> [Figure] {
    findings.enumerated().map { index, sentence in
      Figure(
        itemID: "finding-\(index + 1)", item: wording.text(SummaryPhrase.findings), measure: "key_finding",
        unit: .count, provenance: .counted(sentence.citations),
        note: sentence)
    }
  }

  // MARK: - Facts

  /// What is known of the client, which the advice rests on.
  private var facts: [Fact] {
    var facts: [Fact] = []
    func add(_ label: SummaryPhrase, _ value: Value?, _ note: Prose = "") {
      if let value { facts.append(Fact(label: wording.text(label), value: value, note: note)) }
    }
    if let pay = advice.pay {
      add(
        advice.status == .outsideField ? .presentPayOtherField : .presentPay,
        .quantity(context.clientPay(pay.annual)),
        showsHourly(pay)
          ? wording.prose(SummaryPhrase.perHour, ["hourly": Prose(context.clientHourly(pay.hourly))]) : "")
      if pay.differsFromActual {
        add(
          .actualPay, .quantity(context.clientPay(pay.actualAnnual)),
          wording.prose(
            SummaryPhrase.atHours,
            ["hours": Prose(Quantity(pay.hoursPerWeek, .hoursPerWeek, .statedByClient))]))
      }
    }
    add(
      .state, advice.place.state.map { .text($0.title) },
      advice.place.isStateInferred ? wording.prose(SummaryPhrase.stateInferred) : "")
    add(.area, advice.place.area.map { .text($0.title) })
    add(.rung, advice.ladder.standing.rung.map { .text($0.title) }, rungNote)
    add(
      .experience,
      advice.profile.yearsOfExperience.map { .quantity(Quantity($0, .years, .statedByClient)) })
    add(.credentials, credentials)
    add(.setting, title(of: advice.settings, \.isPresent))
    add(.specialization, title(of: advice.specializations, \.isPresent))
    add(.aims, aims)
    add(
      .budget,
      advice.profile.certificationBudget.map { .quantity(Quantity($0, .dollars, .statedByClient)) })
    return facts
  }

  private var rungNote: Prose {
    if case .inferred = advice.ladder.standing { wording.prose(SummaryPhrase.inferred) } else { "" }
  }

  private var credentials: Value? {
    advice.held.map { held in
      .text(
        held.counted.isEmpty
          ? wording.text(SummaryPhrase.noCredentials) : held.counted.map(\.id).joined(separator: ", "))
    }
  }

  private func title(of items: [ItemComparison], _ isWanted: (ItemMark) -> Bool) -> Value? {
    items.first { isWanted($0.mark) }.map { .text($0.title) }
  }

  private var aims: Value? {
    let titles = (advice.specializations + advice.settings).filter(\.mark.isTarget).map(\.title)
    return titles.isEmpty ? nil : .text(titles.joined(separator: ", "))
  }
}

enum SummaryPhrase: String, PhraseKey {
  static let group = "summary"
  case client, findings
  case presentPay = "present_pay"
  case presentPayOtherField = "present_pay_other_field"
  case perHour = "per_hour"
  case actualPay = "actual_pay"
  case atHours = "at_hours"
  case state
  case stateInferred = "state_inferred"
  case area, rung, inferred, experience, credentials
  case noCredentials = "no_credentials"
  case setting, specialization, aims, budget
  case actualFormula = "actual_formula"
  case hourlyFormula = "hourly_formula"
  case partTimeFormula = "part_time_formula"
  case perHourFormula = "per_hour_formula"
}
