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
    let whole = String(repeating: "0", count: digits - cell.count) + code
    log.add(table.problem(row, column, .zerosLost, allowed: [whole]))
  }
}
