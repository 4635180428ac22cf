/// The place of a cell on its sheet; row and column count from 0.
struct CellAddress: Hashable, Sendable {
  var row: Int
  var column: Int

  /// As Excel writes it: `C12`.
  var a1: String { Self.letters(column) + String(row + 1) }

  /// The same wherever the formula with it is copied to: `$C$12`.
  var absolute: String { "$\(Self.letters(column))$\(row + 1)" }

  private static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26)))) + letters
      rest /= 26
    }
    return letters
  }
}

/// A rectangle of cells, both corners included.
struct CellRange: Hashable, Sendable {
  let first: CellAddress
  let last: CellAddress

  init(_ first: CellAddress, _ last: CellAddress) {
    self.first = first
    self.last = last
  }

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    first = CellAddress(row: rows.lowerBound, column: columns.lowerBound)
    last = CellAddress(row: rows.upperBound, column: columns.upperBound)
  }

  var rows: ClosedRange<Int> { first.row...last.row }
  var columns: ClosedRange<Int> { first.column...last.column }
  var isOneCell: Bool { first == last }

  /// As a formula on any sheet writes it: `'What-if data'!$A$3:$A$11`.
  func reference(on sheet: SheetName) -> String {
    let cells = isOneCell ? first.absolute : "\(first.absolute):\(last.absolute)"
    return "\(sheet.quoted)!\(cells)"
  }
}
