@testable import ReportModel

extension ValueStyle {
  static let english = ValueStyle(
    decimalSeparator: ".", groupSeparator: ",", dollars: "${n}", percent: "{n}%",
    months: Counted(one: "{n} month", other: "{n} months"),
    years: Counted(one: "{n} year", other: "{n} years"),
    hoursPerWeek: Counted(one: "{n} hour a week", other: "{n} hours a week"),
    ordinal: OrdinalEndings(one: "st", two: "nd", few: "rd", other: "th"),
    bounds: [
      .atLeast: "at least {n}", .atMost: "at most {n}", .below: "below {n}", .above: "above {n}",
      .about: "about {n}", .orMore: "{n} and more",
    ],
    range: RangePatterns(
      closed: "{low} to {high}", open: "{low} to {high} and more", floor: "{low} and more"),
    date: "{month} {day}, {year}", monthNames: ValueStyle.monthNames, missing: "—")

  /// Another country's way: other separators, the unit behind, the date in another order.
  static let german = ValueStyle(
    decimalSeparator: ",", groupSeparator: ".", dollars: "{n} $", percent: "{n} %",
    months: Counted(one: "{n} Monat", other: "{n} Monate"),
    years: Counted(one: "{n} Jahr", other: "{n} Jahre"),
    hoursPerWeek: Counted(one: "{n} Stunde je Woche", other: "{n} Stunden je Woche"),
    ordinal: OrdinalEndings(one: ".", two: ".", few: ".", other: "."),
    bounds: Dictionary(uniqueKeysWithValues: Bound.allCases.map { ($0, "\($0.rawValue) {n}") }),
    range: RangePatterns(closed: "{low} bis {high}", open: "{low} bis {high} und mehr", floor: "ab {low}"),
    date: "{day}. {month} {year}", monthNames: ValueStyle.monthNames, missing: "–")

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}
