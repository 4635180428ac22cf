/// A calculated amount of which perhaps only a side is known.
public struct Bounded: Sendable, Equatable {
  /// The amount is at least this.
  public let low: Double?
  /// The amount itself.
  public let value: Double?
  /// The amount is at most this.
  public let high: Double?

  public static func atLeast(_ amount: Double) -> Bounded { Bounded(low: amount, value: nil, high: nil) }
  public static func atMost(_ amount: Double) -> Bounded { Bounded(low: nil, value: nil, high: amount) }
  public static func exactly(_ amount: Double) -> Bounded { Bounded(low: nil, value: amount, high: nil) }

  /// Both ends known; one amount when they are equal.
  public static func between(_ low: Double, _ high: Double) -> Bounded {
    low == high ? exactly(low) : Bounded(low: low, value: nil, high: high)
  }
}
