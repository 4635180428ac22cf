import ArgumentParser
import CareerData
import Export
import SafeFiles

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a client's report.",
    discussion: """
      The files are named after the client's id: ID.csv with ID.datapackage.json, ID.xlsx, ID.txt. They hold \
      personal data and are readable by you alone (mode 0600).

      A profile's occupation, a SOC code or a title, is what the report is about: by the first --dataset that covers it, else \
      the shipped one, else by what is published of every occupation of the United States.

      --format pdf writes a tagged PDF (PDF/UA-1) to print or to send. It needs the compiler Typst, which \
      "pathbook setup pdf" installs for you; all other formats need nothing.

      EXAMPLES
        pathbook report client.json
        pathbook report client.json --format xlsx,txt --output reports
        pathbook report client.json --since reports-2026/client.csv --output reports-2027
        pathbook report client.json --format pdf --template brief
        pathbook report client.json --format html --template session
        pathbook report client.json --copy advisor --output mine
        pathbook report client.json --format txt --output - --ascii
        pathbook report client.json --dataset my-occupation --template my-template
        pathbook report client.json --dataset my-occupation --dataset other-occupations
      """)

  @OptionGroup var input: ProfileArgument

  @OptionGroup var options: ReportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for the files, created if missing; - prints one text format.", valueName: "dir"),
    completion: .directory)
  var output = "."

  @Option(
    help: ArgumentHelp(
      """
      The CSV of an earlier report on the same client. Page one then says what has changed since, and carries its open \
      steps on. What the profile says in previous and agreed_steps takes precedence.
      """, valueName: "csv"),
    completion: .file(extensions: ["csv"]))
  var since: String?

  @OptionGroup var dataset: DatasetOption

  @OptionGroup var template: TemplateOption

  func run() throws {
    WorkerThreads.keepFreedMemory()
    try Terminal.reporting {
      let inputs = try ReportInputs(
        datasets: dataset.folders, template: template.name, paper: options.paper)
      let profile = try input.load(for: inputs.datasets)
      let exporter = ReportExporter(
        datasets: inputs.datasets, template: inputs.template,
        options: options.exporterOptions(for: inputs.template))
      let date = options.date.date(for: profile)
      var shown = profile
      if let since {
        let loader = EarlierReportLoader(dataset: inputs.datasets.vocabulary(of: profile))
        shown = shown.filled(from: try loader.load(since, clientID: profile.id, reportDate: date))
      }
      if options.redact {
        let steps = shown.agreedSteps ?? []
        shown = try ProfileLoader.redacted(shown, path: input.profile)
        if !steps.isEmpty { Terminal.note("--redact leaves the agreed steps out: they may hold names") }
      }
      let report = exporter.shownReport(on: shown, date: date)
      if output == "-" {
        try exporter.print(report)
      } else {
        for path in try exporter.write(report, to: output) { try Terminal.say(path) }
      }
    }
  }
}
