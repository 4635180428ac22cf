/// Reads a sheet: finds the header of a table in it and hands over its rows.
///
/// Of the rows that are not asked for nothing is made: the reader goes by at the end of their code.
final class SheetReader: XMLPart {
  private(set) var table: OEWSTable
  /// Rows that are asked for and not handed over yet.
  private var rows: [OEWSRow] = []
  private let strings: SharedStrings
  /// Nil until the header is read: all cells are kept.
  private var isKept: [Bool]?
  private var occupationColumn = -1

  private var rowNumber = 0
  private var row = SheetRow()
  /// True after the code of an occupation that is not asked for: to the end of the row.
  private var isSkipping = false
  /// The column of the cell at hand, or of the next one that does not name it.
  private var column = 0
  private var kind = SheetRow.Kind.number
  private var isKeptCell = false
  private var isText = false
  private var isPhonetic = false
  private var otherElements = 0

  init(_ name: String, table: OEWSTable, strings: SharedStrings) throws(OEWSError) {
    self.table = table
    self.strings = strings
    try super.init(name, place: table.place)
  }

  /// Hands over the rows that have been read.
  func drain(_ take: (OEWSRow) -> Void) {
    for row in rows { take(row) }
    rows.removeAll(keepingCapacity: true)
  }

  // MARK: Elements

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if isSkipping { return }
    if name.isLetter("c") {
      startCell(attributes)
    } else if name.isLetter("v") || name.isLetter("t") {
      isText = isKeptCell && !isPhonetic
    } else if name.equals("row") {
      startRow(attributes)
    } else if name.equals("rPh") {
      isPhonetic = true
    } else {
      // The parser keeps every name that it meets.
      otherElements += 1
      guard otherElements > OEWSLimits.otherElements else { return }
      fail(place.error(.tooMany(.otherElements, limit: OEWSLimits.otherElements)))
    }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard isText, !row.append(bytes) else { return }
    fail(place.error(.tooLong(limit: OEWSLimits.rowBytes), row: rowNumber))
  }

  override func end(_ name: XMLName) {
    if name.isLetter("v") || name.isLetter("t") {
      isText = false
    } else if name.isLetter("c") {
      if !isSkipping { endCell() }
    } else if name.equals("row") {
      endRow()
    } else if name.equals("rPh") {
      isPhonetic = false
    }
  }

  // MARK: Rows and cells

  private func startRow(_ attributes: XMLAttributes) {
    row.removeAll()
    column = 0
    rowNumber += 1
    for attribute in attributes where attribute.name.isLetter("r") {
      guard let number = Int(String(cString: attribute.value)), (1...OEWSLimits.rows).contains(number) else {
        return failCell(attribute.value)
      }
      rowNumber = number
    }
    if rowNumber > OEWSLimits.rows { fail(place.error(.tooMany(.rows, limit: OEWSLimits.rows))) }
  }

  private func startCell(_ attributes: XMLAttributes) {
    kind = .number
    for attribute in attributes {
      if attribute.name.isLetter("r") {
        guard let named = Self.column(attribute.value) else { return failCell(attribute.value) }
        column = named
      } else if attribute.name.isLetter("t") {
        kind = Self.kind(XMLName(attribute.value))
      }
    }
    guard column < OEWSLimits.columns else { return failCell("column \(column + 1)") }
    isKeptCell = isKept.map { column < $0.count && $0[column] } ?? true
  }

  private func endCell() {
    if isKeptCell {
      row.endCell(column: column, kind: kind)
      if column == occupationColumn { endOccupation() }
    }
    isKeptCell = false
    column += 1
  }

  private func endOccupation() {
    guard let cell = row.cells.last, cell.column == occupationColumn else { return }
    guard let code = row.value(cell, strings) else { return failCell(row.written(cell)) }
    guard !code.trimmed.isEmpty else { return }
    isSkipping = !table.countRow(occupation: code)
  }

  private func endRow() {
    defer { isSkipping = false }
    guard !isSkipping, !isFinished else { return }
    do throws(OEWSError) {
      if table.columns == nil { try readHeader() } else { try readRow() }
    } catch {
      fail(error)
    }
  }

  private func readHeader() throws(OEWSError) {
    var texts: [(position: Int, text: String)] = []
    for cell in row.cells { texts.append((cell.column, try value(cell).text)) }
    try table.readHeader(texts, row: rowNumber)
    if let columns = table.columns {
      isKept = columns.isRead
      occupationColumn = columns.occupation
    } else if table.isNone {
      stop()
    }
  }

  private func readRow() throws(OEWSError) {
    var cells = [ArraySlice<UInt8>](repeating: [], count: isKept?.count ?? 0)
    for cell in row.cells { cells[cell.column] = try value(cell) }
    guard cells.indices.contains(occupationColumn), !cells[occupationColumn].trimmed.isEmpty else {
      // Sheets go on below the table with rows of empty cells.
      if cells.contains(where: { !$0.trimmed.isEmpty }) { throw table.noOccupation(row: rowNumber) }
      return
    }
    rows.append(try table.row(rowNumber, cells))
  }

  private func value(_ cell: SheetRow.Cell) throws(OEWSError) -> ArraySlice<UInt8> {
    guard let value = row.value(cell, strings) else {
      throw place.error(.badCell, row: rowNumber, found: row.written(cell))
    }
    return value
  }

  private func failCell(_ found: UnsafePointer<CChar>) { failCell(String(cString: found)) }

  private func failCell(_ found: String) { fail(place.error(.badCell, row: rowNumber, found: found)) }

  // MARK: Attributes

  /// `b`, `e` (an error, which is text here), `inlineStr`, `n`, `s`, `str`; by ECMA-376 part 1, 18.18.11.
  private static func kind(_ type: XMLName) -> SheetRow.Kind {
    if type.isLetter("s") { return .shared }
    if type.isLetter("n") { return .number }
    return type.isLetter("b") ? .boolean : .text
  }

  /// The column of a reference, from 0: 27 of `AB12`; nil when it has none.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var result = 0
    var next = reference
    while case let letter = Int(next.pointee) - 0x40, (1...26).contains(letter), result < OEWSLimits.columns {
      result = result * 26 + letter
      next += 1
    }
    return (1...OEWSLimits.columns).contains(result) ? result - 1 : nil
  }
}
