/// Every source has the last day of its period, in a year that its period names. A source that cannot have one says so:
/// its period or its note has the word "undated".
enum SourceDateCheck: SenseCheck {
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
