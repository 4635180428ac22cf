import Advising
import Calculation
import CareerData
import ReportModel

/// What getting into the occupation asks for, beside what the client has.
struct TrainingSection: ReportSection {
  typealias Words = TrainingPhrase

  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// Nil when nothing is published of it.
  var content: SectionContent? {
    guard let need = context.advice.entryNeed else { return nil }
    let asked = asked(need)
    let words = TrainingWords(context)
    let sentences =
      context.advice.status == .inField
      ? [] : [words.schooling(need), words.lengths(need)].compactMap(\.self)
    return SectionContent(
      figures: asked.map(\.figure),
      choice: Choice(
        bearing: context.advice.status == .inField ? .everyone : .nextStep,
        table: table(asked, need).forChoice(columns: ["usually", "source"]), sentences: sentences),
      blocks: [
        .table(table(asked, need)),
        .callout(title: wording.prose(PositionPhrase.notes), items: sentences),
      ])
  }

  /// A line of the table, and its row of the CSV.
  private struct Asked {
    let title: String
    let figure: Figure
  }

  private func asked(_ need: EntryNeed) -> [Asked] {
    let occupation = context.dataset.occupation
    let titles: [String: TrainingPhrase] = [
      EntryFigures.study: .schooling, EntryFigures.experience: .experience,
      EntryFigures.training: .jobTraining,
    ]
    return EntryFigures(
      context: context, requirement: need.requirement, itemID: occupation.socCode, item: occupation.title
    ).all(study: need.study).compactMap { figure in
      titles[figure.measure].map { Asked(title: wording.text($0), figure: figure) }
    }
  }

  private func table(_ asked: [Asked], _ need: EntryNeed) -> Table {
    Table(
      id: "training", title: wording.prose(TrainingPhrase.tableTitle),
      columns: [
        Column(id: "what", header: wording.text(TrainingPhrase.what), role: .stub),
        Column(id: "usually", header: wording.text(TrainingPhrase.usually), role: .word),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
      ],
      groups: [
        RowGroup(
          rows: asked.map { one in
            Row(
              id: one.figure.measure,
              cells: [.text(one.title), .text(one.figure.note.words), .source(need.requirement.sourceID)])
          })
      ])
  }
}

/// What getting in asks for, in sentences.
struct TrainingWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// `To get in, you usually need a bachelor's degree. That takes about 4 years of study. Then comes …`
  func finding(_ need: EntryNeed) -> Prose {
    let requirement = need.requirement
    let has = schooling(need)
    let isOpen = need.isSchoolingOpen
    return Prose.joined(
      [
        needs(need), isOpen ? nil : has, experience(requirement), training(requirement), isOpen ? has : nil,
        Prose(.source(requirement.sourceID)),
      ].compactMap(\.self), separator: " ")
  }

  private func needs(_ need: EntryNeed) -> Prose? {
    guard let education = need.requirement.education else { return nil }
    guard education != .none else { return wording.prose(TrainingPhrase.needsNone) }
    return wording.prose(TrainingPhrase.needs, ["education": Prose(wording.text(education.phrase))])
  }

  /// What the client has of it; nil where nothing is asked for.
  func schooling(_ need: EntryNeed) -> Prose? {
    guard let education = need.requirement.education, education != .none else { return nil }
    guard !need.study.isMissing else { return wording.prose(TrainingPhrase.unknown) }
    guard need.study != .exactly(0) else { return wording.prose(TrainingPhrase.has) }
    return wording.prose(TrainingPhrase.study, ["years": length(need)])
  }

  /// `7 to 10 years`, `3 to 24 months`.
  private func length(_ need: EntryNeed) -> Prose {
    let isShort = need.study.isShort
    let amount = isShort ? need.study * .exactly(12) : need.study
    let unit: Unit = isShort ? .months : .years
    let provenance = Provenance.published(
      Citation(
        sourceID: need.requirement.sourceID, statistic: "study_to_entry", population: "",
        period: need.requirement.period))
    guard let low = amount.low, let high = amount.high, low < high else {
      return Prose(Value(amount, unit, provenance))
    }
    return wording.prose(
      TimePhrase.span,
      [
        "low": Prose(Quantity(low, .count, provenance)), "high": Prose(Quantity(high, unit, provenance)),
      ])
  }

  /// BLS says what is asked for, and not how long it takes.
  func lengths(_ need: EntryNeed) -> Prose? {
    (need.study.high ?? 0) > 0 ? wording.prose(ComparisonPhrase.lengths) : nil
  }

  private func experience(_ requirement: EntryRequirement) -> Prose? {
    guard let asked = requirement.experience, asked != .none else { return nil }
    return wording.prose(TrainingPhrase.asksExperience, ["experience": Prose(wording.text(asked.phrase))])
  }

  private func training(_ requirement: EntryRequirement) -> Prose? {
    guard let training = requirement.training, training != .none else { return nil }
    return wording.prose(TrainingPhrase.then, ["training": Prose(wording.text(training.phrase))])
  }
}

enum TrainingPhrase: String, PhraseKey {
  static let group = "training"
  case tableTitle = "table_title"
  case what, usually, schooling, experience
  case jobTraining = "job_training"
  case needs
  case needsNone = "needs_none"
  case has, study, unknown
  case asksExperience = "asks_experience"
  case then
}
