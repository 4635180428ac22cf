import AdvisingReport
import Calculation
import ReportModel
import ReportWriters
import Tabular

/// Explanations as text for people and as JSON for programs.
public struct ExplanationReport: Sendable {
  private let explanations: [Explanation]
  private let words: ExplanationWords
  private let sources: [String: SourceNote]

  /// - Parameters:
  ///   - report: that the explanations are of; its sources are used.
  ///   - template: whose words are used.
  public init(_ explanations: [Explanation], of report: Report, in template: ReportTemplate) {
    self.explanations = explanations
    words = ExplanationWords(template)
    sources = Dictionary(report.sources.map { ($0.id, $0) }) { first, _ in first }
  }

  // MARK: - Text

  /// A paragraph for each figure: its id, each calculation with its numbers, and the published figures in it.
  public var text: String { explanations.map(paragraph).joined(separator: "\n") }

  private func paragraph(_ explanation: Explanation) -> String {
    var lines = ["\(explanation.id)  \(explanation.item)"]
    lines += explanation.steps.map { "  \(words.step($0))" }
    lines += words.stated(explanation).map { "    \($0)" }
    lines += explanation.published.map { "    \(published($0))" }
    if explanation.steps.isEmpty {
      lines.append("  \(words.number(explanation.amount, explanation.unit)); \(words.nothing)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `$59,700: median, state: California, wage and salary workers; Bureau of Labor Statistics, May 2024`
  private func published(_ figure: Explanation.Published) -> String {
    let citation = figure.citation
    let what = [words.statistic(citation.statistic), figure.subject, citation.population].filter {
      !$0.isEmpty
    }
    let whence = [sources[citation.sourceID]?.publisher ?? citation.sourceID, citation.period]
    return "\(words.number(figure.amount, figure.unit)): \(what.joined(separator: ", ")); "
      + whence.filter { !$0.isEmpty }.joined(separator: ", ")
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
      ("formula", .string(words.formula(calculation))), ("inputs", .array(inputs)),
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
