import ArgumentParser

struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "Work with career datasets.",
    discussion: """
      EXAMPLES
        pathbook dataset show
        pathbook dataset show --dataset my-occupation
        pathbook dataset show --figure oews-national-median
        pathbook dataset check my-occupation
        pathbook dataset diff last-year this-year
      """,
    subcommands: [DatasetShow.self, DatasetCheck.self, DatasetDiff.self])
}
