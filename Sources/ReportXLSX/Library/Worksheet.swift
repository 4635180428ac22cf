import CXlsxWriter
import ReportModel

/// A sheet of a workbook that is being written; valid inside ``Workbook/addWorksheet(named:_:)``.
struct Worksheet: ~Copyable {
  let name: SheetName
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  let workbook: UnsafeMutablePointer<lxw_workbook>
  let formats: FormatCache
  private(set) var linkCount = 0

  init(
    name: SheetName, pointer: UnsafeMutablePointer<lxw_worksheet>,
    workbook: UnsafeMutablePointer<lxw_workbook>, formats: FormatCache
  ) {
    self.name = name
    self.pointer = pointer
    self.workbook = workbook
    self.formats = formats
  }

  /// Writes text as text, whatever it looks like; no text leaves a blank cell.
  func write(_ text: WorkbookText, at cell: CellAddress, style: CellStyle) throws(WorkbookError) {
    // worksheet.h: "worksheet_write_string() … writes a string to the cell"; the text is never taken for a
    // formula, a number or a link. "The maximum string size supported by Excel is 32,767 characters."
    let format = try formats.format(style)
    try written(
      worksheet_write_string(pointer, row(cell), column(cell), text.string, format),
      "worksheet_write_string", cell)
  }

  /// - Parameter number: finite; the library would write INF as it stands, and no reader takes it.
  func write(_ number: Double, at cell: CellAddress, style: CellStyle) throws(WorkbookError) {
    precondition(number.isFinite, "a number in a cell is finite")
    let format = try formats.format(style)
    try written(
      worksheet_write_number(pointer, row(cell), column(cell), number, format), "worksheet_write_number", cell
    )
  }

  /// Writes a day as Excel's number of days.
  func write(
    year: Int, month: Int, day: Int, at cell: CellAddress, style: CellStyle
  ) throws(WorkbookError) {
    var date = lxw_datetime()
    date.year = Int32(year)
    date.month = Int32(month)
    date.day = Int32(day)
    // worksheet.h: "worksheet_write_datetime() … writes a date or time to the cell"; without a time zone.
    let format = try formats.format(style)
    try written(
      worksheet_write_datetime(pointer, row(cell), column(cell), &date, format), "worksheet_write_datetime",
      cell)
  }

  /// An empty cell that has a style.
  func writeBlank(at cell: CellAddress, style: CellStyle) throws(WorkbookError) {
    // worksheet.h: "Excel differentiates between an 'Empty' cell and a 'Blank' cell … a 'Blank' cell contains
    // formatting"; without a format the call would be ignored.
    let format = try formats.format(style)
    try written(
      worksheet_write_blank(pointer, row(cell), column(cell), format), "worksheet_write_blank", cell)
  }

  /// Adds a link and writes its text; the cell may be written again, the link stays.
  mutating func writeLink(
    _ link: SheetLink, text: WorkbookText, at cell: CellAddress, style: CellStyle
  ) throws(WorkbookError) {
    guard linkCount < ExcelLimits.linksPerSheet else {
      throw WorkbookError(
        .limit(name: "links", maximum: ExcelLimits.linksPerSheet), operation: "worksheet_write_url",
        sheet: name.text, cell: cell.a1)
    }
    // worksheet.h: "Two internal URIs are supported: internal: and external:"; "The maximum allowable URL length
    // in recent versions of Excel is 2079 characters".
    let format = try formats.format(style)
    try written(
      worksheet_write_url(pointer, row(cell), column(cell), link.address, format), "worksheet_write_url", cell
    )
    linkCount += 1
    try write(text, at: cell, style: style)
  }

  /// Makes one wide cell of several, for prose; a range of one cell stays as it is.
  func writeMerged(_ text: WorkbookText, in range: CellRange, style: CellStyle) throws(WorkbookError) {
    if !range.isOneCell {
      // worksheet.h: "First write a range with a blank string. Then overwrite the first cell". The call does not
      // look at the codes of the cells that it writes, so the text is written afterwards, with its own check.
      let format = try formats.format(style)
      let code = worksheet_merge_range(
        pointer, row(range.first), column(range.first), row(range.last), column(range.last), "", format)
      try WorkbookError.check(code, "worksheet_merge_range", sheet: name, cell: range.first)
    }
    try write(text, at: range.first, style: style)
  }

  /// - Parameter points: at most 409.
  func setHeight(ofRow index: Int, points: Double) throws(WorkbookError) {
    // worksheet.h: "worksheet_set_row(): Set the properties for a row of cells … the height in character units".
    try WorkbookError.check(
      worksheet_set_row(pointer, UInt32(clamping: index), points, nil), "worksheet_set_row", sheet: name,
      cell: CellAddress(row: index, column: 0))
  }

  /// - Parameters:
  ///   - width: in widths of the digit 0, at most 255.
  ///   - style: of the cells that are not written; nil, the default, for Excel's own.
  func setWidth(
    ofColumn index: Int, _ width: Double, style: CellStyle? = nil
  ) throws(WorkbookError) {
    // worksheet.h: "worksheet_set_column(): … The width parameter sets the column width in the same units used
    // by Excel which is: the number of characters in the default font." "The format parameter will be applied to any
    // cells in the column that don't have a format."
    let format = try style.map { (style) throws(WorkbookError) in try formats.format(style) }
    try WorkbookError.check(
      worksheet_set_column(pointer, UInt16(clamping: index), UInt16(clamping: index), width, format),
      "worksheet_set_column", sheet: name, cell: CellAddress(row: 0, column: index))
  }

  // Both clamp: an index beyond the sheet reaches the library's own check, which refuses it.
  func row(_ cell: CellAddress) -> lxw_row_t { lxw_row_t(clamping: cell.row) }
  func column(_ cell: CellAddress) -> lxw_col_t { lxw_col_t(clamping: cell.column) }

  /// Holds the library's code against success.
  func written(_ code: lxw_error, _ operation: String, _ cell: CellAddress) throws(WorkbookError) {
    try WorkbookError.check(code, operation, sheet: name, cell: cell)
  }
}

/// A picture on a sheet.
struct SheetPicture: Sendable, Equatable {
  let image: PNGImage
  let cell: CellAddress
  /// In pixels; the width follows.
  let height: Int
  /// For a reader who does not see it.
  let alternativeText: WorkbookText
}

extension Worksheet {
  func insert(_ picture: SheetPicture) throws(WorkbookError) {
    let arena = CStringArena()
    var options = lxw_image_options()
    let scale = Double(picture.height) / Double(picture.image.height)
    // The library scales a picture to its own density first; its default is 96 pixels in an inch.
    options.x_scale = scale * (picture.image.density?.across ?? 96) / 96
    options.y_scale = scale * (picture.image.density?.down ?? 96) / 96
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    options.description = arena.copy(picture.alternativeText)
    // worksheet.h: "worksheet_insert_image_buffer_opt() … the image buffer … size_t image_size"; the library
    // copies the buffer and the texts. It reads the sides and the resolution from the PNG header.
    let code = withExtendedLifetime(arena) {
      worksheet_insert_image_buffer_opt(
        pointer, row(picture.cell), column(picture.cell), picture.image.bytes, picture.image.bytes.count,
        &options)
    }
    try WorkbookError.check(code, "worksheet_insert_image_buffer_opt", sheet: name, cell: picture.cell)
  }
}

extension Worksheet {
  /// Leaves the sheet out of what a reader sees; its cells and names stay.
  func hide() {
    // worksheet.h: "worksheet_hide(): … A hidden worksheet can not be activated or selected"; the first sheet is
    // active, and is never hidden.
    worksheet_hide(pointer)
  }

  /// Locks every cell whose style is not unlocked. Tables can still be filtered and columns widened.
  func protect() {
    var options = lxw_protection()
    options.autofilter = 1
    options.format_columns = 1
    options.format_rows = 1
    // worksheet.h: "worksheet_protect(): … The password … Use NULL for no password"; the options name what stays
    // allowed. It returns nothing.
    worksheet_protect(pointer, nil, &options)
  }
}
