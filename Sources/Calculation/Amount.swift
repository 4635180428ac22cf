/// What is known of a number: the number itself, one end, both ends, or nothing.
///
/// Published figures often give only one end of a number ("239,200 or more", "below the mean of all who hold one"). Arithmetic
/// keeps what is certain and drops the rest:
///
/// ```swift
/// Amount.exactly(46_000) * (.atMost(66_979) / .exactly(55_721) - .exactly(1))  // .atMost(9_294.0…)
/// ```
public enum Amount: Sendable, Equatable {
  case missing
  case exactly(Double)
  /// The number is this or more.
  case atLeast(Double)
  /// The number is this or less.
  case atMost(Double)
  /// The number lies between the two; the first is the lesser.
  case between(Double, Double)

  /// - Parameters:
  ///   - low: the least that the number can be; nil when unknown.
  ///   - high: the most that it can be; nil when unknown.
  public init(low: Double?, high: Double?) {
    switch (low, high) {
    case (nil, nil): self = .missing
    case (let low?, nil): self = low.isFinite ? .atLeast(low) : .missing
    case (nil, let high?): self = high.isFinite ? .atMost(high) : .missing
    case (let low?, let high?):
      guard low.isFinite, high.isFinite else {
        self = .missing
        return
      }
      self = low == high ? .exactly(low) : .between(min(low, high), max(low, high))
    }
  }

  /// The number, when it is known exactly.
  public init(_ number: Double?) { self = number.map { $0.isFinite ? .exactly($0) : .missing } ?? .missing }

  /// The number, when it is known.
  public var exact: Double? { if case .exactly(let number) = self { number } else { nil } }

  /// The least that the number can be; nil when unknown.
  public var low: Double? {
    switch self {
    case .exactly(let number), .atLeast(let number), .between(let number, _): number
    case .missing, .atMost: nil
    }
  }

  /// The most that the number can be; nil when unknown.
  public var high: Double? {
    switch self {
    case .exactly(let number), .atMost(let number), .between(_, let number): number
    case .missing, .atLeast: nil
    }
  }

  public var isMissing: Bool { self == .missing }

  /// Nil where nothing is known.
  public var known: Amount? { isMissing ? nil : self }

  /// The number, or else the end that is known, the lower before the upper; nil where nothing is known.
  public var anySide: Double? { low ?? high }
}

extension Amount {
  public static func + (a: Amount, b: Amount) -> Amount {
    Amount(low: both(a.low, b.low, +), high: both(a.high, b.high, +))
  }

  public static func - (a: Amount, b: Amount) -> Amount {
    Amount(low: both(a.low, b.high, -), high: both(a.high, b.low, -))
  }

  /// With a factor that is known exactly; otherwise what follows where neither factor can be below zero.
  public static func * (a: Amount, b: Amount) -> Amount {
    if let factor = b.exact { return a.scaled(by: factor) }
    if let factor = a.exact { return b.scaled(by: factor) }
    guard let low = both(a.low, b.low, *), a.low ?? -1 >= 0, b.low ?? -1 >= 0 else { return .missing }
    return Amount(low: low, high: both(a.high, b.high, *))
  }

  /// Missing for a divisor of zero. A divisor with only one known end is taken to be above zero, as every divisor
  /// here is (pay, gains that repay a cost); missing when it cannot be.
  public static func / (a: Amount, b: Amount) -> Amount {
    if let divisor = b.exact {
      guard divisor != 0 else { return .missing }
      let (low, high) = (a.low.map { $0 / divisor }, a.high.map { $0 / divisor })
      return divisor > 0 ? Amount(low: low, high: high) : Amount(low: high, high: low)
    }
    guard let dividend = a.low, dividend >= 0, b.high ?? 1 > 0 else { return .missing }
    let least = b.low.flatMap { $0 > 0 ? $0 : nil }
    return Amount(
      low: b.high.map { dividend / $0 }, high: both(a.high, least, /))
  }

  private func scaled(by factor: Double) -> Amount {
    if factor == 0, !isMissing { return .exactly(0) }
    let (low, high) = (low.map { $0 * factor }, high.map { $0 * factor })
    return factor >= 0 ? Amount(low: low, high: high) : Amount(low: high, high: low)
  }

  private static func both(
    _ a: Double?, _ b: Double?, _ operation: (Double, Double) -> Double
  ) -> Double? {
    if let a, let b { operation(a, b) } else { nil }
  }

  /// True or false when that holds for every possible number; otherwise nil.
  public static func isLess(_ a: Amount, _ b: Amount) -> Bool? {
    if let most = a.high, let least = b.low, most < least { return true }
    if let least = a.low, let most = b.high, least >= most { return false }
    return nil
  }

  /// As ``isLess(_:_:)``.
  public static func isLessOrEqual(_ a: Amount, _ b: Amount) -> Bool? { isLess(b, a).map { !$0 } }

  /// What is known of a number that is one of the two: the other where one is missing.
  func or(_ other: Amount) -> Amount {
    if isMissing { return other }
    if other.isMissing { return self }
    return Amount(
      low: Self.both(low, other.low) { min($0, $1) }, high: Self.both(high, other.high) { max($0, $1) })
  }
}

/// What a number counts. The raw value is the word used in the `unit` column of the CSV.
public enum Unit: String, Sendable, Equatable, CaseIterable {
  /// US dollars for a year of work.
  case dollarsPerYear = "USD/year"
  /// US dollars for an hour of work.
  case dollarsPerHour = "USD/hour"
  /// US dollars, once.
  case dollars = "USD"
  /// Parts of a hundred: 8.5 means 8.5 %.
  case percent = "%"
  /// A place in a distribution, 0 to 100.
  case percentile = "percentile"
  /// A ratio to a base of 1: 1.188 means 18.8 % above the base.
  case index = "index"
  case months
  case years
  /// Hours of work in a week.
  case hoursPerWeek = "hours/week"
  /// People, jobs or things.
  case count

  /// The digits after the decimal point that a stored amount of this unit keeps at most.
  ///
  /// Dollars keep cents, percents and percentiles one digit, indexes three.
  public var storedFractionDigits: Int {
    switch self {
    case .dollarsPerYear, .dollarsPerHour, .dollars: 2
    case .percent, .percentile, .months: 1
    case .index: 3
    case .years, .hoursPerWeek: 2
    case .count: 0
    }
  }
}
