import Advising
import CareerData
import ReportModel

/// Who published the figures, how the report calculates, and what to keep in mind.
struct SourcesSection {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  var content: SectionContent? {
    SectionContent(
      figures: [],
      blocks: [
        .table(table),
        .list(title: wording.prose(SourcesPhrase.method), items: methods),
        .notes(title: wording.prose(SourcesPhrase.caveats), items: caveats),
      ])
  }

  private var table: Table {
    let records = context.dataset.records
    let rows = records.sources.map { source -> Row in
      let note = [source.isEditorial ? wording.text(BasisPhrase.editorial) : "", source.note]
        .filter { !$0.isEmpty }.joined(separator: "; ")
      return Row(
        id: source.id,
        cells: [
          .source(source.id), .text(source.publisher), .text(source.period), .text(source.title),
          note.isEmpty ? .missing : .text(note), source.link.map(Value.text) ?? .missing,
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

  private var methods: [Prose] {
    let shared: [SourcesPhrase] = [.methodFullTime, .methodPercentile, .methodDifference, .methodGroups]
    let hasCredentials = !context.dataset.records.credentials.isEmpty
    return (shared + (hasCredentials ? [.methodCredentials, .methodGain] : [])).map { wording.prose($0) }
  }

  private var caveats: [Prose] {
    let records = context.dataset.records
    return [
      wording.prose(SourcesPhrase.estimate), context.basisNote,
      wording.prose(SourcesPhrase.payLevel),
    ] + records.populations.map(\.caveat).filter { !$0.isEmpty }.map { Prose($0) }
      + records.disagreements.map { Prose($0.explanation) }
  }
}

enum SourcesPhrase: String, PhraseKey {
  static let group = "sources"
  case tableTitle = "table_title"
  case number, publisher, period, title, link, method, caveats
  case methodFullTime = "method_full_time"
  case methodPercentile = "method_percentile"
  case methodDifference = "method_difference"
  case methodGroups = "method_groups"
  case methodCredentials = "method_credentials"
  case methodGain = "method_gain"
  case estimate
  case payLevel = "pay_level"
}
