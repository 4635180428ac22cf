import Advising
import ArgumentParser
import CareerData
import Export
import ReportModel
import ReportWriters

struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draw a chart of a client's report, to embed elsewhere.",
    discussion: """
      The charts: distribution (the published wages and the client's place among them), settings, specializations, \
      credentials, ladder, earnings (what each path earns in total), and compare (the occupations of the profile's field \
      compare beside each other). SVG stays sharp at every size and holds real \
      text; PNG is for programs that do not take SVG.

      EXAMPLES
        pathbook chart client.json --kind settings --output settings.svg
        pathbook chart client.json --kind earnings --format png --scale 2 --output earnings.png
        pathbook chart client.json --all --theme dark --output charts
      """)

  @OptionGroup var input: ProfileArgument

  @Option(
    help: ArgumentHelp(
      "The chart: \(ChartKind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"))
  var kind: ChartKind?

  @Flag(help: "Every chart of the report, each in a file ID-KIND in the folder --output.")
  var all = false

  @Option(help: ArgumentHelp("svg, png, or vega-lite for notebooks.", valueName: "format"))
  var format = ChartFormat.svg

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file for the chart; with --all the folder.", valueName: "path"),
    completion: .file())
  var output: String

  @Option(help: ArgumentHelp("Width in pixels, 280 to 4000.", valueName: "pixels"))
  var width = 720.0

  @Option(
    help: ArgumentHelp(
      "Minimum height in pixels; a chart takes the room its text needs.", valueName: "pixels"))
  var height: Double?

  @Option(help: ArgumentHelp("light, dark or print.", valueName: "theme"))
  var theme = ChartTheme.light

  @Option(
    help: ArgumentHelp(
      "For PNG: pixels for each pixel of the chart, 0.5 to 4; 2 is 192 dpi.", valueName: "factor"))
  var scale = 1.0

  @OptionGroup var dataset: DatasetOption

  @Option(
    help: ArgumentHelp("A shipped template's name, or a template folder.", valueName: "name|dir"),
    completion: .directory)
  var template: String?

  @Option(
    help: ArgumentHelp(
      "The language of words, numbers and dates, from a shipped template: en-US, es-US.",
      valueName: "language"))
  var locale: String?

  @OptionGroup var date: DateOption

  func validate() throws {
    if all == (kind != nil) { throw ValidationError("give either --kind or --all") }
    if template != nil, locale != nil {
      throw ValidationError("give either --template or --locale: a template has a language of its own")
    }
    guard (280...4_000).contains(width) else { throw ValidationError("--width is 280 to 4000") }
    if let height, !(1...4_000).contains(height) { throw ValidationError("--height is 1 to 4000") }
    guard (0.5...4).contains(scale) else { throw ValidationError("--scale is 0.5 to 4") }
  }

  func run() throws {
    try Terminal.reporting {
      let inputs = try ReportInputs(
        datasets: dataset.folders,
        template: try template ?? locale.map(TemplateLoader.name(ofLanguage:)) ?? TemplateLoader.standardName)
      let profile = try input.load(for: inputs.datasets)
      let day = date.date(for: profile)
      let report =
        kind == .compare
        ? try compared(profile, inputs, day) : inputs.report(on: profile, date: day)
      let exporter = ChartExporter(
        format: format, options: ChartOptions(width: width, height: height, theme: theme), scale: scale)
      if let kind {
        try exporter.write(kind, of: report, to: output)
        try Terminal.say(output)
      } else {
        for path in try exporter.writeAll(of: report, to: output) { try Terminal.say(path) }
      }
    }
  }
}

extension ChartCommand {
  private func compared(
    _ profile: ClientProfile, _ inputs: ReportInputs, _ day: CalendarDate
  ) throws -> Report {
    try ComparisonInputs(inputs).report(on: profile, occupations: [], places: [], date: day)
  }
}

extension ChartKind: ExpressibleByArgument {}
extension ChartFormat: ExpressibleByArgument {}
extension ChartTheme: ExpressibleByArgument {}
