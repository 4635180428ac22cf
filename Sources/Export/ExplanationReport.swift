import AdvisingReport
import Calculation
import ReportModel
import ReportWriters
import Tabular

/// Explanations as text for people and as JSON for programs.
public struct ExplanationReport: Sendable {
  private let explanations: [Explanation]
  private let formatter: ValueFormatter
  private let sources: [String: SourceNote]

  /// - Parameter report: that the explanations are of; its words and its sources are used.
  public init(_ explanations: [Explanation], of report: Report) {
    self.explanations = explanations
    formatter = ValueFormatter(for: report)
    sources = Dictionary(report.sources.map { ($0.id, $0) }) { first, _ in first }
  }

  // MARK: - Text

  /// A paragraph for each figure: its id, each calculation with its numbers, and the published figures in it.
  public var text: String { explanations.map(paragraph).joined(separator: "\n") }

  private func paragraph(_ explanation: Explanation) -> String {
    var lines = ["\(explanation.id)  \(explanation.item)"]
    lines += explanation.steps.map { "  \(step($0))" }
    lines += stated(explanation).map { "    \($0): stated by the client" }
    lines += explanation.published.map { "    \(published($0))" }
    if explanation.steps.isEmpty {
      lines.append("  nothing is calculated: it stands as published or as stated")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `difference: amount - base = $46,000 - $59,700 = -$13,700`
  private func step(_ step: Explanation.Step) -> String {
    let what: String =
      switch step.part {
      case .figure?: "the figure: "
      case .difference?: "difference: "
      case .differencePercent?: "difference in percent: "
      case nil: ""
      }
    let rule = words(step.calculation) { $0.parameter }
    let numbers = words(step.calculation) { number($0.operand.amount, $0.operand.unit) }
    let result = number(step.calculation.value, step.unit)
    return rule == numbers ? "\(what)\(rule)" : "\(what)\(rule) = \(numbers) = \(result)"
  }

  /// `$59,700: median, state: California, wage and salary workers; Bureau of Labor Statistics, May 2024`
  private func published(_ figure: Explanation.Published) -> String {
    let citation = figure.citation
    let what = [statistic(citation.statistic), figure.subject, citation.population].filter { !$0.isEmpty }
    let whence = [sources[citation.sourceID]?.publisher ?? citation.sourceID, citation.period]
    return "\(number(figure.amount, figure.unit)): \(what.joined(separator: ", ")); "
      + whence.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `10th percentile` for `p10`; other statistics have names of their own.
  private func statistic(_ name: String) -> String {
    guard name.first == "p", let percentile = Double(name.dropFirst()) else { return name }
    return "\(number(.exactly(percentile), .percentile)) percentile"
  }

  /// The client's own numbers, each once.
  private func stated(_ explanation: Explanation) -> [String] {
    explanation.steps.flatMap(\.calculation.operands).filter { $0.origin == .stated }
      .map { number($0.amount, $0.unit) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func number(_ amount: Amount, _ unit: Unit) -> String {
    formatter.text(Value(amount, unit, .counted([])))
  }

  private func words(
    _ calculation: AppliedRule,
    _ word: @escaping ((parameter: String, operand: AppliedRule.Operand)) -> String
  ) -> String {
    let operands = Dictionary(zip(calculation.rule.parameters, calculation.operands)) { first, _ in first }
    let words = FormulaWords(
      name: { name in operands[name].map { word((name, $0)) } ?? name },
      number: { formatter.text(.quantity(Quantity($0, .count, .counted([])))) })
    return words.text(calculation.rule.formula) { name in operands[name].map { FormulaValue($0.amount) } }
  }

  // MARK: - JSON

  /// An array with an object for each figure; numbers are plain, those known by halves have `low` or `high` alone.
  public var json: [UInt8] {
    JSONText.array(
      explanations.map { explanation in
        [
          "id": .string(explanation.id), "item": .string(explanation.item),
          "measure": .string(explanation.measure), "unit": .string(explanation.unit.rawValue),
          "calculations": .array(explanation.steps.map(json)),
          "published": .array(explanation.published.map(Self.json)),
        ]
      }
    ).bytes
  }

  private func json(_ step: Explanation.Step) -> JSONText {
    let calculation = step.calculation
    let inputs = zip(calculation.rule.parameters, calculation.operands).map { name, operand -> JSONText in
      .object(
        [("name", .string(name))] + Self.members(operand.amount, operand.unit)
          + [("origin", .string(Self.origin(operand)))] + Self.source(operand))
    }
    return .object([
      ("of", step.part.map { .string($0.rawValue) } ?? .null), ("rule", .string(calculation.rule.id)),
      ("formula", .string(words(calculation) { $0.parameter })), ("inputs", .array(inputs)),
      ("result", .object(Self.members(calculation.value, step.unit))),
    ])
  }

  private static func json(_ figure: Explanation.Published) -> JSONText {
    .object(
      members(figure.amount, figure.unit) + [
        ("source_id", .string(figure.citation.sourceID)), ("statistic", .string(figure.citation.statistic)),
        ("subject", .string(figure.subject)), ("population", .string(figure.citation.population)),
        ("period", .string(figure.citation.period)),
      ])
  }

  private static func origin(_ operand: AppliedRule.Operand) -> String {
    switch operand.origin {
    case .published: "published"
    case .stated: "stated"
    case .calculated: "calculated"
    }
  }

  private static func source(_ operand: AppliedRule.Operand) -> [(name: String, value: JSONText)] {
    if case .published(let citation) = operand.origin {
      [("source_id", .string(citation.sourceID))]
    } else {
      []
    }
  }

  private static func members(_ amount: Amount, _ unit: Unit) -> [(name: String, value: JSONText)] {
    var members: [(name: String, value: JSONText)] = []
    if let exact = amount.exact {
      members.append(("value", .number(exact)))
    } else {
      if let low = amount.low { members.append(("low", .number(low))) }
      if let high = amount.high { members.append(("high", .number(high))) }
    }
    return members + [("unit", .string(unit.rawValue))]
  }
}
