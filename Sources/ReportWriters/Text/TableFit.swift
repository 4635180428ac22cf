import ReportModel

/// Which columns of a table stand beside each other on a page, how wide, and which stand under the row.
struct TableFit {
  struct Shown: Equatable {
    let index: Int
    /// In columns of the page.
    var width: Int
    let isRight: Bool
  }

  /// The columns beside each other: the first of the table, then words and figures.
  let shown: [Shown]
  /// The indexes of the columns under the row, in the order of the table.
  let under: [Int]

  /// The first column may be broken over lines down to this width before others have to go.
  private static let narrowestStub = 24
  /// A word column and a word of a header are broken over lines beyond this width.
  private static let widestWord = 24

  /// - Parameter cells: for each row the words of each column.
  init(columns: [Column], headers: [String], cells: [[String]], pageWidth: Int) {
    guard !columns.isEmpty else {
      (shown, under) = ([], [])
      return
    }
    func widestCell(_ index: Int) -> Int { cells.reduce(0) { max($0, DisplayWidth.of($1[index])) } }

    var beside: [Shown] = []
    for (index, column) in columns.enumerated().dropFirst() where column.role != .detail {
      let header = min(LineWrapping.widestWord(headers[index]), Self.widestWord)
      let isFigure = column.role == .figure
      let cell = isFigure ? widestCell(index) : min(widestCell(index), Self.widestWord)
      beside.append(Shown(index: index, width: max(header, cell, 1), isRight: isFigure))
    }
    let stub = max(widestCell(0), DisplayWidth.of(headers[0]), 1)
    func width(_ columns: [Shown]) -> Int { columns.reduce(0) { $0 + 2 + $1.width } }
    while !beside.isEmpty, min(stub, Self.narrowestStub) + width(beside) > pageWidth { beside.removeLast() }

    let stubWidth = min(stub, pageWidth - width(beside))
    shown = [Shown(index: 0, width: stubWidth, isRight: false)] + beside
    let besideIndexes = beside.map(\.index)
    under = columns.indices.dropFirst().filter { !besideIndexes.contains($0) }
  }
}
