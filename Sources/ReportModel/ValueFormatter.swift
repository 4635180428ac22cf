/// Turns values into words: the only code that does.
///
/// ```swift
/// let formatter = ValueFormatter(style: report.style)
/// formatter.text(.bounded(.atLeast, Quantity(2850.81, .dollarsPerYear, .statedByClient)))  // at least $2,851
/// ```
public struct ValueFormatter: Sendable {
  private let style: ValueStyle
  private let sourceNumbers: [String: Int]

  public init(style: ValueStyle, sources: [SourceNote] = []) {
    self.style = style
    sourceNumbers = Dictionary(
      sources.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  public init(for report: Report) {
    self.init(style: report.style, sources: report.sources)
  }

  /// The value in words, without a line break of its own making.
  public func text(_ value: Value) -> String {
    switch value {
    case .missing: style.missing
    case .text(let text): text
    case .quantity(let quantity): text(quantity)
    case .bounded(let bound, let quantity):
      (style.bounds[bound] ?? "{n}").replacing("{n}", with: text(quantity))
    case .range(let low, let high, let isOpen): range(low, high, isOpen: isOpen)
    case .date(let date):
      style.date.replacing("{day}", with: String(date.day))
        .replacing("{month}", with: style.monthNames[date.month - 1])
        .replacing("{year}", with: String(date.year))
    case .source(let id): sourceNumbers[id].map { "[\($0)]" } ?? id
    }
  }

  public func text(_ prose: Prose) -> String {
    prose.runs.map {
      switch $0 {
      case .text(let text): text
      case .value(let value): text(value)
      }
    }.joined()
  }

  /// A quantity with its unit: whole dollars a year, dollars and cents an hour, percents to one digit,
  /// percentiles as whole ordinals, indexes to three digits. A difference has its sign.
  public func text(_ quantity: Quantity) -> String {
    let amount = quantity.amount
    let magnitude = amount.magnitude
    switch quantity.unit {
    case .dollarsPerYear, .dollars:
      return signed(quantity, shownDigits: 0, pattern: style.dollars)
    case .dollarsPerHour:
      return signed(quantity, shownDigits: 2, pattern: style.dollars)
    case .percent:
      return signed(quantity, shownDigits: 1, pattern: style.percent)
    case .percentile:
      return ordinal(amount)
    case .index:
      return decimal(magnitude, fractionDigits: 3)
    case .count:
      return decimal(magnitude, fractionDigits: 0)
    case .months:
      return counted(magnitude, style.months, fractionDigits: 1)
    case .years:
      return counted(magnitude, style.years, fractionDigits: 2)
    case .hoursPerWeek:
      return counted(magnitude, style.hoursPerWeek, fractionDigits: 2)
    }
  }

  /// A number with separators and exactly `fractionDigits` digits after the decimal one, rounded half away from
  /// zero.
  public func decimal(_ amount: Double, fractionDigits: Int) -> String {
    let rounded = Quantity.rounded(amount.magnitude, fractionDigits: fractionDigits)
    let scale = [1.0, 10, 100, 1000][fractionDigits]
    guard rounded * scale < 1e15 else { return "\(amount)" }
    let units = Int64((rounded * scale).rounded())
    let whole = units / Int64(scale)
    var text = grouped(String(whole))
    if fractionDigits > 0 {
      let fraction = String(units % Int64(scale))
      text += style.decimalSeparator
      text += String(repeating: "0", count: fractionDigits - fraction.count) + fraction
    }
    return amount < 0 && units != 0 ? "-" + text : text
  }

  private func signed(_ quantity: Quantity, shownDigits: Int, pattern: String) -> String {
    let number = decimal(quantity.amount.magnitude, fractionDigits: shownDigits)
    let text = pattern.replacing("{n}", with: number)
    let isShownAsZero = !number.contains { ("1"..."9").contains($0) }
    if isShownAsZero { return text }
    if quantity.amount < 0 { return "-" + text }
    return quantity.isDifference ? "+" + text : text
  }

  private func counted(_ amount: Double, _ words: ValueStyle.Counted, fractionDigits: Int) -> String {
    var number = decimal(amount, fractionDigits: fractionDigits)
    while number.contains(style.decimalSeparator), number.hasSuffix("0") { number.removeLast() }
    if number.hasSuffix(style.decimalSeparator) { number.removeLast(style.decimalSeparator.count) }
    return (number == "1" ? words.one : words.other).replacing("{n}", with: number)
  }

  private func ordinal(_ amount: Double) -> String {
    let number = Int(Quantity.rounded(amount, fractionDigits: 0))
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
    guard let high else { return style.range.floor.replacing("{low}", with: text(low)) }
    let pattern = isOpen ? style.range.open : style.range.closed
    return pattern.replacing("{low}", with: text(low)).replacing("{high}", with: text(high))
  }

  private func grouped(_ digits: String) -> String {
    guard digits.count > 3 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += style.groupSeparator }
      result.append(digit)
    }
    return result
  }
}
