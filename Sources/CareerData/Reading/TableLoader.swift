import Tabular

/// An open table and where its declared columns stand in it.
struct BoundTable {
  let declaration: TableDeclaration
  let open: OpenTable
  /// For each declared column its position in the file; nil when it is missing, or of a type that cannot be used.
  let positions: [Int?]
  /// What is wrong with the columns.
  let problems: [DatasetProblem]

  init(_ declaration: TableDeclaration, _ open: OpenTable) {
    self.declaration = declaration
    self.open = open
    var problems: [DatasetProblem] = []
    positions = declaration.columns.map { column in
      guard let position = open.column(column.name) else {
        if column.isNeeded {
          problems.append(
            DatasetProblem(file: open.file, row: 1, column: column.name, kind: .columnMissing))
        }
        return nil
      }
      let type = open.fields[position].typeName
      if let types = column.types, !types.contains(type) {
        problems.append(
          DatasetProblem(
            file: open.file, row: 1, column: column.name, kind: .columnType, found: type, allowed: types))
        return nil
      }
      return position
    }
    self.problems = problems
  }

  /// The declared columns that the table has, with their positions.
  var columns: [(declared: ColumnDeclaration, position: Int)] {
    zip(declaration.columns, positions).compactMap { column, position in position.map { (column, $0) } }
  }

  /// The positions of those of the columns that the table has.
  func positions(of names: [String]) -> [Int] {
    names.compactMap { name in columns.first { $0.declared.name == name }?.position }
  }
}

/// Turns the open tables into records.
struct TableLoader {
  /// The tables that could be opened, by name.
  let tables: [String: OpenTable]
  /// The translations of prose that the records are to have.
  var translations: [String: String] = [:]

  /// The records of a table; none when the package does not have it.
  func records<Record: DatasetRecord>(of table: CareerDataset.Table) -> [Record] {
    guard let open = tables[table.rawValue] else { return [] }
    var reader = RowReader(BoundTable(table.declaration, open), translations: translations)
    return (0..<open.document.rowCount).compactMap { reader.record($0) }
  }
}

/// Checks what Pathbook needs of the open tables beyond their schemas.
struct TableCheck {
  /// The tables that could be opened, by name.
  let tables: [String: OpenTable]
  let ids: KnownIDs

  func check(_ name: CareerDataset.Table, log: inout ProblemLog) {
    guard let open = tables[name.rawValue] else { return }
    let table = BoundTable(name.declaration, open)
    for problem in table.problems { log.add(problem) }
    for (column, position) in table.columns { checkCells(column, position, of: table.open, log: &log) }
    for (column, position) in table.columns { checkNumbers(column, position, of: table.open, log: &log) }
    checkRows(table, log: &log)
    checkUnique(table, log: &log)
    for (column, position) in table.columns { checkReferences(column, position, of: table.open, log: &log) }
    for (column, position) in table.columns {
      if case .subject(let kindColumn) = column.content,
        let kindPosition = table.positions(of: [kindColumn]).first
      {
        checkSubjects(kindPosition, position, of: table.open, log: &log)
      }
    }
    for (column, position) in table.columns where column.content == .period {
      checkPeriods(position, of: table.open, log: &log)
    }
    for (column, position) in table.columns {
      if case .link(let places) = column.content {
        checkLinks(position, places, of: table.open, log: &log)
      }
    }
  }

  private func checkCells(
    _ column: ColumnDeclaration, _ position: Int, of table: OpenTable, log: inout ProblemLog
  ) {
    guard !isEnough(table.fields[position], for: column) else { return }
    let allowed = column.choices ?? []
    let choices = column.choices?.map { Array($0.utf8) }
    for row in 0..<table.document.rowCount {
      guard let cell = table.cell(row, position) else {
        if column.isNeeded { log.add(table.problem(row, position, .valueMissing, allowed: allowed)) }
        continue
      }
      if let choices, !choices.contains(where: { cell.elementsEqual($0) }) {
        log.add(table.problem(row, position, .notAllowed, allowed: allowed))
      }
    }
  }

  /// True when the schema of the package asks as much of the cells.
  private func isEnough(_ field: FieldCheck, for column: ColumnDeclaration) -> Bool {
    let areChoicesKept =
      column.choices.map { !field.allowedTexts.isEmpty && Set(field.allowedTexts).isSubset(of: $0) } ?? true
    return areChoicesKept && (!column.isNeeded || field.isRequired)
  }

  private func checkNumbers(
    _ column: ColumnDeclaration, _ position: Int, of table: OpenTable, log: inout ProblemLog
  ) {
    guard let allowed = column.allowedNumbers else { return }
    for row in 0..<table.document.rowCount {
      guard let cell = table.cell(row, position), let number = CellValue.double(cell),
        !allowed.contains(number), table.fields[position].violation(cell) == nil
      else { continue }
      if number < allowed.lowerBound {
        let least = PlainNumber.text(allowed.lowerBound)
        log.add(table.problem(row, position, .belowMinimum, allowed: [least]))
      } else {
        let most = PlainNumber.text(allowed.upperBound)
        log.add(table.problem(row, position, .aboveMaximum, allowed: [most]))
      }
    }
  }

  private func checkRows(_ bound: BoundTable, log: inout ProblemLog) {
    let table = bound.open
    var filled: [[Int]] = []
    var rising: [[Int]] = []
    var chosen: [[Int]] = []
    for rule in bound.declaration.rules {
      switch rule {
      // A column of a wrong type would make every row look empty.
      case .oneNumber(let names) where bound.problems.isEmpty: filled.append(bound.positions(of: names))
      case .rising(let names): rising.append(bound.positions(of: names))
      case .oneValue(let names): chosen.append(bound.positions(of: names))
      case .oneNumber, .unique: continue
      }
    }
    guard !filled.isEmpty || !rising.isEmpty || !chosen.isEmpty else { return }
    for row in 0..<table.document.rowCount {
      for group in chosen where group.allSatisfy({ table.isMissing(row, $0) }) {
        let names = group.map { table.fields[$0].name }
        log.add(table.problem(row, group.first, .oneValueMissing, allowed: names))
      }
      for group in filled where group.allSatisfy({ table.isMissing(row, $0) }) {
        log.add(table.problem(row, group.first, .numberMissing))
      }
      for group in rising {
        // One number alone, as in most rows, cannot be out of order.
        guard group.count(where: { !table.isMissing(row, $0) }) > 1 else { continue }
        let cells = group.compactMap { table.cell(row, $0) }
        let numbers = cells.compactMap(CellValue.double)
        guard zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 }) else { continue }
        let found = cells.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
        log.add(table.problem(row, group.first, .wrongOrder, found: found))
      }
    }
  }

  private func checkUnique(_ bound: BoundTable, log: inout ProblemLog) {
    for case .unique(let names) in bound.declaration.rules {
      let positions = bound.positions(of: names)
      guard positions.count == names.count, !bound.open.isUniqueBySchema(positions) else { continue }
      bound.open.checkUnique(positions, log: &log)
    }
  }

  private func checkReferences(
    _ column: ColumnDeclaration, _ position: Int, of table: OpenTable, log: inout ProblemLog
  ) {
    guard case .reference(let target) = column.content,
      !table.isReferenceBySchema(position, to: target), let known = ids.ids(of: target)
    else { return }
    table.checkReferences([position], to: target.rawValue, known, log: &log)
  }

  private func checkSubjects(
    _ kindPosition: Int, _ position: Int, of table: OpenTable, log: inout ProblemLog
  ) {
    for row in 0..<table.document.rowCount {
      guard let id = table.key(row, [position]),
        let kind = table.key(row, [kindPosition]).flatMap(Subject.Kind.init)
      else { continue }
      if let target = kind.table {
        guard let known = ids.ids(of: target), !known.contains(id) else { continue }
        log.add(table.problem(row, position, .orphan, found: id, allowed: [target.rawValue]))
      } else if !Subject.credentialGroups.contains(id) {
        log.add(table.problem(row, position, .notAllowed, found: id, allowed: Subject.credentialGroups))
      }
    }
  }

  private func checkLinks(
    _ position: Int, _ places: [LinkPlace], of table: OpenTable, log: inout ProblemLog
  ) {
    for row in 0..<table.document.rowCount {
      guard let cell = table.cell(row, position) else { continue }
      let text = String(decoding: cell, as: UTF8.self)
      guard let mistake = LinkForm.mistake(in: text, places: places) else { continue }
      log.add(table.problem(row, position, mistake.kind, found: mistake.found, allowed: mistake.allowed))
    }
  }

  /// A report would print what a spreadsheet has made of a period, and no check could tell how old it is.
  private func checkPeriods(_ position: Int, of table: OpenTable, log: inout ProblemLog) {
    // A table has a few periods, each in many rows.
    var sound: Set<String> = []
    for row in 0..<table.document.rowCount {
      guard let cell = table.cell(row, position), cell.count <= 20 else { continue }
      let text = String(decoding: cell, as: UTF8.self)
      guard !sound.contains(text) else { continue }
      guard SpreadsheetDate.isMade(text, isPeriod: true) else {
        sound.insert(text)
        continue
      }
      let meant = SpreadsheetDate.meant(text).map { [$0] } ?? []
      log.add(table.problem(row, position, .spreadsheetDate, allowed: meant))
    }
  }
}

/// The ids of the tables of a package.
struct KnownIDs {
  /// The names of all resources, those that could not be opened too.
  private let resourceNames: Set<String>
  private let isPackageComplete: Bool
  private let idsByTable: [CareerDataset.Table: Set<String>]

  init(package: DataPackage, tables: [String: OpenTable]) {
    resourceNames = Set(package.resources.map(\.name))
    isPackageComplete = package.isComplete
    var ids: [CareerDataset.Table: Set<String>] = [:]
    for table in CareerDataset.Table.allCases {
      guard let open = tables[table.rawValue], open.isComplete,
        let column = table.idColumn.flatMap(open.column)
      else { continue }
      ids[table] = Set((0..<open.document.rowCount).compactMap { open.key($0, [column]) })
    }
    idsByTable = ids
  }

  /// The ids that a table has, none when the package lacks it; nil when they are not known, because the table
  /// could not be read whole.
  func ids(of table: CareerDataset.Table) -> Set<String>? {
    idsByTable[table] ?? (isPackageComplete && !resourceNames.contains(table.rawValue) ? [] : nil)
  }
}
