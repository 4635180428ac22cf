import Advising
import ArgumentParser
import CareerData
import Caseload
import Export
import ReportModel
import SafeFiles

struct DatasetOption: ParsableArguments {
  /// None for the shipped one.
  @Option(
    name: .customLong("dataset"),
    help: ArgumentHelp(
      """
      A dataset folder, a .zip of one, a folder that holds several, or the name of another shipped one (see "pathbook \
      dataset list"). May be given again: each dataset covers its occupation, and the first one is taken for a client whose \
      profile names none.
      """, valueName: "name|dir"),
    completion: .directory)
  var folders: [String] = []

  func shelf() throws(ExportFailure) -> DatasetShelf { try DatasetShelf(folders) }

  /// The one dataset of a command that works on one; nil for the shipped one.
  func only() throws(ExportFailure) -> String? {
    guard folders.count > 1 else { return folders.first }
    throw .usage(
      "--dataset is given \(folders.count) times, and this command takes one dataset; give it once")
  }
}

struct TemplateOption: ParsableArguments {
  @Option(
    name: .customLong("template"),
    help: ArgumentHelp(
      """
      A shipped template: standard, brief (page one alone), full (with every table) or session (for a shared screen), each \
      with -es at its end for Spanish; or a folder with your own.
      """, valueName: "name|dir"),
    completion: .directory)
  var name = TemplateLoader.standardName
}

/// Which roster is read, and how.
struct RosterArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A workbook (.xlsx), CSV, JSON, a folder of profiles, or -.", valueName: "roster"),
    completion: .file())
  var roster: String

  @Option(
    help: ArgumentHelp(
      "Delimiter of a CSV roster: comma, semicolon, tab or pipe; default: detected from the first rows.",
      valueName: "sign"))
  var delimiter: RosterDelimiter?

  @Option(
    help: ArgumentHelp(
      "What columns hold, where their names do not tell: \"Case No=id,Wage=pay_amount\", or a file of two columns. "
        + "A name with nothing after = is ignored.", valueName: "pairs"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Sheet of a workbook to read; default: the first one with a header.", valueName: "name"))
  var sheet: String?

  func open() throws(ExportFailure) -> RosterFile {
    try RosterFile(
      roster, delimiter: delimiter, columns: columns.map(RosterColumnsLoader.load) ?? RosterColumns(),
      sheet: sheet)
  }
}

extension RosterDelimiter: ExpressibleByArgument {}

/// One client's profile.
struct ProfileArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The client's profile, a JSON file; - reads standard input.", valueName: "profile"),
    completion: .file(extensions: ["json"]))
  var profile: String

  /// What deserves a look in the profile is said on standard error.
  func load(for datasets: DatasetShelf) throws(ExportFailure) -> ClientProfile {
    let reading = try ProfileLoader(datasets: datasets).load(profile)
    for notice in reading.notices { Terminal.note("\(ProfileLoader.name(of: profile)): \(notice)") }
    return reading.profile
  }
}

struct DateOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The date of the report; default: the profile's date, or today.", valueName: "YYYY-MM-DD"),
    transform: CalendarDate.argument)
  var reportDate: CalendarDate?

  func date(for profile: ClientProfile) -> CalendarDate { reportDate ?? profile.reportDate ?? Clock.today }
}

/// What stands in a client's files, of one client or of many.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Formats, separated by commas: \(OutputFormat.all.map(\.id).joined(separator: ", ")); default: "
        + "\(OutputFormat.standard.map(\.id).joined(separator: ",")), and html,csv with a template for the screen.",
      valueName: "list"),
    completion: .list(OutputFormat.all.map(\.id)),
    transform: OutputFormat.list)
  var format: [OutputFormat]?

  @OptionGroup var date: DateOption

  @Flag(help: "Text without drawing characters, for a screen reader.")
  var ascii = false

  @Flag(
    name: .customLong("raw-csv"),
    help: "Leave text cells of the CSV as they are, even if a spreadsheet would run them.")
  var rawCSV = false

  @Option(
    help: ArgumentHelp(
      "What is printed on: letter or a4, for PDF, workbook and page; default: the template's, which is letter for the "
        + "shipped ones.", valueName: "size"))
  var paper: Paper?

  @Flag(
    name: .customLong("bom"),
    help: "Begin the CSV with a byte order mark, by which spreadsheets recognize UTF-8.")
  var marksCSV = false

  @Flag(help: "Lock the cells of the workbook, except the assumptions of the what-if; there is no password.")
  var protect = false

  @Option(
    help: ArgumentHelp(
      """
      Whose copy: 'client' has no notes and no open questions, and may be given away; 'advisor' begins with a page for you \
      alone, which has both.
      """, valueName: "copy"))
  var copy = ReportCopy.client

  @Flag(help: "Leave out the names of the client and the advisor, the notes and the agreed steps.")
  var redact = false

  /// - Parameter template: decides which formats are written where none are asked for.
  func exporterOptions(for template: LoadedTemplate) -> ReportExporter.Options {
    var options = ReportExporter.Options()
    options.formats = format ?? OutputFormat.standard(with: template)
    options.usesASCII = ascii
    options.copy = copy
    options.escapesFormulas = !rawCSV
    options.marksCSV = marksCSV
    options.workbook.isProtected = protect
    return options
  }
}

extension ReportCopy: ExpressibleByArgument {}
extension Paper: ExpressibleByArgument {}

extension OutputFormat {
  /// Formats separated by commas, each once.
  static func list(_ words: String) throws -> [OutputFormat] {
    let formats = try words.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let format = OutputFormat.named(String(word)) else {
        let allowed = OutputFormat.all.map(\.id).joined(separator: ", ")
        throw ValidationError("'\(word)' is not a format; allowed: \(allowed)")
      }
      return format
    }
    return OutputFormat.all.filter(formats.contains)
  }
}

extension CalendarDate {
  static func argument(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("'\(text)' is not a date that exists; write it as YYYY-MM-DD")
    }
    return date
  }
}
