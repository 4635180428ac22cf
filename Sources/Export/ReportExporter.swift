import Advising
import AdvisingReport
import CareerData
import ReportModel
import ReportWriters
import ReportXLSX
import SafeFiles

/// Makes one client's reports: profile in, finished files out.
///
/// ```swift
/// let dataset = try DatasetLoader.shipped()
/// let profile = try ProfileLoader(dataset: dataset).load("client.json").profile
/// let exporter = ReportExporter(dataset: dataset, template: try TemplateLoader.load("standard"), options: .init())
/// let paths = try exporter.write(exporter.report(on: profile, date: date), to: "out")
/// ```
public struct ReportExporter: Sendable {
  public struct Options: Sendable {
    /// In the order in which they are written; each once.
    public var formats = OutputFormat.standard
    /// Plain text without drawing characters, for a screen reader.
    public var usesASCII = false
    /// Who is to have the report.
    public var copy = ReportCopy.client
    /// Text cells of the CSV that a spreadsheet would run as a formula get a leading apostrophe.
    public var escapesFormulas = true
    /// The CSV begins with a byte order mark, by which spreadsheets know UTF-8.
    public var marksCSV = false
    public var workbook = XLSXReportWriter.Options()

    public init() {}
  }

  private let datasets: DatasetShelf
  private let template: LoadedTemplate
  private let options: Options
  private let builder: ReportBuilder

  /// - Parameter dataset: of clients whose profiles name no occupation.
  public init(dataset: CareerDataset, template: LoadedTemplate, options: Options) {
    let datasets = DatasetShelf(dataset, language: template.report.language)
    self.init(datasets: datasets, template: template, options: options)
  }

  /// - Parameter datasets: each report is made from the one of its client's occupation.
  public init(datasets: DatasetShelf, template: LoadedTemplate, options: Options) {
    self.datasets = datasets
    self.template = template
    self.options = options
    builder = ReportBuilder(
      template: template.report, programVersion: ProgramVersion.current, editions: DatasetLoader.editions)
  }

  /// The report on a client.
  public func report(on profile: ClientProfile, date: CalendarDate) -> Report {
    report(advice(on: profile, date: date))
  }

  package func advice(on profile: ClientProfile, date: CalendarDate) -> Advice {
    Advice(profile: profile, dataset: datasets.dataset(for: profile.occupationCode), reportDate: date)
  }

  /// - Parameter shown: what is made beside the figures.
  package func report(_ advice: Advice, showing shown: ReportContents = .all) -> Report {
    builder.report(on: advice, copy: options.copy, showing: shown)
  }

  /// The report with no more than the formats show.
  package func shownReport(on profile: ClientProfile, date: CalendarDate) -> Report {
    report(advice(on: profile, date: date), showing: shownContents)
  }

  /// What the formats show of a report.
  package var shownContents: ReportContents {
    options.formats.reduce(into: []) { $0.formUnion($1.shows) }
  }

  /// The rows of a report's CSV, without the header.
  package func csvRows(_ report: Report) throws(ExportFailure) -> [UInt8] {
    do {
      let file = try CSVReportWriter(escapesFormulas: options.escapesFormulas).files(for: report)[0]
      return Array(file.bytes[CSVReportWriter.header.count...])
    } catch { throw .notRendered("combined.csv", error) }
  }

  /// Writes the report in every format into a folder, which is made when it is missing.
  ///
  /// - Returns: the paths of the files.
  public func write(_ report: Report, to folder: String) throws(ExportFailure) -> [String] {
    let output = try OutputFolder(path: folder)
    return try output.write(try files(for: report))
  }

  /// Writes the report in the only format to standard output.
  public func print(_ report: Report) throws(ExportFailure) {
    guard options.formats.count == 1, let format = options.formats.first, format.isText else {
      throw .usage("--output - prints one format that is text; use --format txt or --format csv")
    }
    guard let file = try files(for: report).first else { return }
    try StandardOutput.write(file.bytes)
  }

  /// The finished files of every format; none is on disk.
  public func files(for report: Report) throws(ExportFailure) -> [RenderedFile] {
    // One after the other: on two cores a report is there 1 ms earlier, and takes more of the processor.
    var files: [RenderedFile] = []
    for format in options.formats { files += try rendered(report, in: format) }
    return files
  }

  private func rendered(_ report: Report, in format: OutputFormat) throws(ExportFailure) -> [RenderedFile] {
    do {
      let setup = OutputFormat.WriterSetup(template: template, options: options)
      return try format.makeWriter(setup).files(for: report)
    } catch {
      throw .notRendered("\(report.fileName).\(format.id)", error)
    }
  }
}

extension OutputFolder {
  /// Writes the files of a report: all of them, or none.
  ///
  /// - Returns: the paths, in the order of the files.
  package func write(_ files: [RenderedFile]) throws(ExportFailure) -> [String] {
    try write(files.map { (name: $0.name, bytes: $0.bytes) })
  }
}
