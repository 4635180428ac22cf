import Advising
import AdvisingReport
import ArgumentParser
import CareerData
import Export
import SafeFiles
import Tabular

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain how the calculated figures of a client's report were made.",
    discussion: """
      For each figure: the calculation in words and with this client's numbers, and the published figures and sources \
      behind it. A figure's id is section/item_id/measure, after the columns of the report's CSV, with /statistic \
      where two figures would otherwise share an id.

      EXAMPLES
        pathbook explain client.json
        pathbook explain client.json --figure position/national/pay
        pathbook explain client.json --format json > calculations.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var input: ProfileArgument

  @Option(help: ArgumentHelp("Only this figure, calculated or not.", valueName: "id"))
  var figure: String?

  @Option(help: ArgumentHelp("text for people, json for programs.", valueName: "format"))
  var format = Format.text

  @OptionGroup var dataset: DatasetOption
  @OptionGroup var template: TemplateOption

  @OptionGroup var date: DateOption

  func run() throws {
    try Terminal.reporting {
      let inputs = try ReportInputs(datasets: dataset.folders, template: template.name)
      let profile = try input.load(for: inputs.datasets)
      let report = inputs.report(on: profile, date: date.date(for: profile))
      let explanations = Explanation.all(
        of: report, from: inputs.dataset(for: profile), calculatedOnly: figure == nil)
      let output = ExplanationReport(
        try chosen(among: explanations), of: report, in: inputs.template.report)
      switch format {
      case .text: try StandardOutput.write(Array(output.text.utf8))
      case .json: try StandardOutput.write(output.json)
      }
    }
  }

  /// All, or those of the id: several where figures differ in their statistic alone.
  private func chosen(among explanations: [Explanation]) throws(ExportFailure) -> [Explanation] {
    guard let figure else { return explanations }
    let chosen = explanations.filter { $0.id == figure || $0.id.hasPrefix(figure + "/") }
    guard chosen.isEmpty else { return chosen }
    let near = NearestName.of(figure, among: explanations.map(\.id)).map { "; did you mean \($0)?" } ?? ""
    throw .usage(
      "--figure \(figure): the report has no such figure\(near); explain without --figure lists all")
  }
}
