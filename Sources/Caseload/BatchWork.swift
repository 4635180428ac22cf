import Advising
import Dispatch
import ReportModel
import ReportWriters
import SafeFiles
import Synchronization

/// How much of the roster a run has dealt with, by which it may replace files over the whole caseload of a run before.
enum BatchEnd {
  case whole
  /// As far as was asked for.
  case limited
  /// Up to a signal or a failure.
  case interrupted
}

/// The work of a batch on several cores: rows are taken in groups, and each group is finished as a whole.
final class BatchWork: Sendable {
  private struct Source {
    var stream: RosterStream
    var sequence = 0
    var given = 0
  }

  private let source: Mutex<Source>
  private let setup: BatchSetup
  private let tree: OutputTree
  private let manifest: Manifest
  private let output: BatchOutput
  private let progress: BatchProgress
  private let failure = Mutex<ExportFailure?>(nil)

  init(
    stream: sending RosterStream, setup: BatchSetup, tree: OutputTree, manifest: Manifest,
    output: BatchOutput, progress: BatchProgress
  ) {
    source = Mutex(Source(stream: stream))
    self.setup = setup
    self.tree = tree
    self.manifest = manifest
    self.output = output
    self.progress = progress
  }

  /// - Returns: why the work ended before its end, if it did.
  func run(jobs: Int) -> ExportFailure? {
    let possible = OpenFiles.clientsInHand(wanted: jobs)
    if possible < jobs {
      progress.note(
        "--jobs \(jobs): so few files may be open that \(possible) clients were in hand; ulimit -n gives more"
      )
    }
    let started = Threads.run(possible) { [self] job in
      do throws(ExportFailure) { try work(job) } catch {
        failure.withLock { $0 = $0 ?? error }
        // Those who wait for what will not come.
        for _ in 0..<jobs { output.giveRoom() }
      }
    }
    if started < possible {
      progress.note("--jobs \(jobs): the system gave \(started) threads, so \(started) clients were in hand")
    }
    return failure.withLock { $0 }
  }

  /// How the work ended.
  var end: BatchEnd {
    if isOver { return .interrupted }
    return source.withLock { $0.stream.isDone } ? .whole : .limited
  }

  /// What only the whole roster tells, and the columns that were left out.
  var notesAtEnd: (notes: [String], extraColumns: [String], hasHeader: Bool) {
    source.withLock { ($0.stream.notesAtEnd, $0.stream.extraColumns, $0.stream.header != nil) }
  }

  private var isOver: Bool { Interruption.signal != nil || failure.withLock { $0 != nil } }

  private func work(_ job: Int) throws(ExportFailure) {
    let renderer = try setup.renderer()
    // The files of a batch that is packed wait in memory.
    var pace = GroupPace(jobs: setup.options.jobs, largest: setup.options.pack == nil ? 512 : 32)
    while !isOver {
      output.waitForRoom()
      let size = pace.size(rowsLeft: progress.total.map { $0 - progress.count.rows })
      guard !isOver, let (sequence, rows, header) = try nextGroup(atMost: size) else {
        return output.giveRoom()
      }
      let begin = DispatchTime.now().uptimeNanoseconds
      var group = BatchGroup(setup: setup, tree: tree, manifest: manifest, renderer: renderer, mark: "\(job)")
      var end: ExportFailure?
      for row in rows where end == nil && Interruption.signal == nil {
        do throws(ExportFailure) { try group.add(row) } catch { end = error }
      }
      pace.took(Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9, rows: rows.count)
      // What was finished before a failure stays.
      let part = try group.finish(sequence: sequence)
      progress.add { $0 += group.count }
      try output.take(part, header: header)
      if let end { throw end }
    }
  }

  private func nextGroup(atMost size: Int) throws(ExportFailure) -> (Int, [RosterRow], RosterHeader?)? {
    try source.withLock { (source) throws(ExportFailure) in
      var rows: [RosterRow] = []
      let limit = setup.options.limit ?? .max
      while rows.count < size, source.given < limit,
        let row = try source.stream.nextRow(isOver: { isOver })
      {
        rows.append(row)
        source.given += 1
      }
      guard !rows.isEmpty else { return nil }
      defer { source.sequence += 1 }
      return (source.sequence, rows, source.stream.header)
    }
  }
}

extension BatchCount {
  static func += (count: inout BatchCount, other: BatchCount) {
    count.done += other.done
    count.kept += other.kept
    count.rejected += other.rejected
    count.noticed += other.noticed
    count.bytes += other.bytes
  }
}
