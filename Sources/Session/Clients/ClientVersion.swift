import CareerData
import SafeFiles

/// A save of a client that is kept.
struct ClientVersion: Sendable, Equatable {
  /// Since 1970.
  let seconds: Int
  let milliseconds: Int
  /// Of what was saved.
  let revision: String

  init(time: SessionTime, revision: String) {
    (seconds, milliseconds, self.revision) = (time.seconds, time.milliseconds, revision)
  }

  /// Nil for a file that is none of ours.
  init?(fileName: String) {
    let parts = fileName.split(separator: "-")
    guard parts.count == 3, parts[2].hasSuffix(".json"), let seconds = Int(parts[0]),
      let milliseconds = Int(parts[1])
    else { return nil }
    (self.seconds, self.milliseconds) = (seconds, milliseconds)
    revision = String(parts[2].dropLast(5))
  }

  /// When it was saved, by the clock of the machine: `2026-11-29 10:05`.
  var time: String {
    let time = LocalTime(seconds: seconds)
    let minute = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
    return "\(time.date?.iso ?? "") \(time.hour):\(minute)"
  }

  /// How a page names it.
  var name: String { String(fileName.dropLast(5)) }

  /// In the order of time.
  var fileName: String {
    let (whole, part) = (String(seconds), String(milliseconds))
    return String(repeating: "0", count: max(0, 11 - whole.count)) + whole + "-"
      + String(repeating: "0", count: max(0, 3 - part.count)) + part + "-\(revision).json"
  }
}

extension LocalTime {
  var date: CalendarDate? { CalendarDate(year: year, month: month, day: day) }
}
