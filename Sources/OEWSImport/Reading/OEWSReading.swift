import SafeFiles
import Tabular
import Zip

/// What the reading of a file has found so far.
struct OEWSReading {
  let wanted: WantedOccupations
  var tables: [OEWSTableInfo.Table] = []
  /// What is read of archives may unpack to so much.
  var budget = UnpackBudget()
  /// Rows that are asked for, of all tables so far.
  private(set) var wantedCount = 0
  private var statements: [OEWSPeriod.Statement] = []
  /// Why the first sheet or file that was passed over is no table; those with any text in them go before.
  private var passedOver: OEWSError?

  init(wanted: WantedOccupations) {
    self.wanted = wanted
  }

  /// A table that is about to be read.
  func newTable(_ place: OEWSPlace) -> OEWSTable {
    OEWSTable(place, wanted: wanted, wantedBefore: wantedCount)
  }

  /// Notes what the name of a file tells of the period; the directories before it tell nothing.
  mutating func notePeriod(ofFileNamed path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    note(OEWSPeriod.inName(name), .fileName)
  }

  /// Notes a table that has been read to its end, or a sheet or file that is none.
  mutating func note(_ table: OEWSTable) throws(OEWSError) {
    try table.checkEnd()
    wantedCount = table.wantedCount
    note(table.period, .heading)
    guard table.columns != nil else {
      passOver(table.place.error(.noTable, found: table.firstRow, allowed: OEWSColumns.neededNames))
      return
    }
    tables.append(
      OEWSTableInfo.Table(file: table.place.file, sheet: table.place.sheet, rowCount: table.rowCount))
    if let sheet = table.place.sheet { note(OEWSPeriod.inName(sheet), .sheetName) }
  }

  /// Notes why something in a file is not read; it counts when nothing else is.
  mutating func passOver(_ reason: OEWSError) {
    // BLS adds a file with descriptions of the columns, which comes first and is no table.
    let isDescription = passedOver?.found?.lowercased().contains("field_descriptions") == true
    if passedOver?.found == nil || isDescription { passedOver = reason }
  }

  /// Notes that a workbook of an archive has been read. What it says of the period counts when it has a table: BLS adds
  /// workbooks of field descriptions alone, which may be older.
  mutating func noteMember(named path: String, before: OEWSReading) {
    if tables.count == before.tables.count {
      statements = before.statements
    } else {
      notePeriod(ofFileNamed: path)
    }
  }

  private mutating func note(_ period: String?, _ place: OEWSPeriod.Statement.Place) {
    guard let period else { return }
    statements.append(OEWSPeriod.Statement(period: period, place: place))
  }

  /// The end: what the file holds.
  func finished(name: String) throws(OEWSError) -> OEWSTableInfo {
    guard !tables.isEmpty else {
      throw passedOver ?? OEWSPlace(file: name).error(.noTable, allowed: OEWSColumns.neededNames)
    }
    if let first = statements.first, let other = statements.first(where: { $0.period != first.period }) {
      throw OEWSPlace(file: name).error(.periodsDiffer, found: first.words, allowed: [other.words])
    }
    return OEWSTableInfo(period: statements.first?.period, tables: tables)
  }
}

extension OEWSReading {
  /// Reads a zip file on disk: a workbook, or an archive of workbooks and CSV files.
  mutating func readArchive(
    _ descriptor: Int32, name: String, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let file = OEWSPlace(file: name)
    let archive = try open(descriptor, file)
    guard !archive.isWorkbook else { return try readWorkbook(archive, file, take) }
    for entry in archive.entries where entry.size > 0 && !OEWSFile.isLockFile(entry.name) {
      let place = file.entry(entry.name)
      switch try start(of: entry, in: archive, place) {
      case let start where ZipEntries.isZip(start):
        try readInner(entry, of: archive, place, take)
      case let start where start.starts(with: OEWSFile.compoundFileSignature):
        passOver(place.error(.oldWorkbook, found: entry.name))
      case let start where OEWSTable.begins(start):
        notePeriod(ofFileNamed: entry.name)
        try readCSV(entry, of: archive, place, take)
      default: continue
      }
    }
  }

  /// Reads a zip file in an archive, when it is a workbook. Its directory stands at its end, so that it is unpacked as
  /// a whole before it is read.
  private mutating func readInner(
    _ entry: ZipReader.Entry, of archive: borrowing ZipEntries, _ place: OEWSPlace, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    guard entry.size <= OEWSLimits.innerFileBytes else {
      throw place.error(.workbook(.tooLarge(limit: OEWSLimits.innerFileBytes)))
    }
    let file = try scratchFile(place)
    try unpack(entry, of: archive, place) { (chunk) throws(OEWSError) in
      do throws(SystemError) { try file.write(chunk) } catch {
        throw place.error(.noScratchFile, found: error.reason)
      }
      return true
    }
    let inner = try open(file.descriptor, place)
    guard inner.isWorkbook else { return }
    let before = self
    try readWorkbook(inner, place, take)
    noteMember(named: entry.name, before: before)
  }

  private func scratchFile(_ place: OEWSPlace) throws(OEWSError) -> NamelessFile {
    do throws(SystemError) { return try NamelessFile() } catch {
      throw place.error(.noScratchFile, found: error.reason)
    }
  }

  private mutating func readCSV(
    _ entry: ZipReader.Entry, of archive: borrowing ZipEntries, _ place: OEWSPlace, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    var csv = CSVTableReader(newTable(place))
    try unpack(entry, of: archive, place) { (chunk) throws(OEWSError) in try csv.read(chunk, take) }
    try csv.finish(take)
    try note(csv.table)
  }

  /// Unpacks an entry piece by piece; false from `take` ends the reading.
  private mutating func unpack(
    _ entry: ZipReader.Entry, of archive: borrowing ZipEntries, _ place: OEWSPlace,
    _ take: (UnsafeRawBufferPointer) throws(OEWSError) -> Bool
  ) throws(OEWSError) {
    var failure: OEWSError?
    do throws(WorkbookReadingError) {
      try archive.unpack(entry, &budget) { chunk in
        do throws(OEWSError) { return try take(chunk) } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw place.error(error)
    }
    if let failure { throw failure }
  }

  private func open(_ descriptor: Int32, _ place: OEWSPlace) throws(OEWSError) -> ZipEntries {
    do throws(WorkbookReadingError) { return try ZipEntries(descriptor: descriptor) } catch {
      throw place.error(error)
    }
  }

  private func start(
    of entry: ZipReader.Entry, in archive: borrowing ZipEntries, _ place: OEWSPlace
  ) throws(OEWSError) -> [UInt8] {
    do throws(WorkbookReadingError) { return try archive.start(of: entry) } catch {
      throw place.error(error)
    }
  }
}

extension OEWSReading {
  /// Reads a file on disk as CSV.
  mutating func readCSV(
    _ descriptor: Int32, name: String, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let place = OEWSPlace(file: name)
    var csv = CSVTableReader(newTable(place))
    var failure: OEWSError?
    do throws(SystemError) {
      try FileBytes(descriptor).forEachChunk { chunk in
        do throws(OEWSError) { return try csv.read(chunk, take) } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw place.error(.unreadable, found: error.reason)
    }
    if let failure { throw failure }
    try csv.finish(take)
    try note(csv.table)
  }
}

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
