import Advising
import CareerData
import ReportModel

/// What the settings pay and what is typical of them.
struct SettingsSection {
  private let context: SectionContext
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// Nil when the dataset has no settings.
  var content: SectionContent? {
    guard !advice.settings.isEmpty else { return nil }
    return SectionContent(figures: advice.settings.flatMap(figures), blocks: blocks)
  }

  private func figures(_ item: ItemComparison) -> [Figure] {
    context.figures(of: item)
      + shares(item.id).map { context.figure(id: item.id, title: item.title, $0) }
  }

  /// How much of the employment, or of the work, is in the setting.
  private func shares(_ id: String) -> [PublishedFigure] {
    context.dataset.figures(of: Subject(.setting, id))
  }

  // MARK: - Blocks

  private var blocks: [Block] {
    var blocks: [Block] = []
    if let table { blocks.append(.table(table)) }
    if let chart { blocks.append(.chart(chart)) }
    blocks.append(.table(descriptions))
    if !otherFacts.isEmpty { blocks.append(.facts(otherFacts)) }
    blocks.append(.notes(title: wording.prose(PositionPhrase.notes), items: notes))
    return blocks
  }

  private var ownRows: [PayRow] {
    advice.settings.flatMap { item in
      ([item.pay].compactMap { $0 } + item.otherPay).enumerated().map { index, pay in
        PayRow(
          id: index == 0 ? item.id : "\(item.id)-\(index + 1)", title: item.title,
          mark: context.mark(item.mark), emphasis: item.mark.emphasis, pay: pay)
      }
    }
  }

  /// One row for each nearest figure, however many settings share it.
  private var nearestRows: [PayRow] {
    var subjects: [Subject] = []
    for item in advice.settings {
      for nearest in item.nearest where !subjects.contains(nearest.subject) {
        subjects.append(nearest.subject)
      }
    }
    return subjects.compactMap { subject in
      let items = advice.settings.filter { $0.nearest.contains { $0.subject == subject } }
      guard let nearest = items.first?.nearest.first(where: { $0.subject == subject }),
        let pay = nearest.pay
      else { return nil }
      let mark = ItemMark(
        isPresent: items.contains(where: \.mark.isPresent), isTarget: items.contains(where: \.mark.isTarget))
      let title = wording.prose(
        SettingsPhrase.nearestRow,
        [
          "settings": Prose(items.map(\.title).joined(separator: ", ")),
          "industry": Prose(nearest.subjectTitle),
        ])
      return PayRow(
        id: "nearest-\(subject.id)", title: title.words, mark: context.mark(mark),
        emphasis: mark.emphasis, pay: pay,
        chartLabel: wording.prose(
          SettingsPhrase.nearestChart,
          ["settings": Prose(items.map(\.title).joined(separator: ", ")), "code": Prose(subject.id)]
        ).words)
    }
  }

  private var payTable: PayTable {
    PayTable(
      context: context, id: "settings-pay", title: wording.prose(SettingsPhrase.tableTitle),
      stubHeader: wording.text(SettingsPhrase.setting))
  }

  private var table: Table? {
    let nearest = payTable.grouped(nearestRows).map { group in
      RowGroup(
        title: wording.prose(BasisPhrase.nearest, ["basis": context.basis(group[0].pay.figure)]),
        label: wording.prose(
          BasisPhrase.nearestLabel, ["basis": Prose(context.basisLabel(group[0].pay.figure))]
        ).words,
        rows: group.map(payTable.row))
    }
    let without = advice.settings.filter(\.hasNoFigure).map {
      payTable.emptyRow(
        id: $0.id, title: $0.title, mark: context.mark($0.mark), emphasis: $0.mark.emphasis)
    }
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
    let own = payTable.grouped(ownRows).map { (title: context.basisTitle($0[0].pay.figure), rows: $0) }
    let nearest = payTable.grouped(nearestRows).map {
      (
        title: wording.prose(BasisPhrase.nearest, ["basis": context.basis($0[0].pay.figure)]),
        rows: $0
      )
    }
    return PayChart(
      context: context, id: "settings", categoryAxis: .settings,
      subject: wording.prose(SettingsPhrase.chartSubject)
    ).bars(own + nearest)
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
    if !nearestRows.isEmpty { notes.append(wording.prose(SettingsPhrase.nearestNote)) }
    if advice.pay == nil { notes.append(context.ask(.pay)) }
    if advice.questions.contains(.setting) { notes.append(context.ask(.setting)) }
    notes.append(wording.prose(SettingsPhrase.caveat))
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
  case nearestRow = "nearest_row"
  case nearestChart = "nearest_chart"
  case nearestNote = "nearest_note"
  case caveat
}
