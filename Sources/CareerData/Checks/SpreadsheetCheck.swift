/// No cell of text holds what a spreadsheet program makes of text that looks like a date. Periods are not looked at here:
/// the reader refuses them.
enum SpreadsheetCheck: SenseCheck {
  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    checked.open.resources.compactMap { checked.open.tables[$0.name] }.flatMap(findings)
  }

  private static func findings(in table: OpenTable) -> [CheckFinding] {
    table.fields.indices.filter { table.fields[$0].typeName == "string" }.flatMap { column in
      (0..<table.document.rowCount).compactMap { row -> CheckFinding? in
        // The longest such text is that of a day with its hour.
        guard let cell = table.cell(row, column), cell.count <= 20 else { return nil }
        let text = String(decoding: cell, as: UTF8.self)
        guard SpreadsheetDate.isMade(text) else { return nil }
        let place = CheckFinding.Place(
          file: table.file, row: table.document.line(ofRow: row), column: table.fields[column].name)
        return CheckFinding(.warning, place, .spreadsheetDate(text))
      }
    }
  }
}
