import Algorithms

/// Published figures that do not agree are explained by the dataset, and its explanations still hold.
///
/// What the rules find by calculation is a note when a row of `disagreements` is about it, with that row's reason, and
/// an error otherwise. A row that no rule finds is a note of its own.
enum DisagreementCheck: PlausibilityCheck {
  static var rules: [any ContradictionRule.Type] {
    [
      PremiumClaimCheck.self, TwoFiguresRule.self, OtherOccupationRule.self, IncompleteSharesRule.self,
      ShareOfIndustryRule.self,
    ]
  }

  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    let contradictions = rules.flatMap { $0.contradictions(in: checked) }
    let disagreements = checked.records.disagreements
    let stated = disagreements.indices.flatMap { index in
      let isFound = contradictions.contains { $0.isMeant(by: disagreements[index]) }
      return findings(ofDisagreement: index, isFound: isFound, in: checked)
    }
    return contradictions.map { finding($0, in: checked) } + stated
  }

  private static func finding(_ contradiction: Contradiction, in checked: CheckedDataset) -> CheckFinding {
    let index = checked.records.disagreements.firstIndex(where: contradiction.isMeant)
    let explanation = index.map { acknowledgement($0, in: checked) }
    return CheckFinding(
      explanation == nil ? .error : .note, checked.place(ofFigure: contradiction.figureID),
      .contradiction(contradiction, explanation), figureIDs: contradiction.figureIDs)
  }

  private static func acknowledgement(
    _ index: Int, in checked: CheckedDataset
  ) -> CheckFinding.Acknowledgement {
    let disagreement = checked.records.disagreements[index]
    return CheckFinding.Acknowledgement(
      id: disagreement.id, place: checked.place(.disagreements, index, "explanation"),
      reason: disagreement.explanation)
  }

  private static func findings(
    ofDisagreement index: Int, isFound: Bool, in checked: CheckedDataset
  ) -> [CheckFinding] {
    let disagreement = checked.records.disagreements[index]
    let recalculation = Recalculation(disagreement.recalculation)
    let ids = recalculation?.operands.map(\.id) ?? []
    func finding(
      _ severity: CheckFinding.Severity, _ column: String, _ kind: CheckFinding.Kind
    ) -> CheckFinding {
      CheckFinding(severity, checked.place(.disagreements, index, column), kind, figureIDs: ids)
    }
    guard let recalculation, let value = recalculation.value(in: checked.dataset) else {
      return [finding(.error, "recalculation", .disagreementNotCalculable)]
    }
    var findings: [CheckFinding] = []
    let stated = disagreement.recalculatedValue
    if !PlainNumber.isSame(stated, value) {
      let kind = CheckFinding.Kind.disagreementOutdated(stated: stated, recalculated: value)
      findings.append(finding(.error, "recalculated_value", kind))
    }
    if isFound { return findings }
    if isSettled(disagreement, recalculation, value) {
      findings.append(finding(.warning, "recalculated_value", .disagreementSettled(recalculated: value)))
    } else {
      let kind = CheckFinding.Kind.disagreementStated(
        published: disagreement.publishedValue, recalculated: value, unit: disagreement.unit,
        acknowledgement(index, in: checked))
      findings.append(finding(.note, "explanation", kind))
    }
    return findings
  }

  /// Shares that add up to a whole, and a number that is the published one.
  private static func isSettled(
    _ disagreement: Disagreement, _ recalculation: Recalculation, _ value: Double
  ) -> Bool {
    if let published = disagreement.publishedValue { return PlainNumber.isSame(published, value) }
    return recalculation.function == .sum && disagreement.measure == EmploymentShares.measure
      && abs(value - 100) <= EmploymentShares.tolerance(recalculation.operands.count)
  }
}

/// Published figures that do not agree, as the check calculates it from the figures alone.
public struct Contradiction: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// A published premium that the published means do not give.
    case premium(above: String, amount: Double, base: String, baseAmount: Double)
    /// Two amounts for one thing.
    case twoFigures(String, String, sources: [String])
    /// A figure that is said to be another occupation's is not that occupation's own figure.
    case otherOccupation(String, ownFigure: String, socCode: String, title: String)
    /// Shares of one whole that leave a part of it unnamed.
    case incompleteShares([String])
    /// The shares of settings in an industry exceed what the industry as a whole has.
    case sharesAboveIndustry([String], sum: Double, naics: String)
  }

  public let kind: Kind
  /// What the published number is about.
  public let subject: Subject
  /// `premium`, `pay`, `employment`, …
  public let measure: String
  /// The number as published; nil when the contradiction is not with one number.
  public let published: Double?
  public let recalculation: Recalculation
  /// What the recalculation gives, not rounded.
  public let recalculated: Double
  /// `percent`, `USD/year`, `count`, …
  public let unit: String
  /// The figure to which the contradiction is put down.
  public let figureID: String

  /// The figures concerned, the one of ``figureID`` first.
  public var figureIDs: [String] {
    var ids = [figureID]
    if case .sharesAboveIndustry(let shares, _, _) = kind { ids += shares }
    ids += recalculation.operands.map(\.id)
    return Array(ids.uniqued())
  }

  var rule: String {
    switch kind {
    case .premium: "claim"
    case .twoFigures: "two_figures"
    case .otherOccupation: "other_occupation"
    case .incompleteShares: "share_sum"
    case .sharesAboveIndustry: "share_of_industry"
    }
  }
}

extension Contradiction {
  /// Whether a row of `disagreements` is about this contradiction: the same subject, published number and calculation.
  /// Of two figures either may be the one that is called published.
  func isMeant(by disagreement: Disagreement) -> Bool {
    guard disagreement.subject == subject, let stated = Recalculation(disagreement.recalculation) else {
      return false
    }
    if stated.isSame(as: recalculation) { return disagreement.publishedValue == published }
    guard case .twoFigures = kind, stated.function == .value else { return false }
    return stated.operands.map(\.id) == [figureID] && disagreement.publishedValue == recalculated
  }
}

extension Recalculation {
  init(_ function: Function, _ operands: [Operand]) {
    self.function = function
    self.operands = operands
  }

  /// As the column `recalculation` writes it.
  var text: String { "\(function.rawValue)(\(operands.map(\.text).joined(separator: ", ")))" }

  /// The order counts where it changes the result.
  func isSame(as other: Recalculation) -> Bool {
    guard function == other.function else { return false }
    guard function == .sum else { return operands == other.operands }
    return operands.map(\.text).sorted() == other.operands.map(\.text).sorted()
  }
}

extension Recalculation.Operand {
  var id: String {
    switch self {
    case .pay(let id), .figure(let id): id
    }
  }

  fileprivate var text: String {
    switch self {
    case .pay(let id): "pay:\(id)"
    case .figure(let id): "figure:\(id)"
    }
  }
}
