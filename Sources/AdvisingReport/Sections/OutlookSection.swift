import Advising
import CareerData
import ReportModel

/// Employment, growth, openings and what drives them.
struct OutlookSection: ReportSection {
  typealias Words = OutlookPhrase

  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// Nil when the dataset has no figures of the occupation and no drivers.
  var content: SectionContent? {
    let rows = self.rows
    guard !rows.isEmpty || !context.dataset.records.drivers.isEmpty else { return nil }
    return SectionContent(
      figures: rows.map(\.figure), choice: choice(rows), blocks: blocks(rows))
  }

  private struct OutlookRow {
    let published: PublishedFigure
    let figure: Figure
  }

  /// The nation, then the client's state and area. Remote work has its own section.
  private var rows: [OutlookRow] {
    let advice = context.advice
    return [advice.national?.area, advice.place.state, advice.place.area].compactMap { $0 }.flatMap { area in
      context.dataset.figures(of: Subject(.area, area.id)).filter { $0.measure != "remote_share" }
        .map { OutlookRow(published: $0, figure: context.figure(id: area.id, title: area.title, $0)) }
    }
  }

  /// What a client asks: how many jobs there are, how many there will be, and how many come open. Of two sources the
  /// first.
  private func choice(_ rows: [OutlookRow]) -> Choice {
    var shown: Set<String> = []
    let asked = rows.filter { row in
      ["employment", "growth", "openings"].contains(row.published.measure)
        && shown.insert("\(row.figure.itemID) \(row.published.measure)").inserted
    }
    return Choice(
      bearing: .everyone,
      table: asked.isEmpty ? nil : table(asked).forChoice(columns: ["area", "value", "period", "source"]),
      sentences: notes(rows))
  }

  private func blocks(_ rows: [OutlookRow]) -> [Block] {
    var blocks: [Block] = []
    if !rows.isEmpty { blocks.append(.table(table(rows))) }
    let drivers = context.dataset.records.drivers
    if !drivers.isEmpty {
      blocks.append(
        .list(
          title: wording.prose(OutlookPhrase.drivers),
          items: drivers.map { driver in
            wording.prose(
              OutlookPhrase.driver,
              ["driver": Prose(driver.text), "source": Prose(.source(driver.sourceID))])
          }))
    }
    let explanations = context.dataset.records.disagreements
      .filter { $0.measure == "employment" && $0.subject.kind == .area }.map { Prose($0.explanation) }
    blocks.append(
      .callout(
        title: wording.prose(PositionPhrase.notes),
        items: notes(rows) + explanations))
    return blocks
  }

  private func notes(_ rows: [OutlookRow]) -> [Prose] {
    guard hasProjections(rows) else { return [] }
    let group = context.dataset.records.catalogue?.projectionGroup.map {
      wording.prose(OutlookPhrase.ofGroup, ["group": Prose($0)])
    }
    return [wording.prose(OutlookPhrase.caveat)] + [group].compactMap(\.self)
  }

  private func hasProjections(_ rows: [OutlookRow]) -> Bool {
    rows.contains { ["growth", "openings"].contains($0.published.measure) }
  }

  private func table(_ rows: [OutlookRow]) -> Table {
    Table(
      id: "outlook", title: wording.prose(OutlookPhrase.tableTitle),
      columns: [
        Column(id: "figure", header: wording.text(OutlookPhrase.figure), role: .stub),
        Column(id: "area", header: wording.text(OutlookPhrase.area), role: .word),
        Column(id: "value", header: wording.text(OutlookPhrase.value), role: .figure),
        Column(id: "period", header: wording.text(OutlookPhrase.period), role: .word),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
        Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
      ],
      groups: [
        RowGroup(
          rows: rows.map { row in
            let published = row.published
            let notes = [published.population, published.note].filter { !$0.isEmpty }
            return Row(
              id: published.id,
              cells: [
                .text(published.label), .text(row.figure.item),
                row.figure.shown(withoutHigh: .above, withoutLow: .below), .text(published.period),
                .source(published.sourceID),
                notes.isEmpty ? .missing : .text(notes.joined(separator: "; ")),
              ])
          })
      ])
  }
}

enum OutlookPhrase: String, PhraseKey {
  static let group = "outlook"
  case tableTitle = "table_title"
  case figure, area, value, period, drivers, driver, caveat
  case ofGroup = "of_group"
}
