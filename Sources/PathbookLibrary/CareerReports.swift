import Advising
import CareerData
import Export
import ReportModel
import SafeFiles

/// Makes advising reports from a career dataset and a template: what the command `pathbook report` does, for programs.
///
/// ```swift
/// let reports = try CareerReports()
/// let profile = try reports.profile(json: Array(#"{"id": "ann", "state": "CA", "pay_amount": 46000}"#.utf8))
/// let report = reports.report(on: profile, date: day)
/// let paths = try reports.write(report, as: [.csv, .txt], to: "reports")
/// ```
///
/// The same dataset, template, profile and date give the same bytes. All errors are ``ReportFailure``s, which never hold
/// a client's name, advisor or notes.
public struct CareerReports: Sendable {
  /// The dataset, in its own words: those by which profiles name settings, credentials and the like.
  public var dataset: CareerDataset { inputs.dataset }

  private let inputs: ReportInputs
  private let profiles: ProfileLoader

  /// - Parameters:
  ///   - datasetFolder: a folder with a `datapackage.json`, or a `.zip` of one; nil, the default: the shipped dataset.
  ///   - template: the name of a shipped template, or a folder with one; `standard` when not given.
  /// - Throws: every problem of a dataset or a template that does not read.
  public init(datasetFolder: String? = nil, template: String = "standard") throws(ReportFailure) {
    inputs = try ReportInputs(datasetFolder: datasetFolder, template: template)
    profiles = ProfileLoader(datasets: inputs.datasets)
  }

  /// Reads a profile, as `Samples/profile.schema.json` describes it. One can be built as a value too.
  ///
  /// - Parameter json: a JSON object in UTF-8, at most 1 MiB.
  /// - Throws: every problem of the profile, each with its field and line.
  public func profile(json: [UInt8]) throws(ReportFailure) -> ClientProfile {
    try profiles.read(json, path: "profile").profile
  }

  /// Reads a profile from a file; `-` is standard input.
  ///
  /// - Throws: every problem of the profile, each with its field and line, or why the file cannot be read.
  public func profile(at path: String) throws(ReportFailure) -> ClientProfile {
    try profiles.load(path).profile
  }

  /// What the rules find about a client, before any of it is put into words.
  ///
  /// - Parameter date: of the report; ages of sources are counted from it.
  public func advice(on profile: ClientProfile, date: CalendarDate) -> Advice {
    exporter([]).advice(on: profile, date: date)
  }

  /// The report on a client, in the words and the order of the template.
  ///
  /// - Parameter date: of the report; ages of sources are counted from it.
  public func report(on profile: ClientProfile, date: CalendarDate) -> Report {
    exporter([]).report(on: profile, date: date)
  }

  /// The finished files of a report; none is on disk.
  ///
  /// - Parameter formats: ``ReportFormat``s, in the order of the files.
  public func files(of report: Report, as formats: [ReportFormat]) throws(ReportFailure) -> [RenderedFile] {
    try exporter(formats).files(for: report)
  }

  /// Writes a report into a folder, which is made when it is missing: all files or none. Files and folders are private
  /// (0600 and 0700), and a file of the same name is replaced.
  ///
  /// - Parameter formats: ``ReportFormat``s, in the order of the files.
  /// - Returns: the paths of the files.
  public func write(
    _ report: Report, as formats: [ReportFormat] = ReportFormat.standard, to folder: String
  ) throws(ReportFailure) -> [String] {
    try exporter(formats).write(report, to: folder)
  }

  private func exporter(_ formats: [ReportFormat]) -> ReportExporter {
    var options = ReportExporter.Options()
    options.formats = formats
    return ReportExporter(datasets: inputs.datasets, template: inputs.template, options: options)
  }
}
