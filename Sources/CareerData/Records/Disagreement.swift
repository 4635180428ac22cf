/// Published figures that do not agree: a row of `disagreements`.
public struct Disagreement: Sendable, Equatable {
  public var id: String
  /// What the claim is about.
  public var subject: Subject
  /// `premium`, `pay`, `employment`, …
  public var measure: String
  /// The number as published; nil when the disagreement is between two figures.
  public var publishedValue: Double?
  /// The number that the dataset's own figures give.
  public var recalculatedValue: Double
  /// `percent`, `USD/year`, `count`.
  public var unit: String
  /// The calculation over ids of `pay` and `figures`: `premium(pay:a, pay:b)`, `value(…)`, `sum(…)`,
  /// `share(…)`.
  public var recalculation: String
  public var sourceID: String
  public var explanation: String

  public init(
    id: String, subject: Subject, measure: String, publishedValue: Double?, recalculatedValue: Double,
    unit:
      String, recalculation: String, sourceID: String, explanation: String
  ) {
    self.id = id
    self.subject = subject
    self.measure = measure
    self.publishedValue = publishedValue
    self.recalculatedValue = recalculatedValue
    self.unit = unit
    self.recalculation = recalculation
    self.sourceID = sourceID
    self.explanation = explanation
  }
}

extension Disagreement: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    subject = try row.subject()
    measure = row.text("measure", .needed)
    publishedValue = row.optionalNumber("published_value")
    recalculatedValue = try row.number("recalculated_value")
    unit = row.text("unit", .needed)
    recalculation = row.text("recalculation", .needed)
    sourceID = row.reference("source", to: .sources)
    explanation = row.prose("explanation", .needed)
  }
}

/// A calculation over published figures, as the column `recalculation` of `disagreements` writes it:
/// `premium(pay:a, pay:b)`, `value(figure:c)`.
public struct Recalculation: Sendable, Equatable {
  public enum Function: String, Sendable, CaseIterable {
    /// The figure itself; one operand.
    case value
    /// How much the first is above the second, in percent of the second; two operands.
    case premium
    /// The first in percent of the second; two operands.
    case share
    /// All together; one operand or more.
    case sum
  }

  /// A figure by its id.
  public enum Operand: Sendable, Equatable {
    /// A row of `pay`.
    case pay(String)
    /// A row of `figures`.
    case figure(String)
  }

  public let function: Function
  public let operands: [Operand]

  /// Nil when the text is no such calculation, or has too many or too few operands.
  public init?(_ text: String) {
    guard let open = text.firstIndex(of: "("), text.last == ")",
      let function = Function(rawValue: String(text[..<open]))
    else { return nil }
    let inner = text[text.index(after: open)...].dropLast()
    var operands: [Operand] = []
    for part in inner.split(separator: ",", omittingEmptySubsequences: false) {
      guard let operand = Self.operand(part.drop { $0 == " " }) else { return nil }
      operands.append(operand)
    }
    let isCountRight =
      switch function {
      case .value: operands.count == 1
      case .premium, .share: operands.count == 2
      case .sum: !operands.isEmpty
      }
    guard isCountRight else { return nil }
    self.function = function
    self.operands = operands
  }

  private static func operand(_ text: Substring) -> Operand? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    return switch parts[0] {
    case "pay": .pay(String(parts[1]))
    case "figure": .figure(String(parts[1]))
    default: nil
    }
  }

  /// The result, not rounded: percent for `premium` and `share`, else the unit of the operands. Nil when an operand
  /// is not in the dataset or is no single number, or a divisor is zero. Looks through the tables for each operand.
  public func value(in dataset: CareerDataset) -> Double? {
    var numbers: [Double] = []
    for operand in operands {
      let number =
        switch operand {
        case .pay(let id): dataset.records.pay.first { $0.id == id }?.value
        case .figure(let id): dataset.records.figures.first { $0.id == id }?.value
        }
      guard let number else { return nil }
      numbers.append(number)
    }
    switch function {
    case .value: return numbers[0]
    case .sum: return numbers.reduce(0, +)
    case .premium: return numbers[1] == 0 ? nil : (numbers[0] / numbers[1] - 1) * 100
    case .share: return numbers[1] == 0 ? nil : numbers[0] / numbers[1] * 100
    }
  }
}
