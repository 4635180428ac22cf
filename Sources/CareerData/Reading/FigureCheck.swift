import Tabular

/// Checks that reach over several rows or tables.
struct FigureCheck {
  /// The tables that could be opened, by name.
  let tables: [String: OpenTable]
  let ids: KnownIDs

  private func table(_ table: CareerDataset.Table) -> OpenTable? { tables[table.rawValue] }

  /// A dataset is about exactly one occupation.
  func checkOccupations(log: inout ProblemLog) {
    guard let table = table(.occupations), table.isComplete, let column = table.column("is_subject") else {
      return
    }
    let count = (0..<table.document.rowCount).count { row in
      table.cell(row, column).flatMap(CellValue.boolean) ?? false
    }
    guard count != 1 else { return }
    let problem = DatasetProblem(
      file: table.file, column: "is_subject", kind: .subjectOccupations, found: String(count), allowed: ["1"])
    log.add(problem)
  }

  /// An id leads to one figure, whichever table it is in.
  func checkIDs(log: inout ProblemLog) {
    guard let figures = table(.figures), let column = figures.column("id"), let payIDs = ids.ids(of: .pay)
    else { return }
    for row in 0..<figures.document.rowCount {
      guard let id = figures.key(row, [column]), payIDs.contains(id) else { continue }
      log.add(figures.problem(row, column, .idInTwoTables, allowed: [CareerDataset.Table.pay.rawValue]))
    }
  }

  /// Each recalculation can be read, and its figures are there.
  func checkRecalculations(log: inout ProblemLog) {
    guard let table = table(.disagreements), let column = table.column("recalculation") else { return }
    for row in 0..<table.document.rowCount {
      guard let text = table.key(row, [column]) else { continue }
      guard let recalculation = Recalculation(text) else {
        let allowed = [
          "value(pay:ID)", "premium(pay:ID, pay:ID)", "share(figure:ID, figure:ID)", "sum(figure:ID, …)",
        ]
        log.add(table.problem(row, column, .badRecalculation, allowed: allowed))
        continue
      }
      for operand in recalculation.operands {
        let (target, id): (CareerDataset.Table, String) =
          switch operand {
          case .pay(let id): (.pay, id)
          case .figure(let id): (.figures, id)
          }
        guard let known = ids.ids(of: target), !known.contains(id) else { continue }
        log.add(table.problem(row, column, .orphan, found: id, allowed: [target.rawValue]))
      }
    }
  }
}

/// The codes of areas have all their digits: a spreadsheet takes the zeros in front of a number away.
struct AreaCodeCheck {
  /// Nil when the package has no table of areas, or one that could not be opened.
  let table: OpenTable?

  func check(log: inout ProblemLog) {
    guard let table, let kinds = table.column("kind") else { return }
    for row in 0..<table.document.rowCount {
      switch table.key(row, [kinds]).flatMap(Area.Kind.init) {
      case .state: check(row, "fips", digits: 2, of: table, log: &log)
      case .metropolitan: check(row, "code", digits: 5, of: table, log: &log)
      case .nonmetropolitan: check(row, "code", digits: 7, of: table, log: &log)
      case .nation, nil: continue
      }
    }
  }

  /// A cell without a value is as good: the codes are there for people.
  private func check(_ row: Int, _ name: String, digits: Int, of table: OpenTable, log: inout ProblemLog) {
    guard let column = table.column(name), let cell = table.cell(row, column) else { return }
    guard cell.count < digits, cell.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
    let code = String(decoding: cell, as: UTF8.self)
    log.add(table.problem(row, column, .zerosLost, allowed: [code.zeroPadded(to: digits)]))
  }
}
