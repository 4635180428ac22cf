import Advising
import AdvisingReport
import CareerData
import Dispatch
import ReportModel
import Synchronization

/// Exports a whole caseload: the reports of every client of a roster, with a journal by which an interrupted run goes
/// on.
///
/// ```swift
/// let batch = try BatchExporter(inputs: inputs, options: options, today: today)
/// let result = try batch.run(RosterFile("roster.csv"), to: "reports")
/// ```
public final class BatchExporter: Sendable {
  private let inputs: ReportInputs
  private let options: BatchOptions
  private let today: CalendarDate
  /// How far the run is; for whoever shows it.
  public let progress = BatchProgress()

  public init(inputs: ReportInputs, options: BatchOptions, today: CalendarDate) {
    self.inputs = inputs
    self.options = options
    self.today = today
  }

  /// Exports the clients of a roster into a folder, or into an archive.
  ///
  /// - Throws: what keeps the batch from beginning. What ends it early is in the result, with what was done.
  public func run(_ roster: RosterFile, to output: String) throws(ExportFailure) -> BatchResult {
    guard let pack = options.pack else { return try run(roster, in: output, packed: nil) }
    guard !options.resumes else {
      throw .usage("--pack writes one archive as a stream, which cannot be resumed; leave out one of the two")
    }
    let place = FilePlace(output)
    _ = try OutputFolder(path: place.folder)
    // Beside the archive, so that it gets its name in one step.
    let folder = "\(place.folder)/.\(place.name).unfinished"
    FolderTree.removeAll(folder)
    defer { FolderTree.removeAll(folder) }
    _ = try OutputFolder(path: folder)
    let archive = try PackedFile(output, format: pack, temporary: "\(folder)/archive")
    let result = try run(roster, in: folder, packed: archive)
    if result.failure == nil {
      for name in try InputFile.names(inFolder: folder) where name != "archive" {
        try archive.add(name, from: "\(folder)/\(name)")
      }
      try archive.finish()
    }
    return result
  }

  private func run(
    _ roster: RosterFile, in folder: String, packed archive: PackedFile?
  ) throws(ExportFailure) -> BatchResult {
    let total = try roster.rowCount()
    progress.begin(total: options.limit.map { limit in total.map { min($0, limit) } ?? limit } ?? total)
    let stream = try RosterStream(roster, dataset: inputs.dataset)
    warn(of: stream.header)
    let before = Manifest.run("\(folder)/\(Manifest.name)")
    if before != nil, !options.resumes {
      throw .cannotCreate(
        path: folder, reason: "a batch is in this folder: go on with it by --resume, or give another folder")
    }
    let isFanned =
      before?.isFanned ?? (options.layout.map { $0 == .fanned } ?? ((total ?? 0) >= OutputTree.fannedFrom))
    let date = options.reportDate ?? before.flatMap { CalendarDate(iso: $0.reportDate) } ?? today
    let tree = try OutputTree(folder, isFanned: isFanned)
    defer { tree.close() }
    let manifest = try manifest(in: folder, before: before, date: date, isFanned: isFanned)
    let output = try BatchOutput(
      roster.form, folder: tree.unfinished, combinesCSV: options.combinesCSV,
      pack: archive.map { (file: $0, manifest: manifest) }, partsAhead: options.jobs * 4)
    let setup = BatchSetup(inputs: inputs, options: options, date: date, header: stream.header)
    let work = BatchWork(
      stream: stream, setup: setup, tree: tree, manifest: manifest, output: output, progress: progress)
    let failure = work.run(jobs: options.jobs)
    return try finish(output, tree, failure, date: date, total: total)
  }

  private func manifest(
    in folder: String, before: Manifest.Run?, date: CalendarDate, isFanned: Bool
  ) throws(ExportFailure) -> Manifest {
    let path = "\(folder)/\(Manifest.name)"
    let identity = inputs.dataset.identity
    let dataset = "\(identity.name) \(identity.version) \(identity.contentHash.prefix(16))"
    if before != nil {
      return try Manifest(resuming: path, dataset: dataset, program: ProgramVersion.current)
    }
    let run = Manifest.Run(reportDate: date.iso, isFanned: isFanned)
    return try Manifest(path, run: run, dataset: dataset, program: ProgramVersion.current)
  }

  private func warn(of header: RosterHeader?) {
    guard let extra = header?.extraColumns, !extra.isEmpty else { return }
    let names = extra.map { "\"\($0)\"" }.joined(separator: ", ")
    progress.note(
      "\(extra.count == 1 ? "a column is" : "\(extra.count) columns are") no part of a profile and left out: \(names)"
    )
  }

  /// Gives the files of the whole batch their names, also of one that ended early.
  private func finish(
    _ output: BatchOutput, _ tree: OutputTree, _ failure: ExportFailure?, date: CalendarDate, total: Int?
  ) throws(ExportFailure) -> BatchResult {
    let count = progress.count
    var end = failure
    do throws(ExportFailure) {
      try output.finish(in: tree, keepsRejects: count.rejected > 0)
      if failure == nil, options.summarizes {
        try CaseloadExporter(inputs: inputs).write(output.summary, date: date, in: tree)
      }
    } catch { end = end ?? error }
    return BatchResult(
      count: count, total: total, signal: Interruption.signal, failure: end,
      missingBytes: end.flatMap { missingBytes($0, count, tree) })
  }

  private func missingBytes(_ failure: ExportFailure, _ count: BatchCount, _ tree: OutputTree) -> Int? {
    guard case .writeFailed = failure, count.done > 0, let total = progress.total, let free = tree.freeBytes
    else { return nil }
    let left = max(0, total - count.rows)
    // A tenth more, for the blocks that files end in.
    let needed = Double(count.bytes) / Double(count.done) * Double(left) * 1.1
    return max(1, Int(needed) - free)
  }
}
