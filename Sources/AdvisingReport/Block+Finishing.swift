import Advising
import Calculation
import CareerData
import ReportModel

extension Block {
  var isChart: Bool { if case .chart = self { true } else { false } }

  /// Drops columns that are empty for this client, such as differences without pay, and rows of which nothing is
  /// published, which are said in a sentence; and adds the template's notes.
  func finished(_ wording: Wording) -> Block {
    guard case .table(let table) = self else { return self }
    let (told, unpublished) = table.withoutUnpublishedRows(wording)
    guard !told.rows.isEmpty else { return unpublished.map(Block.paragraph) ?? self }
    return .table(told.withoutEmptyColumns.withColumnNotes(wording))
  }
}

extension Block {
  /// A table whose groups a client can tell apart, also where each row says its group.
  func withPlainGroups(_ wording: Wording) -> Block {
    guard case .table(var table) = self, !table.groupHeading.isEmpty else { return self }
    table.groupHeading = wording.text(ColumnPhrase.kind)
    table.groupNote = wording.text(BasisPhrase.compare)
    for index in table.groups.indices { table.groups[index].label = table.groups[index].title.words }
    return .table(table)
  }
}

extension Table {
  /// The table without the rows that have neither a figure nor a sentence, and the sentence that names them, which stands
  /// under the table. A table without figures keeps its rows: their names are what it says.
  fileprivate func withoutUnpublishedRows(_ wording: Wording) -> (table: Table, sentence: Prose?) {
    let telling = columns.indices.filter {
      ![.stub, .source].contains(columns[$0].role) && columns[$0].id != Column.markID
    }
    guard columns.contains(where: { $0.role == .figure }) else { return (self, nil) }
    func isTold(_ row: Row) -> Bool { telling.contains { !row.cells[$0].isEmpty } }
    let untold = rows.filter { !isTold($0) }
    guard !untold.isEmpty else { return (self, nil) }
    var table = self
    for index in groups.indices { table.groups[index].rows.removeAll { !isTold($0) } }
    table.groups.removeAll(where: \.rows.isEmpty)
    let sources = untold.flatMap(\.cells).compactMap { if case .source(let id) = $0 { id } else { nil } }
    let names = Prose.joined(untold.map { Prose([.value($0.cells[0])]) }, separator: "; ")
    let sentence = wording.prose(BasisPhrase.unpublished, ["names": names])
    let numbers = sources.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let cited = Prose(sentence.runs + numbers.flatMap { [.text(" "), .value(.source($0))] })
    table.notes.insert(cited, at: 0)
    return (table, cited)
  }

  /// The table with what the template says of its columns, where they say nothing of their own.
  func withColumnNotes(_ wording: Wording) -> Table {
    var noted = self
    for index in columns.indices where columns[index].note.isEmpty {
      noted.columns[index].note = ColumnNotePhrase(rawValue: columns[index].id).map(wording.text) ?? ""
    }
    if groups.count > 1, groupNote.isEmpty { noted.groupNote = wording.text(ColumnNotePhrase.basis) }
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
  var withSourceNumbers: Prose { with(sources: citations) }

  /// The sentence with the number of each source that it does not name yet.
  func with(sources: [Citation]) -> Prose {
    let named = values.compactMap { if case .source(let id) = $0 { id } else { nil } }
    let missing = sources.map(\.sourceID).reduce(into: [String]()) { ids, id in
      if !named.contains(id), !ids.contains(id) { ids.append(id) }
    }
    return Prose(runs + missing.flatMap { [.text(" "), .value(.source($0))] })
  }
}

extension Block {
  /// The block with numbered sources after its sentences. Tables have them in columns, charts in their source line.
  var withSourceNumbers: Block {
    switch self {
    case .leadFigures(var figures):
      for index in figures.indices {
        let cited =
          figures[index].value.quantities.flatMap(\.provenance.citations) + figures[index].note.citations
        figures[index].note = figures[index].note.with(sources: cited)
      }
      return .leadFigures(figures)
    case .facts(var facts):
      for index in facts.indices { facts[index].note = facts[index].note.withSourceNumbers }
      return .facts(facts)
    case .paragraph(let prose): return .paragraph(prose.withSourceNumbers)
    case .passage(let title, let paragraphs):
      return .passage(title: title, paragraphs: paragraphs.map(\.withSourceNumbers))
    case .list(let title, let items): return .list(title: title, items: items.map(\.withSourceNumbers))
    case .callout(let title, let items): return .callout(title: title, items: items.map(\.withSourceNumbers))
    case .table(var table):
      table.notes = table.notes.map(\.withSourceNumbers)
      return .table(table)
    case .chart, .nextSteps, .smallPrint: return self
    }
  }

  /// The sources whose numbers stand in the block, in the order of their places.
  var namedSourceIDs: [String] {
    let values: [Value] =
      switch self {
      case .leadFigures(let figures): figures.flatMap { $0.label.values + [$0.value] + $0.note.values }
      case .facts(let facts): facts.flatMap { [$0.value] + $0.note.values }
      case .paragraph(let prose): prose.values
      case .passage(_, let items), .list(_, let items), .callout(_, let items), .smallPrint(let items):
        items.flatMap(\.values)
      case .table(let table):
        table.groups.flatMap(\.title.values) + table.rows.flatMap(\.cells) + table.notes.flatMap(\.values)
      case .chart(let chart): chart.source.values
      case .nextSteps(let next): next.steps.flatMap(\.sentence.values)
      }
    return values.compactMap { if case .source(let id) = $0 { id } else { nil } }
  }

  /// True for a list without items and a table without rows, or with nothing but the names of its rows: a title
  /// alone says nothing.
  var isEmpty: Bool {
    switch self {
    case .leadFigures(let figures): figures.isEmpty
    case .facts(let facts): facts.isEmpty
    case .paragraph(let prose): prose.isEmpty
    case .passage(_, let items), .list(_, let items), .callout(_, let items): items.isEmpty
    case .table(let table): table.rows.isEmpty || table.columns.count < 2
    case .nextSteps(let next): next.steps.isEmpty && next.blankLines == 0
    case .smallPrint(let sentences): sentences.isEmpty
    case .chart: false
    }
  }
}
