import Calculation
import CareerData

/// What the published group means say of holding one credential more.
public enum CredentialStep: String, Sendable {
  case noneToOne, oneToTwo, twoToThree
  /// Nothing is published beyond three.
  case beyond

  public init(from group: CredentialGroup) {
    switch group {
    case .none: self = .noneToOne
    case .one: self = .oneToTwo
    case .two: self = .twoToThree
    case .threeOrMore: self = .beyond
    }
  }

  /// The groups whose means are compared: upper, lower.
  public var groupIDs: (upper: String, lower: String)? {
    switch self {
    case .noneToOne: (CredentialGroup.anyID, CredentialGroup.none.rawValue)
    case .oneToTwo: (CredentialGroup.two.rawValue, CredentialGroup.anyID)
    case .twoToThree: (CredentialGroup.threeOrMore.rawValue, CredentialGroup.two.rawValue)
    case .beyond: nil
    }
  }

  /// The yearly gain that goes with the step, in US dollars, for a client who is paid `actualAnnual`.
  ///
  /// The mean of exactly one credential lies below that of `any`, so that from none to one the gain is at most
  /// pay x (any / none - 1), and from one to two at least pay x (two / any - 1). From two to three it is
  /// pay x (three or more / two - 1).
  ///
  /// - Parameters:
  ///   - upper: the mean of the upper group.
  ///   - lower: the mean of the lower group, above zero.
  public func yearlyGain(actualAnnual: Double, upper: Double, lower: Double) -> Amount {
    let (upper, lower) = means(upper: upper, lower: lower)
    return Rule.yearlyGain.value(.exactly(actualAnnual), upper, lower)
  }

  /// What the published means tell of the step's two groups: that of any is at most that of exactly one.
  public func means(upper: Double, lower: Double) -> (upper: Amount, lower: Amount) {
    switch self {
    case .noneToOne: (.atMost(upper), .exactly(lower))
    case .oneToTwo: (.exactly(upper), .atMost(lower))
    case .twoToThree, .beyond: (.exactly(upper), .exactly(lower))
    }
  }
}
