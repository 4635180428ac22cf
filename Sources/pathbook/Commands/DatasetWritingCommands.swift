import ArgumentParser
import CareerData
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

  @Option(
    help: ArgumentHelp("The occupation: its SOC code, such as 29-2052, or its title.", valueName: "code"))
  var soc: String

  @Option(
    help: ArgumentHelp(
      "What the dataset and its reports call the work; default: the title in OEWS.", valueName: "title"))
  var title: String?

  @Option(
    name: .customLong("from"), parsing: .upToNextOption,
    help: ArgumentHelp("OEWS files, .zip, .xlsx or .csv; the projections, .xlsx.", valueName: "file"),
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
      let result = try DatasetImporter(files: files, period: period).make(
        into, soc: try Catalogue.socCode(of: soc), title: title)
      try Terminal.say(result.lines, notices: result.notices)
    }
  }
}

struct DatasetImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Update a dataset, or the catalogue of occupations, from files of the Bureau of Labor Statistics.",
    discussion: """
      The files are those of https://www.bls.gov/oes/tables.htm: national, state, metropolitan and nonmetropolitan area, \
      industry; the .zip, the .xlsx in it, or the same table as .csv. They replace the figures of the dataset's \
      occupation, and the national annual median of the occupations to compare with; all else stays. At any moment \
      the dataset is either the old one or the new one. Importing the same files again changes nothing. \
      The workbook of the Employment Projections, occupation.xlsx of https://www.bls.gov/emp/tables.htm, replaces the \
      outlook figures and what entry asks for. Figures older than those of the dataset are refused without --older; rows about a single kind of owner (state \
      government, private) are ignored.

      With --catalogue the catalogue of all occupations is renewed in place of one dataset, from national and state \
      files, the projections, and tables of O*NET as text; a folder that is missing gets the shipped catalogue first.

      EXAMPLES
        pathbook dataset copy my-dataset
        pathbook dataset import occupation.xlsx --into my-dataset
        pathbook dataset import oesm25nat.zip --catalogue my-catalogue
        pathbook dataset import oesm25nat.zip oesm25st.zip oesm25in4.zip --into my-dataset
        pathbook dataset import table.csv --into my-dataset --period "May 2025"
      """)

  @Argument(
    help: ArgumentHelp("OEWS files, .zip, .xlsx or .csv; the projections, .xlsx.", valueName: "file"),
    completion: .file(extensions: ["zip", "xlsx", "csv", "txt"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("The dataset to update: a folder, or a .zip of one.", valueName: "dir"),
    completion: .directory)
  var into: String?

  @Option(
    help: ArgumentHelp("The catalogue of occupations to renew, a folder.", valueName: "dir"),
    completion: .directory)
  var catalogue: String?

  @Option(help: ArgumentHelp("The version of the O*NET tables, such as 29.3.", valueName: "version"))
  var onet: String?

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

  func validate() throws {
    guard (into == nil) != (catalogue == nil) else {
      throw ValidationError("Give the dataset by --into, or the catalogue by --catalogue.")
    }
    if catalogue != nil, soc != nil {
      throw ValidationError("--soc goes with --into: a catalogue has all occupations.")
    }
    if catalogue == nil, onet != nil { throw ValidationError("--onet goes with --catalogue.") }
  }

  func run() throws {
    try Terminal.reporting {
      if let catalogue {
        let renewer = try CatalogueRenewer(files: files, period: period, onetVersion: onet)
        let result = try renewer.renew(catalogue, allowsOlder: older)
        try Terminal.say(result.lines, notices: result.notices)
      } else if let into {
        let result = try DatasetImporter(files: files, period: period).renew(
          into, soc: soc.map { try Catalogue.socCode(of: $0) }, allowsOlder: older)
        try Terminal.say(result.lines, notices: result.notices)
      }
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

struct DatasetProgramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program", abstract: "Work with the training programs of a dataset.",
    discussion: """
      EXAMPLES
        pathbook dataset program add --into my-dataset --from programs.xlsx
      """,
    subcommands: [Add.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add training programs of your region to a dataset.",
      discussion: """
        One program by its options, or a spreadsheet (.xlsx, or saved as CSV) whose first row names the columns: id, \
        provider, title, place, months, cost, credential, specialization, funding, link, as_of, note. A program needs a provider, a title, \
        a place, a day, and a credential or a specialization that it prepares for. One with the id of a program that is \
        there takes its place.

        EXAMPLES
          pathbook dataset copy my-dataset
          pathbook dataset program add --into my-dataset --from programs.xlsx
          pathbook dataset program add --into my-dataset --provider "Example College (made up)" \\
            --title "Coding certificate" --place online --months 9 --cost 2400 --credential CPC --as-of 2026-11-01
        """)

    @Option(
      help: ArgumentHelp("The dataset to change: a folder, or a .zip of one.", valueName: "dir"),
      completion: .directory)
    var into: String

    @Option(
      name: .customLong("from"),
      help: ArgumentHelp("Programs in a spreadsheet, .xlsx or .csv.", valueName: "file"),
      completion: .file(extensions: ["xlsx", "csv"]))
    var file: String?

    @Option(help: ArgumentHelp("Else made from provider and title.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("Who teaches it.", valueName: "name"))
    var provider: String?

    @Option(help: ArgumentHelp("What it is called.", valueName: "title"))
    var title: String?

    @Option(help: ArgumentHelp("Where: a town, or online.", valueName: "place"))
    var place: String?

    @Option(help: ArgumentHelp("How long it takes.", valueName: "months"))
    var months: String?

    @Option(help: ArgumentHelp("US dollars for the whole program.", valueName: "dollars"))
    var cost: String?

    @Option(help: ArgumentHelp("The credential that it prepares for.", valueName: "id"))
    var credential: String?

    @Option(help: ArgumentHelp("The specialization that it prepares for.", valueName: "id"))
    var specialization: String?

    @Option(help: ArgumentHelp("Who may pay for it.", valueName: "words"))
    var funding: String?

    @Option(help: ArgumentHelp("Its page, https.", valueName: "address"))
    var link: String?

    @Option(
      help: ArgumentHelp("The day on which you looked.", valueName: "YYYY-MM-DD"),
      transform: CalendarDate.argument)
    var asOf: CalendarDate?

    @Option(help: ArgumentHelp("Anything else.", valueName: "words"))
    var note: String?

    func validate() throws {
      let isOne = provider != nil || title != nil
      guard isOne != (file != nil) else {
        throw ValidationError(
          "Give one program by --provider, --title and so on, or a file of them by --from.")
      }
    }

    func run() throws {
      try Terminal.reporting {
        let programs = try file.map(ProgramEditor.programs) ?? [program]
        let result = try ProgramEditor(into).add(programs)
        try Terminal.say(result.lines, notices: result.notices)
      }
    }

    private var program: ProgramEditor.Program {
      let cells: [String: String?] = [
        "id": id, "provider": provider, "title": title, "place": place, "months": months, "cost": cost,
        "credential": credential, "specialization": specialization, "funding": funding, "link": link,
        "as_of": asOf?.iso, "note": note,
      ]
      return cells.compactMapValues { $0 }
    }
  }
}
