import Advising
import ArgumentParser
import CareerData
import Caseload
import Export
import Glibc
import ReportWriters
import SafeFiles

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Write the reports of a whole caseload.",
    discussion: """
      The roster is a workbook (.xlsx) or a CSV table with a column for each field of a profile and a row for each \
      client, JSON (one profile a line, or a list), a folder of profiles, or - for standard input. \
      `pathbook roster template` writes an empty one.

      A bad row never stops the others: it goes to rejects.csv (rejects.xlsx for a workbook) with its line and the \
      reasons. Fix the rows there and run the batch on that file. manifest.ndjson records what was written; after an \
      interruption --resume continues from there, and also redoes what has changed.

      EXAMPLES
        pathbook batch roster.xlsx --output reports
        pathbook batch export.xlsx --sheet Clients --output reports
        pathbook batch roster.csv --output reports --resume
        pathbook batch clients/ --output reports --format csv,txt --combined-csv
        pathbook batch roster.xlsx --output reports --format pdf --print-file two-sided
        pathbook batch - --output reports < roster.ndjson
        pathbook batch roster.csv --shard 3/16 --output parts --report-date 2026-11-23
      """)

  @OptionGroup var input: RosterArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the reports; created if missing.", valueName: "dir"),
    completion: .directory)
  var output: String

  @OptionGroup var report: ReportOptions

  @Option(
    help: ArgumentHelp(
      "Clients to work on at the same time, 1 to 256; default: one per core, which is best except on slow disks.",
      valueName: "number"))
  var jobs: Int?

  @Flag(help: "Continue an interrupted batch; files that exist and are up to date are kept.")
  var resume = false

  @Option(help: ArgumentHelp("Stop after this many rows.", valueName: "number"))
  var limit: Int?

  @Flag(help: "Also count over the whole caseload: summary.xlsx, .csv, .txt and .html.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "flat: all files in one folder; fanned: in 256 folders. Default: fanned from 10,000 rows on.",
      valueName: "layout"))
  var layout: BatchOptions.Layout?

  @Option(
    help: ArgumentHelp(
      "Write one archive, zip or tar, instead of a folder; --output names it. Not with --resume.",
      valueName: "format"))
  var pack: BatchOptions.Pack?

  @Flag(name: .customLong("combined-csv"), help: "Also write one CSV of all clients: combined.csv.")
  var combinedCSV = false

  @Option(
    name: .customLong("print-file"),
    help: ArgumentHelp(
      """
      Also write one PDF of all clients in the roster's order, print.pdf, to print at once. two-sided: each client begins \
      on a new sheet of paper; one-sided: on a new page.
      """, valueName: "sides"))
  var printSides: PrintSides?

  @Option(
    help: ArgumentHelp(
      """
      Work on one share of the roster, 3/16 say, as the part DIR/part-3-of-16; "pathbook caseload merge" joins the parts. \
      auto/16 takes SLURM_ARRAY_TASK_ID, or JOB_COMPLETION_INDEX and 1. May be run again: a part that is done is kept. \
      Needs --report-date; not with --resume, --limit, --print-file.
      """, valueName: "number/count"))
  var shard: String?

  @Flag(
    name: .customLong("rejects-ok"), help: "End with exit code 0 where rows are rejected, in place of 65.")
  var rejectsOK = false

  @OptionGroup var dataset: DatasetOption

  @OptionGroup var template: TemplateOption

  @Flag(help: "Show no progress.")
  var quiet = false

  @Option(help: ArgumentHelp("Progress for a person or a program: auto, json.", valueName: "form"))
  var progress = ProgressForm.auto

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is 1 to 256") }
    if let limit, limit < 1 { throw ValidationError("--limit is 1 or more") }
  }

  func run() throws {
    WorkerThreads.keepFreedMemory()
    try Terminal.reporting {
      let shard = try shard.map { (text) throws(ExportFailure) in
        try Shard(text) { getenv($0).map { String(cString: $0) } }
      }
      let inputs = try ReportInputs(
        datasets: dataset.folders, template: template.name, paper: report.paper)
      var options = options(for: inputs.template)
      options.shard = shard
      if shard != nil { return try run(options, inputs) }
      let roster = try input.open()
      let batch = BatchExporter(inputs: inputs, options: options, today: Clock.today)
      let result = try showing(batch.progress) { () throws(ExportFailure) in try batch.run(roster, to: output)
      }
      try tell(result, rejects: roster.rejectsName)
    }
  }

  /// Works on one share.
  private func run(_ options: BatchOptions, _ inputs: ReportInputs) throws {
    let exporter = try ShardExporter(
      inputs: inputs, options: options, given: (datasets: dataset.folders, template: template.name))
    let roster = try input.open()
    let result = try showing(exporter.progress) { () throws(ExportFailure) in
      try exporter.run(roster, to: output)
    }
    try tell(result, rejects: roster.rejectsName)
  }

  private func showing<Result>(
    _ progress: BatchProgress, _ work: () throws(ExportFailure) -> Result
  ) throws(ExportFailure) -> Result {
    Interruption.listen()
    let display = ProgressDisplay(progress, form: self.progress, isQuiet: quiet)
    display.start()
    defer { display.stop() }
    return try work()
  }

  private func tell(_ result: BatchResult, rejects: String) throws {
    let count = result.count
    let kept = count.kept > 0 ? ", \(count.kept) were there already" : ""
    try Terminal.say(
      "\(output): \(count.done) \(count.done == 1 ? "client" : "clients") written\(kept), \(count.rejected) rejected"
    )
    for note in notes(on: count, rejects) + ends(of: result) { Terminal.note(note) }
    try end(result)
  }

  private func tell(_ result: ShardExporter.Result, rejects: String) throws {
    let count = result.batch.count
    let isMade = result.batch.failure == nil && result.batch.signal == nil
    guard isMade else {
      let without =
        "there is no \(result.path): a part is written whole or not at all; the same command begins it again"
      for line in (result.batch.failure?.linesOfBatch ?? [])
        + [missing(result.batch), without].compactMap(\.self)
      {
        Terminal.note(line)
      }
      return try end(result.batch)
    }
    let clients = "\(count.done) \(count.done == 1 ? "client" : "clients")"
    try Terminal.say(
      "\(result.path): \(result.wasDone ? "done already, " : "")\(clients) written, \(count.rejected) rejected"
    )
    if count.rejected > 0, !rejectsOK {
      Terminal.note("\(rejects) in \(result.path): \"pathbook caseload merge\" joins those of all parts")
    }
    try end(result.batch)
  }

  private func end(_ result: BatchResult) throws {
    let code = rejectsOK && result.exitCode == 65 && result.failure == nil ? 0 : result.exitCode
    guard code == 0 else { throw ExitCode(code) }
  }

  private func missing(_ result: BatchResult) -> String? {
    result.missingBytes.map { "about \(max(1, $0 >> 20)) MiB more are needed for the remaining clients" }
  }

  /// What the user can do next.
  private func notes(on count: BatchCount, _ rejects: String) -> [String] {
    var notes: [String] = []
    if count.rejected > 0 {
      notes.append(
        pack == nil
          ? "\(output)/\(rejects): fix the rows, then give this file as the roster with --resume"
          : "\(rejects) in \(output): fix the rows, then give this file as the roster")
    }
    if count.noticed > 0 {
      notes.append(
        "\(count.noticed) \(count.noticed == 1 ? "client has" : "clients have") values to check: "
          + "pathbook roster check \(input.roster)")
    }
    return notes
  }

  /// Why it ended early, and what there is of it.
  private func ends(of result: BatchResult) -> [String] {
    guard result.failure != nil || result.signal != nil else { return [] }
    let missing = missing(result)
    let left =
      if pack == nil {
        "what was written is kept; the same command with --resume continues"
      } else if result.failure == nil {
        "\(output) holds the clients that were done; an archive cannot be resumed"
      } else {
        "there is no \(output): an archive is written whole or not at all"
      }
    return (result.failure?.linesOfBatch ?? []) + [missing, left].compactMap(\.self)
  }

  private func options(for template: LoadedTemplate) -> BatchOptions {
    var options = BatchOptions()
    options.export = report.exporterOptions(for: template)
    options.jobs = jobs ?? max(1, min(256, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    options.resumes = resume
    options.limit = limit
    options.layout = layout
    options.redacts = report.redact
    options.pack = pack
    options.combinesCSV = combinedCSV
    options.summarizes = summary
    options.printSides = printSides
    options.reportDate = report.date.reportDate
    return options
  }
}

extension BatchOptions.Layout: ExpressibleByArgument {}
extension BatchOptions.Pack: ExpressibleByArgument {}
extension PrintSides: ExpressibleByArgument {}
