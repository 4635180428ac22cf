import ArgumentParser
import CareerData
import Export

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set two to five occupations, or places, beside each other for a client.",
    discussion: """
      One page: what each job pays where the client lives, how many jobs there are, what getting in asks for beside what \
      she has, and what she would earn over the years. Without occupations those of the profile's field compare are taken. \
      The client's present occupation comes first.

      With --places-only the same is done for one occupation in two to five states or areas: pay, how far it goes, and how \
      much work there is.

      The files are named ID.compare.csv, ID.compare.xlsx and so on, and hold personal data (mode 0600).

      EXAMPLES
        pathbook compare client.json 29-2072 "medical assistant" "registered nurses"
        pathbook compare client.json --format pdf,html --output reports
        pathbook compare client.json --places-only --place NV --place TX
        pathbook compare client.json 29-2072 29-2052 --place NV --place Texas --format txt --output -
      """)

  @OptionGroup var input: ProfileArgument

  @Argument(
    help: ArgumentHelp("Occupations, by SOC code or title.", valueName: "occupation"))
  var occupations: [String] = []

  @Option(
    help: ArgumentHelp(
      "A state or an area in which the report says how far pay goes; may be given again. The client's state comes first.",
      valueName: "place"))
  var place: [String] = []

  @Flag(help: "Compare places for one occupation, in place of occupations.")
  var placesOnly = false

  @OptionGroup var options: ReportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for the files, created if missing; - prints one text format.", valueName: "dir"),
    completion: .directory)
  var output = "."

  @OptionGroup var dataset: DatasetOption

  @OptionGroup var template: TemplateOption

  func validate() throws {
    if placesOnly, !occupations.isEmpty {
      throw ValidationError(
        "give either occupations or --places-only: places are compared for one occupation")
    }
  }

  func run() throws {
    try Terminal.reporting {
      let inputs = try ReportInputs(datasets: dataset.folders, template: template.name)
      let compared = ComparisonInputs(inputs)
      let profile = try input.load(for: inputs.datasets)
      let shown = options.redact ? try ProfileLoader.redacted(profile, path: input.profile) : profile
      let date = options.date.date(for: profile)
      let report =
        placesOnly
        ? try compared.report(on: shown, places: place, date: date)
        : try compared.report(on: shown, occupations: occupations, places: place, date: date)
      let exporter = ReportExporter(
        datasets: inputs.datasets, template: inputs.template,
        options: options.exporterOptions(for: inputs.template))
      if output == "-" {
        try exporter.print(report)
      } else {
        for path in try exporter.write(report, to: output) { try Terminal.say(path) }
      }
    }
  }
}
