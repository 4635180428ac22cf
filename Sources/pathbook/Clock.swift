import CareerData
import Glibc

enum Clock {
  /// The day on the local calendar.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    guard
      let today = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { preconditionFailure("the system's clock gives a day that exists") }
    return today
  }
}
