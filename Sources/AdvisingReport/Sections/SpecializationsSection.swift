import Advising
import CareerData
import ReportModel

/// What the specializations pay and which credentials are usual in them.
struct SpecializationsSection: ReportSection {
  typealias Words = SpecializationsPhrase

  private let context: SectionContext
  private let items: [ItemFigures]
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) {
    self.context = context
    items = context.advice.specializations.map(context.figures)
  }

  /// Nil when the dataset has no specializations.
  var content: SectionContent? {
    guard !advice.specializations.isEmpty else { return nil }
    return SectionContent(
      figures: items.flatMap(\.all), choice: choice, blocks: blocks)
  }

  /// Where the client's own has a range, the ranges lead.
  private var choice: Choice {
    let marks = advice.specializations.map(\.mark)
    let rangesLead = rangeRows.contains { $0.emphasis != .none }
    return Choice(
      bearing: marks.contains(where: \.isTarget)
        ? .aim : marks.contains(where: \.isPresent) ? .present : .none,
      picture: rangesLead ? rangeChart ?? chart : chart,
      table: rangesLead ? ranges.choice(rangeRows) : payTable.choice(payRows))
  }

  private var blocks: [Block] {
    var blocks: [Block] = []
    if let table { blocks.append(.table(table)) }
    if let table = rangeTable { blocks.append(.table(table)) }
    blocks.append(.callout(title: wording.prose(PositionPhrase.notes), items: notes))
    return blocks
  }

  // MARK: - Means and medians

  private var payRows: [PayRow] {
    items.compactMap { item in
      item.pay.map { pay in
        PayRow(
          id: item.id, title: item.title, mark: context.mark(item.mark), emphasis: item.mark.emphasis,
          pay: pay, details: [credentials(of: item.id)])
      }
    }
  }

  private var payTable: PayTable {
    PayTable(
      context: context, id: "specializations-pay", title: wording.prose(SpecializationsPhrase.tableTitle),
      stubHeader: wording.text(SpecializationsPhrase.specialization), detailColumns: [credentialsColumn])
  }

  private var table: Table? {
    let without = advice.specializations.filter(\.hasNoFigure).map {
      payTable.emptyRow(
        id: $0.id, title: $0.title, mark: context.mark($0.mark), emphasis: $0.mark.emphasis,
        details: [credentials(of: $0.id)])
    }
    return payTable.table(
      payRows,
      lastGroups: without.isEmpty
        ? []
        : [
          RowGroup(
            title: wording.prose(BasisPhrase.noFigure), label: wording.text(BasisPhrase.noFigureLabel),
            rows: without)
        ])
  }

  private var chart: Chart? {
    PayChart(
      context: context, id: "specializations", categoryAxis: .specializations,
      subject: wording.prose(SpecializationsPhrase.chartSubject)
    ).bars(payTable.grouped(payRows).map { (title: context.plainBasis($0[0].pay.record), rows: $0) })
  }

  // MARK: - Ranges

  private var rangeRows: [RangeRow] {
    items.flatMap { item in
      item.ranges.enumerated().map { index, range in
        rangeRow(item, range, id: index == 0 ? item.id : "\(item.id)-\(index + 1)", title: item.title)
      }
    }
  }

  private var nearestRows: [RangeRow] {
    items.flatMap { item in
      item.nearest.compactMap { nearest in
        nearest.range.map { range in
          rangeRow(
            item, range, id: "nearest-\(item.id)",
            title: wording.prose(
              SpecializationsPhrase.nearestRow,
              ["specialization": Prose(item.title), "nearest": Prose(nearest.nearest.subjectTitle)]
            ).words)
        }
      }
    }
  }

  private func rangeRow(_ item: ItemFigures, _ range: PublishedRange, id: String, title: String) -> RangeRow {
    RangeRow(
      id: id, title: title, mark: context.mark(item.mark), emphasis: item.mark.emphasis, range: range,
      details: [credentials(of: item.id)])
  }

  private var ranges: RangeTable {
    RangeTable(
      context: context, id: "specializations-ranges",
      title: wording.prose(SpecializationsPhrase.rangeTitle),
      stubHeader: wording.text(SpecializationsPhrase.specialization),
      detailColumns: [credentialsColumn])
  }

  private var rangeTable: Table? { ranges.table(rangeRows + nearestRows, notes: rangeNotes) }

  private var rangeChart: Chart? {
    PayChart(
      context: context, id: "specializations", categoryAxis: .specializations,
      subject: wording.prose(SpecializationsPhrase.chartSubject)
    ).ranges(
      [(ranges: rangeRows, pay: nil)], title: rangeChartTitle)
  }

  /// What the specialization aimed at pays, where its range is published.
  private var rangeChartTitle: Prose {
    guard let aim = rangeRows.first(where: { $0.emphasis == .target }), let low = aim.range.record.low else {
      return wording.prose(SpecializationsPhrase.rangeTitle)
    }
    let record = aim.range.record
    let pay = Value.range(
      low: context.annual(low, record), high: record.high.map { context.annual($0, record) },
      isOpen: record.isOpenEnded)
    return wording.prose(
      AxisPhrase.titleAmount,
      [
        "subject": wording.prose(SpecializationsPhrase.chartSubject), "item": Prose(aim.title),
        "amount": Prose(pay),
      ])
  }

  /// What the source says of several ranges at once stands once.
  private var rangeNotes: [Prose] {
    let notes = advice.specializations.flatMap(\.ranges).map(\.figure.note).filter { !$0.isEmpty }
    let distinct = notes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return distinct.map { Prose($0).capitalized }
  }

  // MARK: - Credentials and notes

  private var credentialsColumn: Column {
    Column(
      id: "credentials", header: wording.text(SpecializationsPhrase.usualCredentials), role: .detail)
  }

  /// The usual credentials; those that are the dataset's own reading say so.
  private func credentials(of id: String) -> Value {
    let links = context.dataset.records.specializationCredentials.filter { $0.specializationID == id }
    guard !links.isEmpty else { return .missing }
    let editorial = wording.text(BasisPhrase.editorial)
    return .text(
      links.map { $0.isEditorial ? "\($0.credentialID) (\(editorial))" : $0.credentialID }
        .joined(separator: ", "))
  }

  private var notes: [Prose] {
    let records = context.dataset.records
    var notes = records.specializations.filter { !$0.note.isEmpty }.map { specialization in
      wording.prose(
        SpecializationsPhrase.itemNote,
        ["specialization": Prose(specialization.title), "note": Prose(specialization.note)])
    }
    notes += top + caveats
    return notes
  }

  /// What the best paid earn is no mean, and has no row among means.
  private var top: [Prose] {
    advice.specializations.compactMap { item in
      item.top.map { top in
        wording.prose(
          SpecializationsPhrase.top,
          [
            "specialization": Prose(item.title), "amount": Prose(context.publishedValue(top)),
            "basis": context.basis(top.figure),
          ])
      }
    }
  }

  /// The caveats of the populations whose figures the section shows.
  private var caveats: [Prose] {
    let shown = advice.specializations.flatMap { item in
      [item.pay, item.top].compactMap { $0?.figure.populationID } + item.ranges.map(\.figure.populationID)
    }
    return context.dataset.records.populations
      .filter { shown.contains($0.id) && !$0.caveat.isEmpty }.map { Prose($0.caveat) }
  }
}

enum SpecializationsPhrase: String, PhraseKey {
  static let group = "specializations"
  case tableTitle = "table_title"
  case chartSubject = "chart_subject"
  case rangeTitle = "range_title"
  case specialization, top
  case usualCredentials = "usual_credentials"
  case nearestRow = "nearest_row"
  case itemNote = "item_note"
}
