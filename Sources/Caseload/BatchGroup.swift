import Advising
import Dispatch
import ReportModel
import SafeFiles

/// Clients whose files reach the disk together, and then the journal.
struct BatchGroup {
  private let setup: BatchSetup
  private let tree: OutputTree
  private let manifest: Manifest
  private let renderer: ClientRenderer
  private let mark: String
  private var unfinished: [OutputTree.Unfinished] = []
  private var entries: [ManifestEntry] = []
  private var rejects: [RosterRow] = []
  private var csv: [UInt8] = []
  private var facts: [ClientFacts] = []
  private var packed: [BatchPart.PackedClient] = []
  /// Files of a run before that their clients have no more.
  private var outdated: [String] = []
  private(set) var count = BatchCount()

  init(
    setup: BatchSetup, tree: OutputTree, manifest: Manifest, renderer: ClientRenderer, mark: String
  ) {
    self.setup = setup
    self.tree = tree
    self.manifest = manifest
    self.renderer = renderer
    self.mark = mark
  }

  /// Makes the files of a client, under names that are not final. A client whose reports cannot be made is refused as
  /// one who cannot be read, and stops no other.
  mutating func add(_ row: RosterRow) throws(ExportFailure) {
    let input = setup.input(row)
    do throws(ExportFailure) { try add(row, input) } catch {
      guard case .notRendered(let path, let reason) = error else { throw error }
      try reject(
        row.refused(ProfileProblem(field: nil, reason: .notRendered(file: path, reason: reason))), input)
    }
  }

  /// Counts and keeps nothing of a client before all of the reports are made.
  private mutating func add(_ row: RosterRow, _ input: String) throws(ExportFailure) {
    guard var profile = row.profile else { return try reject(row, input) }
    if setup.options.redacts {
      do { profile = try profile.redacted() } catch {
        return try reject(
          row.refused(ProfileProblem(field: ProfileField.id.rawValue, reason: .tellsName)), input)
      }
    }
    let before = try manifest.lastEntry(client: profile.id)
    // A refused row has no files: those of its id are another client's, unless they were made from the same row, mended.
    if setup.isOfRejects, let before, before.input != input,
      before.rejectPlace == nil || before.rejectPlace != row.rejectPlace
    {
      return try reject(
        row.refused(ProfileProblem(field: ProfileField.id.rawValue, reason: .idTaken(line: nil))), input)
    }
    let begin = DispatchTime.now().uptimeNanoseconds
    let isKept = before.map { holds($0, client: profile.id, input: input) } ?? false
    let needsAdvice = !isKept || setup.options.summarizes || setup.options.combinesCSV
    guard needsAdvice else {
      if !row.notices.isEmpty { count.noticed += 1 }
      count.kept += 1
      return
    }
    let advice = setup.exporter.advice(on: profile, date: setup.date(of: profile))
    let report = setup.exporter.report(advice)
    let files = isKept ? [] : try renderer.files(for: report)
    let csvRows = setup.options.combinesCSV ? try setup.exporter.csvRows(report) : []
    if !row.notices.isEmpty { count.noticed += 1 }
    if !isKept {
      if setup.options.pack == nil { unfinished += try tree.write(files, of: profile.id, mark: mark) }
      let took = Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9
      let seconds = setup.options.pack == nil ? took : nil
      let entry = entry(profile.id, row, input, files, seconds)
      outdated += Self.outdated(before, entry)
      add(entry, files)
      count.bytes += files.reduce(0) { $0 + $1.bytes.count }
      count.done += 1
    } else {
      count.kept += 1
    }
    facts.append(ClientFacts(advice))
    csv += csvRows
  }

  /// Whether a client's files were made from the same, and are there.
  private func holds(_ entry: ManifestEntry, client: String, input: String) -> Bool {
    entry.status == .done && entry.client == client && entry.input == input && tree.holds(entry.files)
  }

  /// The files of an entry before that a client has no more, as of a format that is not asked for any longer.
  private static func outdated(_ before: ManifestEntry?, _ now: ManifestEntry) -> [String] {
    // Where letter case makes no difference a file of other case is the new one.
    let kept = Set(now.files.map { $0.path.lowercased() })
    return (before?.files ?? []).map(\.path).filter { !kept.contains($0.lowercased()) }
  }

  private mutating func add(_ entry: ManifestEntry, _ files: [RenderedFile]) {
    if setup.options.pack == nil {
      entries.append(entry)
    } else {
      packed.append(.init(files: files, entry: entry))
    }
  }

  private mutating func reject(_ row: RosterRow, _ input: String) throws(ExportFailure) {
    rejects.append(row)
    count.rejected += 1
    guard try !manifest.hasRejected(input) else { return }
    add(
      ManifestEntry(status: .rejected, client: nil, line: row.line, input: input, files: [], seconds: nil), []
    )
  }

  private func entry(
    _ client: String, _ row: RosterRow, _ input: String, _ files: [RenderedFile], _ seconds: Double?
  ) -> ManifestEntry {
    ManifestEntry(
      status: .done, client: client, line: row.line, input: input,
      files: files.map {
        .init(path: tree.path($0, of: client), bytes: $0.bytes.count, sha256: SHA256.text($0.bytes))
      }, seconds: seconds, rejectPlace: row.rejectPlace)
  }

  /// Gives all files their names, then writes the journal.
  mutating func finish(sequence: Int) throws(ExportFailure) -> BatchPart {
    if !unfinished.isEmpty { try tree.finish(unfinished) }
    // Before the journal says so: a run that is killed here does the clients again.
    for path in outdated { tree.remove(path) }
    try manifest.append(entries)
    return BatchPart(sequence: sequence, rejects: rejects, csv: csv, facts: facts, packed: packed)
  }
}
