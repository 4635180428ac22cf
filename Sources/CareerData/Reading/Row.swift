import Tabular

/// A row of an open table, read by its columns. A cell that is not what its column asks for reads as missing: the
/// checks have noted it.
struct Row {
  let table: OpenTable
  let index: Int
  /// Words of prose in the language asked for; prose that is not in it stays as it is.
  let translations: [String: String]

  private func cell(_ column: Int?) -> ArraySlice<UInt8>? {
    column.flatMap { table.cell(index, $0) }
  }

  /// Empty when there is no value.
  subscript(column: TextColumn) -> String { text(column) ?? "" }

  /// Nil when there is no value.
  func text(_ column: TextColumn) -> String? {
    let text = cell(column.index).map { String(decoding: $0, as: UTF8.self) }
    return column.isProse ? text.map { translations[$0] ?? $0 } : text
  }

  subscript(column: NumberColumn) -> Double? { cell(column.index).flatMap(CellValue.double) }

  subscript(column: IntegerColumn) -> Int? { cell(column.index).flatMap(CellValue.integer) }

  /// False when there is no value.
  subscript(column: FlagColumn) -> Bool { cell(column.index).flatMap(CellValue.boolean) ?? false }

  subscript(column: DateColumn) -> CalendarDate? { cell(column.index).flatMap(CellValue.date) }

  subscript<Choice>(column: ChoiceColumn<Choice>) -> Choice? {
    guard let cell = cell(column.index) else { return nil }
    return column.choices.first { cell.elementsEqual($0.text) }?.choice
  }

  subscript(columns: SubjectColumns) -> Subject? {
    self[columns.kind].map { Subject($0, self[columns.id]) }
  }
}
