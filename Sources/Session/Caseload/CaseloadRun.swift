import Advising
import AdvisingReport
import CareerData
import Caseload
import Dispatch
import Export
import ReportWriters
import SafeFiles
import Synchronization

/// One run over the clients of a roster, on a thread of its own. What it writes lies in a private folder that goes with it.
final class CaseloadRun: Sendable {
  /// What is made of the clients.
  enum Output: String, Sendable, CaseIterable {
    /// One archive with the files of each client.
    case archive
    /// One PDF of all clients, to be printed on both sides of the paper or on one.
    case twoSided = "two-sided"
    case oneSided = "one-sided"

    fileprivate var printSides: PrintSides? { PrintSides(rawValue: rawValue) }
  }

  struct Choices: Sendable {
    var output = Output.archive
    /// Of each client, in an archive.
    var formats: [OutputFormat] = [.xlsx]
    var summarizes = true
  }

  enum End: Sendable {
    case done(BatchResult)
    /// Nothing is left of it.
    case cancelled
    /// Why, in lines; nothing is left of it.
    case failed([String])
  }

  private static let archiveName = "reports.zip"

  let choices: Choices
  private let batch: BatchExporter
  private let folder: UnfinishedFolder
  private let state = Mutex<End?>(nil)
  private let isOver = DispatchSemaphore(value: 0)

  /// Starts it.
  init(
    _ choices: Choices, over roster: DroppedRoster, _ inputs: ReportInputs, today: CalendarDate,
    in own: PrivateFolder
  ) throws(ExportFailure) {
    self.choices = choices
    do throws(SystemError) { folder = try UnfinishedFolder(in: own.path) } catch {
      throw error.creating(own.path)
    }
    _ = try OutputFolder(path: "\(folder.path)/files")
    var options = BatchOptions()
    options.summarizes = choices.summarizes
    options.printSides = choices.output.printSides
    options.export.formats = choices.output == .archive ? choices.formats : []
    options.export.marksCSV = true
    options.pack = choices.output == .archive ? .zip : nil
    // One processor is left for the pages.
    options.jobs = max(1, WorkerThreads.processorCount - 1)
    batch = BatchExporter(inputs: inputs, options: options, today: today)
    DispatchQueue(label: "pathbook.caseload").async { [self] in
      let end = end(of: roster)
      if case .done = end {} else { folder.remove() }
      state.withLock { $0 = end }
      isOver.signal()
    }
  }

  private func end(of roster: DroppedRoster) -> End {
    let path = choices.output == .archive ? "\(folder.path)/\(Self.archiveName)" : overviews
    do throws(ExportFailure) {
      let result = try batch.run(
        roster.file, to: path, overviewsIn: choices.output == .archive ? overviews : nil)
      if let failure = result.failure { throw failure }
      if result.signal != nil || wasCancelled.withLock({ $0 }) { return .cancelled }
      return .done(result)
    } catch { return .failed(error.named(roster.name, insteadOf: roster.file.path).linesOfBatch) }
  }

  /// Nil while it goes on.
  var end: End? { state.withLock { $0 } }

  var count: BatchCount { batch.progress.count }
  /// Nil until the rows are counted.
  var total: Int? { batch.progress.total }
  private let wasCancelled = Mutex(false)

  /// Ends it early: nothing of it is kept.
  func cancel() {
    wasCancelled.withLock { $0 = true }
    batch.cancel()
  }

  /// Ends it and removes what it has written.
  func discard() {
    cancel()
    // A client in hand is finished first.
    _ = isOver.wait(timeout: .now() + .seconds(10))
    isOver.signal()
    folder.remove()
  }

  // MARK: - Files

  /// Of the files over all clients.
  private var overviews: String { "\(folder.path)/files" }

  /// What can be downloaded, in the order in which a person wants it; none before the end.
  var files: [String] {
    guard case .done = end else { return [] }
    let names = (try? FolderTree.names(overviews)) ?? []
    let prints = names.filter { $0.hasPrefix("print") && $0.hasSuffix(".pdf") }.sorted()
    let rest = ["rejects.xlsx", "rejects.csv", "summary.xlsx"].filter(names.contains)
    return (choices.output == .archive ? [Self.archiveName] : []) + prints + rest
  }

  /// One of ``files``; nil for another name.
  func file(_ name: String) throws(ExportFailure) -> OpenedFile? {
    guard files.contains(name) else { return nil }
    return try OpenedFile(name == Self.archiveName ? "\(folder.path)/\(name)" : "\(overviews)/\(name)")
  }

  /// The page of the summary; nil where there is none.
  func summaryPage() -> [UInt8]? {
    guard case .done = end else { return nil }
    return try? InputFile.read("\(overviews)/summary.html")
  }

  /// How many answers are missing for a client, as far as the summary has it: of all clients of a usual caseload.
  var missing: [String: [ClientQuestion]] {
    guard case .done(let result) = end, let summary = result.summary else { return [:] }
    return Dictionary(
      summary.incomplete.map { ($0.clientID, $0.questions) }, uniquingKeysWith: { first, _ in first })
  }
}
