import ReportModel

/// Writes a report as an Excel workbook: a sheet for each section, real numbers with formats, Excel tables, native
/// charts, and links to the sources.
///
/// ```swift
/// let writer = XLSXReportWriter(scratchDirectory: "/run/user/1000/pathbook")
/// let files = try writer.files(for: report)  // one file, "ada.xlsx"
/// ```
///
/// The same report gives the same bytes, whatever the clock, the time zone and the locale.
public struct XLSXReportWriter: ReportWriter {
  private let scratchDirectory: String

  /// - Parameter scratchDirectory: a directory that exists and that only its owner may enter (mode 0700), with room
  ///   for a few times the workbook. libxlsxwriter writes to files only; what it writes there is gone when
  ///   ``files(for:)`` returns or throws.
  public init(scratchDirectory: String) { self.scratchDirectory = scratchDirectory }

  /// One workbook, `<client id>.xlsx`.
  ///
  /// - Throws: ``WorkbookError`` when the library or the system fails, or when the finished workbook is not whole.
  public func files(for report: Report) throws -> [RenderedFile] {
    let layout = try WorkbookLayout(report)
    let file = try ScratchFile(inDirectory: scratchDirectory)
    let contents = try withPlainNumbers { try write(layout, to: file.path) }
    let bytes = try file.readBytes()
    try WorkbookVerifier(sheets: contents).verify(bytes)
    return [RenderedFile(name: report.clientID + ".xlsx", bytes: bytes)]
  }

  private func write(_ layout: WorkbookLayout, to path: String) throws -> [SheetContents] {
    var workbook = try Workbook(path: path, temporaryDirectory: scratchDirectory)
    try workbook.setProperties(layout.properties)
    for sheet in layout.sheets {
      try workbook.addWorksheet(named: sheet.name) {
        try sheet.write(to: &$0, links: layout.sourceLinks)
      }
    }
    return try workbook.close()
  }
}
