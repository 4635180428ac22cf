import Calculation
import ReportModel

extension Prose {
  /// The published figures that the numbers of the sentence rest on.
  var citations: [Citation] { values.flatMap(\.quantities).flatMap(\.provenance.citations) }

  /// The sentence with the number of each source that its own numbers rest on, where it does not name it already.
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
