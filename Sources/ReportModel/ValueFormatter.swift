import Tabular

/// Turns values into words. No other code does.
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
  /// Nil for the eye.
  private let spoken: SpokenPatterns?

  /// - Parameter isSpoken: whether the words are to be heard: no signs and no dashes, which a voice leaves out.
  public init(style: ValueStyle, sources: [SourceNote] = [], isSpoken: Bool = false) {
    self.style = style
    spoken = isSpoken ? style.spoken.map(SpokenPatterns.init) : nil
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

  public init(for report: Report, isSpoken: Bool = false) {
    self.init(style: report.style, sources: report.sources, isSpoken: isSpoken)
  }

  /// The value in words; adds no line breaks.
  public func text(_ value: Value) -> String {
    switch value {
    case .missing: style.missing
    case .text(let text): spoken?.spans(in: text) ?? text
    case .link(let text): text
    case .quantity(let quantity): text(quantity)
    case .bounded(let bound, let quantity): bounded(bound, quantity)
    case .range(let low, let high, let isOpen): range(low, high, isOpen: isOpen)
    case .date(let day): date.filled(String(day.day), style.monthNames[day.month - 1], String(day.year))
    case .source(let id): sourceNumbers[id].map { spoken?.source($0) ?? "[\($0)]" } ?? id
    }
  }

  public func text(_ prose: Prose) -> String {
    var result = ""
    for run in prose.runs {
      switch run {
      case .text(let text): result += spoken?.spans(in: text) ?? text
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
      return signed(quantity, number, dollars.filled(number))
    case .dollarsPerHour:
      let number = decimal(magnitude, fractionDigits: 2)
      return signed(quantity, number, dollars.filled(number))
    case .percent:
      let number = decimal(magnitude, fractionDigits: 1)
      return signed(quantity, number, percent.filled(number))
    case .percentile:
      return ordinal(quantity.amount)
    case .index:
      let number = decimal(magnitude, fractionDigits: 3)
      return signed(quantity, number, number)
    case .count:
      let number = decimal(magnitude, fractionDigits: 0)
      return signed(quantity, number, number)
    case .months: return counted(quantity, months, fractionDigits: 1)
    case .years: return counted(quantity, years, fractionDigits: 2)
    case .hoursPerWeek: return counted(quantity, hoursPerWeek, fractionDigits: 2)
    }
  }

  /// - Parameters:
  ///   - number: the digits, which tell whether it is shown as zero.
  ///   - words: the number with its unit.
  private func signed(_ quantity: Quantity, _ number: String, _ words: String) -> String {
    let isShownAsZero = !number.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    guard !isShownAsZero, quantity.amount < 0 || quantity.isDifference else { return words }
    return spoken?.signed(quantity, words) ?? (quantity.amount < 0 ? "-" : "+") + words
  }

  private func counted(_ quantity: Quantity, _ words: CountedPatterns, fractionDigits: Int) -> String {
    var number = decimal(quantity.amount.magnitude, fractionDigits: fractionDigits)
    while number.hasSuffix("0"), number.contains(style.decimalSeparator) { number.removeLast() }
    if number.hasSuffix(style.decimalSeparator) { number.removeLast(style.decimalSeparator.count) }
    let pattern = number == "1" ? words.one : words.other
    return signed(quantity, number, pattern.filled(number))
  }

  private func ordinal(_ amount: Double) -> String {
    let rounded = Quantity.rounded(amount, fractionDigits: 0)
    // A percentile is 0 to 100, but a dataset may hold any number: that is no reason to crash.
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
    guard let high else {
      return isHeardAsDifference(low) ? bounded(.atLeast, low) : floorRange.filled(text(low))
    }
    // Both ends lie on one side: "$24,000 to $49,000 more".
    let isOneSided = isHeardAsDifference(low) && high.isDifference && (low.amount < 0) == (high.amount < 0)
    let start = isOneSided ? Quantity(low.amount.magnitude, low.unit, low.provenance) : low
    return (isOpen && !isHeardAsDifference(high) ? openRange : closedRange).filled(text(start), text(high))
  }

  private func bounded(_ bound: Bound, _ quantity: Quantity) -> String {
    // "or more" would follow "more".
    let side = bound == .orMore && isHeardAsDifference(quantity) ? .atLeast : bound
    return bounds[side]?.filled(text(quantity)) ?? text(quantity)
  }

  private func isHeardAsDifference(_ quantity: Quantity) -> Bool { spoken != nil && quantity.isDifference }
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

extension ValueFormatter {
  /// A number with separators and exactly `fractionDigits` digits after the decimal one, rounded half away from
  /// zero.
  ///
  /// - Parameter fractionDigits: 0 to 3.
  public func decimal(_ amount: Double, fractionDigits: Int) -> String {
    let rounded = Quantity.rounded(amount.magnitude, fractionDigits: fractionDigits)
    let scale = [1, 10, 100, 1000][fractionDigits]
    guard rounded * Double(scale) < 1e15 else { return huge(amount, fractionDigits: fractionDigits) }
    let units = Int64((rounded * Double(scale)).rounded())
    var text = grouped(String(units / Int64(scale)))
    if fractionDigits > 0 {
      text += style.decimalSeparator + String(units % Int64(scale)).zeroPadded(to: fractionDigits)
    }
    return amount < 0 && units != 0 ? "-" + text : text
  }

  /// The number for a program: the shortest decimal that reads back as the same number, with the point as
  /// decimal separator, without groups, exponent, or a fraction of zero.
  ///
  /// ```swift
  /// ValueFormatter.plain(46000)  // 46000
  /// ValueFormatter.plain(1e-5)  // 0.00001
  /// ```
  ///
  /// - Parameter number: a finite number.
  public static func plain(_ number: Double) -> String {
    PlainDecimal.text(number)
  }

  /// The digits of a number that is too large for 64-bit integers.
  private func huge(_ amount: Double, fractionDigits: Int) -> String {
    let plain = Self.plain(fractionDigits == 0 ? amount.magnitude.rounded() : amount.magnitude)
    let parts = plain.split(separator: ".")
    var text = grouped(String(parts[0]))
    if fractionDigits > 0 {
      let fraction = parts.count > 1 ? parts[1].prefix(fractionDigits) : ""
      text += style.decimalSeparator + fraction
      text += String(repeating: "0", count: fractionDigits - fraction.count)
    }
    return amount < 0 ? "-" + text : text
  }

  private func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 3 else { return digits }
    let separator = spoken?.groupSeparator ?? style.groupSeparator
    var result = ""
    var start = digits.startIndex
    var end = digits.utf8.index(start, offsetBy: (count - 1) % 3 + 1)
    result += digits[start..<end]
    while end < digits.endIndex {
      start = end
      end = digits.utf8.index(start, offsetBy: 3)
      result += separator
      result += digits[start..<end]
    }
    return result
  }
}

/// A pattern of the style, parsed once.
///
/// A report fills a few patterns hundreds of times, and searching for `{n}` each time would cost more than formatting
/// the digits.
struct Pattern: Sendable {
  /// The text before, between and after the holes: one more than there are holes.
  private let literals: [String]
  /// For each hole, the index of its name.
  private let holes: [Int]

  /// - Parameter names: what may stand in braces; other braces stay text.
  init(_ pattern: String, holes names: [String] = ["n"]) {
    var literals = [""]
    var holes: [Int] = []
    var rest = pattern[...]
    // Looks no further than the longest name, so that a text of nothing but braces takes linear time.
    let reach = (names.map(\.utf8.count).max() ?? 0) + 1
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      literals[literals.count - 1] += rest[..<brace]
      rest = rest[rest.utf8.index(after: brace)...]
      if let end = rest.utf8.prefix(reach).firstIndex(of: UInt8(ascii: "}")),
        let hole = names.firstIndex(where: { $0 == rest[..<end] })
      {
        holes.append(hole)
        literals.append("")
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        literals[literals.count - 1] += "{"
      }
    }
    literals[literals.count - 1] += rest
    self.literals = literals
    self.holes = holes
  }

  /// The pattern with a text for each name, in the order of the names.
  func filled(_ texts: String...) -> String {
    var result = literals[0]
    for (index, hole) in holes.enumerated() {
      result += texts[hole]
      result += literals[index + 1]
    }
    return result
  }
}
