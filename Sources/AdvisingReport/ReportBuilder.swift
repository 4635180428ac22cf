import Advising
import Calculation
import CareerData
import ReportModel

/// Makes the report from the findings: which sections, in which order, in which words.
///
/// ```swift
/// let builder = ReportBuilder(template: template, programVersion: "0.1.0")
/// let report = builder.report(on: Advice(profile: profile, dataset: dataset, reportDate: date))
/// ```
public struct ReportBuilder: Sendable {
  private let template: ReportTemplate
  private let programVersion: String
  private let editions: [DatasetEdition]
  private let areas = AreaTable()

  /// - Parameters:
  ///   - programVersion: stands at the foot of the report and in its section on sources.
  ///   - editions: the datasets that can be had without a file; a report on older wages says so in its section on sources.
  public init(template: ReportTemplate, programVersion: String, editions: [DatasetEdition] = []) {
    self.template = template
    self.programVersion = programVersion
    self.editions = editions
  }

  /// The report, with the template's sections that have something to say.
  public func report(on advice: Advice) -> Report {
    let origin = origin(advice)
    let formatter = ValueFormatter(style: template.style)
    let context = SectionContext(
      advice: advice, wording: template.wording, origin: origin, formatter: formatter,
      monthNames: template.style.monthNames,
      newerEdition: DatasetEdition.newest(of: editions, than: advice))
    var sections = template.sections.compactMap { title -> Section? in
      guard let content = ReportSections.section(title.id)?.init(context).content else { return nil }
      return Section(
        id: title.id, title: title.title, shortTitle: title.shortTitle,
        figures: advice.status == .outsideField ? content.figures.map(markedAsOtherField) : content.figures,
        blocks: content.blocks.filter { title.showsCharts || !$0.isChart }
          .map { $0.finished(template.wording) }.filter { !$0.isEmpty }.map(\.withSourceNumbers))
    }
    if !sections.contains(where: { $0.id == SourcesSection.id }), !sections.isEmpty {
      sections[sections.count - 1].blocks.append(sourceList(context.sources, namedIn: sections))
    }
    if !template.branding.disclaimer.isEmpty, !sections.isEmpty {
      sections[0].blocks.append(.notes(title: "", items: [Prose(template.branding.disclaimer)]))
    }
    let wording = template.wording
    let occupation = Prose(advice.dataset.occupation.commonName)
    let title = formatter.text(wording.prose(ReportPhrase.title, ["occupation": occupation]))
    return Report(
      clientID: advice.profile.id, clientName: advice.profile.name,
      reportDate: ReportDate(advice.reportDate), language: template.language, title: title,
      heading: heading(advice), footer: footer(advice), sections: sections,
      whatIf: template.showsWhatIf ? WhatIfBuilder(context, formatter: formatter, areas: areas).whatIf : nil,
      sources: context.sources.map(SourceNote.init),
      properties: DocumentProperties(
        title: title, subject: advice.dataset.occupation.title, author: advice.profile.advisor ?? "",
        organization: template.branding.organization, keywords: advice.dataset.occupation.socCode,
        comments: formatter.text(footer(advice))),
      style: template.style, branding: template.branding, origin: origin)
  }

  /// Marks a difference from pay in another field as such.
  private func markedAsOtherField(_ figure: Figure) -> Figure {
    guard figure.comparison != nil || figure.measure == "pay_gap" else { return figure }
    let mark = template.wording.prose(ReportPhrase.againstOtherField)
    var marked = figure
    marked.note = Prose.joined([mark, figure.note].filter { !$0.isEmpty }, separator: "; ")
    return marked
  }

  private func heading(_ advice: Advice) -> [Fact] {
    let wording = template.wording
    let profile = advice.profile
    let lines: [(ReportPhrase, Value?)] = [
      (.client, .text(profile.name ?? profile.id)),
      (.advisor, profile.advisor.map(Value.text)),
      (.organization, Self.text(template.branding.organization)),
      (.contact, Self.text(template.branding.contact)),
      (.date, .date(ReportDate(advice.reportDate))),
      (
        .occupation,
        .text("\(advice.dataset.occupation.title) (SOC \(advice.dataset.occupation.socCode))")
      ),
    ]
    return lines.compactMap { key, value in value.map { Fact(label: wording.text(key), value: $0) } }
  }

  /// What the numbers in brackets stand for, for a template without a section of sources.
  private func sourceList(_ sources: [Source], namedIn sections: [Section]) -> Block {
    let named = Set(sections.flatMap(\.blocks).flatMap(\.namedSourceIDs))
    return .list(
      title: template.wording.prose(SourcesPhrase.tableTitle),
      items: sources.filter { named.contains($0.id) }.map { source in
        Prose([
          .value(.source(source.id)), .text(" \(source.publisher), \(source.title), \(source.period)"),
        ])
      })
  }

  private static func text(_ text: String) -> Value? { text.isEmpty ? nil : .text(text) }
  private func origin(_ advice: Advice) -> ReportOrigin {
    let identity = advice.dataset.identity
    return ReportOrigin(
      datasetName: identity.name, datasetVersion: identity.version, contentHash: identity.contentHash,
      programVersion: programVersion)
  }

  private func footer(_ advice: Advice) -> Prose {
    let identity = advice.dataset.identity
    return template.wording.prose(
      ReportPhrase.footer,
      [
        "dataset": Prose(identity.title), "dataset_version": Prose(identity.version),
        "program_version": Prose(programVersion),
      ])
  }
}

extension Block {
  fileprivate var isChart: Bool { if case .chart = self { true } else { false } }

  /// Drops columns that are empty for this client, such as differences without pay, and adds the template's notes.
  fileprivate func finished(_ wording: Wording) -> Block {
    if case .table(let table) = self {
      .table(table.withoutEmptyColumns.withColumnNotes(wording))
    } else {
      self
    }
  }
}

extension ReportDate {
  init(_ date: CalendarDate) { self.init(year: date.year, month: date.month, day: date.day) }
}

extension SourceNote {
  fileprivate init(_ source: Source) {
    self.init(
      id: source.id, publisher: source.publisher, title: source.title, period: source.period,
      note: source.note, link: source.link)
  }
}

enum ReportPhrase: String, PhraseKey {
  static let group = "report"
  case title, client, advisor, organization, contact, date, occupation, footer
  case againstOtherField = "against_other_field"
}

extension Table {
  /// The table with what the template says of its columns, where they say nothing of their own.
  func withColumnNotes(_ wording: Wording) -> Table {
    var noted = self
    for index in columns.indices where columns[index].note.isEmpty {
      noted.columns[index].note = ColumnNotePhrase(rawValue: columns[index].id).map(wording.text) ?? ""
    }
    noted.groupNote = groups.count > 1 ? wording.text(ColumnNotePhrase.basis) : ""
    return noted
  }
}

/// What the columns of these ids hold: statistic, basis, and what is subtracted from what.
enum ColumnNotePhrase: String, PhraseKey {
  static let group = "column_note"
  case mark, basis, pay, hourly, difference, percent
  case fromNational = "from_national_median"
  case from, to
  case gapFrom = "gap_from"
  case gapTo = "gap_to"
  case hourlyFrom = "hourly_from"
  case hourlyTo = "hourly_to"
  case source
}

extension Prose {
  /// The published figures that the numbers of the sentence rest on.
  var citations: [Citation] { values.flatMap(\.quantities).flatMap(\.provenance.citations) }

  /// The sentence with the number of each source that its own numbers rest on, unless the sentence names it already.
  var withSourceNumbers: Prose {
    let named = values.compactMap { if case .source(let id) = $0 { id } else { nil } }
    let missing = citations.map(\.sourceID).reduce(into: [String]()) { ids, id in
      if !named.contains(id), !ids.contains(id) { ids.append(id) }
    }
    return Prose(runs + missing.flatMap { [.text(" "), .value(.source($0))] })
  }
}

extension Block {
  /// The block with numbered sources after its sentences. Tables have them in columns, charts in their source line.
  var withSourceNumbers: Block {
    switch self {
    case .facts(var facts):
      for index in facts.indices { facts[index].note = facts[index].note.withSourceNumbers }
      return .facts(facts)
    case .paragraph(let prose): return .paragraph(prose.withSourceNumbers)
    case .list(let title, let items): return .list(title: title, items: items.map(\.withSourceNumbers))
    case .notes(let title, let items): return .notes(title: title, items: items.map(\.withSourceNumbers))
    case .table(var table):
      table.notes = table.notes.map(\.withSourceNumbers)
      return .table(table)
    case .chart, .nextSteps: return self
    }
  }

  /// The sources whose numbers stand in the block, in the order of their places.
  fileprivate var namedSourceIDs: [String] {
    let values: [Value] =
      switch self {
      case .facts(let facts): facts.flatMap { [$0.value] + $0.note.values }
      case .paragraph(let prose): prose.values
      case .list(_, let items), .notes(_, let items): items.flatMap(\.values)
      case .table(let table):
        table.groups.flatMap(\.title.values) + table.rows.flatMap(\.cells) + table.notes.flatMap(\.values)
      case .chart(let chart): chart.source.values
      case .nextSteps(let next): next.steps.flatMap(\.values)
      }
    return values.compactMap { if case .source(let id) = $0 { id } else { nil } }
  }

  /// True for a list without items and a table without rows, or with nothing but the names of its rows: a title
  /// alone says nothing.
  var isEmpty: Bool {
    switch self {
    case .facts(let facts): facts.isEmpty
    case .paragraph(let prose): prose.isEmpty
    case .list(_, let items), .notes(_, let items): items.isEmpty
    case .table(let table): table.rows.isEmpty || table.columns.count < 2
    case .chart, .nextSteps: false
    }
  }
}
