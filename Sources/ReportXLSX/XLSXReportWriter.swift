import ReportModel

/// Writes a report as an Excel workbook: a sheet for each section, real numbers with formats, Excel tables, native
/// charts, and links to the sources.
///
/// ```swift
/// let writer = XLSXReportWriter(words: template.workbookWords)
/// let files = try writer.files(for: report)  // one file, "ada.xlsx"
/// ```
///
/// The same report gives the same bytes, whatever the clock, the time zone and the locale. Nothing of it is on a disk.
public struct XLSXReportWriter: ReportWriter {
  public struct Options: Sendable {
    /// True for sheets whose cells are locked except the assumptions of the what-if. There is no password: this
    /// prevents changes by mistake, not on purpose.
    public var isProtected = false

    public init() {}
  }

  private let words: WorkbookWords
  private let options: Options

  /// - Parameter words: what the workbook adds to the words of the report.
  public init(words: WorkbookWords, options: Options = Options()) {
    self.words = words
    self.options = options
  }

  /// One workbook, `<client id>.xlsx`.
  ///
  /// - Throws: ``WorkbookError`` when the library fails or the report has more than a sheet can hold.
  public func files(for report: Report) throws -> [RenderedFile] {
    let bytes = try withPlainNumbers { try workbook(of: report).close() }
    return [RenderedFile(name: report.fileName + ".xlsx", bytes: bytes)]
  }

  /// The layout ends here: the library needs as much memory again to pack what it was given.
  private func workbook(of report: Report) throws -> Workbook {
    let layout = try WorkbookLayout(report, words: words)
    let workbook = try Workbook(branding: report.branding)
    try workbook.setProperties(layout.properties)
    for sheet in layout.sheets {
      try workbook.addWorksheet(named: sheet.name) {
        try sheet.write(to: &$0, links: layout.sourceLinks)
        if options.isProtected { $0.protect() }
      }
    }
    return workbook
  }
}
