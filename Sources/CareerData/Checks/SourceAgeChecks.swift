import OrderedCollections

/// No figure is of a time more than two years ago without a mark.
///
/// The time of a figure is that of its own period, and of its source where its period names no year. The mark is the
/// word "older" in the note of the figure, in the label or the caveat of its population, or in the note of its source:
/// somebody has seen that it is older, and a reader of the report sees it too.
public enum AgeCheck {
  /// Figures of a period that ended more than this many years before are old.
  public static let years = 2

  static let mark = "older"
}

extension AgeCheck: PlausibilityCheck {
  private struct DatedFigure {
    let id: String?
    let source: Source
    let lastDay: CalendarDate
    let place: CheckFinding.Place
    /// True when the day is the source's own.
    let isOfSource: Bool
  }

  private struct Key: Hashable {
    let sourceID: String
    let lastDay: CalendarDate
  }

  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    guard let limit = checked.asOf.flatMap(limit) else { return [] }
    let old = figures(in: checked).filter { $0.lastDay < limit }
    return OrderedDictionary(grouping: old) { Key(sourceID: $0.source.id, lastDay: $0.lastDay) }.values
      .map { finding($0, limit: limit, in: checked) } + programs(before: limit, in: checked)
  }

  /// What a program costs changes from year to year.
  private static func programs(before limit: CalendarDate, in checked: CheckedDataset) -> [CheckFinding] {
    checked.records.programs.enumerated().filter { $0.element.asOf < limit && !isMarked([$0.element.note]) }
      .map { index, program in
        CheckFinding(
          .warning, checked.place(.programs, index, "as_of"),
          .old(lastDay: program.asOf, limit: limit, figureCount: 1))
      }
  }

  /// Nil before the year 3.
  private static func limit(_ day: CalendarDate) -> CalendarDate? {
    let year = day.year - years
    return CalendarDate(year: year, month: day.month, day: day.day)
      ?? CalendarDate(year: year, month: day.month, day: 28)
  }

  /// One finding for all figures of a source and a day: they are renewed together.
  private static func finding(
    _ figures: [DatedFigure], limit: CalendarDate, in checked: CheckedDataset
  ) -> CheckFinding {
    let first = figures[0]
    let sourceIndex = checked.records.sources.firstIndex { $0.id == first.source.id }
    let place =
      first.isOfSource
      ? sourceIndex.map { checked.place(.sources, $0, "last_day") } ?? first.place : first.place
    return CheckFinding(
      .warning, place, .old(lastDay: first.lastDay, limit: limit, figureCount: figures.count),
      figureIDs: figures.count == 1 ? figures.compactMap(\.id) : [])
  }

  /// The figures that have a date and no mark.
  private static func figures(in checked: CheckedDataset) -> [DatedFigure] {
    let records = checked.records
    func dated(
      _ id: String?, _ sourceID: String, _ period: String, marks: [String], _ table: CareerDataset.Table,
      _ index: Int
    ) -> DatedFigure? {
      guard let source = checked.dataset.source(sourceID), !isMarked(marks + [source.note]) else {
        return nil
      }
      let own = period == source.period ? nil : PeriodText.lastDay(of: period)
      guard let lastDay = own ?? source.lastDay else { return nil }
      return DatedFigure(
        id: id, source: source, lastDay: lastDay, place: checked.place(table, index, "period"),
        isOfSource: own == nil)
    }
    return records.pay.enumerated().compactMap { index, figure in
      let population = checked.dataset.population(figure.populationID)
      let marks = [figure.note, population?.label ?? "", population?.caveat ?? ""]
      return dated(figure.id, figure.sourceID, figure.period, marks: marks, .pay, index)
    }
      + records.figures.enumerated().compactMap { index, figure in
        let marks = [figure.note, figure.population]
        return dated(figure.id, figure.sourceID, figure.period, marks: marks, .figures, index)
      }
      + records.credentialCosts.enumerated().compactMap { index, cost in
        dated(nil, cost.sourceID, cost.period, marks: [cost.note], .credentialCosts, index)
      }
  }

  static func isMarked(_ texts: [String]) -> Bool {
    texts.contains { text in
      text.lowercased().split { !$0.isLetter }.contains { $0 == mark }
    }
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
