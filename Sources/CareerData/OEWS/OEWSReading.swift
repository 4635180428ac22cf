import Zip

/// What the reading of a file has found so far.
struct OEWSReading {
  let wanted: WantedOccupations
  var tables: [OEWSTableInfo.Table] = []
  /// Bytes that what is read of archives unpacks to.
  var unpackedBytes: UInt64 = 0
  private var statements: [OEWSPeriod.Statement] = []
  /// The first sheet or file that was no table: its place and its first row.
  private var passedOver: (place: OEWSPlace, firstRow: String?)?

  init(wanted: WantedOccupations) {
    self.wanted = wanted
  }

  /// Notes what the name of a file tells of the period; the directories before it tell nothing.
  mutating func notePeriod(ofFileNamed path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    note(OEWSPeriod.inName(name), .fileName)
  }

  /// Notes a table that has been read to its end, or a sheet or file that is none.
  mutating func note(_ table: OEWSTable) throws(OEWSError) {
    try table.checkEnd()
    note(table.period, .heading)
    guard table.columns != nil else {
      if passedOver == nil || passedOver?.firstRow == nil { passedOver = (table.place, table.firstRow) }
      return
    }
    tables.append(
      OEWSTableInfo.Table(file: table.place.file, sheet: table.place.sheet, rowCount: table.rowCount))
    if let sheet = table.place.sheet { note(OEWSPeriod.inName(sheet), .sheetName) }
  }

  private mutating func note(_ period: String?, _ place: OEWSPeriod.Statement.Place) {
    guard let period else { return }
    statements.append(OEWSPeriod.Statement(period: period, place: place))
  }

  /// The end: what the file holds.
  func finished(name: String) throws(OEWSError) -> OEWSTableInfo {
    guard !tables.isEmpty else {
      let place = passedOver?.place ?? OEWSPlace(file: name)
      throw place.error(.noTable, found: passedOver?.firstRow, allowed: OEWSColumns.neededNames)
    }
    if let first = statements.first, let other = statements.first(where: { $0.period != first.period }) {
      throw OEWSPlace(file: name).error(.periodsDiffer, found: first.words, allowed: [other.words])
    }
    return OEWSTableInfo(period: statements.first?.period, tables: tables)
  }
}
