/// Checks the foreign keys that the schemas of a package declare.
struct ForeignKeyCheck {
  let package: DataPackage
  /// The tables that could be opened, by name.
  let tables: [String: OpenTable]

  func check(_ resource: DataPackage.Resource, log: inout ProblemLog) {
    guard let table = tables[resource.name] else { return }
    for key in resource.foreignKeys {
      check(key, of: table, to: key.resource.isEmpty ? resource.name : key.resource, log: &log)
    }
  }

  private func check(
    _ key: DataPackage.ForeignKey, of table: OpenTable, to name: String, log: inout ProblemLog
  ) {
    guard let columns = positions(key.fields, in: table, key, log: &log) else { return }
    guard !package.isComplete || package.resources.contains(where: { $0.name == name }) else {
      return note(name, key, log: &log)
    }
    guard let target = tables[name],
      let targetColumns = positions(key.referencedFields, in: target, key, log: &log),
      target.isComplete
    else { return }
    let values = Set((0..<target.document.rowCount).compactMap { target.key($0, targetColumns) })
    table.checkReferences(columns, to: name, values, log: &log)
  }

  private func positions(
    _ names: [String], in table: OpenTable, _ key: DataPackage.ForeignKey, log: inout ProblemLog
  ) -> [Int]? {
    var positions: [Int] = []
    for name in names {
      guard let position = table.column(name) else {
        note(name, key, log: &log)
        return nil
      }
      positions.append(position)
    }
    return positions
  }

  private func note(_ name: String, _ key: DataPackage.ForeignKey, log: inout ProblemLog) {
    let problem = DatasetProblem(
      file: DatasetFiles.packageName, row: key.line, column: key.place, kind: .badKey, found: name)
    log.add(problem)
  }
}
