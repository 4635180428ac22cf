import ArgumentParser
import CareerData
import Export

struct DatasetProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program", abstract: "Work with the training programs of a dataset.",
    discussion: """
      EXAMPLES
        pathbook dataset program add --into my-dataset --from programs.xlsx
      """,
    subcommands: [Add.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add training programs of your region to a dataset.",
      discussion: """
        One program by its options, or a spreadsheet (.xlsx, or saved as CSV) whose first row names the columns: id, provider, title, \
        place, months, cost, credential, specialization, funding, link, as_of, note. A program needs a provider, a title, \
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
        for line in result.lines { try Terminal.say(line) }
        for notice in result.notices { Terminal.note(notice) }
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
