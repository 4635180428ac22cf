/// A rule applied to numbers of known origin: how a figure of a report was made.
public struct AppliedRule: Sendable, Equatable {
  public let rule: Rule
  /// One for each parameter of the rule, in their order.
  public let operands: [Operand]
  /// What it comes to.
  public let value: Amount

  public init(_ rule: Rule, _ operands: [Operand]) {
    self.rule = rule
    self.operands = operands
    value = rule.value(operands.map(\.amount))
  }

  public init(_ rule: Rule, _ operands: Operand...) { self.init(rule, operands) }

  /// The calculation as a formula: of what stands for its operands, else of the calculations that they came from, else
  /// of their numbers.
  ///
  /// - Parameter stand: what stands for an operand; nil when nothing does.
  /// - Returns: nil when an operand is known only to lie between two numbers, so that no single number stands for it.
  public func formula(_ stand: (Operand) -> Formula?) -> Formula? {
    var places: [String: Formula] = [:]
    for (parameter, operand) in zip(rule.parameters, operands) {
      guard let formula = stand(operand) ?? operand.formula(stand) else { return nil }
      places[parameter] = formula
    }
    return rule.formula.replacing(places)
  }

  /// The published figures that the calculation rests on, in the order of its operands, each once.
  public var citations: [Citation] {
    operands.flatMap(\.citations).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension AppliedRule {
  /// A number that goes into a calculation.
  public struct Operand: Sendable, Equatable {
    public indirect enum Origin: Sendable, Equatable {
      case published(Citation)
      /// Stated by the client.
      case stated
      case calculated(AppliedRule)
    }

    public var amount: Amount
    public var unit: Unit
    public var origin: Origin
    /// The name under which the what-if has the same number, where the reader can change it; nil for a number
    /// that cannot change.
    public var name: String?

    public init(_ amount: Amount, _ unit: Unit, _ origin: Origin, name: String? = nil) {
      self.amount = amount
      self.unit = unit
      self.origin = origin
      self.name = name
    }

    /// What another calculation came to.
    public init(_ calculation: AppliedRule, _ unit: Unit, name: String? = nil) {
      self.init(calculation.value, unit, .calculated(calculation), name: name)
    }

    fileprivate func formula(_ stand: (Operand) -> Formula?) -> Formula? {
      switch (origin, amount) {
      case (.calculated(let calculation), _): calculation.formula(stand)
      case (_, .between): nil
      case (.published, _), (.stated, _): amount.anySide.map(Formula.number) ?? .missing
      }
    }

    public var citations: [Citation] {
      switch origin {
      case .published(let citation): [citation]
      case .stated: []
      case .calculated(let calculation): calculation.citations
      }
    }
  }
}

/// One published figure as a report cites it.
public struct Citation: Sendable, Equatable {
  /// The id of the source.
  public var sourceID: String
  /// What the figure is: `median`, `mean`, `10th percentile`, `range`, …
  public var statistic: String
  /// The id of the figure's row in the dataset; empty when it has none.
  public var figureID: String
  /// The people that the figure is about: `wage and salary workers`.
  public var population: String
  /// The time the figure is about: `May 2024`.
  public var period: String

  public init(sourceID: String, statistic: String, figureID: String = "", population: String, period: String)
  {
    self.sourceID = sourceID
    self.statistic = statistic
    self.figureID = figureID
    self.population = population
    self.period = period
  }
}
