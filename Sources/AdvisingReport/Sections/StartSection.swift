import Advising
import CareerData
import ReportModel

/// How to start in the field, for those who do not work in it.
struct StartSection: ReportSection {
  typealias Words = StartPhrase

  private let context: SectionContext
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// Nil when the client works in the field, or the dataset names no steps.
  var content: SectionContent? {
    let steps = context.dataset.records.startSteps.sorted { $0.order < $1.order }
    guard advice.status != .inField, !steps.isEmpty else { return nil }
    return SectionContent(
      figures: steps.flatMap(figures),
      choice: Choice(
        bearing: .nextStep, table: table(steps).forChoice(columns: ["from", "to", "when", "source", "text"]),
        sentences: [wording.prose(StartPhrase.caveat)]),
      blocks: [
        .table(table(steps)),
        .list(title: wording.prose(LinkPhrase.title), items: context.linkList),
        .callout(title: wording.prose(PositionPhrase.notes), items: [wording.prose(StartPhrase.caveat)]),
      ])
  }

  private func figures(_ step: StartStep) -> [Figure] {
    ranges(of: step).flatMap(\.figures)
      + durations(step).map { context.figure(id: step.id, title: step.title, $0) }
  }

  private func ranges(of step: StartStep) -> [PublishedRange] {
    advice.ranges(of: Subject(.step, step.id)).map { context.published($0, id: step.id, title: step.title) }
  }

  private func durations(_ step: StartStep) -> [PublishedFigure] {
    context.dataset.figures(of: Subject(.step, step.id))
  }

  private func table(_ steps: [StartStep]) -> Table {
    let rows = steps.map { step -> Row in
      let range = ranges(of: step).first
      let (ends, gaps) = (range.map { context.ends($0, .annual) }, range.map(context.gaps))
      return Row(
        id: step.id,
        cells: [
          .text("\(step.order). \(step.title)"), ends?.low ?? .missing, ends?.high ?? .missing,
          gaps?.low ?? .missing, gaps?.high ?? .missing,
          date(step, in: steps), .source(step.sourceID),
          .text(step.text), step.note.isEmpty ? .missing : .text(step.note),
        ])
    }
    return Table(
      id: "start-steps", title: wording.prose(StartPhrase.tableTitle),
      columns: [
        Column(id: "step", header: wording.text(StartPhrase.step), role: .stub),
        Column(id: "from", header: wording.text(ColumnPhrase.from), role: .figure),
        Column(id: "to", header: wording.text(ColumnPhrase.to), role: .figure),
        Column(id: "gap_from", header: context.againstPay(.gapFrom, .gapFromOtherField), role: .figure),
        Column(id: "gap_to", header: context.againstPay(.gapTo, .gapToOtherField), role: .figure),
        Column(id: "when", header: wording.text(StartPhrase.when), role: .word),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
        Column(id: "text", header: wording.text(StartPhrase.text), role: .detail),
        Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
      ], groups: [RowGroup(rows: rows)])
  }

  /// Training comes first, from the report's date on; the exam and the first post can follow when it is done. Later steps
  /// count years of experience, and have no date.
  private func date(_ step: StartStep, in steps: [StartStep]) -> Value {
    guard let month = context.month(advice.timeline.end(of: advice.timeline.training)),
      let place = steps.firstIndex(where: { $0.id == step.id }), place < Self.datedSteps
    else { return .missing }
    return .text(
      wording.prose(place == 0 ? StartPhrase.byMonth : .fromMonth, ["month": month]).words)
  }

  /// Training, the first certification and the first post.
  private static let datedSteps = 3
}

enum StartPhrase: String, PhraseKey {
  static let group = "start"
  case tableTitle = "table_title"
  case step, text, when, caveat
  case byMonth = "by_month"
  case fromMonth = "from_month"
}
