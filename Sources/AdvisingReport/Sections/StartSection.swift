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
      blocks: [
        .table(table(steps)),
        .notes(title: wording.prose(PositionPhrase.notes), items: [wording.prose(StartPhrase.caveat)]),
      ])
  }

  private func figures(_ step: StartStep) -> [Figure] {
    let ranges = advice.ranges(of: Subject(.step, step.id))
    return ranges.flatMap { context.rangeFigures(step.id, step.title, $0) }
      + durations(step).map { context.figure(id: step.id, title: step.title, $0) }
  }

  private func durations(_ step: StartStep) -> [PublishedFigure] {
    context.dataset.figures(of: Subject(.step, step.id))
  }

  private func table(_ steps: [StartStep]) -> Table {
    let rows = steps.map { step -> Row in
      let range = advice.ranges(of: Subject(.step, step.id)).first
      func end(_ amount: Double?) -> Value {
        range.flatMap { range in amount.map { .quantity(context.annual($0, range.figure)) } } ?? .missing
      }
      let high: Value
      if range?.figure.isOpenEnded == true, case .quantity(let quantity) = end(range?.figure.high) {
        high = .bounded(.orMore, quantity)
      } else {
        high = end(range?.figure.high)
      }
      return Row(
        id: step.id,
        cells: [
          .text("\(step.order). \(step.title)"), end(range?.figure.low), high,
          range.map { context.gapValue($0.figure.low, $0.figure) } ?? .missing,
          range.map { context.gapValue($0.figure.high, $0.figure) } ?? .missing,
          .source(step.sourceID),
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
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
        Column(id: "text", header: wording.text(StartPhrase.text), role: .detail),
        Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
      ], groups: [RowGroup(rows: rows)])
  }
}

enum StartPhrase: String, PhraseKey {
  static let group = "start"
  case tableTitle = "table_title"
  case step, text, caveat
}
