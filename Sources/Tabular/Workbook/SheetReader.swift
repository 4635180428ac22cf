/// Reads a sheet and hands over its rows.
///
/// Of rows that are not wanted nothing is made: the reader goes by at the end of their key.
package final class SheetReader: XMLPart {
  /// A cell that is not empty.
  package struct Cell: Sendable, Equatable {
    enum Kind: Sendable { case text, number, boolean, error, date, uncalculated }

    /// From 0.
    package let column: Int
    let kind: Kind
    /// Its place in the list of formats.
    let style: Int
    let hasFormula: Bool
    /// What the cell shows, in UTF-8.
    package let bytes: ArraySlice<UInt8>

    /// What the cell shows, without spaces at both ends.
    package var text: String { bytes.text }
  }

  /// How to go on after a row.
  package enum Step: Sendable {
    case next
    /// Hands over the cells of these columns only, and of a row that has text in the column of the key, from 0, no more
    /// unless it is wanted.
    case keep(columns: [Bool], key: Int)
    case stop
  }

  package typealias IsWanted = (ArraySlice<UInt8>) -> Bool
  package typealias Take = (_ number: Int, [Cell]) -> Step

  private let strings: SharedStrings
  private let isWanted: IsWanted
  private let take: Take
  /// Nil: all cells are kept.
  private var isKept: [Bool]?
  private var keyColumn = -1

  private var rowNumber = 0
  private var row = SheetRow()
  /// True after a key that is not wanted: to the end of the row.
  private var isSkipping = false
  /// The column of the cell at hand, or of the next one that does not name it.
  private var column = 0
  private var kind = SheetRow.Kind.number
  private var style = 0
  private var hasFormula = false
  private var isKeptCell = false
  private var isText = false
  private var isPhonetic = false
  /// Inside the properties of a run of a text: its font and so on.
  private var isInRun = false
  private var otherElements = 0

  init(
    _ name: String, _ strings: SharedStrings, _ isWanted: @escaping IsWanted, _ take: @escaping Take
  ) throws(WorkbookReadingError) {
    self.strings = strings
    self.isWanted = isWanted
    self.take = take
    try super.init(name)
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
    } else if name.isLetter("f") {
      hasFormula = true
    } else if name.equals("rPh") {
      isPhonetic = true
    } else if name.equals("rPr") {
      isInRun = true
    } else if !(name.equals("is") || name.isLetter("r") || isInRun && Self.isOfRun(name)) {
      // The parser keeps every name that it meets.
      otherElements += 1
      guard otherElements > WorkbookLimits.otherElements else { return }
      fail(WorkbookReadingError(.tooMany(.otherElements, limit: WorkbookLimits.otherElements)))
    }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard isText, !row.append(bytes) else { return }
    fail(WorkbookReadingError(.tooLong(limit: WorkbookLimits.rowBytes), row: rowNumber))
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
    } else if name.equals("rPr") {
      isInRun = false
    }
  }

  // MARK: Rows and cells

  private func startRow(_ attributes: XMLAttributes) {
    row.removeAll()
    column = 0
    rowNumber += 1
    for attribute in attributes where attribute.name.isLetter("r") {
      guard let number = Int(String(cString: attribute.value)), (1...WorkbookLimits.rows).contains(number)
      else {
        return failCell(attribute.value)
      }
      rowNumber = number
    }
    if rowNumber > WorkbookLimits.rows {
      fail(WorkbookReadingError(.tooMany(.rows, limit: WorkbookLimits.rows)))
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    kind = .number
    style = 0
    hasFormula = false
    for attribute in attributes {
      if attribute.name.isLetter("r") {
        guard let named = Self.column(attribute.value) else { return failCell(attribute.value) }
        column = named
      } else if attribute.name.isLetter("t") {
        kind = Self.kind(XMLName(attribute.value))
      } else if attribute.name.isLetter("s") {
        style = Self.number(attribute.value)
      }
    }
    guard column < WorkbookLimits.columns else { return failCell("column \(column + 1)") }
    isKeptCell = isKept.map { column < $0.count && $0[column] } ?? true
  }

  private func endCell() {
    if isKeptCell {
      row.endCell(column: column, kind: kind, style: style, hasFormula: hasFormula)
      if column == keyColumn { endKey() }
    }
    isKeptCell = false
    column += 1
  }

  private func endKey() {
    guard let cell = row.cells.last, cell.column == keyColumn else { return }
    guard let key = row.value(cell, strings) else { return failCell(row.written(cell)) }
    guard !key.trimmed.isEmpty else { return }
    isSkipping = !isWanted(key)
  }

  private func endRow() {
    defer { isSkipping = false }
    guard !isSkipping, !isFinished else { return }
    do throws(WorkbookReadingError) {
      var cells: [Cell] = []
      cells.reserveCapacity(row.cells.count)
      for cell in row.cells {
        cells.append(
          Cell(
            column: cell.column, kind: Self.kind(cell.kind), style: cell.style, hasFormula: cell.hasFormula,
            bytes: try value(cell)))
      }
      switch take(rowNumber, cells) {
      case .next: break
      case .keep(let columns, let key):
        isKept = columns
        keyColumn = key
      case .stop: stop()
      }
    } catch {
      fail(error)
    }
  }

  private func value(_ cell: SheetRow.Cell) throws(WorkbookReadingError) -> ArraySlice<UInt8> {
    guard let value = row.value(cell, strings) else {
      throw WorkbookReadingError(.badCell, row: rowNumber, found: row.written(cell))
    }
    return value
  }

  private func failCell(_ found: UnsafePointer<CChar>) { failCell(String(cString: found)) }

  private func failCell(_ found: String) {
    fail(WorkbookReadingError(.badCell, row: rowNumber, found: found))
  }

  /// What a run of text in a cell may have, in each of a million cells.
  private static func isOfRun(_ name: XMLName) -> Bool {
    ["rFont", "sz", "color", "family", "charset", "scheme", "vertAlign", "strike"].contains {
      name.equals($0)
    }
      || name.isLetter("b") || name.isLetter("i") || name.isLetter("u")
  }

  // MARK: Attributes

  /// `b`, `d`, `e`, `inlineStr`, `n`, `s`, `str`; by ECMA-376 part 1, 18.18.11.
  private static func kind(_ type: XMLName) -> SheetRow.Kind {
    if type.isLetter("s") { return .shared }
    if type.isLetter("n") { return .number }
    if type.isLetter("e") { return .error }
    if type.isLetter("d") { return .date }
    return type.isLetter("b") ? .boolean : .text
  }

  private static func kind(_ kind: SheetRow.Kind) -> Cell.Kind {
    switch kind {
    case .shared, .text: .text
    case .number: .number
    case .boolean: .boolean
    case .error: .error
    case .date: .date
    case .uncalculated: .uncalculated
    }
  }

  /// 0, the style of a cell without one, for what is no number.
  private static func number(_ digits: UnsafePointer<CChar>) -> Int {
    var result = 0
    var next = digits
    while case let digit = Int(next.pointee) - 0x30, (0...9).contains(digit), result < 1 << 30 {
      result = result * 10 + digit
      next += 1
    }
    return next.pointee == 0 ? result : 0
  }

  /// The column of a reference, from 0: 27 of `AB12`; nil when it has none.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var result = 0
    var next = reference
    while case let letter = Int(next.pointee) - 0x40, (1...26).contains(letter),
      result < WorkbookLimits.columns
    {
      result = result * 26 + letter
      next += 1
    }
    return (1...WorkbookLimits.columns).contains(result) ? result - 1 : nil
  }
}
