import Calculation
import CareerData

/// What the published group means say of holding one credential more.
public enum CredentialStep: String, Sendable {
  case noneToOne = "none_to_one"
  case oneToTwo = "one_to_two"
  case twoToThree = "two_to_three"
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

  /// What the step is linked to a year, in US dollars, for a client who is paid `actualAnnual`.
  ///
  /// The mean of exactly one credential lies below that of `any`, so that from none to one it is at most
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

/// The step in front of the client, said once and of no exam (rule 4): the difference between two groups of a survey.
///
/// A payback would set it against a cost, and the larger cost, training, is not published: there is none. The what-if
/// calculates one from the total that its reader enters.
public struct StepGain: Sendable, Equatable {
  public let step: CredentialStep
  /// The published means that the step compares: upper, lower. Empty beyond what is published.
  public let figures: [PayFigure]
  /// US dollars a year of actual pay; nil without pay in the field, or beyond what is published.
  public let yearly: Amount?

  /// - Parameter actualAnnual: actual pay in the field; nil when it is unknown or from another field, since the
  ///   published means compare people who work in the field.
  init(_ held: HeldCredentials, in dataset: CareerDataset, actualAnnual: Double?) {
    let step = CredentialStep(from: held.group)
    let means = Self.means(of: step, in: dataset)
    self.step = step
    figures = means.map { [$0.upper.figure, $0.lower.figure] } ?? []
    yearly = actualAnnual.flatMap { pay in
      means.flatMap {
        step.yearlyGain(actualAnnual: pay, upper: $0.upper.annual, lower: $0.lower.annual).known
      }
    }
  }

  private static func means(
    of step: CredentialStep, in dataset: CareerDataset
  ) -> (upper: ComparedPay, lower: ComparedPay)? {
    let comparer = PayComparer(clientAnnual: nil, nationalMedian: nil)
    guard let ids = step.groupIDs,
      let upper = comparer.pay(dataset.pay(of: Subject(.credentialGroup, ids.upper))),
      let lower = comparer.pay(dataset.pay(of: Subject(.credentialGroup, ids.lower))),
      upper.isComparable(with: lower)
    else { return nil }
    return (upper, lower)
  }
}
