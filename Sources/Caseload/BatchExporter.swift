import Advising
import AdvisingReport
import CareerData
import Dispatch
import Export
import Glibc
import ReportModel
import SafeFiles
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
    guard !place.name.isEmpty else { throw .usage("\(output) names no archive; give a file") }
    guard !InputFile.isThere(output) else {
      throw .cannotCreate(path: output, reason: "it is there already, and an archive is not added to")
    }
    _ = try OutputFolder(path: place.folder)
    UnfinishedFolder.sweep(place.folder)
    // Beside the archive, so that it gets its name in one step.
    let folder = "\(place.folder)/.\(place.name).unfinished"
    let hidden: UnfinishedFolder
    do throws(SystemError) { hidden = try UnfinishedFolder(at: folder) } catch {
      throw OutputTree.failure(error, folder)
    }
    defer { hidden.remove() }
    let archive = try PackedFile(output, isZip: pack == .zip, temporary: "\(folder)/archive")
    let result = try run(roster, in: folder, packed: archive, lock: hidden.lock)
    if result.failure == nil {
      for name in try finished(in: folder) { try archive.add(name, from: "\(folder)/\(name)") }
      try archive.finish()
    }
    return result
  }

  /// All files over the whole batch, also one that cannot be looked at: an archive without it would not be whole.
  private func finished(in folder: String) throws(ExportFailure) -> [String] {
    do throws(FolderTree.Failure) {
      return try FolderTree.names(folder).filter { !$0.hasPrefix(".") && $0 != "archive" }
    } catch {
      guard case .system(_, let cause) = error else {
        throw .readFailed(path: folder, reason: "it cannot be listed")
      }
      throw .readFailed(path: folder, reason: cause.reason)
    }
  }

  private func run(
    _ roster: RosterFile, in folder: String, packed archive: PackedFile?, lock: FolderLock? = nil
  ) throws(ExportFailure) -> BatchResult {
    let total = try roster.rowCountInAdvance()
    // Without the number of rows nobody knows the layout.
    if let signal = Interruption.signal {
      return BatchResult(count: progress.count, total: nil, signal: signal, failure: nil, missingBytes: nil)
    }
    progress.begin(total: options.limit.map { limit in total.map { min($0, limit) } ?? limit } ?? total)
    let stream = try RosterStream(roster, dataset: inputs.dataset)
    for note in stream.notesOfHeader { progress.note(note) }
    warn(ofExtra: stream.header?.extraColumns ?? [])
    let before = Manifest.run("\(folder)/\(Manifest.name)")
    if let before { try checkResumes(before, stream.header, folder) }
    let isFanned =
      before?.isFanned ?? (options.layout.map { $0 == .fanned } ?? ((total ?? 0) >= OutputTree.fannedFrom))
    let date = options.reportDate ?? before.flatMap { CalendarDate(iso: $0.reportDate) } ?? today
    let tree = try OutputTree(folder, isFanned: isFanned, lock: lock)
    defer { tree.close() }
    let manifest = try manifest(in: tree, before: before, date: date)
    let output = try BatchOutput(
      roster, in: tree, combinesCSV: options.combinesCSV, marksCSV: options.export.marksCSV,
      pack: archive.map { (file: $0, manifest: manifest) }, partsAhead: options.jobs * 4,
      dates: stream.survey.order)
    let setup = BatchSetup(
      inputs: inputs, options: options, date: date, header: stream.header,
      reading: roster.columns.identity + (stream.survey.order.word ?? ""))
    let work = BatchWork(
      stream: stream, setup: setup, tree: tree, manifest: manifest, output: output, progress: progress)
    let failure = work.run(jobs: options.jobs)
    let end = work.notesAtEnd
    for note in end.notes { progress.note(note) }
    if !end.hasHeader { warn(ofExtra: end.extraColumns) }
    if failure != nil, before == nil, progress.count.rows == 0 {
      // A journal of nothing would only be in the way of the next run.
      tree.remove(Manifest.name)
    }
    return try finish(output, tree, failure, end: work.end, date: date, total: total)
  }

  private func manifest(
    in tree: OutputTree, before: Manifest.Run?, date: CalendarDate
  ) throws(ExportFailure) -> Manifest {
    let path = "\(tree.root)/\(Manifest.name)"
    let identity = inputs.dataset.identity
    let dataset = "\(identity.name) \(identity.version) \(identity.contentHash.prefix(16))"
    if before != nil {
      return try Manifest(resuming: path, dataset: dataset, program: ProgramVersion.current)
    }
    let run = Manifest.Run(reportDate: date.iso, isFanned: tree.isFanned)
    return try Manifest(
      path, temporary: "\(tree.unfinished)/\(Manifest.name)", run: run, dataset: dataset,
      program: ProgramVersion.current)
  }

  /// Refuses what would replace files of the batch that is in the folder by files of less.
  private func checkResumes(
    _ before: Manifest.Run, _ header: RosterHeader?, _ folder: String
  ) throws(ExportFailure) {
    guard options.resumes else {
      throw .cannotCreate(
        path: folder, reason: "a batch is in this folder: go on with it by --resume, or give another folder")
    }
    let layout = before.isFanned ? BatchOptions.Layout.fanned : .flat
    if let wanted = options.layout, wanted != layout {
      throw .usage(
        "the batch in \(folder) is \(layout.rawValue), and a layout holds for all of it; leave out --layout")
    }
    if header?.isOfRejects == true, options.combinesCSV || options.summarizes {
      throw .usage(
        "--combined-csv and --summary are over the whole caseload: mend the rows in the roster itself and give that"
      )
    }
  }

  private func warn(ofExtra extra: [String]) {
    guard !extra.isEmpty else { return }
    let names = extra.map { "\"\($0)\"" }.joined(separator: ", ")
    progress.note(
      "\(extra.count == 1 ? "a column is" : "\(extra.count) columns are") no part of a profile and left out: \(names)"
    )
  }

  /// Gives the files of the whole batch their names, also of one that ended early.
  private func finish(
    _ output: BatchOutput, _ tree: OutputTree, _ failure: ExportFailure?, end: BatchEnd, date: CalendarDate,
    total: Int?
  ) throws(ExportFailure) -> BatchResult {
    let count = progress.count
    var failure = failure
    let stale = count.done > 0 && end != .interrupted ? staleFiles(in: tree, end) : []
    do throws(ExportFailure) {
      try output.finish(in: tree, hasRejects: count.rejected > 0, end: end)
      if options.summarizes, tree.takes(CaseloadExporter.textName, end) {
        try CaseloadExporter(inputs: inputs).write(output.summary, date: date, in: tree)
      }
    } catch { failure = failure ?? error }
    for (name, option) in stale {
      progress.note("\(name) is of a run before: give the whole roster with \(option) to renew it")
    }
    return BatchResult(
      count: count, total: total, signal: Interruption.signal, failure: failure,
      missingBytes: failure.flatMap { missingBytes($0, count, tree) })
  }

  /// Files over the whole caseload that will lack what this run has written, and the options that make them.
  private func staleFiles(in tree: OutputTree, _ end: BatchEnd) -> [(name: String, option: String)] {
    [
      (BatchOutput.csvName, options.combinesCSV, "--combined-csv"),
      (CaseloadExporter.textName, options.summarizes, "--summary"),
    ]
    .filter { name, isWanted, _ in tree.has(name) && !(isWanted && tree.takes(name, end)) }
    .map { (name: $0.0, option: $0.2) }
  }

  private func missingBytes(_ failure: ExportFailure, _ count: BatchCount, _ tree: OutputTree) -> Int? {
    guard failure.isFullDisk, count.done > 0, let total = progress.total, let free = tree.freeBytes
    else { return nil }
    let left = max(0, total - count.rows)
    // A tenth more, for the blocks that files end in.
    let needed = Double(count.bytes) / Double(count.done) * Double(left) * 1.1
    return Int(needed) > free ? Int(needed) - free : nil
  }
}
