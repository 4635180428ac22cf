import ArgumentParser
import CareerData
import Export

/// What stands in a client's files, of one client or of many.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The formats, separated by commas: \(OutputFormat.all.map(\.id).joined(separator: ", ")).",
      valueName: "list"),
    completion: .list(OutputFormat.all.map(\.id)),
    transform: OutputFormat.list)
  var format = OutputFormat.standard

  @Option(
    help: ArgumentHelp(
      "The date of the report; else the profile's, else today.", valueName: "YYYY-MM-DD"),
    transform: CalendarDate.argument)
  var reportDate: CalendarDate?

  @Flag(help: "Text without drawing characters, for a screen reader.")
  var ascii = false

  @Flag(
    name: .customLong("raw-csv"),
    help: "Leave text cells of the CSV as they are, even if a spreadsheet would run them.")
  var rawCSV = false

  @Flag(
    name: .customLong("bom"),
    help: "Begin the CSV with a byte order mark, so that spreadsheets read its letters right.")
  var marksCSV = false

  @Flag(help: "Lock the cells of the workbook but for the assumptions of the what-if; there is no password.")
  var protect = false

  @Flag(help: "Leave out the names of the client and the advisor, and the notes.")
  var redact = false

  var exporterOptions: ReportExporter.Options {
    var options = ReportExporter.Options()
    options.formats = format
    options.usesASCII = ascii
    options.escapesFormulas = !rawCSV
    options.marksCSV = marksCSV
    options.workbook.isProtected = protect
    return options
  }
}

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
