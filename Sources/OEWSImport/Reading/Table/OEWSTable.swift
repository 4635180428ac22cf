import Tabular

/// A table of a sheet or a CSV file: finds its header and makes rows of its cells.
struct OEWSTable {
  let place: OEWSPlace
  /// Nil until the header is read.
  private(set) var columns: OEWSColumns?
  /// Rows with an occupation.
  private(set) var rowCount = 0
  /// Rows that are asked for, of this table and of those of the same file before it.
  private(set) var wantedCount: Int
  /// What a heading over the table, or a sheet without a table, tells of the period.
  private(set) var period: String?
  /// The first row with any text, for the error of a file without a table.
  private(set) var firstRow: String?
  private let wanted: WantedOccupations
  private var rowsBeforeHeader = 0

  init(_ place: OEWSPlace, wanted: WantedOccupations, wantedBefore: Int = 0) {
    self.place = place
    self.wanted = wanted
    wantedCount = wantedBefore
  }

  /// True when the header was looked for as long as it may take.
  var isNone: Bool { columns == nil && rowsBeforeHeader >= OEWSLimits.rowsBeforeHeader }

  /// Reads a row before or with the header.
  mutating func readHeader(_ texts: [(position: Int, text: String)], row: Int) throws(OEWSError) {
    rowsBeforeHeader += 1
    columns = try OEWSColumns(texts, row: row, in: place)
    guard columns == nil else { return }
    let filled = texts.map(\.text).filter { !$0.isEmpty }
    if firstRow == nil, !filled.isEmpty { firstRow = filled.joined(separator: ", ") }
    if period == nil { period = filled.lazy.compactMap(OEWSPeriod.inHeading).first }
  }

  /// Counts a row by its occupation.
  /// - Returns: whether the row is asked for.
  mutating func countRow(occupation: ArraySlice<UInt8>) -> Bool {
    rowCount += 1
    let isWanted = wanted.contains(occupation)
    wantedCount += isWanted ? 1 : 0
    return isWanted
  }

  /// The error of a row that has values and no occupation.
  func noOccupation(row: Int) -> OEWSError {
    place.error(.valueMissing, row: row, column: OEWSColumn.occupation.name)
  }

  /// Whether a text begins as a table does: one of its first lines names columns of OEWS tables.
  static func begins(_ start: [UInt8]) -> Bool {
    let name = Array(OEWSColumn.occupation.name.utf8)
    let lines = start.split(separator: UInt8(ascii: "\n")).prefix(OEWSLimits.rowsBeforeHeader)
    return lines.contains { line in
      line.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }.contains { field in
        field.trimmed.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 } == name
      }
    }
  }

  /// What a table without rows is; called at its end.
  func checkEnd() throws(OEWSError) {
    guard columns == nil || rowCount > 0 else { throw place.error(.noRows) }
  }

  /// Makes a row of its cells.
  /// - Parameter cells: the bytes of each cell by its position, as far as the row has cells.
  func row(_ number: Int, _ cells: [ArraySlice<UInt8>]) throws(OEWSError) -> OEWSRow {
    guard let columns else { throw place.error(.noTable) }
    guard wantedCount <= wanted.rowLimit else {
      throw place.error(.tooManyRows(limit: wanted.rowLimit), row: number)
    }
    return try OEWSRowBuilder(place: place, number: number, columns: columns, cells: cells).row()
  }
}
