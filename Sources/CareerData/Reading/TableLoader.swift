import Tabular

/// Turns the open tables into records, and checks what Pathbook needs of them beyond their schemas.
struct TableLoader {
  /// The tables that could be opened, by name.
  let tables: [String: OpenTable]
  let ids: KnownIDs
  /// The translations of prose that the records are to have.
  var translations: [String: String] = [:]

  /// The records of a table; none when the package does not have it.
  func load<Layout: TableLayout>(_ layout: Layout.Type, log: inout ProblemLog) -> [Layout.Record] {
    guard let table = tables[Layout.table.rawValue] else { return [] }
    var columns = ColumnBinder(table)
    let layout = Layout(&columns)
    for problem in columns.problems { log.add(problem) }
    checkCells(columns, log: &log)
    checkNumbers(columns, log: &log)
    checkRows(columns, log: &log)
    for unique in columns.uniqueColumns where !table.isUniqueBySchema(unique) {
      table.checkUnique(unique, log: &log)
    }
    for reference in columns.references { check(reference, of: table, log: &log) }
    checkSubjects(columns, log: &log)
    checkPeriods(columns, log: &log)
    return (0..<table.document.rowCount).compactMap {
      layout.record(Row(table: table, index: $0, translations: translations))
    }
  }

  private func checkCells(_ columns: ColumnBinder, log: inout ProblemLog) {
    let table = columns.table
    for rule in columns.cellRules {
      let choices = rule.choices.map { $0.map { Array($0.utf8) } }
      for row in 0..<table.document.rowCount {
        guard let cell = table.cell(row, rule.column) else {
          let allowed = rule.choices ?? []
          if rule.isNeeded { log.add(table.problem(row, rule.column, .valueMissing, allowed: allowed)) }
          continue
        }
        if let choices, !choices.contains(where: { cell.elementsEqual($0) }) {
          log.add(table.problem(row, rule.column, .notAllowed, allowed: rule.choices ?? []))
        }
      }
    }
  }

  private func checkNumbers(_ columns: ColumnBinder, log: inout ProblemLog) {
    let table = columns.table
    for rule in columns.numberRules {
      let (least, most) = (rule.allowed.lowerBound, rule.allowed.upperBound)
      for row in 0..<table.document.rowCount {
        guard let cell = table.cell(row, rule.column), let number = CellValue.double(cell),
          !rule.allowed.contains(number), table.fields[rule.column].violation(cell) == nil
        else { continue }
        if number < least {
          log.add(table.problem(row, rule.column, .belowMinimum, allowed: [PlainNumber.text(least)]))
        } else {
          log.add(table.problem(row, rule.column, .aboveMaximum, allowed: [PlainNumber.text(most)]))
        }
      }
    }
  }

  private func checkRows(_ columns: ColumnBinder, log: inout ProblemLog) {
    let table = columns.table
    for row in 0..<table.document.rowCount {
      for group in columns.numberColumns where group.allSatisfy({ table.isMissing(row, $0) }) {
        log.add(table.problem(row, group.first, .numberMissing))
      }
      for group in columns.risingColumns {
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

  /// A report would print what a spreadsheet has made of a period, and no check could tell how old it is.
  private func checkPeriods(_ columns: ColumnBinder, log: inout ProblemLog) {
    let table = columns.table
    for column in columns.periodColumns {
      for row in 0..<table.document.rowCount {
        guard let cell = table.cell(row, column), cell.count <= 20 else { continue }
        let text = String(decoding: cell, as: UTF8.self)
        guard SpreadsheetDate.isMade(text, isPeriod: true) else { continue }
        let meant = SpreadsheetDate.meant(text).map { [$0] } ?? []
        log.add(table.problem(row, column, .spreadsheetDate, allowed: meant))
      }
    }
  }

  private func check(_ reference: ColumnBinder.Reference, of table: OpenTable, log: inout ProblemLog) {
    guard !table.isReferenceBySchema(reference.column, to: reference.table),
      let known = ids.ids(of: reference.table)
    else { return }
    table.checkReferences([reference.column], to: reference.table.rawValue, known, log: &log)
  }

  private func checkSubjects(_ columns: ColumnBinder, log: inout ProblemLog) {
    guard let (kindColumn, idColumn) = columns.subject else { return }
    let table = columns.table
    for row in 0..<table.document.rowCount {
      guard let id = table.key(row, [idColumn]),
        let kind = table.key(row, [kindColumn]).flatMap(Subject.Kind.init)
      else { continue }
      if let target = kind.table {
        guard let known = ids.ids(of: target), !known.contains(id) else { continue }
        log.add(table.problem(row, idColumn, .orphan, found: id, allowed: [target.rawValue]))
      } else if !Subject.credentialGroups.contains(id) {
        log.add(table.problem(row, idColumn, .notAllowed, found: id, allowed: Subject.credentialGroups))
      }
    }
  }
}

/// How a table of the dataset becomes records: its columns, and a record from a row.
protocol TableLayout {
  associatedtype Record
  static var table: CareerDataset.Table { get }
  /// Names the columns and what is asked of them.
  init(_ columns: inout ColumnBinder)
  /// Nil when the row lacks what the record cannot be without; the checks have noted it.
  func record(_ row: Row) -> Record?
}
