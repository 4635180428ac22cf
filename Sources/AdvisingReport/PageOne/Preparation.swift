import Advising
import CareerData
import ReportModel

/// The page for the advisor alone: notes, what to ask and what each answer would change, what was inferred, what is old.
struct Preparation {
  private let context: SectionContext
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  static let id = "preparation"

  var section: Section {
    Section(
      id: Self.id, part: .preparation, title: wording.text(PreparationPhrase.title),
      shortTitle: wording.text(PreparationPhrase.sheet),
      blocks: [
        .callout(title: "", items: [wording.prose(PreparationPhrase.notForClient)]),
        .passage(
          title: wording.prose(PreparationPhrase.notes),
          paragraphs: advice.profile.notes.map { [Prose($0)] } ?? []),
        .list(
          title: wording.prose(PreparationPhrase.questions),
          items: advice.questions.map { wording.prose($0) }),
        .list(title: wording.prose(PreparationPhrase.confirm), items: inferred),
        .list(title: wording.prose(PreparationPhrase.data), items: caveats),
        .nextSteps(
          NextSteps(
            title: wording.prose(PreparationPhrase.agreed), stepHeader: wording.text(NextStepPhrase.step),
            dateHeader: wording.text(NextStepPhrase.date), blankDate: wording.text(NextStepPhrase.blankDate),
            steps: [], blankLines: Self.blankLines)),
      ])
  }

  /// Room for what is agreed in the session.
  private static let blankLines = 3

  private var inferred: [Prose] {
    var items: [Prose] = []
    if case .inferred(let rung) = advice.ladder.standing {
      items.append(wording.prose(PreparationPhrase.rungInferred, ["rung": Prose(rung.title)]))
    }
    if advice.place.isStateInferred, let state = advice.place.state {
      items.append(wording.prose(PreparationPhrase.stateInferred, ["state": Prose(state.title)]))
    }
    return items
  }

  private var caveats: [Prose] {
    var items: [Prose] = []
    if let staleness = advice.staleness, staleness.isStale {
      items.append(
        wording.prose(
          PositionPhrase.stale,
          ["period": Prose(staleness.source.period), "publisher": Prose(staleness.source.publisher)]))
    }
    if let edition = context.newerEditionWords { items.append(edition) }
    if let area = advice.area?.area, let state = advice.place.state, advice.place.isAreaOutsideState {
      items.append(
        wording.prose(
          PositionPhrase.areaOutsideState, ["area": Prose(area.title), "state": Prose(state.title)]))
    }
    return items + advice.dataset.records.disagreements.map { Prose($0.explanation) }
  }
}

enum PreparationPhrase: String, PhraseKey {
  static let group = "preparation"
  case title, sheet
  case notForClient = "not_for_client"
  case notes, questions, confirm, data, agreed
  case rungInferred = "rung_inferred"
  case stateInferred = "state_inferred"
}
