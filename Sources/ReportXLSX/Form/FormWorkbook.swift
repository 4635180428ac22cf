import ReportModel

/// A table to fill in: a column for each thing asked, with a note, and a list to choose from where there is one. A second
/// sheet says what each column is; a third one holds the lists.
public struct FormWorkbook: Sendable {
  /// The names of the sheets, and what stands over the columns of the second one.
  public struct Words: Sendable, Equatable {
    public let table: String
    public let guide: String
    public let lists: String
    public let column: String
    public let meaning: String
    public let choices: String

    /// - Parameters:
    ///   - table: of the sheet to fill in, and of the workbook; as the other names of sheets at most 31 characters.
    ///   - guide: of the sheet that explains the columns.
    ///   - lists: of the sheet with what may be chosen.
    public init(
      table: String, guide: String, lists: String, column: String, meaning: String, choices: String
    ) {
      self.table = table
      self.guide = guide
      self.lists = lists
      self.column = column
      self.meaning = meaning
      self.choices = choices
    }
  }

  /// So many rows have the lists and the limits.
  public static let preparedRows = 2_000

  private let words: Words
  private let columns: [FormColumn]

  public init(_ words: Words, columns: [FormColumn]) {
    self.words = words
    self.columns = columns
  }

  /// The workbook.
  ///
  /// - Throws: ``WorkbookError``.
  public func bytes() throws -> [UInt8] {
    var unique = SheetNames(nameless: words.table)
    let (table, guide) = (unique.unique(words.table), unique.unique(words.guide))
    let lists = unique.unique(words.lists)
    return try withPlainNumbers {
      let workbook = try Workbook(branding: Branding())
      try workbook.setProperties(
        WorkbookProperties(
          title: .plain(words.table), subject: .plain(""), author: .plain(""), company: .plain(""),
          keywords: .plain(""), comments: .plain(""), created: 1_577_836_800))
      try workbook.addWorksheet(named: table) { try writeTable(to: &$0, lists: lists) }
      try workbook.addWorksheet(named: guide) { try writeGuide(to: &$0) }
      try workbook.addWorksheet(named: lists) { try writeLists(to: &$0) }
      return try workbook.close()
    }
  }

  private func writeTable(to sheet: inout Worksheet, lists: SheetName) throws {
    for (index, column) in columns.enumerated() {
      let cell = CellAddress(row: 0, column: index)
      // A spreadsheet gives a new row the format of its column.
      let style = column.isText ? CellStyle.typedText : nil
      try sheet.setWidth(ofColumn: index, Self.width(of: column), style: style)
      try sheet.write(.cell(column.name), at: cell, style: .tableHeader)
      try sheet.addNote(.plain(column.note), at: cell)
      try writeExample(column, at: CellAddress(row: 1, column: index), to: &sheet)
      let cells = CellRange(rows: 1...Self.preparedRows, columns: index...index)
      if !column.choices.isEmpty {
        let list = CellRange(rows: 1...column.choices.count, columns: index...index)
        try sheet.add(
          InputRule(cells: cells, kind: .list(list, on: lists), title: column.name, hint: column.note))
      } else if let range = column.range {
        try sheet.add(InputRule(cells: cells, kind: .number(range), title: column.name, hint: column.note))
      }
    }
    try setPage(of: &sheet, title: words.table)
  }

  private func writeExample(_ column: FormColumn, at cell: CellAddress, to sheet: inout Worksheet) throws {
    let style = column.isText ? CellStyle.exampleText : .example
    switch column.example {
    case .text(let text): try sheet.write(.cell(text), at: cell, style: style)
    case .number(let number): try sheet.write(number, at: cell, style: style)
    case nil: break
    }
  }

  private static func width(of column: FormColumn) -> Double {
    let longest = (column.choices + [column.name, column.exampleText]).map(\.count).max() ?? 0
    return Double(min(40, max(14, longest + 4)))
  }

  private static let guideWidths = [26.0, 60, 60]

  private func writeGuide(to sheet: inout Worksheet) throws {
    for (index, header) in [words.column, words.meaning, words.choices].enumerated() {
      try sheet.write(.cell(header), at: CellAddress(row: 0, column: index), style: .tableHeader)
      try sheet.setWidth(ofColumn: index, Self.guideWidths[index])
    }
    for (index, column) in columns.enumerated() {
      let choices = (column.choices.isEmpty ? column.known : column.choices).joined(separator: "; ")
      let texts = [column.name, column.note, choices]
      for (place, text) in texts.enumerated() where !text.isEmpty {
        try sheet.write(.cell(text), at: CellAddress(row: index + 1, column: place), style: .body)
      }
      let heights = zip(texts, Self.guideWidths).map { TextMeasure.height($0, in: $1) }
      try sheet.setHeight(ofRow: index + 1, points: min(ExcelLimits.rowHeight, heights.max() ?? 0))
    }
    try setPage(of: &sheet, title: words.guide)
  }

  private func writeLists(to sheet: inout Worksheet) throws {
    for (index, column) in columns.enumerated() where !column.choices.isEmpty {
      try sheet.write(.cell(column.name), at: CellAddress(row: 0, column: index), style: .tableHeader)
      for (row, choice) in column.choices.enumerated() {
        try sheet.write(.cell(choice), at: CellAddress(row: row + 1, column: index), style: .body)
      }
      try sheet.setWidth(ofColumn: index, 28)
    }
  }

  private func setPage(of sheet: inout Worksheet, title: String) throws {
    try sheet.setPage(
      PageSetup(
        isLandscape: true, frozenRows: 1, header: PageText(left: title, right: ""),
        footer: PageText(leftWithPageNumber: "")))
  }
}

/// A column of a table to fill in: what it asks, and what may stand in it.
public struct FormColumn: Sendable, Equatable {
  public enum Example: Sendable, Equatable {
    case text(String)
    case number(Double)
  }

  /// The header.
  public let name: String
  /// Shown with the header, when a cell of the column is chosen, and on the sheet that explains the columns.
  public let note: String
  /// What may be chosen; empty for free text.
  public let choices: [String]
  /// What the second sheet lists without a list to choose from, as for a cell that takes several.
  public let known: [String]
  /// What a number may be; nil for text.
  public let range: ClosedRange<Double>?
  /// Whether the column keeps what is typed, as 00123, and makes no number or date of it.
  public let isText: Bool
  /// In the row below the header; nil for an empty cell.
  public let example: Example?

  public init(
    name: String, note: String, choices: [String] = [], known: [String] = [],
    range: ClosedRange<Double>? = nil, isText: Bool = false, example: Example? = nil
  ) {
    self.name = name
    self.note = note
    self.choices = choices
    self.known = known
    self.range = range
    self.isText = isText
    self.example = example
  }
}

extension FormColumn {
  fileprivate var exampleText: String { if case .text(let text) = example { text } else { "" } }
}

extension CellStyle {
  /// Excel's format of text: what is typed stays as it is.
  private static let textFormat = "@"
  static let typedText = CellStyle(numberFormat: textFormat)
  fileprivate static let example = CellStyle(isItalic: true, fontColor: .rgb(0x595959))
  fileprivate static let exampleText = example.with { $0.numberFormat = textFormat }
}
