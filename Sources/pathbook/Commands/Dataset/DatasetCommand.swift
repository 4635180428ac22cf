import ArgumentParser

struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "Work with career datasets.",
    discussion: """
      EXAMPLES
        pathbook dataset show
        pathbook dataset show --dataset my-occupation
      """,
    subcommands: [DatasetShow.self])
}
