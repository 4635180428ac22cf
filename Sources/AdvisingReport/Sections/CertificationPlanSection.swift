import Advising
import Calculation
import CareerData
import ReportModel

/// The credentials to take next: what they are good for, ask for and cost, and what the survey says of one more.
struct CertificationPlanSection: ReportSection {
  typealias Words = CertificationPlanPhrase

  private let context: SectionContext
  private let words: CandidateWords
  private let programs: ProgramWords
  private var advice: Advice { context.advice }
  private var plan: CertificationPlan { advice.certificationPlan }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) {
    self.context = context
    words = CandidateWords(context)
    programs = ProgramWords(context)
  }

  /// Nil when no credential has a purpose ahead of the client, and nothing is known of one more.
  var content: SectionContent? {
    guard !plan.candidates.isEmpty || context.yearlyGain != nil else { return nil }
    return SectionContent(
      figures: plan.candidates.flatMap(figures) + stepFigures, choice: choice, blocks: blocks)
  }

  // MARK: - Figures

  private func figures(_ candidate: CertificationPlan.Candidate) -> [Figure] {
    let (id, title) = (candidate.credential.id, candidate.credential.title)
    var figures: [Figure] = []
    if let price = words.priceFigure(candidate) {
      figures.append(price)
    } else if candidate.growsFrom == nil {
      figures.append(
        Figure(
          itemID: id, item: title, measure: "cost_not_published", unit: .dollars, provenance: .counted([]),
          note: wording.prose(CertificationPlanPhrase.noPrice)))
    }
    return figures + programFigures(candidate)
      + words.requirements(candidate).map { status, words in
        Figure(
          itemID: id, item: title, measure: "requirement", statistic: status.rawValue, unit: .count,
          provenance: .counted([]), note: words)
      }
  }

  /// The program that fits, by what the center's table says of it, and what all comes to.
  private func programFigures(_ candidate: CertificationPlan.Candidate) -> [Figure] {
    guard let program = candidate.program?.program else { return [] }
    func row(_ measure: String, _ unit: Unit, _ value: Double?, _ note: Prose) -> Figure {
      Figure(
        itemID: candidate.credential.id, item: candidate.credential.title, measure: measure, unit: unit,
        value: value, provenance: programs.provenance(program), note: note)
    }
    let total = programs.total(candidate).map { total in
      Figure(
        itemID: candidate.credential.id, item: candidate.credential.title, measure: "cost_total",
        statistic: "price", unit: .dollars, total, note: programs.counted(candidate))
    }
    return [row("program", .count, nil, programs.named(program))]
      + (program.months.map { [row("program_months", .months, $0, "")] } ?? [])
      + (program.cost.map { [row("program_cost", .dollars, $0, Prose(program.funding))] } ?? [])
      + [total].compactMap(\.self)
  }

  /// What the survey says of the step, once and of no exam.
  private var stepFigures: [Figure] {
    guard let step = plan.step?.step, let gain = context.yearlyGain, plan.isStepAhead else { return [] }
    return [
      Figure(
        itemID: step.rawValue, item: wording.text(CertificationPlanPhrase.stepItem(step)),
        measure: "gain_per_year", statistic: "association", unit: .dollarsPerYear, gain.value,
        .calculated(gain), note: wording.prose(CredentialsPhrase.association))
    ]
      + (programs.payback.map { payback, candidate in
        [
          Figure(
            itemID: step.rawValue, item: wording.text(CertificationPlanPhrase.stepItem(step)),
            measure: "payback_months", statistic: "association", unit: .months, payback,
            note: programs.counted(candidate))
        ]
      } ?? [])
  }

  // MARK: - Blocks

  private var choice: Choice {
    Choice(
      bearing: plan.candidates.isEmpty ? .none : .nextStep,
      table: plan.candidates.isEmpty
        ? nil
        : table(purposes: Self.mostPurposes).forChoice(
          columns: [
            "cost", "program_cost", "cost_total", "budget", "cost_source", "purpose", "requirement",
            "program",
          ]),
      sentences: [step, payback].compactMap(\.self))
  }

  /// In short: what a credential is good for first of all.
  private static let mostPurposes = 2

  private var blocks: [Block] {
    var blocks: [Block] = [.table(table())]
    if let step { blocks.append(.paragraph(step)) }
    if let payback { blocks.append(.paragraph(payback)) }
    blocks.append(.table(prices))
    blocks.append(.callout(title: wording.prose(PositionPhrase.notes), items: notes))
    return blocks
  }

  /// What the published means say of one credential more.
  private var step: Prose? {
    guard let step = plan.step?.step, plan.isStepAhead else { return nil }
    if step == .beyond { return wording.prose(CertificationPlanPhrase.beyond) }
    guard let gain = stepFigures.first else { return nil }
    return wording.prose(
      CertificationPlanPhrase.stepSentence(step),
      ["gain": Prose(gain.shown(withoutHigh: .atLeast, withoutLow: .atMost))])
  }

  /// How soon the difference would pay back exam, membership and program.
  private var payback: Prose? {
    guard plan.isStepAhead, let (payback, candidate) = programs.payback else { return nil }
    return wording.prose(
      ProgramPhrase.payback,
      [
        "months": Prose(Value(payback, .months)), "counted": programs.counted(candidate),
        "total": Prose(programs.totalValue(candidate)), "credential": Prose(candidate.credential.id),
      ])
  }

  /// - Parameter most: how many of a credential's purposes are named, the strongest first.
  private func table(purposes most: Int = .max) -> Table {
    let rows = plan.candidates.map { candidate in
      Row(
        id: candidate.credential.id,
        cells: [
          .text(candidate.credential.id), words.price(candidate),
        ] + programCells(candidate) + [
          fit(candidate),
          candidate.price?.lines.first.map { .source($0.sourceID) } ?? .missing,
          .text("\(candidate.credential.title), \(candidate.credential.body)"),
          words.purposes(candidate, most: most),
          words.requirementCell(candidate),
          candidate.program.map { programs.cell($0.program) } ?? .missing, remark(candidate),
        ],
        emphasis: candidate.purposes.first?.isAim == true ? .target : .none)
    }
    return Table(
      id: "certification-plan", title: wording.prose(CertificationPlanPhrase.tableTitle),
      columns: [
        Column(id: "credential", header: wording.text(CertificationPlanPhrase.credential), role: .stub),
        Column(id: "cost", header: wording.text(CertificationPlanPhrase.cost), role: .figure),
        Column(id: "program_cost", header: wording.text(ProgramPhrase.column), role: .figure),
        Column(id: "program_months", header: wording.text(ProgramPhrase.months), role: .figure),
        Column(id: "cost_total", header: wording.text(ProgramPhrase.inAll), role: .figure),
        Column(id: "budget", header: wording.text(CertificationPlanPhrase.budget), role: .word),
        Column(id: "cost_source", header: wording.text(CertificationPlanPhrase.costSource), role: .source),
        Column(id: "title", header: wording.text(CertificationPlanPhrase.name), role: .detail),
        Column(id: "purpose", header: wording.text(CertificationPlanPhrase.purpose), role: .detail),
        Column(id: "requirement", header: wording.text(CertificationPlanPhrase.requirement), role: .detail),
        Column(id: "program", header: wording.text(ProgramPhrase.detail), role: .detail),
        Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
      ], groups: [RowGroup(rows: rows)],
      notes: [
        plan.candidates.contains { $0.total != nil }
          ? wording.prose(ProgramPhrase.caveat) : wording.prose(CertificationPlanPhrase.costCaveat)
      ])
  }

  private func programCells(_ candidate: CertificationPlan.Candidate) -> [Value] {
    let program = candidate.program?.program
    return [program.flatMap(programs.cost), program.flatMap(programs.months)]
      .map { $0.map(Value.quantity) ?? .missing } + [programs.totalValue(candidate)]
  }

  private func fit(_ candidate: CertificationPlan.Candidate) -> Value {
    switch advice.profile.certificationBudget.flatMap(candidate.fits) {
    case .within: .text(wording.text(CertificationPlanPhrase.within))
    case .partly: .text(wording.text(CertificationPlanPhrase.partly))
    case .over: .text(wording.text(CertificationPlanPhrase.over))
    case nil: .missing
    }
  }

  /// When it comes, what would open it, and whom to ask for its price.
  private func remark(_ candidate: CertificationPlan.Candidate) -> Value {
    if let early = candidate.growsFrom {
      return .text(
        wording.prose(
          CertificationPlanPhrase.grows,
          ["from": Prose(early.id), "to": Prose(candidate.credential.id)]
        ).words)
    }
    let remarks = [
      candidate.order == .afterFirst ? wording.prose(CertificationPlanPhrase.afterFirst) : nil,
      words.opens(candidate),
      candidate.price == nil ? wording.prose(CertificationPlanPhrase.noPrice) : nil,
    ].compactMap(\.self)
    return remarks.isEmpty ? .missing : .text(Prose.joined(remarks, separator: " ").words)
  }

  /// Each published cost line of the proposed credentials, with its source.
  private var prices: Table {
    let proposed = Set(plan.candidates.filter { $0.price != nil }.map(\.credential.id))
    let rows = context.dataset.records.credentialCosts.filter { proposed.contains($0.credentialID) }
      .map { line -> Row in
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
      ], groups: [RowGroup(rows: rows)])
  }

  private var notes: [Prose] {
    var notes: [Prose] = []
    if context.yearlyGain != nil, plan.isStepAhead {
      notes = [wording.prose(CredentialsPhrase.association)]
      if plan.next.map({ $0.total == nil }) ?? true {
        notes.append(wording.prose(CertificationPlanPhrase.noPayback))
      }
      if let pay = advice.pay, pay.differsFromActual {
        notes.append(
          wording.prose(
            CertificationPlanPhrase.actualPay, ["pay": Prose(context.clientPay(pay.actualAnnual))]))
      }
    }
    if advice.status == .outsideField, advice.pay != nil {
      notes.append(wording.prose(CertificationPlanPhrase.otherField))
    }
    if plan.candidates.contains(where: { $0.requirements.contains(where: \.isEditorial) }) {
      notes.append(wording.prose(CertificationPlanPhrase.advised))
    }
    return notes
  }
}

enum CertificationPlanPhrase: String, PhraseKey {
  static let group = "certification_plan"
  case tableTitle = "table_title"
  case costTitle = "cost_title"
  case credential, name, purpose, requirement, cost, budget
  case costSource = "cost_source"
  case within, partly, over
  case noneToOne = "none_to_one"
  case oneToTwo = "one_to_two"
  case twoToThree = "two_to_three"
  case noneToOneItem = "none_to_one_item"
  case oneToTwoItem = "one_to_two_item"
  case twoToThreeItem = "two_to_three_item"
  case beyond
  case noPayback = "no_payback"
  case forTarget = "for_target"
  case forPresent = "for_present"
  case firstPost = "first_post"
  case requiredNext = "required_next"
  case typicalNext = "typical_next"
  case requiredOther = "required_other"
  case typicalOther = "typical_other"
  case afterFirst = "after_first"
  case grows
  case noPrice = "no_price"
  case advised
  case costLine = "cost_line"
  case costItem = "cost_item"
  case costFrom = "cost_from"
  case costTo = "cost_to"
  case costCaveat = "cost_caveat"
  case approximate
  case actualPay = "actual_pay"
  case otherField = "other_field"
}

extension CertificationPlanPhrase {
  static func stepSentence(_ step: CredentialStep) -> CertificationPlanPhrase {
    switch step {
    case .noneToOne: .noneToOne
    case .oneToTwo: .oneToTwo
    case .twoToThree: .twoToThree
    case .beyond: .beyond
    }
  }

  static func stepItem(_ step: CredentialStep) -> CertificationPlanPhrase {
    switch step {
    case .noneToOne: .noneToOneItem
    case .oneToTwo: .oneToTwoItem
    case .twoToThree, .beyond: .twoToThreeItem
    }
  }
}
