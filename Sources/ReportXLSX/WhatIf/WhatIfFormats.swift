import Calculation
import ReportModel

/// How the numbers of a what-if stand in cells.
struct WhatIfFormats {
  private let formats: NumberFormats

  init(_ formats: NumberFormats) { self.formats = formats }

  /// The format of results of a unit.
  func result(_ unit: Unit, isDifference: Bool = false) -> String? {
    formats.format(Quantity(isDifference ? 1000 : 1000.5, unit, .statedByClient, isDifference: isDifference))
  }

  /// The format of what a person enters; nil for a choice.
  func format(of input: WhatIfInput) -> String? {
    if case .number(_, let unit) = input.kind { self.input(unit) } else { nil }
  }

  private func input(_ unit: Unit) -> String {
    switch unit {
    case .dollars, .dollarsPerYear, .dollarsPerHour:
      "[<1000]\(formats.labelFormat(.dollarsPerHour));\(formats.labelFormat(.dollarsPerYear))"
    case .percent: "0.0%"
    case .percentile, .index, .months, .years, .hoursPerWeek, .count: "General"
    }
  }

  /// The format of amounts at an axis.
  var axis: String { formats.axisFormat(.dollars) }

  /// Percents stand in cells as parts of one.
  func number(_ number: Double, _ unit: Unit) -> Double { unit == .percent ? number / 100 : number }

  /// What the cell of an input starts with.
  func content(_ input: WhatIfInput, _ value: FormulaValue) -> CellContent {
    switch input.kind {
    case .choice: value.text.map(CellContent.text) ?? .blank
    case .number(_, let unit):
      value.number.map { .number(number($0, unit), format: self.input(unit), shown: "") } ?? .blank
    }
  }

  /// A formula that shows on another sheet what stands in the cell of an input.
  func shown(_ input: WhatIfInput, _ value: FormulaValue) -> CellContent {
    let formula = "IF(\(input.name)=\"\",\"\",\(input.name))"
    if case .number(_, let unit) = input.kind, let number = value.number {
      return .formula(formula, value: .number(self.number(number, unit)), format: self.input(unit))
    }
    return .formula(formula, value: value, format: nil)
  }

  func formula(_ text: String, _ unit: Unit) -> String {
    unit == .percent ? "IFERROR(\(text)/100,\"\")" : text
  }

  func replacements(_ inputs: [WhatIfInput]) -> [String: String] {
    var replacements: [String: String] = [:]
    for input in inputs {
      if case .number(_, .percent) = input.kind {
        replacements[input.name] = "IF(\(input.name)=\"\",\"\",\(input.name)*100)"
      }
    }
    return replacements
  }
}
