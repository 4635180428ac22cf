import Advising
import CareerData
import Export
import Glibc
import ReportModel
import ReportWriters
import SafeFiles

/// Exports a whole caseload: the reports of every client of a roster, with a journal from which an interrupted run
/// continues.
///
/// ```swift
/// let batch = try BatchExporter(inputs: inputs, options: options, today: today)
/// let result = try batch.run(RosterFile("roster.csv"), to: "reports")
/// ```
public final class BatchExporter: Sendable {
  private let inputs: ReportInputs
  private let options: BatchOptions
  private let today: CalendarDate
  /// How far the run is.
  public let progress = BatchProgress()
  private let stop = BatchStop()

  public init(inputs: ReportInputs, options: BatchOptions, today: CalendarDate) {
    self.inputs = inputs
    self.options = options
    self.today = today
  }

  /// Ends the run early, from any thread: the clients in hand are finished, and what was written stays. Once the last client
  /// is written it changes nothing.
  public func cancel() { stop.ask() }

  /// Exports the clients of a roster into a folder or an archive, and waits for the end.
  ///
  /// - Throws: what keeps the batch from starting. What ends it early is in the result, with what was done.
  public func run(_ roster: RosterFile, to output: String) throws(ExportFailure) -> BatchResult {
    try run(roster, to: output, overviewsIn: nil)
  }

  /// The same with the files over the whole batch of an archive beside it too, where they can be looked at.
  ///
  /// - Parameter overviews: the folder for them, which must be there; nil for none.
  package func run(
    _ roster: RosterFile, to output: String, overviewsIn overviews: String?
  ) throws(ExportFailure) -> BatchResult {
    guard options.pack != nil else { return try run(roster, in: output, packed: nil) }
    guard !options.resumes else {
      throw .usage(
        "--pack writes one archive as a stream, which cannot be resumed; leave out --pack or --resume")
    }
    let place = FilePlace(output)
    guard !place.name.isEmpty else { throw .usage("\(output) names no archive; give a file") }
    guard !InputFile.isThere(output) else {
      throw .cannotCreate(path: output, reason: "it exists already, and nothing can be added to an archive")
    }
    _ = try OutputFolder(path: place.folder)
    UnfinishedFolder.sweep(place.folder)
    // Beside the archive, which then gets its name in one step.
    let folder = "\(place.folder)/.\(place.name).unfinished"
    let hidden: UnfinishedFolder
    do throws(SystemError) { hidden = try UnfinishedFolder(at: folder) } catch {
      throw OutputTree.failure(error, folder)
    }
    defer { hidden.remove() }
    let result = try self.pack(roster, as: output, in: folder, hidden.lock)
    if result.failure == nil, let overviews {
      for name in try finished(in: folder) { try move("\(folder)/\(name)", to: "\(overviews)/\(name)") }
    }
    return result
  }

  /// Writes an archive, which has its name when it is whole.
  ///
  /// - Parameter folder: for unfinished files, in the same file system. The files over the whole batch are left there.
  func pack(
    _ roster: RosterFile, as output: String, in folder: String, _ lock: FolderLock
  ) throws(ExportFailure) -> BatchResult {
    let archive = try PackedFile(output, isZip: options.pack == .zip, temporary: "\(folder)/archive")
    let result = try run(roster, in: folder, packed: archive, lock: lock)
    if result.failure == nil {
      for name in try finished(in: folder) { try archive.add(name, from: "\(folder)/\(name)") }
      try archive.finish()
    }
    return result
  }

  private func move(_ file: String, to new: String) throws(ExportFailure) {
    guard rename(file, new) == 0 else { throw SystemError.last.creating(new) }
  }

  /// The names of the files over the whole batch. One that cannot be read is among them: an archive without it would not
  /// be whole.
  func finished(in folder: String) throws(ExportFailure) -> [String] {
    do throws(FolderTree.Failure) {
      return try FolderTree.names(folder).filter { !$0.hasPrefix(".") && $0 != "archive" }
    } catch {
      guard case .system(_, let cause) = error else {
        throw .readFailed(path: folder, reason: "it cannot be listed")
      }
      throw .readFailed(path: folder, reason: cause.reason)
    }
  }

  func run(
    _ roster: RosterFile, in folder: String, packed archive: PackedFile?, lock: FolderLock? = nil
  ) throws(ExportFailure) -> BatchResult {
    let total = try roster.rowCountInAdvance()
    // Without the number of rows nobody knows the layout.
    if let signal = Interruption.signal {
      return BatchResult(count: progress.count, total: nil, signal: signal, failure: nil, missingBytes: nil)
    }
    // Of a share nobody knows how many rows it has until they are read; the shares are about equal.
    let own = total.map { $0 / (options.shard?.count ?? 1) }
    progress.begin(total: options.limit.map { limit in own.map { min($0, limit) } ?? limit } ?? own)
    let stream = try RosterStream(roster, datasets: inputs.datasets, share: options.shard?.share)
    let (header, dates) = (stream.header, stream.survey.order)
    let notesOfHeader = stream.notesOfHeader + Self.notes(onExtra: header?.extraColumns ?? [])
    for note in notesOfHeader { progress.note(note) }
    let before = Manifest.run("\(folder)/\(Manifest.name)")
    if let before { try checkResumes(before, header, folder) }
    let isFanned =
      before?.isFanned ?? (options.layout.map { $0 == .fanned } ?? ((total ?? 0) >= OutputTree.fannedFrom))
    let date = options.reportDate ?? before.flatMap { CalendarDate(iso: $0.reportDate) } ?? today
    let tree = try OutputTree(folder, isFanned: isFanned, lock: lock)
    defer { tree.close() }
    let manifest = try manifest(in: tree, before: before, date: date)
    let renderer = try ClientRenderer(
      inputs: inputs, options: options, date: date, header: header,
      reading: roster.columns.identity + (dates.word ?? ""), tree: tree, manifest: manifest, stop: stop)
    let writer = try BatchWriter(
      roster, in: tree, manifest, archive: archive, options: options,
      print: renderer.printer.map {
        PrintFile($0, sides: options.printSides ?? .twoSided, date: date, in: tree)
      },
      dates: dates, occupation: inputs.dataset.occupation.socCode, progress: progress)
    // The files of a batch that is packed, and the reports to print, wait in memory.
    let reader = RosterGroups(
      stream, jobs: options.jobs, most: options.pack == nil && renderer.printer == nil ? 512 : 32,
      total: progress.total, limit: options.limit, stop: stop)
    let jobs = OpenFiles.clientsInHand(wanted: options.jobs)
    if jobs < options.jobs {
      progress.note(
        "--jobs \(options.jobs): only \(jobs) clients were in hand at a time, because few files may be open; "
          + "ulimit -n allows more")
    }
    let pipeline = BatchPipeline(reader: reader, renderer: renderer, writer: writer, jobs: jobs)
    // Reading and writing have two threads beside those that render, so that a slow pipe or disk keeps no client waiting.
    // What rendering leaves in the memory of a thread stays there: it keeps to its own.
    let stages = WorkerThreads(2)
    defer { stages.stop() }
    let (result, threads) = WorkerThreads.run(jobs) { [self] renderers in
      let failure = await pipeline.run(on: stages.count > 0 ? stages : renderers, rendersOn: renderers)
      let atEnd = await reader.endNotes
      let notes = atEnd.notes + Self.notes(onExtra: atEnd.extraColumns)
      for note in notes + atEnd.missing.map(\.note) { progress.note(note) }
      let end: BatchEnd =
        if Interruption.signal != nil || stop.isAsked || failure != nil { .interrupted } else {
          await reader.isDone ? .whole : .limited
        }
      if failure != nil, before == nil, progress.count.rows == 0 {
        // A journal of nothing would only be in the way of the next run.
        tree.remove(Manifest.name)
      }
      let whole = end == .whole ? await reader.rowCount : nil
      var result = await finish(writer, tree, failure, end: end, date: date, total: total ?? whole)
      result.isWhole = end == .whole && result.failure == nil && result.signal == nil
      result.notes = notesOfHeader + notes
      result.missing = atEnd.missing
      return (result, renderers.count + 1)
    }
    if threads < jobs {
      progress.note(
        "--jobs \(options.jobs): only \(threads) clients were in hand at a time, because the system gave no more threads"
      )
    }
    return result
  }

  private func manifest(
    in tree: OutputTree, before: Manifest.Run?, date: CalendarDate
  ) throws(ExportFailure) -> Manifest {
    let path = "\(tree.root)/\(Manifest.name)"
    let dataset = inputs.dataset.identity.words
    if before != nil {
      return try Manifest(resuming: path, dataset: dataset, program: ProgramVersion.current)
    }
    let run = Manifest.Run(reportDate: date.iso, isFanned: tree.isFanned)
    return try Manifest(
      path, temporary: "\(tree.unfinished)/\(Manifest.name)", run: run, dataset: dataset,
      program: ProgramVersion.current)
  }

  /// Refuses what would replace files of the batch in the folder by files that cover less.
  private func checkResumes(
    _ before: Manifest.Run, _ header: RosterHeader?, _ folder: String
  ) throws(ExportFailure) {
    guard options.resumes else {
      throw .cannotCreate(
        path: folder,
        reason: "it holds a batch already: continue that one with --resume, or give another folder")
    }
    let layout = before.isFanned ? BatchOptions.Layout.fanned : .flat
    if let wanted = options.layout, wanted != layout {
      throw .usage(
        "the batch in \(folder) is \(layout.rawValue), and its layout cannot change; leave out --layout")
    }
    if header?.isOfRejects == true, options.coversCaseload {
      throw .usage(
        "--combined-csv, --summary and --print-file cover the whole caseload: fix the rows in the roster itself and give that"
      )
    }
  }

  private static func notes(onExtra extra: [String]) -> [String] {
    guard !extra.isEmpty else { return [] }
    let names = extra.map { "\"\($0)\"" }.joined(separator: ", ")
    return [
      "\(extra.count == 1 ? "a column is" : "\(extra.count) columns are") not part of a profile and ignored: \(names)"
    ]
  }

  /// Gives the files over the whole caseload their names, also of a batch that ended early.
  private func finish(
    _ writer: BatchWriter, _ tree: OutputTree, _ failure: ExportFailure?, end: BatchEnd, date: CalendarDate,
    total: Int?
  ) async -> BatchResult {
    let count = progress.count
    var failure = failure
    let stale = count.done > 0 && end != .interrupted ? staleFiles(in: tree, end) : []
    do throws(ExportFailure) {
      try await writer.finish(end)
      // That of a share says nothing; its numbers are in the part.
      if options.summarizes, options.shard == nil, tree.takes(CaseloadExporter.textName, end) {
        let exporter = CaseloadExporter(
          inputs: inputs, writesPDF: options.export.formats.contains(.pdf))
        try exporter.write(await writer.summary, date: date, in: tree)
      }
      try await writer.finishPrint(end)
    } catch { failure = failure ?? error }
    for (name, option) in stale {
      progress.note("\(name) is from an earlier run: give the whole roster with \(option) to renew it")
    }
    var result = BatchResult(
      count: count, total: total, signal: Interruption.signal, failure: failure,
      missingBytes: failure.flatMap { missingBytes($0, count, tree) })
    if options.summarizes { result.summary = await writer.summary }
    return result
  }

  /// Files over the whole caseload that will lack what this run has written, and the options that make them.
  private func staleFiles(in tree: OutputTree, _ end: BatchEnd) -> [(name: String, option: String)] {
    [
      (BatchWriter.csvName, options.combinesCSV, "--combined-csv"),
      (CaseloadExporter.textName, options.summarizes, "--summary"),
      (PrintFile.name(in: tree), options.printSides != nil, "--print-file"),
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
