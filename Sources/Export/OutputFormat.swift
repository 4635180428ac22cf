import ReportModel
import ReportWriters
import ReportXLSX
import SafeFiles

/// A format of a report: its name, and how its writer is made. A new format is a writer and a line in ``all``.
///
/// ```swift
/// let markdown = OutputFormat("md") { _ in MarkdownReportWriter() }
/// ```
public struct OutputFormat: Sendable, Hashable, Identifiable {
  /// What a writer can be made from.
  public struct WriterSetup: Sendable {
    public let template: LoadedTemplate
    public let options: ReportExporter.Options

    package init(template: LoadedTemplate, options: ReportExporter.Options) {
      self.template = template
      self.options = options
    }
  }

  /// The word after `--format`, and the extension of the file.
  public let id: String
  /// Whether its file is text, which can go to standard output.
  public let isText: Bool
  /// Whether a template for a screen offers it: what is seen on one, and what programs read.
  public let isForScreens: Bool
  /// What of a report its files show, beside the figures.
  public let shows: ReportContents
  private let maker: @Sendable (WriterSetup) throws -> any ReportWriter

  public init(
    _ id: String, isText: Bool = true, isForScreens: Bool = true, shows: ReportContents = .all,
    makeWriter: @escaping @Sendable (WriterSetup) throws -> any ReportWriter
  ) {
    self.id = id
    self.isText = isText
    self.isForScreens = isForScreens
    self.shows = shows
    maker = makeWriter
  }

  /// - Throws: ``ExportFailure/usage(_:)`` for a format that the template does not offer.
  package func makeWriter(_ setup: WriterSetup) throws -> any ReportWriter {
    guard isForScreens || !setup.template.report.isForScreen else {
      let offered = Self.all.filter(\.isForScreens).map(\.id).joined(separator: ", ")
      throw ExportFailure.usage(
        "--format \(id): this template is for the screen and has \(offered); take one of these, or --template standard"
      )
    }
    return try maker(setup)
  }

  public static let csv = OutputFormat("csv", shows: []) {
    CSVReportWriter(escapesFormulas: $0.options.escapesFormulas, marksUTF8: $0.options.marksCSV)
  }
  public static let xlsx = OutputFormat("xlsx", isText: false, isForScreens: false) {
    XLSXReportWriter(words: $0.template.report.workbookWords, options: $0.options.workbook)
  }
  public static let txt = OutputFormat("txt", isForScreens: false, shows: .sections) {
    TextReportWriter(template: $0.template.text, options: .init(usesASCII: $0.options.usesASCII))
  }
  public static let html = OutputFormat("html") {
    HTMLReportWriter(template: $0.template.html, keys: $0.template.report.keyWords)
  }
  /// Needs a compiler, which `pathbook setup pdf` installs.
  public static let pdf = OutputFormat("pdf", isText: false, isForScreens: false, shows: .sections) {
    try PDFReportWriter($0)
  }

  /// The formats that need nothing but the program.
  public static let selfContained: [OutputFormat] = [.csv, .xlsx, .txt, .html]

  /// Every format that the program offers, in the order in which files are written.
  public static let all: [OutputFormat] = selfContained + [.pdf]

  /// What a report is written as when nothing else is asked for.
  public static let standard: [OutputFormat] = [.csv, .xlsx, .txt]

  /// The same with a template: one for the screen has a page, and the figures for programs.
  package static func standard(with template: LoadedTemplate) -> [OutputFormat] {
    template.report.isForScreen ? all.filter(\.isForScreens) : standard
  }

  /// A format of ``all`` by its id.
  public static func named(_ id: String) -> OutputFormat? { all.first { $0.id == id } }

  public static func == (one: OutputFormat, other: OutputFormat) -> Bool { one.id == other.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension OutputFormat {
  /// Whether ``pdf`` can be written. Looked for each time: somebody may install the compiler meanwhile.
  package static var hasCompilerOfPDFs: Bool { TypstCompiler.isThere }
}

extension PDFReportWriter {
  /// - Throws: ``ExportFailure/missingProgram(reason:)`` where there is no compiler.
  package init(_ setup: OutputFormat.WriterSetup) throws(ExportFailure) {
    let compiler = try TypstCompiler()
    self.init(template: setup.template.pdf, fonts: compiler.fonts) { try compiler.pdf($0) }
  }
}
