/// A day of the Gregorian calendar as a report shows it.
public struct ReportDate: Sendable, Equatable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// The caller has checked that the day exists.
  public init(year: Int, month: Int, day: Int) {
    precondition((1...12).contains(month) && (1...31).contains(day), "a day of the calendar")
    self.year = year
    self.month = month
    self.day = day
  }

  /// `YYYY-MM-DD`, the form of dates in files for programs.
  public var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
