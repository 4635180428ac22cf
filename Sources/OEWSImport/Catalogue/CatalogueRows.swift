import CareerData
import Tabular

/// The rows of a table of the catalogue, to be made anew.
struct CatalogueRows {
  typealias Cells = [String: String]

  let path: String
  let columns: [String]
  /// What tells the rows apart.
  let key: [String]
  var rows: [Cells]
  private let before: [Cells]

  init(_ path: String, key: [String], in files: DatasetFiles) {
    let document = CSVDocument(files.files[path] ?? [], limits: DatasetLimits.csv(ofTable: ""))
    self.path = path
    self.key = key
    columns = document.header
    before = (0..<document.rowCount).map { row in
      Dictionary(
        document.header.enumerated().map { ($1, document.text(row, $0)) },
        uniquingKeysWith: { first, _ in first })
    }
    rows = before
  }

  /// In the order of the cells of the key.
  mutating func sort() {
    rows = rows.sorted { a, b in
      let (a, b) = (keyCells(a), keyCells(b))
      guard let index = a.indices.first(where: { a[$0] != b[$0] }) else { return false }
      return a[index].utf8.lexicographicallyPrecedes(b[index].utf8)
    }
  }

  private func keyCells(_ row: Cells) -> [String] { key.map { row[$0] ?? "" } }

  var bytes: [UInt8] {
    CSVWriter.exact.table(columns: columns, rows: rows.map { row in columns.map { row[$0] ?? "" } })
  }

  /// What became of the rows.
  var change: DatasetDraft.Change {
    var change = DatasetDraft.Change(file: path)
    let old = Dictionary(before.map { (keyCells($0), $0) }, uniquingKeysWith: { first, _ in first })
    for row in rows {
      guard let former = old[keyCells(row)] else {
        change.added += 1
        continue
      }
      let isSame = columns.allSatisfy { (row[$0] ?? "") == (former[$0] ?? "") }
      change.changed += isSame ? 0 : 1
      change.confirmed += isSame ? 1 : 0
    }
    let keys = Set(rows.map(keyCells))
    change.removed = before.count { !keys.contains(keyCells($0)) }
    return change
  }
}
