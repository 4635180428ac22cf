/// Which cells and rows of a sheet were written, a bit for each of the first columns: a sheet has thousands of cells,
/// and a set of them takes longer to fill than they take to write.
struct WrittenCells {
  private var masks: [UInt64] = []
  private var isRow: [Bool] = []
  /// Those beyond the columns that have a bit.
  private var others: Set<CellAddress> = []

  /// A cell that is written twice counts once.
  var cellCount: Int { masks.reduce(others.count) { $0 + $1.nonzeroBitCount } }

  /// Rows with a cell or a height of their own.
  var rowCount: Int { isRow.count { $0 } }

  mutating func add(_ cell: CellAddress) {
    addRow(cell.row)
    if cell.column < UInt64.bitWidth {
      masks[cell.row] |= 1 << UInt64(cell.column)
    } else {
      others.insert(cell)
    }
  }

  mutating func addRow(_ row: Int) {
    while isRow.count <= row {
      isRow.append(false)
      masks.append(0)
    }
    isRow[row] = true
  }
}
