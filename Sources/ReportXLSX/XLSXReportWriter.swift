import ReportModel

/// Writes a report as an Excel workbook: a sheet for each section, real numbers with formats, Excel tables, native
/// charts, and links to the sources.
///
/// ```swift
/// let writer = XLSXReportWriter(scratchDirectory: "/run/user/1000/pathbook", words: template.workbookWords)
/// let files = try writer.files(for: report)  // one file, "ada.xlsx"
/// ```
///
/// The same report gives the same bytes, whatever the clock, the time zone and the locale.
public struct XLSXReportWriter: ReportWriter {
  public struct Options: Sendable {
    /// True for sheets whose cells are locked except the assumptions of the what-if. There is no password: this
    /// prevents changes by mistake, not on purpose.
    public var isProtected = false

    public init() {}
  }

  private let scratchDirectory: String
  private let words: WorkbookWords
  private let options: Options

  /// - Parameters:
  ///   - scratchDirectory: a directory that exists and that only its owner may enter (mode 0700), with room for a
  ///     few times the workbook. libxlsxwriter writes to files only; what it writes there is gone when
  ///     ``files(for:)`` returns or throws.
  ///   - words: what the workbook adds to the words of the report.
  public init(scratchDirectory: String, words: WorkbookWords, options: Options = Options()) {
    self.scratchDirectory = scratchDirectory
    self.words = words
    self.options = options
  }

  /// One workbook, `<client id>.xlsx`.
  ///
  /// - Throws: ``WorkbookError`` when the library or the system fails, or when the finished workbook is not whole.
  public func files(for report: Report) throws -> [RenderedFile] {
    let layout = try WorkbookLayout(report, words: words)
    let file = try ScratchFile(inDirectory: scratchDirectory)
    let contents = try withPlainNumbers { try write(layout, branding: report.branding, to: file.path) }
    let bytes = try file.readBytes()
    try WorkbookVerifier(sheets: contents).verify(bytes)
    return [RenderedFile(name: report.fileName + ".xlsx", bytes: bytes)]
  }

  private func write(
    _ layout: WorkbookLayout, branding: Branding, to path: String
  ) throws -> [SheetContents] {
    var workbook = try Workbook(path: path, temporaryDirectory: scratchDirectory, branding: branding)
    try workbook.setProperties(layout.properties)
    for sheet in layout.sheets {
      try workbook.addWorksheet(named: sheet.name) {
        try sheet.write(to: &$0, links: layout.sourceLinks)
        if options.isProtected { $0.protect() }
      }
    }
    return try workbook.close()
  }
}
