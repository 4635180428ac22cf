import Advising
import CareerData
import Export
import Glibc
import ReportModel
import ReportWriters
import SafeFiles

/// Joins the parts of a caseload: one journal, one list of rejects, one combined CSV, one summary, each as a batch of the whole
/// roster would have written it. The clients' files stay in their parts.
///
/// ```swift
/// let result = try CaseloadMerger("parts").merge(to: "merged")
/// ```
public struct CaseloadMerger {
  public struct Result: Sendable, Equatable {
    public let parts: Int
    public let clients: Int
    public let rejected: Int
    /// The name of the list of rejected rows; nil where there are none.
    public let rejectsName: String?
    /// What was told of the roster, each once.
    public let notes: [String]
  }

  /// Bytes of the parts' files in memory, all together.
  private static let memory = 64 << 20
  /// At most so many rows are told one by one.
  private static let mostTold = 20

  private let parts: PartList
  private let datasets: [String]
  private let template: String?

  /// - Parameters:
  ///   - folder: with the parts.
  ///   - datasets: for a summary; none for those that the parts name.
  ///   - template: the same; nil for the one that the parts name.
  /// - Throws: which parts are missing, mixed or doubled.
  public init(_ folder: String, datasets: [String] = [], template: String? = nil) throws(ExportFailure) {
    parts = try PartList(folder)
    (self.datasets, self.template) = (datasets, template)
  }

  /// - Parameter output: a folder that is not there, or empty.
  public func merge(to output: String) throws(ExportFailure) -> Result {
    let place = FilePlace(String(output.reversed().drop { $0 == "/" }.reversed()))
    guard !place.name.isEmpty, place.name != ".", place.name != ".." else {
      throw .usage("--output \(output): give the name of a new folder")
    }
    let isEmpty = InputFile.isFolder(output) && (try? FolderTree.names(output))?.isEmpty == true
    guard !InputFile.isThere(output) || isEmpty else {
      throw .cannotCreate(
        path: output, reason: "it is there already, and not empty: give the name of a new folder")
    }
    // Before the work: what is missing for it shows at once.
    let inputs = try summaryInputs()
    AttemptFolder.sweep(parts.folder)
    let attempt = try AttemptFolder(in: place.folder)
    defer { attempt.remove() }
    let hidden = "\(attempt.path)/merged"
    do throws(ExportFailure) {
      let tree = try OutputTree(hidden, isFanned: false)
      do {
        // Whatever happens, the hidden folder in it goes before it gets its name.
        defer { tree.close() }
        try write(in: tree, attempt, inputs)
      }
      try attempt.publish("merged", as: place.name)
    } catch { throw error.showing(output, insteadOf: hidden) }
    attempt.remove()
    return result
  }

  private var result: Result {
    var notes: [String] = []
    for note in parts.parts.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    var missing: [ProfileField: RosterTally.Missing] = [:]
    for one in parts.parts.flatMap(\.missing) {
      missing[one.field, default: .init(field: one.field, column: one.column, count: 0)].count += one.count
    }
    notes += ProfileField.allCases.compactMap { missing[$0]?.note }
    let rejects = parts.parts.lazy.flatMap(\.files).map(\.name).first {
      $0 == RejectList.name || $0 == RejectWorkbook.name
    }
    let left = AttemptFolder.leftovers(in: parts.folder).map {
      "\(parts.folder)/\($0): an attempt has left it, with clients' reports in it; remove it when no batch is at work here"
    }
    return Result(
      parts: parts.parts.count, clients: parts.parts.reduce(0) { $0 + $1.counts.done },
      rejected: parts.parts.reduce(0) { $0 + $1.counts.rejected }, rejectsName: rejects, notes: notes + left)
  }

  // MARK: - Rows

  private func write(
    in tree: OutputTree, _ attempt: AttemptFolder, _ inputs: ReportInputs?
  ) throws(ExportFailure) {
    var owners = RowOwners(rows: parts.rows)
    var readers: [PartReader] = []
    let chunk = max(1 << 12, min(1 << 18, Self.memory / (4 * parts.parts.count)))
    for (index, part) in parts.parts.enumerated() {
      let folder = try PartFiles.folder(of: part, in: parts.folder, attempt: attempt)
      readers.append(
        try PartReader(part, in: folder, chunk: chunk) { (row) throws(ExportFailure) in
          try owners.set(row, part: index, of: parts.parts)
        })
    }
    if let row = owners.firstMissing {
      throw .badData(
        path: parts.folder,
        problems: ["row \(row + 1) of \(parts.rows) is in no part; make the parts again from one roster"])
    }
    let files = try MergedFiles(readers, in: tree)
    let ids = try KeyTable()
    var doubled: [String] = []
    for row in 0..<parts.rows {
      let part = owners[row]
      let next = try readers[part].next()
      if let client = next.entry.client, let before = try ids.number(for: ClientIDs.key(client)) {
        doubled.append(
          "line \(before) and line \(next.entry.line), in \(parts.parts[part].part), are clients of one id; make the parts "
            + "again from one roster")
        if doubled.count == Self.mostTold { break }
      } else if let client = next.entry.client {
        try ids.set(UInt64(next.entry.line), for: ClientIDs.key(client))
      }
      try files.add(next, part: parts.parts[part].part)
    }
    guard doubled.isEmpty else { throw .badData(path: parts.folder, problems: doubled) }
    try files.finish()
    if let inputs, let origin = parts.parts.first?.origin { try summarize(readers, origin, inputs, in: tree) }
  }

  // MARK: - Summary

  /// The datasets and the template that the summary is made with; nil when the parts have none.
  private func summaryInputs() throws(ExportFailure) -> ReportInputs? {
    guard let origin = parts.parts.first?.origin, origin.option("summary") == "yes" else { return nil }
    let inputs = try ReportInputs(
      datasets: datasets.isEmpty ? origin.dataset.names : datasets,
      template: template ?? origin.template.names.first ?? TemplateLoader.standardName,
      paper: origin.option("paper").flatMap(Paper.init))
    guard inputs.datasets.contentHash == origin.dataset.sha256 else {
      throw .badData(
        path: parts.folder,
        problems: ["the parts were made from another dataset; give that with --dataset, for the summary"])
    }
    guard inputs.template.contentHash == origin.template.sha256 else {
      throw .badData(
        path: parts.folder,
        problems: ["the parts were made with another template; give that with --template, for the summary"])
    }
    return inputs
  }

  private func summarize(
    _ readers: [PartReader], _ origin: PartOrigin, _ inputs: ReportInputs, in tree: OutputTree
  ) throws(ExportFailure) {
    var whole = CaseloadSummary(occupation: inputs.dataset.occupation.socCode)
    for reader in readers {
      guard let summary = reader.summary else { throw PartReader.damaged(reader.part, "it has no summary") }
      whole.add(summary)
    }
    guard let date = CalendarDate(iso: origin.reportDate) else {
      throw .badData(path: parts.folder, problems: ["the parts have no date; make them again"])
    }
    let writesPDF = origin.option("formats")?.split(separator: ",").contains("pdf") == true
    try CaseloadExporter(inputs: inputs, writesPDF: writesPDF).write(whole, date: date, in: tree)
  }
}

/// Which part each row of a roster is in.
private struct RowOwners {
  /// One more than the place of the part; 0 for a row that is in none.
  private var owners: [UInt16]

  init(rows: Int) { owners = Array(repeating: 0, count: rows) }

  mutating func set(_ row: Int, part: Int, of parts: [DonePart]) throws(ExportFailure) {
    guard owners[row] == 0 else {
      let other = parts[Int(owners[row]) - 1]
      throw PartReader.damaged(parts[part], "row \(row + 1) of the roster is in \(other.part) too")
    }
    owners[row] = UInt16(part + 1)
  }

  /// Of a row that has one.
  subscript(row: Int) -> Int { Int(owners[row]) - 1 }

  var firstMissing: Int? { owners.firstIndex(of: 0) }
}
