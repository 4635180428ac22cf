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

/// Every source has the last day of its period, in a year that its period names. A source that cannot have one says so:
/// its period or its note has the word "undated".
enum SourceDateCheck: PlausibilityCheck {
  static let undatedMark = "undated"

  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    checked.records.sources.enumerated().compactMap { index, source in
      let place = checked.place(.sources, index, "last_day")
      guard let lastDay = source.lastDay else {
        return saysUndated(source)
          ? CheckFinding(.warning, place, .sourceSaysUndated) : CheckFinding(.error, place, .sourceUndated)
      }
      let years = PeriodText.years(in: source.period)
      guard !years.isEmpty, !years.contains(lastDay.year) else { return nil }
      return CheckFinding(
        .warning, place, .periodAgainstLastDay(period: source.period, lastDay: lastDay))
    }
  }

  private static func saysUndated(_ source: Source) -> Bool {
    [source.period, source.note].contains { $0.lowercased().contains(undatedMark) }
  }
}
