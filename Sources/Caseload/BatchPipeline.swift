import Advising
import SafeFiles

/// A roster on its way to reports, in stages that work at the same time:
///
///     read ── RosterGroup ──> render, several at a time ── RenderedGroup ──> write, in the roster's order
///     RosterGroups            ClientRenderer                                 BatchWriter ──> files, journal, rejects
///
/// Each stage is a child task, so nothing of a batch outlives ``run(on:rendersOn:)``. Groups between reading and writing are bounded,
/// and so is what they hold in memory.
struct BatchPipeline {
  let reader: RosterGroups
  let renderer: ClientRenderer
  let writer: BatchWriter
  /// Groups rendered at the same time.
  let jobs: Int

  private enum Step: Sendable {
    case read(Result<RosterGroup?, ExportFailure>)
    case rendered(RenderedGroup)
    case written(ExportFailure?)
  }

  /// Runs until the end of the roster, a request to stop, or a failure. What is rendered by then is written.
  ///
  /// - Parameters:
  ///   - stages: the threads of reading and writing.
  ///   - renderers: one for each job.
  /// - Returns: the failure.
  func run(
    on stages: WorkerThreads, rendersOn renderers: WorkerThreads
  ) async -> ExportFailure? {
    await withTaskExecutorPreference(stages) { await run(rendersOn: renderers) }
  }

  private func run(rendersOn renderers: WorkerThreads) async -> ExportFailure? {
    await withTaskGroup(of: Step.self) { tasks in
      var (isReading, isWriting, rendering) = (false, false, 0)
      var isAtEnd = false
      var next: RosterGroup?
      var rendered: [Int: RenderedGroup] = [:]
      var (groupsRead, groupsWritten) = (0, 0)
      var secondsPerRow = 0.05
      var failure: ExportFailure?
      while true {
        // Read: one group ahead, and none while a slow group keeps many others from being written.
        if !isReading, !isAtEnd, next == nil, groupsRead - groupsWritten < 4 * jobs {
          isReading = true
          tasks.addTask { [secondsPerRow] in .read(await reader.next(secondsPerRow: secondsPerRow)) }
        }
        // Render.
        if rendering < jobs, let group = next {
          next = nil
          rendering += 1
          tasks.addTask(executorPreference: renderers) { .rendered(renderer.render(group)) }
          continue
        }
        // Write: all that follows what is written, with one wait for the disk.
        let ready = (groupsWritten..<groupsRead).prefix { rendered[$0] != nil }
        if !isWriting, !ready.isEmpty {
          isWriting = true
          groupsWritten = ready.upperBound
          let groups = ready.compactMap { rendered.removeValue(forKey: $0) }
          tasks.addTask { .written(await writer.write(groups)) }
        }
        // Wait for whichever stage is done first.
        var new: ExportFailure?
        switch await tasks.next() {
        case .read(.success(let group)):
          isReading = false
          isAtEnd = isAtEnd || group == nil
          groupsRead += group == nil ? 0 : 1
          next = group
        case .read(.failure(let found)):
          new = found
        case .rendered(let group):
          rendering -= 1
          rendered[group.sequence] = group
          secondsPerRow = max(group.secondsPerRow ?? secondsPerRow, 1e-5)
          new = group.failure
        case .written(let found):
          isWriting = false
          new = found
        case nil:
          return failure
        }
        if let new {
          failure = failure ?? new
          isAtEnd = true
          tasks.cancelAll()
        }
      }
    }
  }
}

/// Rows that are rendered and written together.
struct RosterGroup: Sendable {
  /// From 0, in the order of the roster.
  let sequence: Int
  let rows: [RosterRow]
  /// As far as it is known.
  let header: RosterHeader?
}

/// The rows of a roster in groups: so many that waiting for the disk takes little of the time, and so few that little is
/// lost when the power goes.
actor RosterGroups {
  /// Seconds of rendering between two waits for the disk.
  private static let seconds = 1.5
  private static let fewest = 8

  private var stream: RosterStream
  private let jobs: Int
  private let most: Int
  /// Nil when it is not known.
  private let total: Int?
  private let limit: Int
  private let stop: BatchStop
  private var groups = 0
  private var rows = 0

  /// - Parameters:
  ///   - most: rows of a group.
  ///   - total: rows of the roster, or as many of them as are asked for; nil when unknown.
  init(
    _ stream: sending RosterStream, jobs: Int, most: Int, total: Int?, limit: Int?, stop: BatchStop
  ) {
    self.stream = stream
    self.stop = stop
    self.jobs = jobs
    self.most = most
    self.total = total
    self.limit = limit ?? .max
  }

  /// Nil at the end, and when the work is over.
  func next(secondsPerRow: Double) -> Result<RosterGroup?, ExportFailure> {
    guard !stop.isOver else { return .success(nil) }
    let size = min(size(secondsPerRow), limit - rows)
    var group: [RosterRow] = []
    do throws(ExportFailure) {
      while group.count < size, let row = try stream.nextRow(isOver: { [stop] in stop.isOver }) {
        group.append(row)
      }
    } catch { return .failure(error) }
    guard !group.isEmpty else { return .success(nil) }
    defer { groups += 1 }
    rows += group.count
    return .success(RosterGroup(sequence: groups, rows: group, header: stream.header))
  }

  private func size(_ secondsPerRow: Double) -> Int {
    let wanted = Int(Self.seconds / secondsPerRow)
    // The last groups are small, so that all jobs end together.
    let fair = total.map { max(1, ($0 - rows) / (jobs * 2)) } ?? .max
    return min(max(min(wanted, fair), Self.fewest), most)
  }

  /// Whether every row was given.
  var isDone: Bool { stream.isDone }

  /// Rows read so far, those of other shares too.
  var rowCount: Int { stream.rowCount }

  /// What only the whole roster tells, and columns that were left out of which no header told.
  var endNotes: (notes: [String], missing: [RosterTally.Missing], extraColumns: [String]) {
    let notes = stream.notesInParts
    return (notes.roster, notes.missing, stream.header == nil ? stream.extraColumns : [])
  }
}
