import Calculation
import ReportModel

/// What stands in a cell.
enum CellContent: Equatable {
  /// Nothing, but the style shows.
  case blank
  case text(String)
  /// - Parameter shown: the number in words, for the width of its column.
  case number(Double, format: String, shown: String)
  case date(ReportDate, format: String, shown: String)
  case link(SheetLink, text: String)
  /// A formula in Excel's syntax without `=`, and what it comes to; the format is for a number.
  case formula(String, value: FormulaValue, format: String?)
  /// The number of a source, a link to its row in the table of sources.
  case source(id: String, number: Int)

  /// What a reader sees, more or less.
  var shown: String {
    switch self {
    case .blank: ""
    case .text(let text), .link(_, let text): text
    case .number(_, _, let shown), .date(_, _, let shown): shown
    case .formula(_, let value, _): value.text ?? value.number.map { "\($0)" } ?? ""
    case .source(_, let number): "[\(number)]"
    }
  }

  /// True for what is shown as ####, not cut or wrapped, when its column is too narrow.
  var needsItsWidth: Bool {
    switch self {
    case .number, .date, .source, .formula: true
    case .blank, .text, .link: false
    }
  }
}

/// Turns the values of a report into contents of cells.
struct CellContents {
  let formatter: ValueFormatter
  let words: WorkbookWords
  let branding: Branding
  private let formats: NumberFormats
  private let sourceNumbers: [String: Int]
  private let linkedSources: Set<String>
  /// The names of the what-if, which formulas of every sheet can use.
  let liveNames: Set<String>

  /// - Parameter sections: those that the workbook shows.
  init(_ report: Report, words: WorkbookWords, sections: [Section]) {
    self.words = words
    branding = report.branding
    formatter = ValueFormatter(for: report)
    formats = NumberFormats(style: report.style)
    sourceNumbers = Dictionary(
      report.sources.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    linkedSources = SourceTable.rowIDs(in: sections)
    liveNames = report.whatIf?.names ?? []
  }

  /// The formulas of the calculated numbers of a row; nil for what follows from nothing that a reader can change.
  func liveFormulas(_ cells: [Value]) -> [LiveFormula?] {
    cells.map { LiveFormula($0, among: cells, names: liveNames) }
  }

  func content(_ value: Value) -> CellContent {
    switch value {
    case .missing: .blank
    case .text(let text): .text(text)
    case .link(let text): SheetLink(web: text).map { .link($0, text: text) } ?? .text(text)
    case .quantity(let quantity): number(quantity, bound: nil, value)
    case .bounded(let bound, let quantity): number(quantity, bound: bound, value)
    case .range: .text(formatter.text(value))
    case .date(let date): dateContent(date, value)
    case .source(let id): source(id, value)
    }
  }

  private func number(_ quantity: Quantity, bound: Bound?, _ value: Value) -> CellContent {
    guard let format = formats.format(quantity, bound: bound) else { return .text(formatter.text(value)) }
    return .number(NumberFormats.number(quantity), format: format, shown: formatter.text(value))
  }

  private func source(_ id: String, _ value: Value) -> CellContent {
    guard let number = sourceNumbers[id], linkedSources.contains(id) else {
      return .text(formatter.text(value))
    }
    return .source(id: id, number: number)
  }

  /// Excel counts days right from March 1900 on; earlier days are text.
  private func dateContent(_ date: ReportDate, _ value: Value) -> CellContent {
    guard ExcelLimits.years.contains(date.year) else { return .text(formatter.text(value)) }
    return .date(date, format: formats.dateFormat, shown: formatter.text(value))
  }
}

/// The table that the numbers of sources link to.
enum SourceTable {
  /// The id of the table in the report; its rows have the ids of the sources.
  static let id = "sources"

  static func rowIDs(in sections: [Section]) -> Set<String> {
    var ids: Set<String> = []
    for section in sections {
      for case .table(let table) in section.blocks where table.id == id {
        ids.formUnion(table.rows.map(\.id))
      }
    }
    return ids
  }
}
