import Tabular

/// A table of the package that has been read: its document and the meaning of its columns.
struct OpenTable {
  let name: String
  let file: String
  /// The place of its resource in `datapackage.json`, and the line there.
  let place: String
  let line: Int
  let document: CSVDocument
  let fields: [FieldCheck]
  /// False when rows are lost or columns not to be trusted: an id that is not found may have been in them.
  let isComplete: Bool
  let primaryKey: [String]
  private let foreignKeys: [DataPackage.ForeignKey]
  private let columns: [String: Int]
  private let missingValues: [[UInt8]]
  private let isEmptyMissing: Bool

  init(
    _ resource: DataPackage.Resource, document: CSVDocument, fields: [FieldCheck], isComplete: Bool
  ) {
    name = resource.name
    file = resource.path
    place = resource.place
    line = resource.line
    self.document = document
    self.fields = fields
    self.isComplete = isComplete
    primaryKey = resource.primaryKey
    foreignKeys = resource.foreignKeys
    columns = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    missingValues = resource.missingValues.map { Array($0.utf8) }.filter { !$0.isEmpty }
    isEmptyMissing = resource.missingValues.contains("")
  }

  /// The position of a column; nil when the table has none of that name.
  func column(_ name: String) -> Int? { columns[name] }

  /// True when the schema has the columns checked to be unique together.
  func isUniqueBySchema(_ columns: [Int]) -> Bool {
    (columns.count == 1 && fields[columns[0]].isUnique) || columns.map { fields[$0].name } == primaryKey
  }

  /// True when the schema has the column checked to refer to the ids of a table.
  func isReferenceBySchema(_ column: Int, to table: CareerDataset.Table) -> Bool {
    foreignKeys.contains { key in
      key.fields == [fields[column].name] && key.resource == table.rawValue
        && key.referencedFields == [table.idColumn]
    }
  }

  /// The bytes of a cell; nil when it means "no value".
  func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8>? {
    let cell = document[row, column]
    if cell.isEmpty { return isEmptyMissing ? nil : cell }
    if !missingValues.isEmpty, missingValues.contains(where: { cell.elementsEqual($0) }) { return nil }
    return cell
  }

  /// Whether a cell means "no value".
  func isMissing(_ row: Int, _ column: Int) -> Bool {
    if missingValues.isEmpty { return isEmptyMissing && document.isEmpty(row, column) }
    return cell(row, column) == nil
  }

  /// The values of several columns in a row, as one key; nil when all of them are missing.
  func key(_ row: Int, _ columns: [Int]) -> String? {
    if columns.count == 1 { return cell(row, columns[0]).map { String(decoding: $0, as: UTF8.self) } }
    let parts = columns.map { cell(row, $0) }
    if parts.allSatisfy({ $0 == nil }) { return nil }
    // A control character, which no cell may hold, keeps ("ab", "c") and ("a", "bc") apart.
    return parts.map { String(decoding: $0 ?? [], as: UTF8.self) }.joined(separator: "\u{1F}")
  }

  func problem(
    _ row: Int, _ column: Int?, _ kind: DatasetProblem.Kind, found: String? = nil, allowed: [String] = []
  ) -> DatasetProblem {
    DatasetProblem(
      file: file, row: document.line(ofRow: row), column: column.map { fields[$0].name }, kind: kind,
      found: found ?? column.flatMap { cell(row, $0).map { String(decoding: $0, as: UTF8.self) } },
      allowed: allowed)
  }
}

extension OpenTable {
  /// Checks that no two rows have the same values in the columns together.
  func checkUnique(_ columns: [Int], log: inout ProblemLog) {
    var firstRows: [String: Int] = [:]
    firstRows.reserveCapacity(document.rowCount)
    for row in 0..<document.rowCount {
      guard let key = key(row, columns) else { continue }
      guard let first = firstRows[key] else {
        firstRows[key] = row
        continue
      }
      let found = columns.count == 1 ? key : columns.map { document.text(row, $0) }.joined(separator: ", ")
      let kind = DatasetProblem.Kind.duplicate(firstRow: document.line(ofRow: first))
      log.add(problem(row, columns.last, kind, found: found))
    }
  }

  /// Checks that the values of columns are among those of the table that they refer to.
  func checkReferences(_ columns: [Int], to target: String, _ known: Set<String>, log: inout ProblemLog) {
    // Rows that stand together mostly refer to one thing.
    var last: ArraySlice<UInt8> = []
    for row in 0..<document.rowCount {
      if columns.count == 1, let cell = cell(row, columns[0]), cell == last { continue }
      guard let value = key(row, columns) else { continue }
      if known.contains(value) {
        last = document[row, columns[0]]
      } else {
        log.add(problem(row, columns[0], .orphan, found: value, allowed: [target]))
      }
    }
  }
}
