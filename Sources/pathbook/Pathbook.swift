import ArgumentParser
import Export

@main
struct Pathbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathbook",
    abstract: "Turns a career dataset and a client's profile into advising reports.",
    discussion: """
      EXAMPLES
        pathbook report client.json                      CSV, XLSX and text into this folder
        pathbook report client.json --output reports     the same into a folder, made if missing
        pathbook report - --format txt --output - < client.json
                                                         read standard input, print the text
        pathbook profile check clients/*.json            check profiles without writing anything
        pathbook dataset show                            what the shipped dataset holds

      EXIT CODES
        0 done, 64 wrong usage, 65 bad data, 66 missing input, 73 cannot create output, 74 I/O error

      Shell completions: pathbook --generate-completion-script bash (or zsh, fish)
      """,
    version: ProgramVersion.current,
    subcommands: [ReportCommand.self, ProfileCommand.self, DatasetCommand.self])
}
