import ArgumentParser
import Caseload
import Export

@main
struct PathbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathbook",
    abstract: "Turns a career dataset and a client's profile into advising reports.",
    discussion: """
      EXAMPLES
        Every format, into this folder or another, created if missing:
          pathbook report client.json
          pathbook report client.json --output reports
        Read standard input and print the text:
          pathbook report - --format txt --output - < client.json
        In a browser, without the terminal from then on:
          pathbook session
        A whole caseload, from a table or a folder of profiles:
          pathbook batch roster.csv --output reports
        Check profiles without writing anything:
          pathbook profile check clients/*.json
        What the shipped dataset holds:
          pathbook dataset show
        What is published about any occupation:
          pathbook occupation show "pharmacy technician"

      EXIT CODES
        0   done
        64  wrong usage
        65  bad data
        66  missing input: a file, or the compiler of PDFs
        69  the compiler of PDFs cannot be fetched
        73  cannot create output
        74  input or output error
        129, 130, 143  interrupted (SIGHUP, Ctrl-C, SIGTERM); a batch continues with --resume

      Shell completions: pathbook --generate-completion-script bash (or zsh, fish)
      """,
    version: ProgramVersion.sentence,
    subcommands: [
      ReportCommand.self, CompareCommand.self, ExplainCommand.self, BatchCommand.self, RosterCommand.self,
      CaseloadCommand.self, SessionCommand.self,
      ChartCommand.self,
      TemplateCommand.self,
      ProfileCommand.self,
      DatasetCommand.self, OccupationCommand.self, SetupCommand.self,
    ])

  static func main() {
    Terminal.prepare()
    Terminal.refuseUnreadableArguments()
    if CommandLine.arguments.dropFirst() == ["--version"] { sayVersion() }
    main(nil)
  }

  /// What scripts ask at each run, without the parser of arguments, which takes half of the time.
  private static func sayVersion() -> Never {
    do {
      try Terminal.reporting { try Terminal.say(ProgramVersion.sentence) }
      exit()
    } catch { exit(withError: error) }
  }
}
