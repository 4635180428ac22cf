import Tabular

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
