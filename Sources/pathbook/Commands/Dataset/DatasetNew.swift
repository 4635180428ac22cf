import ArgumentParser
import Export

struct DatasetNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a dataset about another occupation from OEWS files.",
    discussion: """
      The files are those of "pathbook dataset import"; the national one is enough. Reports from the dataset have the \
      sections that pay and employment allow; add tables, such as settings.csv, for more.

      EXAMPLES
        pathbook dataset new --soc 29-2052 --from oesm25nat.zip oesm25st.zip --into pharmacy
        pathbook dataset new --soc 29-2052 --title "pharmacy technician work" --from oesm25nat.zip --into pharmacy
        pathbook report client.json --dataset pharmacy
      """)

  @Option(help: ArgumentHelp("The SOC code of the occupation, such as 29-2052.", valueName: "code"))
  var soc: String

  @Option(
    help: ArgumentHelp(
      "What the dataset and its reports call the work; else the title that OEWS gives.", valueName: "title"))
  var title: String?

  @Option(
    name: .customLong("from"), parsing: .upToNextOption,
    help: ArgumentHelp("OEWS files: .zip, .xlsx or .csv.", valueName: "file"),
    completion: .file(extensions: ["zip", "xlsx", "csv"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("The folder for the dataset, missing or empty.", valueName: "dir"),
    completion: .directory)
  var into: String

  @Option(
    help: ArgumentHelp(
      "The time of the figures, such as \"May 2025\"; else as the files say.", valueName: "month year"))
  var period: String?

  func run() throws {
    try Terminal.reporting {
      let result = try DatasetImporter(files: files, period: period).make(into, soc: soc, title: title)
      for line in result.lines { try Terminal.say(line) }
      for notice in result.notices { Terminal.note(notice) }
    }
  }
}
