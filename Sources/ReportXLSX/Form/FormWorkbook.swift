import ReportModel

/// An empty table to fill in: a column for each thing asked, with a note, and a list to choose from where there is one.
public struct FormWorkbook: Sendable {
  public struct Column: Sendable, Equatable {
    /// The header.
    public let name: String
    /// Shown with the header, and when a cell of the column is chosen.
    public let note: String
    /// What may be chosen; empty for free text.
    public let choices: [String]
    /// What a number may be; nil for text.
    public let range: ClosedRange<Double>?

    public init(name: String, note: String, choices: [String] = [], range: ClosedRange<Double>? = nil) {
      self.name = name
      self.note = note
      self.choices = choices
      self.range = range
    }
  }

  /// So many rows have the lists and the limits.
  public static let preparedRows = 2_000

  private let title: String
  private let choicesTitle: String
  private let columns: [Column]

  /// - Parameters:
  ///   - title: of the sheet to fill in; at most 31 characters.
  ///   - choicesTitle: of the sheet with the choices.
  public init(title: String, choicesTitle: String, columns: [Column]) {
    self.title = title
    self.choicesTitle = choicesTitle
    self.columns = columns
  }

  /// The workbook.
  ///
  /// - Parameter scratchDirectory: as of ``XLSXReportWriter``.
  /// - Throws: ``WorkbookError``.
  public func bytes(scratchDirectory: String) throws -> [UInt8] {
    var unique = SheetNames(nameless: title)
    let (form, choices) = (unique.unique(title), unique.unique(choicesTitle))
    let file = try ScratchFile(inDirectory: scratchDirectory)
    let contents = try withPlainNumbers {
      var workbook = try Workbook(
        path: file.path, temporaryDirectory: scratchDirectory, branding: Branding())
      try workbook.setProperties(
        WorkbookProperties(
          title: .plain(title), subject: .plain(""), author: .plain(""), company: .plain(""),
          keywords: .plain(""), comments: .plain(""), created: 1_577_836_800))
      try workbook.addWorksheet(named: form) { try writeForm(to: &$0, choices: choices) }
      try workbook.addWorksheet(named: choices) { try writeChoices(to: &$0) }
      return try workbook.close()
    }
    let bytes = try file.readBytes()
    try WorkbookVerifier(sheets: contents).verify(bytes)
    return bytes
  }

  private func writeForm(to sheet: inout Worksheet, choices: SheetName) throws {
    for (index, column) in columns.enumerated() {
      let cell = CellAddress(row: 0, column: index)
      try sheet.write(.cell(column.name), at: cell, style: .tableHeader)
      try sheet.addNote(.plain(column.note), at: cell)
      try sheet.setWidth(ofColumn: index, Double(max(14, column.name.count + 4)))
      let cells = CellRange(rows: 1...Self.preparedRows, columns: index...index)
      if !column.choices.isEmpty {
        let list = CellRange(rows: 1...column.choices.count, columns: index...index)
        try sheet.add(
          InputRule(cells: cells, kind: .list(list, on: choices), title: column.name, hint: column.note))
      } else if let range = column.range {
        try sheet.add(InputRule(cells: cells, kind: .number(range), title: column.name, hint: column.note))
      }
    }
    try sheet.setPage(
      PageSetup(
        isLandscape: true, frozenRows: 1, header: PageText(left: title, right: ""),
        footer: PageText(leftWithPageNumber: "")))
  }

  private func writeChoices(to sheet: inout Worksheet) throws {
    for (index, column) in columns.enumerated() where !column.choices.isEmpty {
      try sheet.write(.cell(column.name), at: CellAddress(row: 0, column: index), style: .tableHeader)
      for (row, choice) in column.choices.enumerated() {
        try sheet.write(.cell(choice), at: CellAddress(row: row + 1, column: index), style: .body)
      }
      try sheet.setWidth(ofColumn: index, 28)
    }
  }
}
