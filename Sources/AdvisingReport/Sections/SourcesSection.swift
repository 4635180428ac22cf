import Advising
import CareerData
import ReportModel

/// Who published the figures, how the report calculates, and what to keep in mind.
struct SourcesSection: ReportSection {
  typealias Words = SourcesPhrase

  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  var content: SectionContent? {
    SectionContent(
      figures: [datasetFigure],
      blocks: [
        .table(table),
        .list(title: wording.prose(SourcesPhrase.method), items: methods),
        .callout(title: wording.prose(SourcesPhrase.caveats), items: caveats),
      ])
  }

  /// The sources alone, a line each; a full report has their titles.
  var short: Table {
    let rows = context.sources.map { source in
      Row(
        id: source.id,
        cells: [
          .source(source.id), .text(source.inShort),
          source.link.map(Value.link) ?? .missing,
        ])
    }
    return Table(
      id: "sources", title: wording.prose(SourcesPhrase.tableTitle),
      columns: [
        Column(id: "number", header: wording.text(SourcesPhrase.number), role: .stub),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .word),
        Column(id: "link", header: wording.text(SourcesPhrase.link), role: .detail),
      ], groups: [RowGroup(rows: rows)])
  }

  private var table: Table {
    let rows = context.sources.map { source -> Row in
      let note = [source.isEditorial ? wording.text(BasisPhrase.editorial) : "", source.note]
        .filter { !$0.isEmpty }.joined(separator: "; ")
      return Row(
        id: source.id,
        cells: [
          .source(source.id), .text(source.publisher), .text(source.period), .text(source.title),
          note.isEmpty ? .missing : .text(note), source.link.map(Value.link) ?? .missing,
        ])
    }
    return Table(
      id: "sources", title: wording.prose(SourcesPhrase.tableTitle),
      columns: [
        Column(id: "number", header: wording.text(SourcesPhrase.number), role: .stub),
        Column(id: "publisher", header: wording.text(SourcesPhrase.publisher), role: .word),
        Column(id: "period", header: wording.text(SourcesPhrase.period), role: .word),
        Column(id: "title", header: wording.text(SourcesPhrase.title), role: .detail),
        Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
        Column(id: "link", header: wording.text(SourcesPhrase.link), role: .detail),
      ], groups: [RowGroup(rows: rows)])
  }

  private var figureCount: Quantity {
    let records = context.dataset.records
    return Quantity(
      Double(records.pay.count + records.figures.count), .count,
      .counted([]))
  }

  /// How many figures the dataset has, with what tells its content from every other.
  private var datasetFigure: Figure {
    let count = figureCount
    return Figure(
      itemID: context.origin.datasetName, item: context.dataset.identity.title, measure: "dataset_figures",
      unit: .count, value: count.amount, provenance: count.provenance,
      note: wording.prose(SourcesPhrase.dataset, origin(hash: context.origin.contentHash)))
  }

  private func origin(hash: String) -> [String: Prose] {
    [
      "dataset": Prose(context.dataset.identity.title), "name": Prose(context.origin.datasetName),
      "version": Prose(context.origin.datasetVersion), "hash": Prose(hash), "figures": Prose(figureCount),
      "program_version": Prose(context.origin.programVersion),
    ]
  }

  /// Enough digits of the hash to tell datasets apart by eye.
  private static let shownDigits = 12

  private var methods: [Prose] {
    let dataset = wording.prose(
      SourcesPhrase.dataset, origin(hash: "\(context.origin.contentHash.prefix(Self.shownDigits))…"))
    let shared: [SourcesPhrase] = [.methodFullTime, .methodPercentile, .methodDifference, .methodGroups]
    let hasCredentials = !context.dataset.records.credentials.isEmpty
    return [dataset]
      + (shared + (hasCredentials ? [.methodCredentials, .methodGain] : [])).map { wording.prose($0) }
  }

  private var caveats: [Prose] {
    let records = context.dataset.records
    return [context.newerEditionWords].compactMap(\.self) + [
      wording.prose(SourcesPhrase.estimate), context.basisNote,
      wording.prose(SourcesPhrase.payLevel),
    ] + records.populations.map(\.caveat).filter { !$0.isEmpty }.map { Prose($0) }
      + records.disagreements.map { Prose($0.explanation) }
  }
}

extension Source {
  /// Publisher and time; of one whose license asks for more, its title and what the license asks for.
  fileprivate var inShort: String {
    note.contains("CC BY") ? "\(publisher), \(title); \(note)" : "\(publisher), \(period)"
  }
}

extension SectionContext {
  /// That wages of a later time can be had, and how.
  var newerEditionWords: Prose? {
    newerEdition.map {
      wording.prose(
        SourcesPhrase.newerEdition, ["year": Prose(String($0.lastDay.year)), "name": Prose($0.datasetName)])
    }
  }
}

enum SourcesPhrase: String, PhraseKey {
  static let group = "sources"
  case tableTitle = "table_title"
  case number, publisher, period, title, link, method, caveats, dataset
  case methodFullTime = "method_full_time"
  case methodPercentile = "method_percentile"
  case methodDifference = "method_difference"
  case methodGroups = "method_groups"
  case methodCredentials = "method_credentials"
  case methodGain = "method_gain"
  case estimate
  case payLevel = "pay_level"
  case newerEdition = "newer_edition"
}
