import CareerData

/// A moment by the clock of the machine, which the command gives to the session.
package struct SessionTime: Sendable, Equatable {
  /// Since 1970, in UTC.
  package var seconds: Int
  /// 0 to 999.
  package var milliseconds: Int
  /// The day on the local calendar.
  package var day: CalendarDate

  package init(seconds: Int, milliseconds: Int, day: CalendarDate) {
    (self.seconds, self.milliseconds, self.day) = (seconds, milliseconds, day)
  }
}
