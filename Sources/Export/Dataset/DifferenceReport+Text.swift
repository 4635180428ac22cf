import Calculation
import CareerData
import ReportModel

extension DifferenceReport {
  /// For a person: the datasets, the figures that changed with the greatest change first, then the rest by table.
  ///
  /// - Parameter style: how numbers are written.
  public func lines(style: ValueStyle) -> [String] {
    let words = DifferenceWords(style: style)
    var lines = ["Old: \(Self.title(difference.old))", "New: \(Self.title(difference.new))"]
    if difference.isEmpty { return (lines + ["", "No record differs."]).map(VisibleText.of) }
    let figures = difference.records.filter { $0.change == .changed && $0.unit != nil }
    let others = difference.records.filter { !($0.change == .changed && $0.unit != nil) }
    lines += section("Figures that changed, the greatest change first", figures, words)
    for change in RecordDifference.Change.allCases {
      lines += section("Records \(change.rawValue)", others.filter { $0.change == change }, words)
    }
    return lines.map(VisibleText.of)
  }

  private static func title(_ identity: CareerDataset.Identity) -> String {
    "\(identity.title) (\(identity.name) \(identity.version)), content \(identity.contentHash.prefix(12))"
  }

  private func section(_ title: String, _ records: [RecordDifference], _ words: DifferenceWords) -> [String] {
    if records.isEmpty { return [] }
    return ["", "\(title) (\(records.count)):"] + records.flatMap(words.lines)
  }
}

/// Records that differ, in words.
private struct DifferenceWords {
  private let formatter: ValueFormatter

  init(style: ValueStyle) { formatter = ValueFormatter(style: style) }

  func lines(_ record: RecordDifference) -> [String] {
    let name = "\(record.table) \(record.key)"
    switch record.change {
    case .added, .removed:
      let amounts = record.amounts.map { "\($0.column) \(number($0.new ?? $0.old, record.unit))" }
      return ["  \(name)\(amounts.isEmpty ? "" : ": ")\(amounts.joined(separator: ", "))"]
    case .changed:
      let changes = record.amounts.map { amount($0, record.unit) } + record.fields.map(field)
      return changes.count == 1 ? ["  \(name): \(changes[0])"] : ["  \(name):"] + changes.map { "    \($0)" }
    }
  }

  private func amount(_ amount: RecordDifference.Amount, _ unit: String?) -> String {
    let column = amount.column == "value" ? "" : "\(amount.column) "
    var text = "\(column)\(number(amount.old, unit)) -> \(number(amount.new, unit))"
    if let difference = amount.difference {
      text += " (\(number(difference, unit, isDifference: true))"
      if let percent = amount.percent, unit != PublishedFigure.Unit.percent.rawValue {
        text += ", \(number(percent, PublishedFigure.Unit.percent.rawValue, isDifference: true))"
      }
      text += ")"
    }
    return text
  }

  private func field(_ field: RecordDifference.Field) -> String {
    func shown(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "nothing" }
    return "\(field.column): \(shown(field.old)) -> \(shown(field.new))"
  }

  private func number(_ number: Double?, _ unit: String?, isDifference: Bool = false) -> String {
    guard let number else { return "nothing" }
    guard let unit = unit.flatMap(Unit.init(datasetUnit:)) else { return ValueFormatter.plain(number) }
    return formatter.text(Quantity(number, unit, .statedByClient, isDifference: isDifference))
  }
}

extension Unit {
  /// The unit of a dataset's figure: `USD/year`, `USD/hour`, `count`, `percent`, `months`, `years`.
  init?(datasetUnit: String) {
    if datasetUnit == PublishedFigure.Unit.percent.rawValue {
      self = .percent
    } else {
      self.init(rawValue: datasetUnit)
    }
  }
}

extension DifferenceReport {
  /// A difference of decimal numbers without the noise of binary ones: six digits after the point, more than any figure
  /// has.
  static func withoutNoise(_ number: Double) -> Double { rounded(number, 1e6) }

  static func tenths(_ percent: Double) -> Double { rounded(percent, 10) }

  private static func rounded(_ number: Double, _ scale: Double) -> Double {
    let scaled = (number * scale).rounded()
    return scaled.isFinite && abs(scaled) < 1e15 ? scaled / scale : number
  }
}
