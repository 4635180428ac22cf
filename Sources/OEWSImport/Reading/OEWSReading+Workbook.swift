import Tabular

extension OEWSReading {
  /// Reads every sheet of a workbook that is an OEWS table; of the others, what they tell of the period.
  mutating func readWorkbook(
    _ archive: consuming ZipEntries, _ place: OEWSPlace, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let workbook = try open(archive, place)
    for sheet in workbook.sheets { try read(sheet, of: workbook, place, take) }
  }

  private mutating func open(
    _ archive: consuming ZipEntries, _ place: OEWSPlace
  ) throws(OEWSError) -> WorkbookFile {
    do throws(WorkbookReadingError) { return try WorkbookFile(archive, &budget) } catch {
      throw place.error(error)
    }
  }

  private mutating func read(
    _ sheet: WorkbookFile.Sheet, of workbook: borrowing WorkbookFile, _ place: OEWSPlace,
    _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    var table = newTable(OEWSPlace(file: place.file, sheet: sheet.name))
    var failure: OEWSError?
    let hasCells: Bool
    do throws(WorkbookReadingError) {
      hasCells = try workbook.read(
        sheet, &budget, isWanted: { table.countRow(occupation: $0) },
        { number, cells in
          do throws(OEWSError) { return try table.read(number, cells, take) } catch {
            failure = error
            return .stop
          }
        })
    } catch {
      throw place.error(error)
    }
    if let failure { throw failure }
    if hasCells { try note(table) }
  }
}

extension OEWSTable {
  /// Reads a row of a sheet: the header as long as it is not found, then rows that are wanted.
  fileprivate mutating func read(
    _ number: Int, _ cells: [SheetReader.Cell], _ take: (OEWSRow) -> Void
  ) throws(OEWSError) -> SheetReader.Step {
    guard let columns else {
      try readHeader(cells.map { (position: $0.column, text: $0.text) }, row: number)
      guard let columns else { return isNone ? .stop : .next }
      return .keep(columns: columns.isRead, key: columns.occupation)
    }
    var row = [ArraySlice<UInt8>](repeating: [], count: columns.isRead.count)
    for cell in cells { row[cell.column] = cell.bytes }
    guard row.indices.contains(columns.occupation), !row[columns.occupation].trimmed.isEmpty else {
      // Sheets go on below the table with rows of empty cells.
      if row.contains(where: { !$0.trimmed.isEmpty }) { throw noOccupation(row: number) }
      return .next
    }
    take(try self.row(number, row))
    return .next
  }
}
