import ArgumentParser
import CareerData
import Export

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a client's report.",
    discussion: """
      The files are named after the client's id: ID.csv with ID.datapackage.json, ID.xlsx, ID.txt. They hold \
      personal data and are readable by you alone (mode 0600).

      EXAMPLES
        pathbook report client.json
        pathbook report client.json --format xlsx,txt --output reports
        pathbook report client.json --format txt --output - --ascii
        pathbook report client.json --dataset my-occupation --template my-template
      """)

  @Argument(
    help: ArgumentHelp("The client's profile, a JSON file; - reads standard input.", valueName: "profile"),
    completion: .file(extensions: ["json"]))
  var profile: String

  @Option(
    help: ArgumentHelp(
      "The formats, separated by commas: \(OutputFormat.all.map(\.id).joined(separator: ", ")).",
      valueName: "list"),
    completion: .list(OutputFormat.all.map(\.id)),
    transform: OutputFormat.list)
  var format = OutputFormat.standard

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for the files, made if missing; - prints one text format.", valueName: "dir"),
    completion: .directory)
  var output = "."

  @Option(
    help: ArgumentHelp("A dataset folder, or a .zip of one, in place of the shipped one.", valueName: "dir"),
    completion: .directory)
  var dataset: String?

  @Option(
    help: ArgumentHelp("A shipped template's name, or a template folder.", valueName: "name|dir"),
    completion: .directory)
  var template = TemplateLoader.standardName

  @Option(
    help: ArgumentHelp(
      "The date of the report; else the profile's, else today.", valueName: "YYYY-MM-DD"),
    transform: CalendarDate.argument)
  var reportDate: CalendarDate?

  @Flag(help: "Text without drawing characters, for a screen reader.")
  var ascii = false

  @Flag(help: "Leave text cells of the CSV as they are, even if a spreadsheet would run them.")
  var rawCSV = false

  @Flag(help: "Lock the cells of the workbook but for the assumptions of the what-if; there is no password.")
  var protect = false

  @Flag(help: "Leave out the names of the client and the advisor, and the notes.")
  var redact = false

  func run() throws {
    try Terminal.reporting {
      let inputs = try ReportInputs(datasetFolder: dataset, template: template)
      let reading = try ProfileLoader(dataset: inputs.dataset).load(profile)
      for notice in reading.notices { Terminal.note("\(ProfileLoader.name(of: profile)): \(notice)") }
      let exporter = ReportExporter(
        dataset: inputs.reportDataset, template: inputs.template, options: options)
      let profile =
        redact ? try ProfileLoader.redacted(reading.profile, path: self.profile) : reading.profile
      let report = exporter.report(
        on: profile, date: reportDate ?? reading.profile.reportDate ?? Clock.today)
      if output == "-" {
        try exporter.print(report)
      } else {
        for path in try exporter.write(report, to: output) { try Terminal.say(path) }
      }
    }
  }

  private var options: ReportExporter.Options {
    var options = ReportExporter.Options()
    options.formats = format
    options.usesASCII = ascii
    options.escapesFormulas = !rawCSV
    options.workbook.isProtected = protect
    return options
  }
}

extension OutputFormat {
  /// Formats separated by commas, each once.
  static func list(_ words: String) throws -> [OutputFormat] {
    let formats = try words.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let format = OutputFormat.named(String(word)) else {
        let allowed = OutputFormat.all.map(\.id).joined(separator: ", ")
        throw ValidationError("'\(word)' is not a format; allowed: \(allowed)")
      }
      return format
    }
    return OutputFormat.all.filter(formats.contains)
  }
}

extension CalendarDate {
  static func argument(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("'\(text)' is not a date that exists; write it as YYYY-MM-DD")
    }
    return date
  }
}
