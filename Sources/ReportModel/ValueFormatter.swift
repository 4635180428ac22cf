/// Turns values into words: the only code that does.
///
/// ```swift
/// let formatter = ValueFormatter(style: report.style)
/// formatter.text(.bounded(.atLeast, Quantity(2850.81, .dollarsPerYear, .statedByClient)))  // at least $2,851
/// ```
public struct ValueFormatter: Sendable {
  let style: ValueStyle
  private let sourceNumbers: [String: Int]
  private let dollars: Pattern
  private let percent: Pattern
  private let months: CountedPatterns
  private let years: CountedPatterns
  private let hoursPerWeek: CountedPatterns
  private let bounds: [Bound: Pattern]
  private let closedRange: Pattern
  private let openRange: Pattern
  private let floorRange: Pattern
  private let date: Pattern

  public init(style: ValueStyle, sources: [SourceNote] = []) {
    self.style = style
    sourceNumbers = Dictionary(
      sources.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    dollars = Pattern(style.dollars)
    percent = Pattern(style.percent)
    months = CountedPatterns(style.months)
    years = CountedPatterns(style.years)
    hoursPerWeek = CountedPatterns(style.hoursPerWeek)
    bounds = style.bounds.mapValues { Pattern($0) }
    closedRange = Pattern(style.range.closed, holes: ["low", "high"])
    openRange = Pattern(style.range.open, holes: ["low", "high"])
    floorRange = Pattern(style.range.floor, holes: ["low"])
    date = Pattern(style.date, holes: ["day", "month", "year"])
  }

  public init(for report: Report) {
    self.init(style: report.style, sources: report.sources)
  }

  /// The value in words, without a line break of its own making.
  public func text(_ value: Value) -> String {
    switch value {
    case .missing: style.missing
    case .text(let text), .link(let text): text
    case .quantity(let quantity): text(quantity)
    case .bounded(let bound, let quantity): bounds[bound]?.filled(text(quantity)) ?? text(quantity)
    case .range(let low, let high, let isOpen): range(low, high, isOpen: isOpen)
    case .date(let day): date.filled(String(day.day), style.monthNames[day.month - 1], String(day.year))
    case .source(let id): sourceNumbers[id].map { "[\($0)]" } ?? id
    }
  }

  public func text(_ prose: Prose) -> String {
    var result = ""
    for run in prose.runs {
      switch run {
      case .text(let text): result += text
      case .value(let value): result += text(value)
      }
    }
    return result
  }

  /// A quantity with its unit: whole dollars a year, dollars and cents an hour, percents to one digit,
  /// percentiles as whole ordinals, indexes to three digits. A negative amount has its sign, a difference
  /// either sign; what is shown as zero has none, and an ordinal has none.
  public func text(_ quantity: Quantity) -> String {
    let magnitude = quantity.amount.magnitude
    switch quantity.unit {
    case .dollarsPerYear, .dollars:
      let number = decimal(magnitude, fractionDigits: 0)
      return sign(of: quantity, shownAs: number) + dollars.filled(number)
    case .dollarsPerHour:
      let number = decimal(magnitude, fractionDigits: 2)
      return sign(of: quantity, shownAs: number) + dollars.filled(number)
    case .percent:
      let number = decimal(magnitude, fractionDigits: 1)
      return sign(of: quantity, shownAs: number) + percent.filled(number)
    case .percentile:
      return ordinal(quantity.amount)
    case .index:
      let number = decimal(magnitude, fractionDigits: 3)
      return sign(of: quantity, shownAs: number) + number
    case .count:
      let number = decimal(magnitude, fractionDigits: 0)
      return sign(of: quantity, shownAs: number) + number
    case .months: return counted(quantity, months, fractionDigits: 1)
    case .years: return counted(quantity, years, fractionDigits: 2)
    case .hoursPerWeek: return counted(quantity, hoursPerWeek, fractionDigits: 2)
    }
  }

  private func sign(of quantity: Quantity, shownAs number: String) -> String {
    let isShownAsZero = !number.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    if isShownAsZero { return "" }
    if quantity.amount < 0 { return "-" }
    return quantity.isDifference ? "+" : ""
  }

  private func counted(_ quantity: Quantity, _ words: CountedPatterns, fractionDigits: Int) -> String {
    var number = decimal(quantity.amount.magnitude, fractionDigits: fractionDigits)
    while number.hasSuffix("0"), number.contains(style.decimalSeparator) { number.removeLast() }
    if number.hasSuffix(style.decimalSeparator) { number.removeLast(style.decimalSeparator.count) }
    let pattern = number == "1" ? words.one : words.other
    return sign(of: quantity, shownAs: number) + pattern.filled(number)
  }

  private func ordinal(_ amount: Double) -> String {
    let rounded = Quantity.rounded(amount, fractionDigits: 0)
    // A percentile is 0 to 100; what is far out of it still is a number of the dataset, and no reason to stop.
    guard rounded.magnitude < 1e15 else { return Self.plain(rounded) + style.ordinal.other }
    let number = Int64(rounded)
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): style.ordinal.other
      case (1, _): style.ordinal.one
      case (2, _): style.ordinal.two
      case (3, _): style.ordinal.few
      default: style.ordinal.other
      }
    return "\(number)\(ending)"
  }

  private func range(_ low: Quantity, _ high: Quantity?, isOpen: Bool) -> String {
    guard let high else { return floorRange.filled(text(low)) }
    return (isOpen ? openRange : closedRange).filled(text(low), text(high))
  }
}

/// The patterns of a counted thing.
private struct CountedPatterns: Sendable {
  let one: Pattern
  let other: Pattern

  init(_ words: ValueStyle.Counted) {
    one = Pattern(words.one)
    other = Pattern(words.other)
  }
}
