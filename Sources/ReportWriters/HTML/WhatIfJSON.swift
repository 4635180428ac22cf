import Calculation
import ReportModel
import Tabular

/// Formulas, values and the number style as `what-if.js` reads them.
enum WhatIfJSON {
  static func value(_ value: FormulaValue) -> JSONText {
    switch value {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .missing, .bounded: .null
    }
  }

  /// A number as itself, a name as a string, and an operation as a list that begins with its word.
  static func formula(_ formula: Formula) -> JSONText {
    switch formula {
    case .number(let number): .number(number)
    case .text(let text): ["text", .string(text)]
    case .missing: .null
    case .name(let name): .string(name)
    case .calculation(let operation, let a, let b): list(operation.rawValue, [a, b])
    case .comparison(.lessOrEqual, let a, let b): list("less_or_equal", [a, b])
    case .comparison(let comparison, let a, let b): list(comparison.rawValue, [a, b])
    case .isMissing(let a): list("is_missing", [a])
    case .either(let a, let b): list("either", [a, b])
    case .when(let condition, let then, let otherwise): list("when", [condition, then, otherwise])
    case .row(let text, let column): place("row", text, column)
    case .cell(let column, let row): place("cell", row, column)
    }
  }

  private static func list(_ word: String, _ parts: [Formula]) -> JSONText {
    .array([.string(word)] + parts.map(formula))
  }

  private static func place(_ word: String, _ part: Formula, _ column: Formula.TableColumn) -> JSONText {
    [.string(word), formula(part), .string(column.table), .string(column.column)]
  }

  static func style(_ style: ValueStyle) -> JSONText {
    let units = Unit.allCases.map { (name: $0.rawValue, value: unit($0, style)) }
    return [
      "decimal": .string(style.decimalSeparator), "group": .string(style.groupSeparator),
      "missing": .string(style.missing), "units": .object(units),
      "ordinal": [
        "one": .string(style.ordinal.one), "two": .string(style.ordinal.two),
        "few": .string(style.ordinal.few), "other": .string(style.ordinal.other),
      ],
    ]
  }

  /// The digits are those of ``ValueFormatter/text(_:)-quantity``.
  private static func unit(_ unit: Unit, _ style: ValueStyle) -> JSONText {
    func plain(_ pattern: String, _ digits: Double) -> [(name: String, value: JSONText)] {
      [("one", .string(pattern)), ("other", .string(pattern)), ("shown", .number(digits))]
    }
    func counted(_ words: ValueStyle.Counted, _ digits: Double) -> [(name: String, value: JSONText)] {
      [
        ("one", .string(words.one)), ("other", .string(words.other)), ("shown", .number(digits)),
        ("isCounted", true),
      ]
    }
    let members =
      switch unit {
      case .dollarsPerYear, .dollars: plain(style.dollars, 0)
      case .dollarsPerHour: plain(style.dollars, 2)
      case .percent: plain(style.percent, 1)
      case .percentile: [(name: "isOrdinal", value: JSONText.bool(true))]
      case .index: plain("{n}", 3)
      case .count: plain("{n}", 0)
      case .months: counted(style.months, 1)
      case .years: counted(style.years, 2)
      case .hoursPerWeek: counted(style.hoursPerWeek, 2)
      }
    return .object([("stored", .number(Double(unit.storedFractionDigits)))] + members)
  }
}
