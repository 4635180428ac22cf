import CareerData

/// What stands first in the dates of a column.
public enum DateOrder: Sendable, Equatable {
  case monthFirst, dayFirst
  /// Some dates of the column are only possible with the month first, others with the day first.
  case both
}

/// A date as people write it, before anybody knows whether the month or the day stands first.
struct WrittenDate: Sendable, Equatable {
  /// Nil for a date that begins with its year.
  private let pair: (first: Int, second: Int)?
  private let year: Int
  private let isoDay: CalendarDate?
  /// `23.04.2026`, which nobody writes who puts the month first.
  private let hasPoints: Bool

  static let years = 1990...2100

  static func == (a: WrittenDate, b: WrittenDate) -> Bool {
    a.year == b.year && a.isoDay == b.isoDay && a.pair?.first == b.pair?.first
      && a.pair?.second == b.pair?.second
  }

  /// Nil for what is no date. A time of day behind it is dropped.
  init?(_ text: String) {
    guard let day = Self.withoutTime(text) else { return nil }
    guard let sign = day.first(where: { "/-.".contains($0) }) else { return nil }
    let parts = day.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(CellReader.isDigit) }),
      let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2])
    else { return nil }
    hasPoints = sign == "."
    if parts[0].utf8.count == 4 {
      guard parts[1].utf8.count <= 2, parts[2].utf8.count <= 2,
        let date = CalendarDate(year: first, month: second, day: third)
      else { return nil }
      (isoDay, pair, year) = (date, nil, first)
      return
    }
    guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, [2, 4].contains(parts[2].utf8.count) else {
      return nil
    }
    year = parts[2].utf8.count == 2 ? 2000 + third : third
    (pair, isoDay) = ((first, second), nil)
    if monthFirst == nil && dayFirst == nil { return nil }
  }

  private var monthFirst: CalendarDate? {
    pair.flatMap { CalendarDate(year: year, month: $0.first, day: $0.second) }
  }

  private var dayFirst: CalendarDate? {
    pair.flatMap { CalendarDate(year: year, month: $0.second, day: $0.first) }
  }

  /// The only order in which it is a date; nil when both are, or it begins with its year.
  var onlyOrder: DateOrder? {
    guard pair != nil, monthFirst != dayFirst else { return nil }
    if dayFirst == nil { return .monthFirst }
    return monthFirst == nil ? .dayFirst : nil
  }

  /// Whether its order makes two days of it.
  var isAmbiguous: Bool { pair != nil && onlyOrder == nil && monthFirst != dayFirst }

  /// The day.
  ///
  /// - Throws: when the order of the column does not tell which one, or the year is a slip.
  func day(_ order: DateOrder, _ text: String, _ field: some FieldKey) throws(ProfileProblem) -> CalendarDate
  {
    if let isoDay { return try Self.inRange(isoDay, text, field) }
    if isAmbiguous, order == .both || (hasPoints && order == .monthFirst) {
      throw ProfileProblem(
        field: field.rawValue,
        reason: .ambiguousDate(
          found: text, days: [monthFirst?.iso, dayFirst?.iso].compactMap(\.self),
          isColumnMixed: order == .both))
    }
    let day: CalendarDate? =
      switch order {
      case .monthFirst: hasPoints ? dayFirst ?? monthFirst : monthFirst
      case .dayFirst: dayFirst ?? monthFirst
      case .both: monthFirst ?? dayFirst
      }
    guard let day else { throw CellReader.unreadable(field, text) }
    return try Self.inRange(day, text, field)
  }

  static func inRange(
    _ date: CalendarDate, _ found: String, _ field: some FieldKey
  ) throws(ProfileProblem) -> CalendarDate {
    guard years.contains(date.year) else {
      throw ProfileProblem(
        field: field.rawValue,
        reason: .outOfRange(
          found: Quoting.quoted(found), allowed: "dates from \(years.lowerBound) to \(years.upperBound)",
          hint: nil))
    }
    return date
  }

  /// `2026-11-23T00:00:00Z`, `11/23/2026 0:00`, `11/23/2026 12:00:00 AM`; nil when what follows is no time.
  private static func withoutTime(_ text: String) -> Substring? {
    guard
      let end = text.firstIndex(where: {
        $0 == " " || $0 == "T" || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == ","
      })
    else { return text[...] }
    let time = text[text.index(after: end)...]
    return isTime(time) ? text[..<end] : nil
  }

  /// `0:00`, `12:00:00 AM`, `09:30:00.000-05:00`.
  private static func isTime(_ text: Substring) -> Bool {
    var rest = text.drop { $0.isWhitespace }
    guard let hours = number(&rest, digits: 1...2), hours <= 24, take(&rest, [":"]),
      number(&rest, digits: 2...2) != nil
    else { return false }
    if take(&rest, [":"]) {
      guard number(&rest, digits: 2...2) != nil else { return false }
      if take(&rest, [".", ","]) { guard number(&rest, digits: 1...9) != nil else { return false } }
    }
    let zone = rest.uppercased().filter { !$0.isWhitespace && $0 != "." }
    if ["", "AM", "PM", "Z", "UTC", "GMT"].contains(zone) { return true }
    guard zone.first == "+" || zone.first == "-" else { return false }
    let digits = zone.dropFirst().filter { $0 != ":" }
    return digits.utf8.count == 4 && digits.utf8.allSatisfy(CellReader.isDigit)
  }

  private static func number(_ rest: inout Substring, digits: ClosedRange<Int>) -> Int? {
    let found = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.contains(found.count) else { return nil }
    rest = rest[found.endIndex...]
    return Int(found)
  }

  private static func take(_ rest: inout Substring, _ signs: Set<Character>) -> Bool {
    guard let first = rest.first, signs.contains(first) else { return false }
    rest.removeFirst()
    return true
  }
}

/// What only whole columns of a roster tell: whether its dates have the month or the day first.
public struct RosterSurvey: Sendable, Equatable {
  struct Witness: Sendable, Equatable {
    let field: ProfileField
    let line: Int
    let text: String
  }

  /// What a place is called: a line of a text, a row of a workbook.
  var placeWord = "line"
  /// The first date that is none with the day first.
  private var monthFirst: Witness?
  /// The first date that is none with the month first.
  private var dayFirst: Witness?
  private var ambiguous: Witness?

  public init() {}

  public var order: DateOrder {
    guard dayFirst != nil else { return .monthFirst }
    return monthFirst == nil ? .dayFirst : .both
  }

  mutating func add(_ record: RosterRecord, _ header: RosterHeader) {
    for index in header.dateColumns where index < record.cells.count {
      add(record.cells[index], of: index, header, line: record.line)
    }
  }

  mutating func add(_ cell: RosterCell, of index: Int, _ header: RosterHeader, line: Int) {
    guard let field = header.columns[index]?.field, case .text(let text) = header.own(cell) else { return }
    add(text.trimmed, field, line: line)
  }

  mutating func add(_ text: String, _ field: ProfileField, line: Int) {
    guard let date = WrittenDate(text) else { return }
    let witness = Witness(field: field, line: line, text: text)
    switch date.onlyOrder {
    case .monthFirst: monthFirst = monthFirst ?? witness
    case .dayFirst: dayFirst = dayFirst ?? witness
    case .both, nil: if date.isAmbiguous { ambiguous = ambiguous ?? witness }
    }
  }

  /// Which order was taken, and why; nil when it makes no difference.
  public var note: String? {
    switch (monthFirst, dayFirst) {
    case (nil, let day?):
      return
        "\(day.field.rawValue): dates are read with the day first, since \"\(day.text)\" in \(placeWord) \(day.line) has no other reading"
    case (let month?, let day?):
      return
        "\(month.field.rawValue): \"\(month.text)\" in \(placeWord) \(month.line) has the month first and \"\(day.text)\" in \(placeWord) \(day.line) "
        + "the day, so dates that could be both are refused"
    case (_, nil):
      return ambiguous.map { "\($0.field.rawValue): dates are read with the month first, as 11/23/2026" }
    }
  }
}

extension DateOrder {
  /// In a list of rejects; nil for the usual order.
  public var word: String? {
    switch self {
    case .monthFirst: nil
    case .dayFirst: "day-first"
    case .both: "both"
    }
  }

  init?(word: String) {
    switch word {
    case "day-first": self = .dayFirst
    case "both": self = .both
    default: return nil
    }
  }
}
