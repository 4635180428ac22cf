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

/// How high a chart is, and where its axis ends.
enum ChartScale {
  private static let heightOfBar = 30
  private static let heightOfLabelLine = 13
  private static let lettersInLabelLine = 32
  /// The title in two lines, the axis with its name, and the margins.
  private static let heightOfFrame = 150
  private static let heightOfLegendLine = 22

  /// Labels of more than one line need room, or programs leave out every second one.
  static func heightInPixels(labels: [String], legendEntries: Int) -> Int {
    let lines = labels.map { 1 + $0.count / lettersInLabelLine }.max() ?? 1
    let heightOfBar = heightOfBar + (lines - 1) * heightOfLabelLine
    return heightOfFrame + labels.count * heightOfBar
      + (legendEntries > 1 ? legendEntries * heightOfLegendLine : 0)
  }

  /// The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten; nil unless the number is above 0.
  static func maximum(above number: Double) -> Double? {
    guard number > 0, number.isFinite else { return nil }
    var power = 1.0
    while power * 10 <= number { power *= 10 }
    while power > number { power /= 10 }
    return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].map { $0 * power }.first { $0 >= number } ?? 10 * power
  }
}

/// Colors that people with color-blindness tell apart, and that differ in lightness (Okabe and Ito, 2008).
enum ChartPalette {
  static let reference: CellStyle.Color = 0x333333
  static let background: CellStyle.Color = 0xFFFFFF
  static let gridline: CellStyle.Color = 0xD9D9D9
  private static let groups: [CellStyle.Color] = [
    0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00,
  ]

  /// The same color with half the light, for what stands out in its group.
  static func darker(_ color: CellStyle.Color) -> CellStyle.Color { (color >> 1) & 0x7F7F7F }

  /// The fill of a group's bars: six colors, then the same ones hatched.
  static func fill(ofGroup index: Int) -> NativeChart.Fill {
    let color = groups[index % groups.count]
    return index / groups.count % 2 == 0 ? .solid(color) : .hatched(color)
  }
}
