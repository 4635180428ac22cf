import ArgumentParser
import Export

struct DatasetCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Copy a shipped dataset into a folder, as a start for your own.",
    discussion: """
      EXAMPLES
        pathbook dataset copy my-dataset
        pathbook dataset copy my-dataset --from medical-coding-2025
        pathbook report client.json --dataset my-dataset
      """)

  @Argument(
    help: ArgumentHelp("The folder, missing or empty.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The shipped dataset; see \"pathbook dataset list\".", valueName: "name"))
  var name = DatasetLoader.defaultName

  func run() throws {
    try Terminal.reporting {
      let notices = try DatasetPlace.copyShipped(name, to: folder)
      try Terminal.say(folder)
      for notice in notices { Terminal.note(notice) }
    }
  }
}

struct DatasetNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a dataset about another occupation from OEWS files.",
    discussion: """
      The files are those of "pathbook dataset import"; the national one is enough. Reports on the dataset have the \
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
      "What the dataset and its reports call the work; default: the title in OEWS.", valueName: "title"))
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
      "The period of the figures, such as \"May 2025\"; default: as the files say.", valueName: "month year"))
  var period: String?

  func run() throws {
    try Terminal.reporting {
      let result = try DatasetImporter(files: files, period: period).make(into, soc: soc, title: title)
      for line in result.lines { try Terminal.say(line) }
      for notice in result.notices { Terminal.note(notice) }
    }
  }
}

struct DatasetImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Update a dataset from the OEWS files of the Bureau of Labor Statistics.",
    discussion: """
      The files are those of https://www.bls.gov/oes/tables.htm: national, state, metropolitan and nonmetropolitan area, \
      industry; the .zip, the .xlsx in it, or the same table as .csv. They replace the figures of the dataset's \
      occupation, and the national annual median of the occupations to compare with; all else stays. At any moment \
      the dataset is either the old one or the new one. Importing the same files again changes nothing. \
      Figures older than those of the dataset are refused without --older; rows about a single kind of owner (state \
      government, private) are ignored.

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
    help: ArgumentHelp("The dataset to update: a folder, or a .zip of one.", valueName: "dir"),
    completion: .directory)
  var into: String

  @Option(
    help: ArgumentHelp(
      "The SOC code of the dataset's occupation, to make sure it is the one you mean.", valueName: "code"
    ))
  var soc: String?

  @Option(
    help: ArgumentHelp(
      "The period of the figures, such as \"May 2025\"; default: as the files say.", valueName: "month year"))
  var period: String?

  @Flag(help: "Replace newer figures with those of an older edition.")
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

struct DatasetPackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Pack a dataset into one .zip, which every command takes instead of the folder.",
    discussion: """
      The .zip holds datapackage.json and the files it names, and no others.

      EXAMPLES
        pathbook dataset pack my-dataset
        pathbook dataset pack my-dataset --output my-dataset-2026.zip
        pathbook report client.json --dataset my-dataset-2026.zip
      """)

  @Argument(help: ArgumentHelp("The dataset's folder.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file; default: the name of the package, in this folder.", valueName: "file"),
    completion: .file(extensions: ["zip"]))
  var output: String?

  func run() throws {
    try Terminal.reporting { try Terminal.say(DatasetArchive.pack(folder, to: output)) }
  }
}
