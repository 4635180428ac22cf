import Advising
import CareerData
import Export
import ReportModel
import ReportWriters
import SafeFiles

/// Turns rows of a roster into clients' files under temporary names. It holds all that the files are made from, except
/// the row.
struct ClientRenderer: Sendable {
  private let options: BatchOptions
  /// For reports that get no date from elsewhere.
  private let date: CalendarDate
  private let exporter: ReportExporter
  private let datasets: DatasetShelf
  /// What no client changes is prepared once.
  private let writers: [(format: OutputFormat, writer: any ReportWriter)]
  /// For the file to print; nil where none is asked for.
  let printer: PDFReportWriter?
  /// What is made of each report beside its figures.
  private let shownContents: ReportContents
  /// Whether the rows are those that were refused before.
  private let isOfRejects: Bool
  /// A digest of what every file depends on; when it has changed, clients are rendered again.
  private let mark: [UInt8]
  private let tree: OutputTree
  private let manifest: Manifest
  private let stop: BatchStop

  /// - Parameters:
  ///   - reading: how the rows are read, where something else than their header says so; empty for nothing.
  ///   - stop: tells when no further client is to be rendered.
  init(
    inputs: ReportInputs, options: BatchOptions, date: CalendarDate, header: RosterHeader?,
    reading: String = "", tree: OutputTree, manifest: Manifest, stop: BatchStop
  ) throws(ExportFailure) {
    self.options = options
    self.date = date
    self.tree = tree
    self.manifest = manifest
    self.stop = stop
    isOfRejects = header?.isOfRejects ?? false
    exporter = ReportExporter(
      datasets: inputs.datasets, template: inputs.template, options: options.export)
    datasets = inputs.datasets
    let setup = OutputFormat.WriterSetup(template: inputs.template, options: options.export)
    var writers: [(format: OutputFormat, writer: any ReportWriter)] = []
    for format in options.export.formats {
      do { writers.append((format, try format.makeWriter(setup))) } catch {
        throw .notRendered(format.id, error)
      }
    }
    self.writers = writers
    printer = options.printSides == nil ? nil : try Self.printer(writers, setup)
    shownContents = exporter.shownContents.union(printer == nil ? [] : OutputFormat.pdf.shows)
    let parts =
      [
        options.reportDate?.iso ?? "", ProgramVersion.current, inputs.datasets.contentHash,
        inputs.template.contentHash, date.iso,
        "\(options.export.usesASCII)", "\(options.export.escapesFormulas)",
        "\(options.export.workbook.isProtected)", "\(options.redacts)",
        options.export.copy.rawValue, inputs.template.report.paper.rawValue,
      ] + options.export.formats.map(\.id) + (header?.names ?? []) + (reading.isEmpty ? [] : [reading])
    mark = SHA256.digest(Array(parts.joined(separator: "\u{0}").utf8))
  }

  private static func printer(
    _ writers: [(format: OutputFormat, writer: any ReportWriter)], _ setup: OutputFormat.WriterSetup
  ) throws(ExportFailure) -> PDFReportWriter {
    if let writer = writers.first(where: { $0.format == .pdf })?.writer as? PDFReportWriter { return writer }
    guard !setup.template.report.isForScreen else {
      throw .usage("--print-file: this template is for the screen and has no PDF; take --template standard")
    }
    return try PDFReportWriter(setup)
  }

  /// Renders the rows of a group until the work is over or fails: what was rendered before is whole.
  func render(_ rows: RosterGroup) -> RenderedGroup {
    var group = RenderedGroup(sequence: rows.sequence, header: rows.header)
    let clock = ContinuousClock()
    let begin = clock.now
    for row in rows.rows where !stop.isOver {
      do throws(ExportFailure) { try render(row, into: &group) } catch {
        group.failure = error
        break
      }
    }
    group.secondsPerRow = (clock.now - begin) / .seconds(1) / Double(rows.rows.count)
    return group
  }

  /// A client whose reports cannot be made becomes a rejected row, and stops no other.
  private func render(_ row: RosterRow, into group: inout RenderedGroup) throws(ExportFailure) {
    // The SHA-256 of all that the files are made from.
    let input = SHA256.text(mark + (otherDataset(row.profile).map { Array($0.utf8) } ?? []) + row.bytes)
    do throws(ExportFailure) {
      switch try profile(of: row, input) {
      case .success(let profile): try render(profile, of: row, input, into: &group)
      case .failure(let problem): try reject(row.refused(problem), input, &group)
      case nil: try reject(row, input, &group)
      }
    } catch {
      guard case .notRendered(let path, let reason) = error else { throw error }
      let problem = ProfileProblem(field: nil, reason: .notRendered(file: path, reason: reason))
      try reject(row.refused(problem), input, &group)
    }
  }

  /// The dataset of a client whose occupation is another one than the first dataset's: its name, version and the start of
  /// its hash. Nil for all others.
  private func otherDataset(_ profile: ClientProfile?) -> String? {
    guard let code = profile?.occupationCode, code != datasets.first.occupation.socCode else { return nil }
    return datasets.dataset(for: code).identity.words
  }

  /// The client as the reports are to show them; nil for a row that was refused when it was read.
  private func profile(
    of row: RosterRow, _ input: String
  ) throws(ExportFailure) -> Result<ClientProfile, ProfileProblem>? {
    guard var profile = row.profile else { return nil }
    func refused(_ reason: ProfileProblem.Reason) -> Result<ClientProfile, ProfileProblem> {
      .failure(ProfileProblem(field: ProfileField.id.rawValue, reason: reason))
    }
    if options.redacts {
      do { profile = try profile.redacted() } catch { return refused(.tellsName) }
    }
    // A refused row has no files: those of its id are another client's, unless they were made from the same row, before
    // somebody fixed it.
    if isOfRejects, let before = try manifest.lastEntry(client: profile.id), before.input != input,
      before.rejectPlace == nil || before.rejectPlace != row.rejectPlace
    {
      return refused(.idTaken(line: nil))
    }
    return .success(profile)
  }

  /// Nothing of a client is counted or kept until all reports are made.
  private func render(
    _ profile: ClientProfile, of row: RosterRow, _ input: String, into group: inout RenderedGroup
  ) throws(ExportFailure) {
    let clock = ContinuousClock()
    let begin = clock.now
    let before = try manifest.lastEntry(client: profile.id)
    let isKept = before.map { holds($0, client: profile.id, input: input) } ?? false
    if isKept, !options.coversCaseload {
      group.count.kept += 1
      group.count.noticed += row.notices.isEmpty ? 0 : 1
      return
    }
    let advice = exporter.advice(
      on: profile, date: options.reportDate ?? profile.reportDate ?? date)
    let report = exporter.report(advice, showing: shownContents)
    let files = isKept ? [] : try files(for: report)
    let csv = options.combinesCSV ? try exporter.csvRows(report) : []
    if isKept {
      group.count.kept += 1
    } else {
      if options.pack == nil {
        group.unfinished += try tree.write(files, of: profile.id, mark: "\(group.sequence)")
      }
      // The bytes of an archive and of a part must not tell how fast a machine is.
      let seconds = options.pack == nil && options.shard == nil ? (clock.now - begin) / .seconds(1) : nil
      var entry = entry(profile.id, row, input, files, seconds)
      entry.dataset = otherDataset(profile)
      group.outdated += Self.outdated(before, entry)
      group.add(entry, files, isPacked: options.pack != nil)
      group.count.bytes += entry.files.reduce(0) { $0 + $1.bytes }
      group.count.done += 1
    }
    group.count.noticed += row.notices.isEmpty ? 0 : 1
    group.facts.append(ClientFacts(advice, row: row.number))
    group.csv += csv
    group.rows.append(PartIndex.IndexedRow(number: row.number, isRejected: false, bytes: csv.count))
    if let printer { group.printed.append(printer.printed(report)) }
  }

  /// The files of a report in the order of the formats.
  ///
  /// - Throws: ``ExportFailure/notRendered(path:reason:)`` when the report is at fault; any other failure would affect
  ///   the next client too.
  private func files(for report: Report) throws(ExportFailure) -> [RenderedFile] {
    var files: [RenderedFile] = []
    for (format, writer) in writers {
      do { files += try writer.files(for: report) } catch {
        throw .notRendered("\(report.fileName).\(format.id)", error)
      }
    }
    return files
  }

  /// Whether a client's files were made from the same input, and are there.
  private func holds(_ entry: ManifestEntry, client: String, input: String) -> Bool {
    entry.status == .done && entry.client == client && entry.input == input && tree.holds(entry.files)
  }

  /// The files of an earlier entry that a client no longer has, such as those of a format that is not asked for now.
  private static func outdated(_ before: ManifestEntry?, _ now: ManifestEntry) -> [String] {
    // Where the file system ignores letter case, a name of other case is the new file.
    let kept = Set(now.files.map { $0.path.lowercased() })
    return (before?.files ?? []).map(\.path).filter { !kept.contains($0.lowercased()) }
  }

  private func reject(_ row: RosterRow, _ input: String, _ group: inout RenderedGroup) throws(ExportFailure) {
    group.rejects.append(row)
    group.rows.append(PartIndex.IndexedRow(number: row.number, isRejected: true, bytes: 0))
    group.count.rejected += 1
    guard try !manifest.hasRejected(input) else { return }
    let entry = ManifestEntry(
      status: .rejected, client: nil, line: row.line, input: input, files: [], seconds: nil)
    group.add(entry, [], isPacked: options.pack != nil)
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
}

/// What was made of the rows of a group.
struct RenderedGroup: Sendable {
  /// A client for an archive, or a refused row without files.
  struct PackedClient: Sendable {
    let files: [RenderedFile]
    let entry: ManifestEntry
  }

  let sequence: Int
  let header: RosterHeader?
  /// On the disk, but not under their names.
  var unfinished: [OutputTree.Unfinished] = []
  /// Files of an earlier run that their clients no longer have.
  var outdated: [String] = []
  /// For the journal, when the files have their names.
  var entries: [ManifestEntry] = []
  /// For an archive, in place of the above.
  var packed: [PackedClient] = []
  var rejects: [RosterRow] = []
  /// Of the combined CSV, without its header.
  var csv: [UInt8] = []
  var facts: [ClientFacts] = []
  /// For what a merge needs to know, in the order of the entries. A refused row has its length when it is written.
  var rows: [PartIndex.IndexedRow] = []
  /// For the file to print.
  var printed: [PrintedReport] = []
  var count = BatchCount()
  var secondsPerRow: Double?
  /// Why the rest of the group is missing.
  var failure: ExportFailure?

  init(sequence: Int, header: RosterHeader? = nil) {
    self.sequence = sequence
    self.header = header
  }

  fileprivate mutating func add(_ entry: ManifestEntry, _ files: [RenderedFile], isPacked: Bool) {
    if isPacked {
      packed.append(PackedClient(files: files, entry: entry))
    } else {
      entries.append(entry)
    }
  }
}
