import Advising
import CareerData
import ReportModel

/// What the settings pay and what is typical of them.
struct SettingsSection: ReportSection {
  typealias Words = SettingsPhrase

  private let context: SectionContext
  private let items: [ItemFigures]
  private let nearest: [NearestFigures]
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) {
    self.context = context
    items = context.advice.settings.map(context.figures)
    nearest = context.nearestIndustries
  }

  /// Nil when the dataset has neither settings nor pay by industry.
  var content: SectionContent? {
    guard !advice.settings.isEmpty else { return nil }
    return SectionContent(
      figures: items.flatMap { item in
        item.all + shares(item.id).map { context.figure(id: item.id, title: item.title, $0) }
      } + nearest.flatMap(\.figures), choice: choice, blocks: blocks)
  }

  /// How much of the employment, or of the work, is in the setting.
  private func shares(_ id: String) -> [PublishedFigure] {
    context.dataset.figures(of: Subject(.setting, id))
  }

  private var choice: Choice {
    Choice(
      bearing: bearing, picture: chart,
      table: payTable.choice(
        choiceRows.own,
        lastGroups: payTable.grouped(choiceRows.nearest).map { group in
          RowGroup(title: nearestTitle(group[0].pay.record), rows: group.map(payTable.row))
        }))
  }

  /// A present setting is no choice for someone who aims at something.
  private var bearing: Choice.Bearing {
    let marks = advice.settings.map(\.mark)
    if marks.contains(where: \.isTarget) { return .aim }
    return marks.contains(where: \.isPresent) && advice.aims.isEmpty ? .present : .none
  }

  private func nearestTitle(_ record: PayFigure) -> Prose {
    wording.prose(BasisPhrase.plainNearest, ["basis": context.plainBasis(record)])
  }

  /// Each setting once, by its leading figure or else by its nearest industry: what a client compares.
  private var choiceRows: (own: [PayRow], nearest: [PayRow]) {
    let own = items.compactMap { item in
      item.pay.map {
        PayRow(
          id: item.id, title: item.title, mark: context.mark(item.mark), emphasis: item.mark.emphasis,
          pay: $0, details: [.missing])
      }
    }
    let first = Set(advice.settings.compactMap(\.nearest.first?.subject.id).map { "nearest-\($0)" })
    let shared = nearestRows.filter { first.contains($0.id) }.map { row in
      var row = row
      row.title = row.chartLabel ?? row.title
      return row
    }
    let rows = payTable.leading(own + shared)
    return (rows.filter { !first.contains($0.id) }, rows.filter { first.contains($0.id) })
  }

  // MARK: - Blocks

  private var blocks: [Block] {
    var blocks: [Block] = []
    if let table { blocks.append(.table(table)) }
    blocks.append(.table(descriptions))
    if !otherFacts.isEmpty { blocks.append(.facts(otherFacts)) }
    blocks.append(.callout(title: wording.prose(PositionPhrase.notes), items: notes))
    return blocks
  }

  private var words: IndustryWords { IndustryWords(context) }

  /// Each industry of a setting, the leading one first, then what other sources publish.
  private var ownRows: [PayRow] {
    items.flatMap { item -> [PayRow] in
      let mark = context.mark(item.mark)
      func row(_ id: String, _ pay: PublishedPay, _ detail: Value) -> PayRow {
        PayRow(
          id: id, title: pay.figure.item, mark: mark, emphasis: item.mark.emphasis, pay: pay,
          details: [detail])
      }
      let industries = zip(item.item.industries, item.industries).map { own, pay in
        row(pay.figure.itemID, pay, .text(words.detail(own)))
      }
      let own = item.industries.isEmpty ? item.pay.map { [row(item.id, $0, .missing)] } ?? [] : []
      let parts = zip(item.item.parts, item.parts).map { own, pay in
        row(pay.figure.itemID, pay, .text(words.detail(own)))
      }
      let others = item.otherPay.map { row("\(item.id)-\($0.record.sourceID)", $0, .missing) }
      return industries + own + parts + others
    }
  }

  /// One row for each nearest industry, however many settings share it.
  private var nearestRows: [PayRow] {
    nearest.compactMap { figures in
      guard let pay = figures.pay else { return nil }
      let nearest = figures.nearest
      let items = words.sharing(nearest.subject)
      let mark = ItemMark(
        isPresent: items.contains(where: \.mark.isPresent), isTarget: items.contains(where: \.mark.isTarget))
      return PayRow(
        id: "nearest-\(nearest.subject.id)", title: words.name(nearest.subjectTitle, nearest.subject.id),
        mark: context.mark(mark), emphasis: mark.emphasis, pay: pay,
        details: [.text(words.nearestFor(nearest.subject))],
        chartLabel: items.map(\.title).joined(separator: ", "))
    }
  }

  /// Every setting without a figure of its own, with the words which row is its nearest.
  private var rowsWithoutFigure: [Row] {
    advice.settings.filter(\.hasNoOwnFigure).map { item in
      let nearest = words.nearest(of: item)
      return payTable.emptyRow(
        id: item.id, title: item.title, mark: context.mark(item.mark), emphasis: item.mark.emphasis,
        details: [nearest.isEmpty ? .missing : .text(nearest)])
    }
  }

  /// False when industries stand in for settings that the dataset does not name.
  private var hasSettings: Bool { !context.dataset.records.settings.isEmpty }

  private var payTable: PayTable {
    PayTable(
      context: context, id: "settings-pay", title: wording.prose(SettingsPhrase.tableTitle),
      stubHeader: wording.text(hasSettings ? SettingsPhrase.setting : .industrySector),
      detailColumns: [
        Column(id: "industry", header: wording.text(SettingsPhrase.industry), role: .detail)
      ])
  }

  private var table: Table? {
    let nearest = payTable.grouped(nearestRows).map { group in
      RowGroup(
        title: wording.prose(BasisPhrase.nearest, ["basis": context.basis(group[0].pay.record)]),
        label: wording.prose(
          BasisPhrase.nearestLabel, ["basis": Prose(context.basisLabel(group[0].pay.record))]
        ).words,
        rows: group.map(payTable.row))
    }
    let without = rowsWithoutFigure
    let last =
      without.isEmpty
      ? []
      : [
        RowGroup(
          title: wording.prose(BasisPhrase.noFigure), label: wording.text(BasisPhrase.noFigureLabel),
          rows: without)
      ]
    return payTable.table(ownRows, lastGroups: nearest + last)
  }

  private var chart: Chart? {
    PayChart(
      context: context, id: "settings", categoryAxis: hasSettings ? .settings : .industries,
      subject: wording.prose(hasSettings ? SettingsPhrase.chartSubject : .industryChartSubject)
    ).bars(
      payTable.grouped(choiceRows.own).map { (title: context.plainBasis($0[0].pay.record), rows: $0) }
        + payTable.grouped(choiceRows.nearest).map { (title: nearestTitle($0[0].pay.record), rows: $0) })
  }

  private var descriptions: Table {
    let rows = context.dataset.records.settings.map { setting -> Row in
      let share = shares(setting.id).first { $0.measure == Self.employmentShare }
      let mark = advice.settings.first { $0.id == setting.id }?.mark ?? .none
      let editorial = setting.isEditorial ? wording.text(BasisPhrase.editorial) : ""
      func described(_ text: String) -> Value {
        if text.isEmpty { return .missing }
        return .text(editorial.isEmpty ? text : "\(text) (\(editorial))")
      }
      return Row(
        id: setting.id,
        cells: [
          .text(setting.title), described(setting.typicalJobs), context.mark(mark),
          share.map(context.value) ?? .missing, share.map { .source($0.sourceID) } ?? .missing,
          described([setting.typicalWork, setting.note].filter { !$0.isEmpty }.joined(separator: "; ")),
        ],
        emphasis: mark.emphasis)
    }
    return Table(
      id: "settings-work", title: wording.prose(SettingsPhrase.workTitle),
      columns: [
        Column(id: "setting", header: wording.text(SettingsPhrase.setting), role: .stub),
        Column(id: "typical_jobs", header: wording.text(SettingsPhrase.typicalJobs), role: .detail),
        Column(id: "mark", header: wording.text(ColumnPhrase.mark), role: .word),
        Column(id: "share", header: wording.text(SettingsPhrase.share), role: .figure),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
        Column(id: "typical_work", header: wording.text(SettingsPhrase.typicalWork), role: .detail),
      ], groups: [RowGroup(rows: rows)], notes: [wording.prose(SettingsPhrase.shareNote)])
  }

  /// Published figures of settings that are no share of employment: a way of working overlaps the others.
  private var otherFacts: [Fact] {
    context.dataset.records.settings.flatMap { setting in
      shares(setting.id).filter { $0.measure != Self.employmentShare }.map { figure in
        Fact(
          label: "\(setting.title): \(figure.label)", value: context.value(figure),
          note: context.origin(figure))
      }
    }
  }

  private static let employmentShare = "employment_share"

  private var notes: [Prose] {
    var notes: [Prose] = []
    if advice.settings.contains(where: { !$0.nearest.isEmpty }) {
      notes.append(wording.prose(SettingsPhrase.nearestNote))
    }
    if advice.settings.contains(where: { $0.industries.count > 1 }) {
      notes.append(wording.prose(SettingsPhrase.severalNote))
    }
    if (ownRows + nearestRows).contains(where: { $0.pay.record.statistic == .median }) {
      notes.append(wording.prose(SettingsPhrase.caveat))
    }
    return notes
  }
}

enum SettingsPhrase: String, PhraseKey {
  static let group = "settings"
  case tableTitle = "table_title"
  case chartSubject = "chart_subject"
  case workTitle = "work_title"
  case setting, share
  case typicalWork = "typical_work"
  case typicalJobs = "typical_jobs"
  case shareNote = "share_note"
  case industry
  case industrySector = "industry_sector"
  case industryChartSubject = "industry_chart_subject"
  case industryName = "industry_name"
  case industryRow = "industry_row"
  case figureOf = "figure_of"
  case nearest
  case nearestFor = "nearest_for"
  case severalNote = "several_note"
  case nearestNote = "nearest_note"
  case caveat
}
