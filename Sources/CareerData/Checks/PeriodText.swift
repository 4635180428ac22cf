/// Reads periods as sources write them: `May 2024`, `2025`, `as read in 2026`, `2024-2034`.
package enum PeriodText {
  package static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

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
    return (28...31).reversed().lazy.compactMap { CalendarDate(year: year, month: month + 1, day: $0) }.first
  }

  private static func words(_ period: String) -> [Substring] {
    period.split { !$0.isLetter && !$0.isNumber }
  }

  private static func year(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1900...2199).contains(year) else { return nil }
    return year
  }
}
