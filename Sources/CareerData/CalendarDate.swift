import Tabular

/// A day of the Gregorian calendar, without a time or a time zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Nil when the day does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; nil when the text has another shape or the day does not exist.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var result = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        result = result * 10 + Int(byte - 0x30)
      }
      return result
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `M/D/YYYY`, as spreadsheet programs of the United States write days; nil when the text has another shape or
  /// the day does not exist.
  public init?(monthDayYear text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
      parts[2].utf8.count == 4
    else { return nil }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[2], month: numbers[0], day: numbers[1])
  }

  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// `YYYY-MM-DD`.
  public var iso: String { PlainDate.text(year: year, month: month, day: day) }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Nil when there is no such month or year.
  package static func lastDay(ofMonth month: Int, _ year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: days(inMonth: month, of: year))
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}

extension CellValue {
  /// A day that exists, as `YYYY-MM-DD` or as spreadsheets write it, `M/D/YYYY`.
  package static func date(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    let text = String(decoding: bytes, as: UTF8.self)
    return CalendarDate(iso: text) ?? CalendarDate(monthDayYear: text)
  }
}

/// Reads periods as sources write them: `May 2024`, `2025`, `as read in 2026`, `2024-2034`.
package enum PeriodText {
  package static let months = CalendarDate.monthNames.map { $0.lowercased() }

  /// The years that a period names, in its order.
  package static func years(in period: String) -> [Int] { words(period).compactMap(year) }

  /// The last day that a period's figures are about: of the month, when a month stands before the first year, else of
  /// that year. Of two years, as projections have, the first counts: a projection is as old as the year it starts
  /// from. Nil when there is no year.
  package static func lastDay(of period: String) -> CalendarDate? {
    let words = words(period)
    guard let index = words.firstIndex(where: { year($0) != nil }), let year = year(words[index]) else {
      return nil
    }
    let before = index > 0 ? words[index - 1].lowercased() : ""
    guard
      let month = months.firstIndex(where: {
        $0 == before || (before.utf8.count == 3 && $0.hasPrefix(before))
      })
    else { return CalendarDate(year: year, month: 12, day: 31) }
    return CalendarDate.lastDay(ofMonth: month + 1, year)
  }

  private static func words(_ period: String) -> [Substring] {
    period.split { !$0.isLetter && !$0.isNumber }
  }

  private static func year(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1900...2199).contains(year) else { return nil }
    return year
  }
}
