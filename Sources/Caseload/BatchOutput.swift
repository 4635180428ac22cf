import Advising
import Dispatch
import ReportModel
import ReportWriters
import SafeFiles
import Synchronization

/// What was made of some rows that follow each other.
struct BatchPart: Sendable {
  /// From 0, in the order of the roster.
  let sequence: Int
  var rejects: [RosterRow] = []
  /// The rows of the combined CSV, without its header.
  var csv: [UInt8] = []
  var facts: [ClientFacts] = []
  /// What a batch that is packed puts into its archive, and its journal of that, in the order of the roster; a row that
  /// was refused has no files.
  var packed: [PackedClient] = []

  struct PackedClient: Sendable {
    let files: [RenderedFile]
    let entry: ManifestEntry
  }
}

/// Takes the parts in the order of the roster, whichever is ready first, and keeps the files of the whole batch.
final class BatchOutput: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: BatchPart] = [:]
    var rejects: RejectList
    var header: RosterHeader?
    var summary: CaseloadSummary
  }

  /// The name of the CSV of all clients.
  static let csvName = "combined.csv"

  private let state: Mutex<State>
  private let rejectsName: String
  private let rejectFile: AppendFile
  private let csvFile: AppendFile?
  private let pack: (file: PackedFile, manifest: Manifest)?
  /// Keeps the fast from getting too far ahead of the slow: the parts that wait are in memory.
  private let room: DispatchSemaphore

  /// - Parameters:
  ///   - pack: the archive for the clients' files; nil when they have a folder.
  ///   - partsAhead: how many parts may be in work or waiting.
  ///   - dates: the order in which the dates of the roster are read.
  init(
    _ roster: RosterFile, in tree: OutputTree, combinesCSV: Bool, marksCSV: Bool = false,
    pack: (file: PackedFile, manifest: Manifest)? = nil, partsAhead: Int, dates: DateOrder = .monthFirst
  ) throws(ExportFailure) {
    self.pack = pack
    state = Mutex(State(rejects: RejectList(roster, dates: dates), summary: CaseloadSummary()))
    rejectsName = roster.rejectsName
    // The rows of a workbook wait until all are known.
    rejectFile = try AppendFile(
      "\(tree.unfinished)/\(RejectList.waitingName)", shownAs: "\(tree.root)/\(roster.rejectsName)")
    csvFile =
      combinesCSV
      ? try AppendFile("\(tree.unfinished)/\(Self.csvName)", shownAs: "\(tree.root)/\(Self.csvName)") : nil
    // Dispatch ends a process that drops a semaphore with less than it began with; after a failure parts wait for ever.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<partsAhead { room.signal() }
    try csvFile?.append((marksCSV ? CSVReportWriter.byteOrderMark : []) + CSVReportWriter.header)
  }

  /// To be called before a part is begun.
  func waitForRoom() { room.wait() }

  func giveRoom() { room.signal() }

  func take(_ part: BatchPart, header: RosterHeader?) throws(ExportFailure) {
    try state.withLock { (state) throws(ExportFailure) in
      state.waiting[part.sequence] = part
      if let header { state.header = header }
      while let part = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        room.signal()
        for row in part.rejects {
          try rejectFile.append(state.rejects.add(row, header: state.header))
        }
        if let csvFile, !part.csv.isEmpty { try csvFile.append(part.csv) }
        for client in part.packed { try add(client) }
        for facts in part.facts { state.summary.add(facts) }
      }
    }
  }

  private func add(_ client: BatchPart.PackedClient) throws(ExportFailure) {
    guard let pack else { return }
    for (file, made) in zip(client.entry.files, client.files) { try pack.file.add(file.path, made.bytes) }
    try pack.manifest.add([client.entry])
  }

  /// The summary of the parts so far.
  var summary: CaseloadSummary { state.withLock { $0.summary } }

  /// Gives the files their names in the folder of the batch. Those of a run before stay when this one has not dealt with
  /// the whole roster: they may be somebody's work.
  ///
  /// - Parameter hasRejects: false when no row was refused; then there is no list of them.
  func finish(in tree: OutputTree, hasRejects: Bool, end: BatchEnd) throws(ExportFailure) {
    var files: [OutputTree.Unfinished] = []
    if end == .whole || !tree.has(rejectsName) {
      let rejects = hasRejects ? try writtenRejects(in: tree) : nil
      for (name, before) in RejectList.names where name == rejectsName || end == .whole {
        if state.withLock({ $0.header })?.isOfRejects == true { try tree.keep(name, as: before) }
        if name != rejectsName || rejects == nil { tree.remove(name) }
      }
      if let rejects { files.append(.init(temporary: rejects, path: rejectsName)) }
    }
    if let csvFile, tree.takes(Self.csvName, end) {
      files.append(.init(temporary: csvFile.path, path: Self.csvName))
    }
    if !files.isEmpty { try tree.finish(files) }
  }

  /// The path of the list of rejects before it has its name.
  private func writtenRejects(in tree: OutputTree) throws(ExportFailure) -> String {
    let (list, header) = state.withLock { ($0.rejects, $0.header) }
    guard let workbook = list.workbook(header) else { return rejectFile.path }
    let path = "\(tree.unfinished)/\(rejectsName)"
    let scratch = try ScratchFolder()
    do { try workbook.write(rejectFile, to: path, scratch: scratch.path) } catch let failure as ExportFailure
    {
      throw failure
    } catch {
      throw .writeFailed(path: "\(tree.root)/\(rejectsName)", reason: ExportFailure.words(of: error))
    }
    return path
  }
}
