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
