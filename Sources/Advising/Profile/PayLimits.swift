/// The pay that a profile may state. What lies outside is most likely a slip: an hourly rate given as annual pay,
/// a digit too many.
enum PayLimits {
  /// US dollars an hour.
  static let hourly = 5.0...500
  /// US dollars a year, as the full-time equivalent.
  static let fullTimeAnnual = 10_000.0...1_000_000
  /// A week has 168 hours; above 100 is a slip, and 0 hours earn nothing.
  static let hoursPerWeek = 1.0...100
}
