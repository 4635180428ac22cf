import ArgumentParser
import Export

struct DatasetImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Renew a dataset from the OEWS files of the Bureau of Labor Statistics.",
    discussion: """
      The files are those of https://www.bls.gov/oes/tables.htm: national, state, metropolitan and nonmetropolitan area, \
      industry; the .zip, the .xlsx in it, or the same table as .csv. What they hold of the dataset's occupation is \
      renewed, and the national annual median of the occupations to compare with; all else stays. The dataset is the \
      old one or the new one at any moment. The same files a second time change nothing. \
      Figures that are older than those of the dataset are refused without --older; rows of a single owner of the \
      employers (state government, private) are left out.

      EXAMPLES
        pathbook dataset copy my-dataset
        pathbook dataset import oesm25nat.zip oesm25st.zip oesm25in4.zip --into my-dataset
        pathbook dataset import table.csv --into my-dataset --period "May 2025"
      """)

  @Argument(
    help: ArgumentHelp("OEWS files: .zip, .xlsx or .csv.", valueName: "file"),
    completion: .file(extensions: ["zip", "xlsx", "csv"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("The dataset to renew: a folder, or a .zip of one.", valueName: "dir"),
    completion: .directory)
  var into: String

  @Option(
    help: ArgumentHelp(
      "The SOC code of the dataset's occupation, to make sure that it is the one you mean.", valueName: "code"
    ))
  var soc: String?

  @Option(
    help: ArgumentHelp(
      "The time of the figures, such as \"May 2025\"; else as the files say.", valueName: "month year"))
  var period: String?

  @Flag(help: "Put the figures of an older edition in the place of newer ones.")
  var older = false

  func run() throws {
    try Terminal.reporting {
      let result = try DatasetImporter(files: files, period: period).renew(
        into, soc: soc, allowsOlder: older)
      for line in result.lines { try Terminal.say(line) }
      for notice in result.notices { Terminal.note(notice) }
    }
  }
}
