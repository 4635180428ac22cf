import ReportModel

/// A bar chart of the workbook, ready for the library: where its numbers stand and how it looks.
struct NativeChart: Sendable, Equatable {
  enum Hatching: Sendable, Equatable { case upward, downward }

  enum Fill: Sendable, Equatable {
    /// The bar only holds a place.
    case none
    case solid(CellStyle.Color)
    case hatched(CellStyle.Color, Hatching)
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
    /// For each point; what stands out has the color of the client or of the aim.
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
  private static let lettersAtBarLine = 12
  /// The title in two lines, the axis with its name, and the margins.
  private static let heightOfFrame = 150
  private static let heightOfLegendLine = 22

  /// Labels of more than one line need room, or programs leave out every second one.
  ///
  /// - Parameter longest: how many letters the longest of the texts at the ends of bars has.
  static func heightInPixels(labels: [String], longest: Int, legendEntries: Int) -> Int {
    let lines = max(
      labels.map { 1 + $0.count / lettersInLabelLine }.max() ?? 1, 1 + longest / lettersAtBarLine)
    let heightOfBar = heightOfBar + (lines - 1) * heightOfLabelLine
    return heightOfFrame + labels.count * heightOfBar
      + (legendEntries > 1 ? legendEntries * heightOfLegendLine : 0)
  }

  /// The next of 1, 2, 2.5, 5 and 10 times a power of ten: steps that people count in.
  static func roundStep(atLeast number: Double) -> Double {
    guard let power = maximum(above: number).map({ _ in number }) else { return 1 }
    var ten = 1.0
    while ten * 10 <= power { ten *= 10 }
    while ten > power { ten /= 10 }
    return [1, 2, 2.5, 5].map { $0 * ten }.first { $0 >= power } ?? 10 * ten
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

/// Few colors, those of the page's charts: one for the client, one for the aim, greys for the rest. People with
/// color-blindness tell them apart, and in print they differ in lightness.
enum ChartPalette {
  static let background: CellStyle.Color = 0xFFFFFF
  static let gridline: CellStyle.Color = 0xD9DCE1
  static let ink: CellStyle.Color = 0x1B1F24
  static let client: CellStyle.Color = 0xB34A00
  static let aim: CellStyle.Color = 0x00509E
  /// The wages of a place, their middle half, and the edge of both.
  static let band: CellStyle.Color = 0xDDE5F1
  static let middle: CellStyle.Color = 0x93B1DB
  static let edge: CellStyle.Color = 0x5F7DA6
  private static let groups: [CellStyle.Color] = [0x858C96, 0xC3C8CF, 0x5B626C]

  /// Nil for what has the color of its group.
  static func color(_ emphasis: Emphasis) -> CellStyle.Color? {
    switch emphasis {
    case .none: nil
    case .present: client
    case .target: aim
    }
  }

  /// The fill of a group's bars: three greys, then the same ones hatched, and hatched the other way.
  static func fill(ofGroup index: Int) -> NativeChart.Fill {
    let color = groups[index % groups.count]
    return switch index / groups.count % 3 {
    case 0: .solid(color)
    case 1: .hatched(color, .upward)
    default: .hatched(color, .downward)
    }
  }
}
