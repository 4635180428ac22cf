import Tabular

/// Opens the tables of a package and checks them against their Table Schemas.
struct TableSchemaCheck {
  let files: DatasetFiles

  /// Nil, with problems in the log, when the table cannot be read by its columns.
  func open(_ resource: DataPackage.Resource, log: inout ProblemLog) -> OpenTable? {
    log.begin(resource.path)
    let fields = resource.fields.map { FieldCheck($0, log: &log) }
    guard let bytes = files.files[resource.path] else {
      log.add(DatasetProblem(file: resource.path, kind: .fileMissing))
      return nil
    }
    let document = CSVDocument(bytes, limits: DatasetLimits.csv(ofTable: resource.name))
    if document.header.count == 1, fields.count > 1, let sign = Self.otherDelimiter(in: document.header[0]) {
      log.add(DatasetProblem(file: resource.path, row: 1, kind: .otherDelimiter, found: sign))
      return nil
    }
    // First the last one, which may name a limit: of too many problems only the first are listed.
    for error in document.errors.suffix(1) + document.errors.dropLast() {
      log.add(problem(error, resource.path, document.header))
    }
    guard !document.header.isEmpty, isHeader(document.header, of: resource, log: &log) else { return nil }
    return OpenTable(resource, document: document, fields: fields, isComplete: document.errors.isEmpty)
  }

  /// Checks the cells of a table that could be opened.
  func check(_ resource: DataPackage.Resource, _ table: OpenTable?, log: inout ProblemLog) {
    guard let table, table.file == resource.path else { return }
    checkControlCharacters(table, log: &log)
    for column in table.fields.indices { check(column, of: table, log: &log) }
    checkPrimaryKey(resource, table, log: &log)
  }

  private func problem(_ error: CSVError, _ file: String, _ header: [String]) -> DatasetProblem {
    let column = error.field.map { header.indices.contains($0 - 1) ? header[$0 - 1] : "field \($0)" }
    return DatasetProblem(file: file, row: error.line, column: column, kind: .malformedCSV(error.kind))
  }

  /// The header must name the fields of the schema, in their order, as the standard has it.
  private func isHeader(_ header: [String], of resource: DataPackage.Resource, log: inout ProblemLog) -> Bool
  {
    var isHeader = true
    for (index, field) in resource.fields.enumerated()
    where index >= header.count || header[index] != field.name {
      isHeader = false
      let found = index < header.count ? header[index] : nil
      let problem = DatasetProblem(
        file: resource.path, row: 1, column: field.name, kind: .headerMismatch, found: found,
        allowed: [field.name])
      log.add(problem)
    }
    let further = header.dropFirst(resource.fields.count)
    if further.contains("") {
      isHeader = false
      log.add(DatasetProblem(file: resource.path, row: 1, kind: .emptyColumn))
    }
    for name in further where !name.isEmpty {
      isHeader = false
      let problem = DatasetProblem(
        file: resource.path, row: 1, column: name, kind: .headerMismatch, found: name,
        allowed: ["as a field of the schema"])
      log.add(problem)
    }
    var names: Set<String> = []
    for field in resource.fields where !names.insert(field.name).inserted {
      isHeader = false
      let problem = DatasetProblem(
        file: DatasetFiles.packageName, row: field.line, column: "\(field.place).name", kind: .nameTwice,
        found: field.name)
      log.add(problem)
    }
    return isHeader
  }

  private static func otherDelimiter(in header: String) -> String? {
    if header.contains(";") { return "semicolons" }
    return header.contains("\t") ? "tabs" : nil
  }

  private func check(_ column: Int, of table: OpenTable, log: inout ProblemLog) {
    let field = table.fields[column]
    if field.isRequired {
      for row in 0..<table.document.rowCount where table.isMissing(row, column) {
        log.add(table.problem(row, column, .valueMissing))
      }
    }
    if !field.isFreeText {
      for row in 0..<table.document.rowCount {
        guard let cell = table.cell(row, column), let violation = field.violation(cell) else { continue }
        log.add(table.problem(row, column, violation.kind, allowed: violation.allowed))
      }
    }
    if field.isUnique { table.checkUnique([column], log: &log) }
  }

  private func checkControlCharacters(_ table: OpenTable, log: inout ProblemLog) {
    // One look at all bytes; cell by cell only when there is something to find.
    guard table.document.contains(where: Self.isForbiddenControl) else { return }
    for row in 0..<table.document.rowCount {
      for column in table.fields.indices {
        guard let control = table.document[row, column].first(where: Self.isForbiddenControl) else {
          continue
        }
        let found = String(Unicode.Scalar(control))
        log.add(table.problem(row, column, .controlCharacter, found: found))
      }
    }
  }

  /// Tabs and line breaks are text; other control characters have no place in it.
  private static func isForbiddenControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  private func checkPrimaryKey(_ resource: DataPackage.Resource, _ table: OpenTable, log: inout ProblemLog) {
    var columns: [Int] = []
    for name in resource.primaryKey {
      guard let column = table.column(name) else {
        let problem = DatasetProblem(
          file: DatasetFiles.packageName, row: resource.line, column: "\(resource.place).schema.primaryKey",
          kind: .badKey, found: name)
        log.add(problem)
        return
      }
      columns.append(column)
    }
    // The fields of a primary key are required.
    for column in columns where !table.fields[column].isRequired {
      for row in 0..<table.document.rowCount where table.cell(row, column) == nil {
        log.add(table.problem(row, column, .valueMissing))
      }
    }
    let isCheckedAlready = columns.count == 1 && table.fields[columns[0]].isUnique
    if !columns.isEmpty && !isCheckedAlready { table.checkUnique(columns, log: &log) }
  }
}
