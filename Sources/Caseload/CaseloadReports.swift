import Advising
import AdvisingReport
import CareerData
import Export
import ReportModel
import SafeFiles

/// Finds the clients of a roster whose advice changes from one dataset to another.
///
/// ```swift
/// let affected = try AffectedExporter(old: "medical-2026", new: "medical-2027", template: "standard")
/// let result = try affected.compare(RosterFile("roster.csv"), date: today)
/// ```
public struct AffectedExporter: Sendable {
  public struct Result: Sendable {
    public let report: Report
    public let affected: Int
    public let clients: Int
    /// Rows that are not clients by the new dataset.
    public let refused: Int
  }

  private let old: ReportInputs
  private let new: ReportInputs

  /// - Parameters:
  ///   - old: a dataset folder, or a `.zip` of one.
  ///   - template: a name or a folder.
  public init(old: String, new: String, template: String) throws(ExportFailure) {
    self.old = try ReportInputs(datasetFolder: old, template: template)
    self.new = try ReportInputs(datasetFolder: new, template: template)
  }

  /// - Parameters:
  ///   - old: what the clients' reports are made from now.
  ///   - new: with the new datasets; its template words the report.
  package init(old: ReportInputs, new: ReportInputs) { (self.old, self.new) = (old, new) }

  /// Reads the roster as a stream; only the affected clients are kept in memory.
  ///
  /// - Parameter tell: gets a line for each row that is not a client.
  public func compare(
    _ roster: RosterFile, date: CalendarDate, tell: (String) -> Void
  ) throws(ExportFailure) -> Result {
    var stream = try RosterStream(roster, datasets: new.datasets)
    var changes: [ClientChange] = []
    var (clients, refused, isMixed) = (0, 0, false)
    let name = ProfileLoader.name(of: roster.path)
    for note in stream.notesOfHeader { tell("\(name): \(note)") }
    var digest = ProblemDigest()
    while let row = try stream.nextRow() {
      guard let profile = row.profile else {
        refused += 1
        for problem in row.problems { digest.add(problem, roster.place(of: row)) }
        continue
      }
      clients += 1
      isMixed = isMixed || profile.occupationCode.map { $0 != new.dataset.occupation.socCode } ?? false
      let day = profile.reportDate ?? date
      let before = Advice(profile: profile, dataset: old.dataset(for: profile), reportDate: day)
      let after = Advice(profile: profile, dataset: new.dataset(for: profile), reportDate: day)
      let found = AdviceChange.changes(from: before, to: after)
      if !found.isEmpty { changes.append(ClientChange(clientID: profile.id, changes: found)) }
    }
    for line in digest.lines + stream.notesAtEnd { tell("\(name): \(line)") }
    let builder = AffectedReportBuilder(
      template: new.template.report, dataset: new.reportDataset, programVersion: ProgramVersion.current)
    let report = builder.report(
      on: changes, clients: clients, versions: versions, isMixed: isMixed, date: date)
    return Result(report: report, affected: changes.count, clients: clients, refused: refused)
  }

  /// Those of the datasets, and of the catalogues where they differ.
  private var versions: (old: String, new: String) {
    let (old, new) = (self.old.datasets, self.new.datasets)
    let isSame = old.catalogue.contentHash == new.catalogue.contentHash
    func words(_ shelf: DatasetShelf) -> String {
      let own = shelf.first.identity.version
      return isSame ? own : "\(own), \(CatalogueLoader.shippedName) \(shelf.catalogue.version)"
    }
    return (words(old), words(new))
  }

  /// An exporter of the report.
  public func exporter(_ options: ReportExporter.Options) -> ReportExporter {
    ReportExporter(dataset: new.reportDataset, template: new.template, options: options)
  }
}

/// Writes the summary of a caseload in every format.
struct CaseloadExporter {
  /// One of the files.
  static let textName = "summary.txt"

  private let inputs: ReportInputs
  /// Only where the clients' reports are written so too: it needs a compiler.
  private let writesPDF: Bool

  init(inputs: ReportInputs, writesPDF: Bool) {
    self.inputs = inputs
    self.writesPDF = writesPDF
  }

  func write(_ summary: CaseloadSummary, date: CalendarDate, in tree: OutputTree) throws(ExportFailure) {
    let builder = CaseloadReportBuilder(
      template: inputs.template.report, dataset: inputs.reportDataset, programVersion: ProgramVersion.current)
    var options = ReportExporter.Options()
    options.formats = OutputFormat.selfContained + (writesPDF ? [.pdf] : [])
    // People open it.
    options.marksCSV = true
    let exporter = ReportExporter(
      dataset: inputs.reportDataset, template: inputs.template, options: options)
    let files = try exporter.files(for: builder.report(on: summary, date: date))
    try tree.finish(try tree.writeAtRoot(files))
  }
}
