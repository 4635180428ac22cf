import Advising
import ArgumentParser
import Caseload
import Export
import SafeFiles

/// Which roster is read, and how.
struct RosterArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("CSV, NDJSON, a folder of profiles, or -.", valueName: "roster"), completion: .file())
  var roster: String

  @Option(
    help: ArgumentHelp(
      "Of a CSV roster: comma, semicolon or tab; else as its first line tells.", valueName: "sign"))
  var delimiter: RosterDelimiter?

  func open() throws(ExportFailure) -> RosterFile { try RosterFile(roster, delimiter: delimiter) }
}

extension RosterDelimiter: ExpressibleByArgument {}
