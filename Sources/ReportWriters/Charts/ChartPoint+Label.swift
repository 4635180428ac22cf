import ReportModel

extension ChartPoint {
  /// The client's own are marked with a sign too, so that no color is needed to find them.
  var markedLabel: String {
    switch emphasis {
    case .none: label
    case .present: "● \(label)"
    case .target: "▶ \(label)"
    }
  }
}
