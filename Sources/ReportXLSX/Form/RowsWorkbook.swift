import CXlsxWriter
import ReportModel

/// A workbook of one table, written row by row in the memory of a row: cells as another workbook had them.
///
/// ```swift
/// try RowsWorkbook.write(to: "rejects.xlsx", sheet: "Roster", scratchDirectory: "/tmp") { table in
///   try table.append([.text("id"), .text("pay")])
///   try table.append([.text("00123"), .number(46_000, format: "#,##0")])
/// }
/// ```
public struct RowsWorkbook: ~Copyable {
  public enum Cell: Sendable, Equatable {
    case empty
    /// - Parameter isTyped: whether the cell keeps what is typed into it, and makes no number of it.
    case text(String, isTyped: Bool = false)
    /// A finite number, or the number of days of a date in the system of 1900.
    ///
    /// - Parameter format: as Excel has it: `General`, `00000`, `yyyy-mm-dd`.
    case number(Double, format: String)
    case flag(Bool)
    /// What a formula could not work out: `#N/A`.
    case error(String)
    /// A formula without a value, and what it shows in place of one.
    case uncalculated(shown: String)
  }

  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: FormatCache
  private let name: SheetName
  private var row = 0
  private var cellCount = 0
  private var rowCount = 0

  /// Writes a whole workbook; one that is there is written over. What it throws leaves a file that is of no use.
  ///
  /// - Parameters:
  ///   - sheet: the name of the sheet; what Excel does not allow in it is left out.
  ///   - scratchDirectory: a directory that exists and that only its owner may enter (mode 0700), with room for what the
  ///     workbook has unpacked. What is written there is gone when the workbook is.
  ///   - columns: how many there are.
  /// - Throws: ``WorkbookError``, and what the body throws.
  public static func write(
    to path: String, sheet: String, columns: Int, scratchDirectory: String,
    _ body: (inout RowsWorkbook) throws -> Void
  ) throws {
    var names = SheetNames(nameless: sheet)
    let name = names.unique(sheet)
    let verifier = try withPlainNumbers {
      let arena = CStringArena()
      var options = lxw_workbook_options()
      options.tmpdir = arena.copy(scratchDirectory)
      // workbook.h: "constant_memory: … reduces the amount of data stored in memory so that large files can be written
      // efficiently … a row of data is written and then discarded when a cell in a new row is added".
      options.constant_memory = 1
      let pointer = withExtendedLifetime(arena) { workbook_new_opt(path, &options) }
      guard let pointer else {
        throw WorkbookError(library: LXW_ERROR_MEMORY_MALLOC_FAILED, operation: "workbook_new_opt")
      }
      return try write(into: pointer, name, columns: columns, body)
    }
    try verifier.verify(fileAt: path)
  }

  private static func write(
    into workbook: UnsafeMutablePointer<lxw_workbook>, _ name: SheetName, columns: Int,
    _ body: (inout RowsWorkbook) throws -> Void
  ) throws -> RowsVerifier {
    guard let worksheet = workbook_add_worksheet(workbook, name.text) else {
      lxw_workbook_free(workbook)
      throw WorkbookError(
        library: LXW_ERROR_MEMORY_MALLOC_FAILED, operation: "workbook_add_worksheet", sheet: name)
    }
    var table = RowsWorkbook(
      worksheet: worksheet, formats: FormatCache(of: workbook, branding: Branding()), name: name)
    do {
      // workbook.h: the date of creation is that of the day when none is set.
      var properties = lxw_doc_properties()
      properties.created = 1_577_836_800
      try WorkbookError.check(workbook_set_properties(workbook, &properties), "workbook_set_properties")
      worksheet_freeze_panes(worksheet, 1, 0)
      let code = worksheet_set_column(worksheet, 0, lxw_col_t(clamping: max(0, columns - 1)), 18, nil)
      try WorkbookError.check(code, "worksheet_set_column", sheet: name)
      try body(&table)
    } catch {
      lxw_workbook_free(workbook)
      throw error
    }
    // workbook.h: workbook_close() frees the workbook, on failure too.
    try WorkbookError.check(workbook_close(workbook), "workbook_close")
    return RowsVerifier(sheet: name, cellCount: table.cellCount, rowCount: table.rowCount)
  }

  private init(worksheet: UnsafeMutablePointer<lxw_worksheet>, formats: FormatCache, name: SheetName) {
    self.worksheet = worksheet
    self.formats = formats
    self.name = name
  }

  /// Adds a row below the others.
  public mutating func append(_ cells: [Cell]) throws(WorkbookError) {
    var isEmpty = true
    for (column, cell) in cells.enumerated() where cell != .empty {
      try write(cell, at: CellAddress(row: row, column: column))
      cellCount += 1
      isEmpty = false
    }
    if !isEmpty { rowCount += 1 }
    row += 1
  }

  private func write(_ cell: Cell, at address: CellAddress) throws(WorkbookError) {
    let (row, column) = (lxw_row_t(clamping: address.row), lxw_col_t(clamping: address.column))
    let code: lxw_error
    switch cell {
    case .empty: return
    case .text(let text, let isTyped):
      let format = isTyped ? try formats.format(.typedText) : nil
      code = worksheet_write_string(worksheet, row, column, WorkbookText.cell(text).string, format)
    case .number(let number, let format):
      code = worksheet_write_number(worksheet, row, column, number, try self.format(format))
    case .flag(let flag):
      // worksheet.h: "worksheet_write_boolean() … Write an Excel boolean to the cell".
      code = worksheet_write_boolean(worksheet, row, column, flag ? 1 : 0, nil)
    case .uncalculated(let shown):
      // The library would give a formula the value 0.
      code = worksheet_write_formula_str(worksheet, row, column, "=NA()", nil, shown)
    case .error(let error):
      // An error is the value of a formula, and by itself a formula: `=#N/A`.
      code = worksheet_write_formula_str(worksheet, row, column, "=" + error, nil, error)
    }
    try WorkbookError.check(code, "worksheet_write", sheet: name, cell: address)
  }

  /// Nil for Excel's own format, and for one that the library would cut off.
  private func format(_ code: String) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format>? {
    guard code != "General", code.utf8.count <= ExcelLimits.numberFormatBytes else { return nil }
    return try formats.format(CellStyle(numberFormat: code))
  }
}
