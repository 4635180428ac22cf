import Advising
import ArgumentParser
import Caseload
import Export
import SafeFiles

/// Which roster is read, and how.
struct RosterArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A workbook (.xlsx), CSV, JSON, a folder of profiles, or -.", valueName: "roster"),
    completion: .file())
  var roster: String

  @Option(
    help: ArgumentHelp(
      "Of a CSV roster: comma, semicolon, tab or pipe; else as its first rows tell.", valueName: "sign"))
  var delimiter: RosterDelimiter?

  @Option(
    help: ArgumentHelp(
      "What columns are, where their names do not tell: \"Case No=id,Wage=pay_amount\", or a file of two columns. "
        + "A name with nothing behind = is left out.", valueName: "pairs"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Of a workbook: the sheet to read; else the first one with a header.", valueName: "name"))
  var sheet: String?

  func open() throws(ExportFailure) -> RosterFile {
    try RosterFile(
      roster, delimiter: delimiter, columns: columns.map(RosterColumnsLoader.load) ?? RosterColumns(),
      sheet: sheet)
  }
}

extension RosterDelimiter: ExpressibleByArgument {}
