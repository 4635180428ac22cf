import Advising
import CareerData
import Export
import Glibc
import SafeFiles

/// Exports one share of a caseload as a part, which stands in a folder beside the others, `part-3-of-16`, with its record
/// `part-3-of-16.done.json`. It may be repeated: a part that is done is left as it is, and one that is not is begun again.
///
/// ```swift
/// options.shard = try Shard("3/16") { _ in nil }
/// let result = try ShardExporter(inputs: inputs, options: options, given: ([], "standard"))
///   .run(RosterFile("roster.csv"), to: "parts")
/// ```
public final class ShardExporter: Sendable {
  public struct Result: Sendable {
    /// Of the part.
    public let path: String
    public let batch: BatchResult
    /// Whether it was there before, or another process was faster.
    public let wasDone: Bool
  }

  private let batch: BatchExporter
  private let inputs: ReportInputs
  private let options: BatchOptions
  private let given: (datasets: [String], template: String)
  private let shard: Shard
  private let date: CalendarDate

  /// How far it is.
  public var progress: BatchProgress { batch.progress }

  /// - Parameters:
  ///   - options: with a shard.
  ///   - given: the datasets and the template as they were named; a merge takes them from there.
  public init(
    inputs: ReportInputs, options: BatchOptions, given: (datasets: [String], template: String)
  ) throws(ExportFailure) {
    guard let shard = options.shard else { throw .usage("--shard is missing") }
    (self.inputs, self.options, self.given, self.shard) = (inputs, options, given, shard)
    date = try Self.checked(options)
    batch = BatchExporter(inputs: inputs, options: options, today: date)
  }

  /// What makes no part, or none that could be repeated.
  ///
  /// - Returns: the date of the reports.
  private static func checked(_ options: BatchOptions) throws(ExportFailure) -> CalendarDate {
    guard let date = options.reportDate else {
      throw .usage(
        "--shard needs --report-date: a part that is run again on another day must come out the same, and all parts alike"
      )
    }
    if options.resumes {
      throw .usage(
        "--resume with --shard: a part that is done is kept, and one that is not is begun again; leave out --resume"
      )
    }
    if options.limit != nil {
      throw .usage(
        "--limit with --shard: a part has all of its rows, or the whole would lack some; leave out --limit")
    }
    if options.printSides != nil {
      throw .usage(
        "--print-file with --shard: a file to print has all clients in the order of the roster; leave out --shard"
      )
    }
    return date
  }

  /// Ends it early, from any thread; then there is no part.
  public func cancel() { batch.cancel() }

  private var name: String { options.pack.map { "\(shard.name).\($0.rawValue)" } ?? shard.name }

  /// Exports the share into a folder for parts, and waits for the end.
  ///
  /// - Throws: what keeps it from starting. What ends it early is in the result; then there is no part.
  public func run(_ roster: RosterFile, to folder: String) throws(ExportFailure) -> Result {
    let clock = ContinuousClock()
    let begin = clock.now
    let origin = try PartOrigin(roster, inputs, options, given: given, date: date.iso)
    let path = "\(folder)/\(name)"
    if InputFile.isFolder(folder) {
      try checkIsForParts(folder)
      if let done = try done(in: folder, origin) {
        AttemptFolder.sweep(folder)
        return Result(path: path, batch: BatchResult(of: done), wasDone: true)
      }
    }
    let attempt = try AttemptFolder(in: folder)
    defer { attempt.remove() }
    let hidden = options.pack == nil ? "\(attempt.path)/\(name)" : attempt.path
    do throws(ExportFailure) {
      var result = try made(of: roster, in: attempt)
      result.failure = result.failure?.showing(path, insteadOf: hidden)
      guard result.isWhole else { return Result(path: path, batch: result, wasDone: false) }
      let record = try record(of: result, in: attempt, origin, seconds: (clock.now - begin) / .seconds(1))
      let isNew = try attempt.publish(name, record: (DonePart.name(shard), record.json)) {
        () throws(ExportFailure) in
        try done(in: folder, origin) != nil
      }
      return Result(path: path, batch: result, wasDone: !isNew)
    } catch { throw error.showing(path, insteadOf: hidden) }
  }

  /// Makes the part in the folder of the attempt.
  private func made(of roster: RosterFile, in attempt: AttemptFolder) throws(ExportFailure) -> BatchResult {
    let path = "\(attempt.path)/\(name)"
    guard options.pack != nil else { return try batch.run(roster, in: path, packed: nil) }
    return try batch.pack(roster, as: path, in: attempt.path, attempt.lock)
  }

  private func record(
    of result: BatchResult, in attempt: AttemptFolder, _ origin: PartOrigin, seconds: Double
  ) throws(ExportFailure) -> DonePart {
    let isPacked = options.pack != nil
    let folder = isPacked ? attempt.path : "\(attempt.path)/\(name)"
    var files: [DonePart.WholeFile] = []
    for file in try batch.finished(in: folder) where DonePart.isWholeFile(file) {
      files.append(try DonePart.WholeFile(file, in: folder))
    }
    let archive = isPacked ? try DonePart.WholeFile(name, in: attempt.path) : nil
    let count = result.count
    return DonePart(
      shard, part: name, origin: origin, rosterRows: result.total ?? 0,
      counts: .init(rows: count.rows, done: count.done, rejected: count.rejected, noticed: count.noticed),
      archive: archive.map { ($0.bytes, $0.sha256) }, files: files, notes: result.notes,
      missing: result.missing,
      seconds: seconds)
  }

  // MARK: - What is there

  /// Refuses a folder that holds something else than parts of this many.
  private func checkIsForParts(_ folder: String) throws(ExportFailure) {
    guard !InputFile.isThere("\(folder)/\(Manifest.name)") else {
      throw .cannotCreate(
        path: folder, reason: "it holds a batch that is whole: give another folder for the parts")
    }
    let names = (try? FolderTree.names(folder)) ?? []
    for name in names {
      guard let other = Shard.named(name)?.shard, other.count != shard.count else { continue }
      throw .cannotCreate(
        path: folder,
        reason:
          "it holds \(name), and this is a part of \(shard.count): give another folder, or remove the parts of "
          + "\(other.count)")
    }
  }

  /// The record of the part when it is done; nil when it is still to be made.
  private func done(in folder: String, _ origin: PartOrigin) throws(ExportFailure) -> DonePart? {
    let record = "\(folder)/\(DonePart.name(shard))"
    guard InputFile.isThere(record) else { return nil }
    guard let done = DonePart(record), done.shard == shard else {
      throw .cannotCreate(
        path: record, reason: "a file that is no record of this part is in the way; remove it")
    }
    let differences = done.origin.differences(from: origin)
    guard differences.isEmpty else {
      throw .cannotCreate(
        path: "\(folder)/\(done.part)",
        reason:
          "it is done already, with \(differences.joined(separator: ", ")): give another folder, or remove it and "
          + DonePart.name(shard))
    }
    // Somebody has moved it away, or lost it: then it is made again.
    return done.isThere(in: folder) ? done : nil
  }
}

extension BatchResult {
  /// Of a part that is there.
  fileprivate init(of done: DonePart) {
    var count = BatchCount()
    (count.done, count.rejected) = (done.counts.done, done.counts.rejected)
    count.noticed = done.counts.noticed
    self.init(count: count, total: done.rosterRows, signal: nil, failure: nil, missingBytes: nil)
  }
}

extension DonePart {
  /// Whether a file of this name, directly in a part, is over all of it and no client's.
  static func isWholeFile(_ name: String) -> Bool {
    [
      Manifest.name, PartIndex.name, PartIndex.rejectsName, BatchWriter.csvName, RejectList.name,
      RejectWorkbook.name,
    ].contains(name)
  }

  /// Whether the part is there, as long as it was when it was made.
  func isThere(in folder: String) -> Bool {
    let path = "\(folder)/\(part)"
    guard !InputFile.isSymbolicLink(path) else { return false }
    var status = stat()
    let file = part == shard.name ? "\(path)/\(Manifest.name)" : path
    return lstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) == bytes
  }
}
