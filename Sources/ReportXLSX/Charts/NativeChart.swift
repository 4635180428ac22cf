import ReportModel

/// A bar chart of the workbook, ready for the library: where its numbers stand and how it looks.
struct NativeChart: Sendable, Equatable {
  enum Fill: Sendable, Equatable {
    /// The bar only holds a place.
    case none
    case solid(CellStyle.Color)
    case hatched(CellStyle.Color)
  }

  enum Labels: Sendable, Equatable {
    case none
    /// The values, at the ends of the bars, in a number format.
    case values(format: String)
    /// A text for each point; an empty one hides the label.
    case texts([WorkbookText])
  }

  struct Series: Sendable, Equatable {
    /// The cell that holds the name.
    let name: CellAddress
    let values: CellRange
    let fill: Fill
    /// For each point; what stands out has an outline, or is darker.
    var emphasis: [Emphasis] = []
    var labels = Labels.none
    /// The name of a line through the ends of the bars; nil for no line.
    var line: WorkbookText?
    let isInLegend: Bool
  }

  let dataSheet: SheetName
  /// False when bars are covered in part: then gridlines would be too.
  let hasGridlines: Bool
  let title: WorkbookText
  let alternativeText: WorkbookText
  let categoryAxis: WorkbookText
  let valueAxis: WorkbookText
  let valueFormat: String
  /// False when a bar goes below zero.
  let startsAtZero: Bool
  /// Nil for what the program that shows the chart thinks best.
  let axisMaximum: Double?
  let categories: CellRange
  let hasLegend: Bool
  let series: [Series]
  var widthInPixels = 720
  let heightInPixels: Int

}
