import ReportModel

extension ReportTemplate {
  /// The words that a workbook adds to those of the report.
  public var workbookWords: WorkbookWords {
    func text(_ phrase: WorkbookPhrase) -> String { wording.text(phrase) }
    return WorkbookWords(
      chartData: text(.chartData), whatIfData: text(.whatIfData), sheet: text(.sheet), basis: text(.basis),
      column: text(.column), low: text(.low), dashedLine: text(.dashedLine), empty: text(.empty),
      foundRows: text(.foundRows), name: text(.name), row: text(.row), unknownPath: text(.unknownPath))
  }
}

enum WorkbookPhrase: String, PhraseKey {
  static let group = "workbook"
  case chartData = "chart_data"
  case whatIfData = "what_if_data"
  case sheet, basis, column, low
  case dashedLine = "dashed_line"
  case empty
  case foundRows = "found_rows"
  case name, row
  case unknownPath = "unknown_path"
}
