import Advising
import Calculation
import CareerData
import ReportModel

/// The credentials to take next: what they are good for, what they cost, what goes with one more.
struct CertificationPlanSection: ReportSection {
  typealias Words = CertificationPlanPhrase

  private let context: SectionContext
  private var advice: Advice { context.advice }
  private var plan: CertificationPlan { advice.certificationPlan }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// Nil when the dataset has no credentials, or the client holds all.
  var content: SectionContent? {
    guard !plan.candidates.isEmpty else { return nil }
    return SectionContent(figures: plan.candidates.flatMap(figures), blocks: blocks)
  }

  // MARK: - Figures

  private func figures(_ candidate: CertificationPlan.Candidate) -> [Figure] {
    var figures: [Figure] = []
    func row(_ measure: String, _ unit: Unit, _ amount: Amount, _ provenance: Provenance, _ note: Prose) {
      figures.append(
        Figure(
          itemID: candidate.credential.id, item: candidate.credential.title, measure: measure,
          statistic: measure == "cost" ? "price" : "association", unit: unit, amount, provenance, note: note))
    }
    func row(_ measure: String, _ unit: Unit, _ calculation: Calculation?) {
      guard let calculation else { return }
      row(
        measure, unit, calculation.value, .calculated(calculation),
        wording.prose(CredentialsPhrase.association))
    }
    if let price = candidate.price {
      row(
        "cost", .dollars, price.amount, context.provenance(of: price),
        Prose.joined([costNote(price), wording.prose(CertificationPlanPhrase.costCaveat)], separator: " "))
    } else if candidate.growsFrom == nil {
      figures.append(
        Figure(
          itemID: candidate.credential.id, item: candidate.credential.title, measure: "cost_not_published",
          unit: .dollars, provenance: .counted([]),
          note: wording.prose(CertificationPlanPhrase.noPrice)))
    }
    row("gain_per_year", .dollarsPerYear, context.yearlyGain(of: candidate))
    row("payback_months", .months, context.payback(of: candidate))
    row("gain_over_horizon", .dollars, context.gainOverHorizon(of: candidate))
    return figures
  }

  /// `425 exam + 222 membership`
  private func costNote(_ price: CredentialPrice) -> Prose {
    let lines = price.lines.map { line -> Prose in
      let provenance = Provenance.published(context.citation(line))
      let low = Quantity(line.low, .dollars, provenance)
      let amount: Value =
        line.low == line.high
        ? (line.isApproximate ? .bounded(.about, low) : .quantity(low))
        : .range(low: low, high: Quantity(line.high, .dollars, provenance), isOpen: false)
      return wording.prose(
        CertificationPlanPhrase.costLine, ["amount": Prose(amount), "item": Prose(line.item)])
    }
    return Prose.joined(lines, separator: " + ")
  }

  // MARK: - Blocks

  private var blocks: [Block] {
    var blocks: [Block] = []
    if let step { blocks.append(.paragraph(step)) }
    blocks.append(.table(table))
    blocks.append(.table(prices))
    blocks.append(.notes(title: wording.prose(PositionPhrase.notes), items: notes))
    return blocks
  }

  /// What the published means say of one credential more.
  private var step: Prose? {
    guard let step = plan.step else { return nil }
    if step == .beyond { return wording.prose(CertificationPlanPhrase.beyond) }
    guard let gain = context.yearlyGain else { return nil }
    let key: CertificationPlanPhrase =
      switch step {
      case .noneToOne: .noneToOne
      case .oneToTwo: .oneToTwo
      case .twoToThree, .beyond: .twoToThree
      }
    return wording.prose(key, ["gain": Prose(Value(gain, .dollarsPerYear))])
  }

  private var table: Table {
    let rows = plan.candidates.map { candidate in
      Row(
        id: candidate.credential.id,
        cells: [
          .text(candidate.credential.id), cost(candidate), fit(candidate),
          context.yearlyGain(of: candidate).map { Value($0, .dollarsPerYear) } ?? .missing,
          context.payback(of: candidate).map { Value($0, .months) } ?? .missing,
          context.gainOverHorizon(of: candidate).map { Value($0, .dollars) } ?? .missing,
          candidate.price?.lines.first.map { .source($0.sourceID) } ?? .missing,
          candidate.yearlyGain == nil
            ? .missing : plan.stepFigures.first.map { .source($0.sourceID) } ?? .missing,
          .text("\(candidate.credential.title), \(candidate.credential.body)"), purposes(candidate),
          remark(candidate),
        ],
        emphasis: isForTarget(candidate) ? .target : .none)
    }
    let horizon = Quantity(Double(plan.horizonYears), .years, .statedByClient)
    return Table(
      id: "certification-plan", title: wording.prose(CertificationPlanPhrase.tableTitle),
      columns: [
        Column(id: "credential", header: wording.text(CertificationPlanPhrase.credential), role: .stub),
        Column(id: "cost", header: wording.text(CertificationPlanPhrase.cost), role: .figure),
        Column(id: "budget", header: wording.text(CertificationPlanPhrase.budget), role: .word),
        Column(id: "gain", header: wording.text(CertificationPlanPhrase.gain), role: .figure),
        Column(id: "payback", header: wording.text(CertificationPlanPhrase.payback), role: .figure),
        Column(id: "horizon", header: wording.text(CertificationPlanPhrase.horizon), role: .figure),
        Column(id: "cost_source", header: wording.text(CertificationPlanPhrase.costSource), role: .source),
        Column(id: "gain_source", header: wording.text(CertificationPlanPhrase.gainSource), role: .source),
        Column(id: "title", header: wording.text(CertificationPlanPhrase.name), role: .detail),
        Column(id: "purpose", header: wording.text(CertificationPlanPhrase.purpose), role: .detail),
        Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
      ], groups: [RowGroup(rows: rows)],
      notes: [
        wording.prose(CertificationPlanPhrase.costCaveat),
        wording.prose(CertificationPlanPhrase.horizonNote, ["years": Prose(horizon)]),
      ])
  }

  private func isForTarget(_ candidate: CertificationPlan.Candidate) -> Bool {
    if case .targetSpecialization = candidate.purposes.first { true } else { false }
  }

  private func cost(_ candidate: CertificationPlan.Candidate) -> Value {
    guard let price = candidate.price else { return .missing }
    let value = Value(price.amount, .dollars, context.provenance(of: price))
    if price.isApproximate, case .quantity(let quantity) = value { return .bounded(.about, quantity) }
    return value
  }

  private func fit(_ candidate: CertificationPlan.Candidate) -> Value {
    switch candidate.budgetFit {
    case .within: .text(wording.text(CertificationPlanPhrase.within))
    case .partly: .text(wording.text(CertificationPlanPhrase.partly))
    case .over: .text(wording.text(CertificationPlanPhrase.over))
    case nil: .missing
    }
  }

  private func purposes(_ candidate: CertificationPlan.Candidate) -> Value {
    let words = candidate.purposes.map { purpose -> String in
      func phrase(_ key: CertificationPlanPhrase, _ title: String?) -> String {
        wording.prose(key, ["title": Prose(title ?? "")]).words
      }
      switch purpose {
      case .targetSpecialization(let id): return phrase(.forTarget, specialization(id))
      case .presentSpecialization(let id): return phrase(.forPresent, specialization(id))
      case .otherSpecialization(let id): return phrase(.forOther, specialization(id))
      case .nextRung(let id, let isRequired):
        return phrase(isRequired ? .requiredNext : .typicalNext, rung(id))
      case .otherRung(let id, let isRequired):
        return phrase(isRequired ? .requiredOther : .typicalOther, rung(id))
      }
    }
    return words.isEmpty ? .missing : .text(words.joined(separator: "; "))
  }

  private func specialization(_ id: String) -> String? {
    context.dataset.records.specializations.first { $0.id == id }?.title
  }

  private func rung(_ id: String) -> String? { context.dataset.records.rungs.first { $0.id == id }?.title }

  private func remark(_ candidate: CertificationPlan.Candidate) -> Value {
    if let early = candidate.growsFrom {
      return .text(
        wording.prose(
          CertificationPlanPhrase.grows,
          ["from": Prose(early.id), "to": Prose(candidate.credential.id)]
        ).words)
    }
    return candidate.price == nil ? .text(wording.text(CertificationPlanPhrase.noPrice)) : .missing
  }

  /// Each published cost line, with its source.
  private var prices: Table {
    let rows = context.dataset.records.credentialCosts.map { line -> Row in
      let provenance = Provenance.published(context.citation(line))
      return Row(
        id: "\(line.credentialID)-\(line.item)",
        cells: [
          .text(line.credentialID), .text(line.item),
          .quantity(Quantity(line.low, .dollars, provenance)),
          .quantity(Quantity(line.high, .dollars, provenance)), .source(line.sourceID),
          line.isApproximate ? .text(wording.text(CertificationPlanPhrase.approximate)) : .missing,
        ])
    }
    return Table(
      id: "certification-costs", title: wording.prose(CertificationPlanPhrase.costTitle),
      columns: [
        Column(id: "credential", header: wording.text(CertificationPlanPhrase.credential), role: .stub),
        Column(id: "item", header: wording.text(CertificationPlanPhrase.costItem), role: .word),
        Column(id: "from", header: wording.text(CertificationPlanPhrase.costFrom), role: .figure),
        Column(id: "to", header: wording.text(CertificationPlanPhrase.costTo), role: .figure),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
        Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
      ], groups: [RowGroup(rows: rows)], notes: [wording.prose(CertificationPlanPhrase.costCaveat)])
  }

  private var notes: [Prose] {
    var notes = [wording.prose(CredentialsPhrase.association)]
    if let pay = advice.pay, pay.differsFromActual, advice.status == .inField {
      notes.append(
        wording.prose(
          CertificationPlanPhrase.actualPay, ["pay": Prose(context.clientPay(pay.actualAnnual))]))
    }
    if advice.status == .outsideField { notes.append(wording.prose(CertificationPlanPhrase.otherField)) }
    let asked: [(ClientQuestion, QuestionPhrase)] = [
      (.pay, .pay), (.isInField, .isInField), (.credentials, .credentials),
      (.certificationBudget, .certificationBudget),
    ]
    notes += asked.filter { advice.questions.contains($0.0) }.map { context.ask($0.1) }
    return notes
  }
}

enum CertificationPlanPhrase: String, PhraseKey {
  static let group = "certification_plan"
  case tableTitle = "table_title"
  case costTitle = "cost_title"
  case credential, name, purpose, cost, budget, gain, payback, horizon
  case costSource = "cost_source"
  case gainSource = "gain_source"
  case horizonNote = "horizon_note"
  case within, partly, over
  case noneToOne = "none_to_one"
  case oneToTwo = "one_to_two"
  case twoToThree = "two_to_three"
  case beyond
  case forTarget = "for_target"
  case forPresent = "for_present"
  case forOther = "for_other"
  case requiredNext = "required_next"
  case typicalNext = "typical_next"
  case requiredOther = "required_other"
  case typicalOther = "typical_other"
  case grows
  case noPrice = "no_price"
  case costLine = "cost_line"
  case costItem = "cost_item"
  case costFrom = "cost_from"
  case costTo = "cost_to"
  case costCaveat = "cost_caveat"
  case approximate
  case actualPay = "actual_pay"
  case otherField = "other_field"
}
