import CareerData
import Testing

extension BrokenDataset {
  /// A day on which no figure of the sample datasets is old.
  static let freshDay = "2025-06-01"

  /// The finding on the one source of the small dataset that says itself that it is undated is left out, and
  /// those on translations, which words changed by a test no longer have.
  func findings(asOf day: String = freshDay) throws -> [CheckFinding] {
    try DatasetCheck(DatasetFiles(files: files), asOf: #require(CalendarDate(iso: day))).findings
      .filter { $0.kind != .sourceSaysUndated && $0.rule != "translation" }
  }

  /// The findings with an error's or a warning's severity.
  func complaints(asOf day: String = freshDay) throws -> [CheckFinding] {
    try findings(asOf: day).filter { $0.severity != .note }
  }
}

extension CheckFinding {
  /// `error pay.csv 12 value percentile_order`
  var summary: String {
    "\(severity.rawValue) \(place.file) \(place.row ?? 0) \(place.column ?? "-") \(rule)"
  }
}
