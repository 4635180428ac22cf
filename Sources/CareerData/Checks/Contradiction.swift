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
    return ids.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
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

/// A pay figure that says it is another occupation's is that occupation's own figure.
///
/// It says so by the SOC code or the title of an occupation of the table, in its detail, its note, or the label or the
/// caveat of its population.
enum OtherOccupationRule: ContradictionRule {
  static func contradictions(in checked: CheckedDataset) -> [Contradiction] {
    let dataset = checked.dataset
    let candidates = dataset.records.pay.filter(isCandidate)
    return dataset.records.occupations.filter { !$0.isSubject }.flatMap { occupation in
      dataset.pay(of: Subject(.occupation, occupation.socCode)).flatMap { own in
        candidates.compactMap { contradiction($0, own, occupation, in: dataset) }
      }
    }
  }

  /// Areas and industries are of the dataset's own occupation.
  private static func isCandidate(_ figure: PayFigure) -> Bool {
    switch figure.subject.kind {
    case .area, .industry, .occupation: false
    default: figure.statistic != .range && figure.value != nil
    }
  }

  private static func contradiction(
    _ figure: PayFigure, _ own: PayFigure, _ occupation: Occupation, in dataset: CareerDataset
  ) -> Contradiction? {
    guard figure.statistic == own.statistic, figure.basis == own.basis,
      let published = figure.value, let amount = own.value, TwoFiguresRule.isApart(published, amount),
      names(figure, occupation, in: dataset)
    else { return nil }
    return Contradiction(
      kind: .otherOccupation(
        figure.id, ownFigure: own.id, socCode: occupation.socCode, title: occupation.title),
      subject: figure.subject, measure: "pay", published: published,
      recalculation: Recalculation(.value, [.pay(own.id)]), recalculated: amount,
      unit: figure.basis.unitText, figureID: figure.id)
  }

  private static func names(
    _ figure: PayFigure, _ occupation: Occupation, in dataset: CareerDataset
  ) -> Bool {
    let population = dataset.population(figure.populationID)
    let title = occupation.title.lowercased()
    return [figure.detail, figure.note, population?.label ?? "", population?.caveat ?? ""].contains { text in
      text.contains(occupation.socCode) || (!title.isEmpty && text.lowercased().contains(title))
    }
  }
}
