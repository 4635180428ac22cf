/// A chart of lines over numbers, ready for the library.
///
/// Its cells hold formulas, for which libxlsxwriter 1.1.4 would note zeros in the chart: the values come with it.
struct NativeLineChart: Sendable, Equatable {
  struct Series: Sendable, Equatable {
    /// The cell that holds the name, and the name.
    let name: CellAddress
    let nameText: String
    let values: CellRange
    let numbers: [Double]
  }

  let dataSheet: SheetName
  let title: WorkbookText
  let alternativeText: WorkbookText
  let horizontalAxis: WorkbookText
  let verticalAxis: WorkbookText
  let verticalFormat: String
  /// The places of the points of every series.
  let places: CellRange
  let placeNumbers: [Double]
  let series: [Series]
  let widthInPixels: Int
  let heightInPixels: Int
}
