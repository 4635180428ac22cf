import CXlsxWriter
import ReportModel

/// How a sheet is printed and shown.
struct PageSetup: Sendable, Equatable {
  var paper = Paper.letter
  var isLandscape = false
  /// True for a sheet that is shrunk to one page, whatever its length; else it is one page wide.
  var isOnePage = false
  /// Rows at the top that stay on the screen and are printed on every page.
  var frozenRows = 0
  /// False where they are no part of what is printed.
  var repeatsFrozenRows = true
  /// The cells that are printed; nil for all that are used.
  var printed: CellRange?
  /// Rows that start a page.
  var breaks: [Int] = []
  /// With Excel's codes; at most 255 UTF-16 units.
  let header: PageText
  let footer: PageText
}

extension Worksheet {
  mutating func setPage(_ page: PageSetup) throws(WorkbookError) {
    // worksheet.h: these functions return nothing; the library checks no argument of theirs.
    // Excel's numbers of paper sizes.
    worksheet_set_paper(pointer, page.paper == .letter ? 1 : 9)
    if page.isLandscape { worksheet_set_landscape(pointer) } else { worksheet_set_portrait(pointer) }
    worksheet_set_margins(pointer, 0.5, 0.5, 0.8, 0.8)
    // worksheet.h: "worksheet_fit_to_pages(): … width Number of pages horizontally … height Number of pages
    // vertically. … Set to 0 … as long as necessary".
    worksheet_fit_to_pages(pointer, 1, page.isOnePage ? 1 : 0)
    worksheet_gridlines(pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    // worksheet.h: "Excel requires that the header or footer string cannot be longer than 255 characters,
    // including the control characters. Strings longer than this will not be written."
    try WorkbookError.check(
      worksheet_set_header(pointer, page.header.code), "worksheet_set_header", sheet: name)
    try WorkbookError.check(
      worksheet_set_footer(pointer, page.footer.code), "worksheet_set_footer", sheet: name)
    if !page.breaks.isEmpty {
      // worksheet.h: "worksheet_set_h_pagebreaks(): … array of page breaks … the last element must be 0"; "there
      // is a limit of 1023 page breaks".
      var breaks = page.breaks.prefix(ExcelLimits.pageBreaks).map { lxw_row_t(clamping: $0) } + [0]
      try WorkbookError.check(
        worksheet_set_h_pagebreaks(pointer, &breaks), "worksheet_set_h_pagebreaks", sheet: name)
    }
    if let printed = page.printed {
      // worksheet.h: "worksheet_print_area(): Set the print area for a worksheet … first_row … last_col All zero
      // indexed".
      try WorkbookError.check(
        worksheet_print_area(
          pointer, row(printed.first), column(printed.first), row(printed.last), column(printed.last)),
        "worksheet_print_area", sheet: name, cell: printed.last)
    }
    guard page.frozenRows > 0 else { return }
    // worksheet.h: "worksheet_freeze_panes(): … The row and col parameters are used to specify the location of
    // the split"; the rows above it stay.
    worksheet_freeze_panes(pointer, UInt32(clamping: page.frozenRows), 0)
    guard page.repeatsFrozenRows else { return }
    try WorkbookError.check(
      worksheet_repeat_rows(pointer, 0, UInt32(clamping: page.frozenRows - 1)), "worksheet_repeat_rows",
      sheet: name)
  }
}

extension PageSetup {
  /// The header says for whom, when and by whom; the footer what the data are, and the page.
  init(_ report: Report, _ contents: CellContents) {
    let formatter = contents.formatter
    let organization = report.branding.organization
    self.init(
      paper: report.paper,
      header: PageText(
        name: report.clientName, date: formatter.text(.date(report.reportDate)),
        right: organization.isEmpty ? report.title : organization),
      footer: PageText(leftWithPageNumber: formatter.text(report.footer)))
  }
}
