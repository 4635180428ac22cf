import Advising
import ReportWriters
import SafeFiles

/// How much of the roster a run has dealt with, which decides whether it may replace files over the whole caseload that
/// an earlier run wrote.
enum BatchEnd {
  case whole
  /// As far as was asked for.
  case limited
  /// Up to a signal or a failure.
  case interrupted
}

/// The last stage of a batch: gives clients' files their names, then writes the journal, and keeps the files over the
/// whole caseload.
actor BatchWriter {
  /// The name of the CSV of all clients.
  static let csvName = "combined.csv"

  private let tree: OutputTree
  private let manifest: Manifest
  private let progress: BatchProgress
  /// For the clients' files; nil when they have a folder.
  private let archive: PackedFile?
  private var rejects: RejectList
  private let rejectsName: String
  private let rejectFile: AppendFile
  private let csvFile: AppendFile?
  private var print: PrintFile?
  /// Of a part of a caseload; nil for a whole one.
  private let index: PartIndex?
  private var header: RosterHeader?
  /// Over the groups so far.
  private(set) var summary: CaseloadSummary

  /// - Parameters:
  ///   - print: nil where no file to print is asked for.
  ///   - dates: the order in which the dates of the roster are read.
  ///   - occupation: of the first dataset, by its SOC code.
  init(
    _ roster: RosterFile, in tree: OutputTree, _ manifest: Manifest, archive: PackedFile?,
    options: BatchOptions, print: PrintFile?, dates: DateOrder, occupation: String, progress: BatchProgress
  ) throws(ExportFailure) {
    summary = CaseloadSummary(occupation: occupation)
    self.tree = tree
    self.manifest = manifest
    self.archive = archive
    self.progress = progress
    self.print = print
    rejects = RejectList(roster, dates: dates)
    rejectsName = roster.rejectsName
    // The rows of a workbook wait until all are known.
    rejectFile = try AppendFile(
      "\(tree.unfinished)/\(RejectList.waitingName)", shownAs: "\(tree.root)/\(roster.rejectsName)")
    index = options.shard == nil ? nil : try PartIndex(in: tree)
    csvFile =
      options.combinesCSV
      ? try AppendFile("\(tree.unfinished)/\(Self.csvName)", shownAs: "\(tree.root)/\(Self.csvName)") : nil
    try csvFile?.append(
      (options.export.marksCSV ? CSVReportWriter.byteOrderMark : []) + CSVReportWriter.header)
  }

  /// Writes groups that follow each other.
  ///
  /// - Returns: why not all of it was written.
  func write(_ groups: [RenderedGroup]) -> ExportFailure? {
    do throws(ExportFailure) {
      let unfinished = groups.flatMap(\.unfinished)
      if !unfinished.isEmpty { try tree.finish(unfinished) }
      // Before the journal names the new files: a run that is killed here renders the clients again.
      for path in groups.flatMap(\.outdated) { tree.remove(path) }
      try manifest.append(groups.flatMap(\.entries))
      for group in groups {
        progress.add { $0 += group.count }
        try append(group)
      }
      return nil
    } catch { return error }
  }

  private func append(_ group: RenderedGroup) throws(ExportFailure) {
    header = group.header ?? header
    var lengths: [Int] = []
    for row in group.rejects {
      let bytes = rejects.start(header: header)
      let own = rejects.add(row, header: header)
      try rejectFile.append(bytes + own)
      lengths.append(own.count)
    }
    try index?.add(group.rows.withRejects(of: lengths))
    if let csvFile, !group.csv.isEmpty { try csvFile.append(group.csv) }
    for facts in group.facts { summary.add(facts) }
    for report in group.printed { print?.add(report) }
    guard let archive else { return }
    for client in group.packed {
      for (file, made) in zip(client.entry.files, client.files) { try archive.add(file.path, made.bytes) }
      try manifest.add([client.entry])
    }
  }

  /// Gives the files over the whole caseload their names in the folder of the batch. Those of an earlier run stay when this
  /// one has not dealt with the whole roster: somebody may have worked on them.
  func finish(_ end: BatchEnd) throws(ExportFailure) {
    var files: [OutputTree.Unfinished] = []
    if end == .whole || !tree.has(rejectsName) {
      let list = progress.count.rejected > 0 ? try writtenRejects() : nil
      for (name, before) in RejectList.names where name == rejectsName || end == .whole {
        if header?.isOfRejects == true { try tree.keep(name, as: before) }
        if name != rejectsName || list == nil { tree.remove(name) }
      }
      if let list { files.append(.init(temporary: list, path: rejectsName)) }
    }
    if let index {
      let workbook = progress.count.rejected > 0 ? rejects.workbook(header) : nil
      try index.finish(summary: summary, rejects: workbook)
      files.append(.init(temporary: index.file.path, path: PartIndex.name))
      if workbook != nil { files.append(.init(temporary: rejectFile.path, path: PartIndex.rejectsName)) }
    }
    if let csvFile, tree.takes(Self.csvName, end) {
      files.append(.init(temporary: csvFile.path, path: Self.csvName))
    }
    if !files.isEmpty { try tree.finish(files) }
  }

  /// Makes what is left of the file to print, and gives it its name.
  ///
  /// - Throws: what came of any part of it; it has no name then.
  func finishPrint(_ end: BatchEnd) throws(ExportFailure) {
    guard tree.takes(PrintFile.name(in: tree), end) else { return }
    try print?.finish()
  }

  /// The path of the list of rejects before it has its name.
  private func writtenRejects() throws(ExportFailure) -> String {
    guard let workbook = rejects.workbook(header) else { return rejectFile.path }
    let path = "\(tree.unfinished)/\(rejectsName)"
    try workbook.write(rejectFile, to: path, in: tree)
    return path
  }
}

extension [PartIndex.IndexedRow] {
  /// The same with the lengths of the refused rows, in their order.
  fileprivate func withRejects(of lengths: [Int]) -> [PartIndex.IndexedRow] {
    var rest = lengths[...]
    return map { row in
      row.isRejected
        ? PartIndex.IndexedRow(number: row.number, isRejected: true, bytes: rest.popFirst() ?? 0) : row
    }
  }
}
