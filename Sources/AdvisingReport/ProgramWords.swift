import Advising
import Calculation
import CareerData
import ReportModel

/// A training program of the center's table in words, each number with that table as its source.
struct ProgramWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  func provenance(_ program: TrainingProgram) -> Provenance { .published(context.citation(program)) }

  /// Nil when nobody knows it.
  func cost(_ program: TrainingProgram) -> Quantity? {
    program.cost.map { Quantity($0, .dollars, provenance(program)) }
  }

  /// Nil when nobody knows it.
  func months(_ program: TrainingProgram) -> Quantity? {
    program.months.map { Quantity($0, .months, provenance(program)) }
  }

  /// `CPC preparation (Example College, online, 4 months, as of November 2026)`
  func named(_ program: TrainingProgram) -> Prose {
    named(program, [asOf(program)])
  }

  /// The same with its cost, for a step: when somebody looked stands with the findings.
  func step(_ program: TrainingProgram) -> Prose {
    named(program, [cost(program).map { Prose($0) }])
  }

  private func named(_ program: TrainingProgram, _ more: [Prose?]) -> Prose {
    let details =
      [Prose(program.provider), Prose(program.place), months(program).map { Prose($0) }] + more
    return wording.prose(
      ProgramPhrase.named,
      [
        "title": Prose(program.title),
        "details": Prose.joined(details.compactMap(\.self), separator: ", "),
      ])
  }

  private func asOf(_ program: TrainingProgram) -> Prose? {
    context.month(program.asOf).map { wording.prose(ProgramPhrase.asOf, ["month": $0]) }
  }

  /// Words alone, for a cell: what the figures beside it do not say.
  func cell(_ program: TrainingProgram) -> Value {
    let details = [Prose(program.provider), Prose(program.place)] + [asOf(program)].compactMap(\.self)
    let named = wording.prose(
      ProgramPhrase.named,
      ["title": Prose(program.title), "details": Prose.joined(details, separator: ", ")])
    return .text(Prose.joined([named, funding(program)].compactMap(\.self), separator: ". ").words)
  }

  private func funding(_ program: TrainingProgram) -> Prose? {
    program.funding.isEmpty
      ? nil : wording.prose(ProgramPhrase.funding, ["funding": Prose(program.funding)])
  }

  /// That it prepares for a credential, and whom to ask what it costs.
  func unpriced(_ program: TrainingProgram) -> Prose {
    wording.prose(
      ProgramPhrase.unpriced, ["program": named(program), "provider": Prose(program.provider)])
  }

  /// What the program alone costs; nil when nobody knows it.
  func priced(_ program: TrainingProgram) -> Prose? {
    cost(program).map { cost in
      wording.prose(ProgramPhrase.priced, ["program": named(program), "cost": Prose(cost)])
    }
  }

  // MARK: - What a credential costs with its program

  /// Exam, membership and program; nil unless both are known.
  func total(_ candidate: CertificationPlan.Candidate) -> AppliedRule? {
    guard let price = candidate.price, let program = candidate.program?.program, let cost = program.cost
    else { return nil }
    let operand = AppliedRule.Operand(.exactly(cost), .dollars, .published(context.citation(program)))
    return AppliedRule(
      .sum(of: price.lines.map(\.item) + ["program"]), context.operands(price) + [operand])
  }

  /// What the total shows: about, where a part of it is.
  func totalValue(_ candidate: CertificationPlan.Candidate) -> Value {
    guard let total = total(candidate) else { return .missing }
    let value = Value(total, .dollars)
    if candidate.price?.isApproximate == true, case .quantity(let quantity) = value {
      return .bounded(.about, quantity)
    }
    return value
  }

  /// Months until the step to one credential more has paid back the next one, exam to program. Nil where a cost or the gain
  /// is not known, and where it would come out under three months: a survey cannot tell so finely (rule 4).
  var payback: (calculation: AppliedRule, candidate: CertificationPlan.Candidate)? {
    guard let next = context.advice.certificationPlan.next, let total = total(next),
      let gain = context.yearlyGain
    else { return nil }
    let payback = AppliedRule(
      .payback, AppliedRule.Operand(gain, .dollarsPerYear), AppliedRule.Operand(total, .dollars))
    let ends = [payback.value.low, payback.value.high].compactMap(\.self)
    guard let least = ends.min(), least >= Self.leastPayback else { return nil }
    return (payback, next)
  }

  private static let leastPayback = 3.0

  /// What the payback counts: `exam, membership and the program CPC preparation (…)`.
  func counted(_ candidate: CertificationPlan.Candidate) -> Prose {
    guard let price = candidate.price, let program = candidate.program?.program else { return "" }
    return wording.prose(
      ProgramPhrase.counted,
      ["items": Prose(price.lines.map(\.item).joined(separator: ", ")), "program": Prose(program.title)])
  }
}

extension SectionContext {
  func citation(_ program: TrainingProgram) -> Citation {
    Citation(
      sourceID: Self.programSourceID, statistic: "as stated", population: program.provider,
      period: program.asOf.iso)
  }

  /// No table of a dataset names itself as a source.
  private static let programSourceID = "training-programs"

  /// Those of the dataset; of the catalogue's, that of prices where the report says how far pay goes alone.
  private var usedSources: [Source] {
    guard dataset.records.catalogue != nil, advice.buyingPower.isEmpty else { return dataset.records.sources }
    let ofPrices = Set(dataset.records.priceParities.map(\.sourceID))
    return dataset.records.sources.filter { !ofPrices.contains($0.id) }
  }

  /// Those of the dataset, and its table of programs where the center has filled it in.
  var sources: [Source] {
    let days = dataset.records.programs.map(\.asOf).sorted()
    guard let first = days.first, let last = days.last else { return usedSources }
    let period = first == last ? first.iso : "\(first.iso), \(last.iso)"
    return dataset.records.sources + [
      Source(
        id: Self.programSourceID, publisher: wording.text(ProgramPhrase.publisher),
        title: wording.text(ProgramPhrase.sourceTitle),
        period: wording.prose(ProgramPhrase.asOf, ["month": Prose(period)]).words, lastDay: last, link: nil,
        isEditorial: false, note: wording.text(ProgramPhrase.sourceNote))
    ]
  }
}

enum ProgramPhrase: String, PhraseKey {
  static let group = "program"
  case named
  case asOf = "as_of"
  case funding, unpriced, priced, cost, total
  case askExam = "ask_exam"
  case examUnknown = "exam_unknown"
  case over
  case othersCost = "others_cost"
  case train, study
  case askExamPrice = "ask_exam_price"
  case payback, counted
  case column, months
  case inAll = "in_all"
  case detail, caveat, publisher
  case sourceTitle = "source_title"
  case sourceNote = "source_note"
}
