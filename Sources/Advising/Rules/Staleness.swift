import CareerData

/// Whether wages have probably risen since the figures were collected. Figures are never aged in silence.
public struct Staleness: Sendable, Equatable {
  /// Figures older than this many months at the date of the report are said to be so.
  public static let months = 12

  /// The source of the occupation's national pay.
  public let source: Source
  /// True when the report's date is more than ``months`` after the last day of the figures' period.
  public let isStale: Bool

  /// Nil when the source does not date its figures.
  init?(_ source: Source, reportDate: CalendarDate) {
    guard let lastDay = source.lastDay else { return nil }
    self.source = source
    let months = (reportDate.year - lastDay.year) * 12 + reportDate.month - lastDay.month
    isStale = months > Self.months || (months == Self.months && reportDate.day > lastDay.day)
  }
}
