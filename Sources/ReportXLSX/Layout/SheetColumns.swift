import ReportModel

/// The widths of a sheet's columns, from all that stands in them, in widths of the digit 0.
struct SheetColumns {
  private static let widestAddress = 64.0
  private static let widestFactText = 36.0
  /// A line for each source.
  private static let widestSource = 70.0
  private static let widestFactLabel = 36.0
  /// Longer lines are hard to read.
  private static let widestProse = 120.0
  /// Prose is not squeezed under a narrow table.
  private static let narrowestProse = 92.0
  private static let widestSharedText = 24.0
  /// A statistic and its source on two lines.
  private static let widestGroup = 44.0
  private static let filterButton = 3.0
  private static let padding = 3.0
  private static let dateColumn = 16.0

  private(set) var widths: [Double]
  /// Prose stands from the first column to this one.
  private(set) var lastProseColumn: Int

  init(tables: [FlatTable], facts: [(label: String, value: CellContent)], hasForm: Bool) {
    widths = [12, 12, 12]
    lastProseColumn = 2
    let figureColumns = Set(tables.flatMap(Self.figureColumns))
    for table in tables { widen(for: table, sharedWithFigures: figureColumns) }
    for fact in facts {
      widen(0, to: min(Self.widestFactLabel, TextMeasure.width(fact.label) + Self.padding))
      widen(1, to: Self.width(of: fact.value, style: .body, widestText: Self.widestFactText))
    }
    setProse()
    if hasForm { widen(lastProseColumn, to: Self.dateColumn) }
  }

  /// Widths that are given; prose stands across the first columns, of nil across all.
  init(widths: [Double], proseColumns: Int? = nil) {
    self.widths = widths
    lastProseColumn = (proseColumns ?? widths.count) - 1
  }

  var totalWidth: Double { widths.reduce(0, +) }

  func width(_ columns: ClosedRange<Int>) -> Double { widths[columns].reduce(0, +) }

  var proseWidth: Double { width(0...lastProseColumn) }

  /// How many pixels the prose is wide; Excel draws a column 7 pixels for each digit and 5 more.
  var proseWidthInPixels: Int { Int(widths[0...lastProseColumn].reduce(0) { $0 + $1 * 7 + 5 }) }

  /// Where a table has numbers or short words.
  private static func figureColumns(_ table: FlatTable) -> [Int] {
    table.columns.indices.filter { index in
      let column = table.columns[index]
      return column.role != .detail && column.role != .stub && !column.namesGroups
    }
  }

  /// Sentences that share a column with another table's figures are kept narrower, since they would spread the
  /// figures and shrink the print.
  private mutating func widen(for table: FlatTable, sharedWithFigures: Set<Int>) {
    for (index, column) in table.columns.enumerated() {
      let style = CellStyle.tableHeader
      let words = TextMeasure.longestWord(column.header, style: style) + Self.filterButton + Self.padding
      let isSentence = column.role == .detail || column.namesGroups
      let isShared = isSentence && sharedWithFigures.contains(index)
      let widestText =
        table.id == SourceTable.id
        ? Self.widestSource : isShared ? Self.widestSharedText : Self.widestText(column)
      widen(index, to: min(words, widestText))
      widen(index, to: min(TextMeasure.width(column.header, style: style) + Self.filterButton, 13))
      for row in table.rows {
        let style = CellStyle.body.with { $0.isBold = row.emphasis != .none }
        widen(index, to: Self.width(of: row.cells[index], style: style, widestText: widestText))
      }
    }
  }

  /// Longer text wraps.
  private static func widestText(_ column: FlatColumn) -> Double {
    if column.namesGroups { return widestGroup }
    return switch column.role {
    case .stub: 30
    case .figure, .word, .source: 20
    case .detail: 36
    }
  }

  private static func width(of content: CellContent, style: CellStyle, widestText: Double) -> Double {
    let width = TextMeasure.width(content.shown, style: style) + padding
    // An address has no place to break.
    if case .link = content { return min(width, max(widestText, widestAddress)) }
    return min(width, content.needsItsWidth ? ExcelLimits.columnWidth : widestText)
  }

  private mutating func widen(_ column: Int, to width: Double) {
    while widths.count <= column { widths.append(8) }
    widths[column] = max(widths[column], width.rounded(.up))
  }

  private mutating func setProse() {
    var width = 0.0
    for (index, columnWidth) in widths.enumerated() {
      width += columnWidth
      if index > 2, width > Self.widestProse { break }
      lastProseColumn = index
    }
    let missing = Self.narrowestProse - proseWidth
    guard missing > 4, lastProseColumn == widths.count - 1 else { return }
    widths.append(missing.rounded(.up))
    lastProseColumn += 1
  }
}
