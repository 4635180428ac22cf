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
