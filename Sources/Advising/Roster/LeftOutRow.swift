/// A row that is no client: it is left out and told, and counts nowhere.
public enum LeftOutRow: String, Sendable, CaseIterable {
  /// `Total`, `Average` and the like, in English and Spanish.
  case totals
  /// The header once more, as of a table that was printed in pages.
  case header
  /// The example of the template.
  case example

  /// The id of the example in the template.
  public static let exampleID = "example-delete-me"

  /// Nil for a row that is a client or wants to be.
  init?(_ record: RosterRecord, _ header: RosterHeader) {
    guard let column = header.index(of: .id) else { return nil }
    let id = column < record.cells.count ? header.text(record.cells[column]).trimmed : ""
    if id == Self.exampleID {
      self = .example
    } else if Self.repeats(header, record) {
      self = .header
    } else if Self.isTotal(id: id, record, header) {
      self = .totals
    } else {
      return nil
    }
  }

  private static func repeats(_ header: RosterHeader, _ record: RosterRecord) -> Bool {
    var count = 0
    for (index, cell) in record.cells.enumerated() where !cell.isBlank {
      guard index < header.names.count, case .text(let text) = cell,
        ColumnName.folded(text) == ColumnName.folded(header.names[index])
      else { return false }
      count += 1
    }
    return count > 0
  }

  private static func isTotal(id: String, _ record: RosterRecord, _ header: RosterHeader) -> Bool {
    if !id.isEmpty { return isWord(id) || (ClientID.problem(of: id) != nil && begins(id)) }
    return record.cells.enumerated().contains { index, cell in
      guard case .text(let text) = cell,
        index >= header.columns.count || header.columns[index]?.field != .notes
      else { return false }
      return isWord(text.trimmed)
    }
  }

  private static let words: Set<String> = [
    "total", "totals", "grandtotal", "grandtotals", "subtotal", "subtotals", "sum", "count", "average", "avg",
    "mean", "median",
    "minimum", "maximum", "totales", "grantotal", "totalgeneral", "subtotales", "suma", "sumatotal", "cuenta",
    "conteo",
    "recuento", "promedio", "media", "mediana",
  ]

  /// `Total:`, `Grand Total`, `Total (3)`, `Count: 3`.
  private static func isWord(_ text: String) -> Bool {
    guard text.utf8.count <= 40, !text.isEmpty else { return false }
    let letters = ColumnName.folded(text).filter { !$0.isNumber }
    guard words.contains(letters) else { return false }
    return !text.contains { $0.isNumber } || text.contains { " :=(".contains($0) }
  }

  /// `Total clients: 3`, `Average of all`.
  private static func begins(_ text: String) -> Bool {
    let first = text.split { !$0.isLetter && $0 != "-" }.prefix(2).map(String.init)
    guard let word = first.first else { return false }
    return words.contains(ColumnName.folded(word)) || words.contains(ColumnName.folded(first.joined()))
  }
}
