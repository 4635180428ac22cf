import Calculation

/// Assumptions that can be changed, and what follows from them.
///
/// It stands beside the sections: a writer of a format in which a reader can change numbers shows it live; the others
/// leave it out, since all that it says of the client as she is stands in the sections.
public struct WhatIf: Sendable, Equatable {
  public let title: String
  /// At most 31 characters, for a sheet.
  public let shortTitle: String
  public let introduction: Prose
  /// The introduction where the inputs are fields of a page.
  public let pageIntroduction: Prose
  /// On the button that brings back what the profile says.
  public let resetLabel: String
  public let inputTitle: String
  public let inputs: [WhatIfInput]
  /// What the formulas look up; published figures as the dataset has them, and the choices of the inputs.
  public let tables: [WhatIfTable]
  /// Steps between the inputs and the results, in an order in which each needs only those before it.
  public let steps: [WhatIfFormula]
  public let groups: [WhatIfGroup]
  /// Nil when there is no pay to project.
  public let projection: Projection?
  /// What the results take for granted.
  public let notes: [Prose]
  /// Stands beside the report's sentences when the assumptions are no longer those that they describe; nil where no
  /// sentence depends on any.
  public var changed: ChangedNote?

  public init(
    title: String, shortTitle: String, introduction: Prose, pageIntroduction: Prose = "",
    resetLabel: String = "", inputTitle: String, inputs: [WhatIfInput], tables: [WhatIfTable],
    steps: [WhatIfFormula], groups: [WhatIfGroup], projection: Projection?,
    notes: [Prose], changed: ChangedNote? = nil
  ) {
    self.title = title
    self.shortTitle = shortTitle
    self.introduction = introduction
    self.pageIntroduction = pageIntroduction
    self.resetLabel = resetLabel
    self.inputTitle = inputTitle
    self.inputs = inputs
    self.tables = tables
    self.steps = steps
    self.groups = groups
    self.projection = projection
    self.notes = notes
    self.changed = changed
  }

  /// Every formula with a name: the steps, then the results.
  public var formulas: [WhatIfFormula] { steps + groups.flatMap { $0.results.map(\.formula) } }

  /// The names of the inputs and the formulas.
  public var names: Set<String> { Set(inputs.map(\.name) + formulas.map(\.name)) }

  public func table(_ id: String) -> WhatIfTable? { tables.first { $0.id == id } }
}

/// Says that an assumption is another than the sentences of the report describe.
public struct ChangedNote: Sendable, Equatable {
  /// The name of the assumption, or of what follows from it.
  public var name: String
  /// What the sentences describe.
  public var amount: Double
  /// `The text describes the report's pay of $46,000.`
  public var text: String

  public init(name: String, amount: Double, text: String) {
    self.name = name
    self.amount = amount
    self.text = text
  }
}

/// An assumption.
public struct WhatIfInput: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// One of the texts of a column.
    case choice(Formula.TableColumn)
    /// A number from a least to a greatest.
    case number(ClosedRange<Double>, Unit)
  }

  /// Small letters and `_`, with at least one `_`: unlike the address of any cell.
  public let name: String
  public let label: String
  public let kind: Kind
  /// What the profile says; missing when it says nothing.
  public let initial: FormulaValue
  /// What may be entered, shown when the cell is chosen.
  public let hint: String

  public init(name: String, label: String, kind: Kind, initial: FormulaValue, hint: String) {
    self.name = name
    self.label = label
    self.kind = kind
    self.initial = initial
    self.hint = hint
  }
}

/// Rows that formulas look up.
public struct WhatIfTable: Sendable, Equatable {
  public let id: String
  public let title: String
  /// All of the same length.
  public var columns: [WhatIfColumn]

  public init(id: String, title: String, columns: [WhatIfColumn]) {
    self.id = id
    self.title = title
    self.columns = columns
  }

  public func column(_ id: String) -> WhatIfColumn? { columns.first { $0.id == id } }
}

/// A column of rows that formulas look up.
public struct WhatIfColumn: Sendable, Equatable {
  public enum Kind: Sendable, Equatable { case text, number }
  public let id: String
  public let header: String
  public let kind: Kind
  /// The number, the text or missing, row by row.
  public let cells: [FormulaValue]

  public init(id: String, header: String, kind: Kind, cells: [FormulaValue]) {
    self.id = id
    self.header = header
    self.kind = kind
    self.cells = cells
  }
}

/// A formula with a name.
public struct WhatIfFormula: Sendable, Equatable {
  public let name: String
  public let label: String
  public let formula: Formula

  public init(name: String, label: String, formula: Formula) {
    self.name = name
    self.label = label
    self.formula = formula
  }
}

/// Results that belong together.
public struct WhatIfGroup: Sendable, Equatable {
  public let title: String
  public var results: [WhatIfResult]

  public init(title: String, results: [WhatIfResult]) {
    self.title = title
    self.results = results
  }
}

public struct WhatIfResult: Sendable, Equatable {
  public let formula: WhatIfFormula
  /// Of the number that comes out; a result may be words instead.
  public let unit: Unit
  public let isDifference: Bool
  /// Words beside the result: its basis, or which side of it is known.
  public let note: Formula
  /// True for one of those to see first, where there is no room for all.
  public let isMain: Bool

  public init(
    _ formula: WhatIfFormula, unit: Unit, isDifference: Bool = false, note: Formula = .missing,
    isMain: Bool = false
  ) {
    self.formula = formula
    self.unit = unit
    self.isDifference = isDifference
    self.note = note
    self.isMain = isMain
  }
}

/// Amounts that grow year by year, along several paths.
public struct Projection: Sendable, Equatable {
  /// In the formula of a path, the year of the row, from 0.
  public static let year = "this_year"
  /// In the formula of a path, its amount a year before.
  public static let previous = "year_before"

  /// What a way earns at the high end of its pay: with what it earns at the low end, a band.
  public struct HighEnd: Sendable, Equatable {
    /// As ``Path/next``; its amount a year before is that of the high end. Missing where no high end is published.
    public let next: Formula
    /// Missing, but for a high end that the source says "or more" of.
    public let openness: Formula

    public init(next: Formula, openness: Formula = .missing) {
      self.next = next
      self.openness = openness
    }
  }

  public struct Path: Sendable, Equatable {
    public let id: String
    public let label: String
    /// The amount in year 0.
    public let start: Formula
    /// The amount in a later year, from ``Projection/year`` and ``Projection/previous``.
    public let next: Formula
    /// The same by the high end of pay that is a range; nil for pay that is no range.
    public let high: HighEnd?
    /// The name of the years until the path begins; nil for one that goes on.
    public let wait: String?
    /// Whether it is the client's present way, or the one aimed at.
    public let emphasis: Emphasis
    /// Beside the label where the path cannot be calculated: `not known`. Empty for a path that is not the client's,
    /// which a chart leaves out.
    public let unknown: String

    public init(
      id: String, label: String, start: Formula, next: Formula, high: HighEnd? = nil, wait: String? = nil,
      emphasis: Emphasis = .none, unknown: String = ""
    ) {
      self.id = id
      self.label = label
      self.start = start
      self.next = next
      self.high = high
      self.wait = wait
      self.emphasis = emphasis
      self.unknown = unknown
    }
  }

  public let title: Prose
  public let chartTitle: String
  public let alternativeText: String
  public let yearHeader: String
  /// With the unit.
  public let amountAxis: String
  /// The name of the input that says after how many years to end.
  public let horizon: String
  /// The years of the table: as many as the horizon can be.
  public let lastYear: Int
  public let paths: [Path]
  public let source: Prose
  /// Beside the name of a path that begins after the horizon.
  public let later: String
  /// What is said of paths whose pay is a range.
  public let range: RangeWords

  public struct RangeWords: Sendable, Equatable {
    /// Beside the name of a path: `the band goes up to its high end`.
    public let band: String
    /// Where high ends are lines of their own: `A thin line is the high end of a range.`
    public let highEnd: String

    public init(band: String = "", highEnd: String = "") {
      self.band = band
      self.highEnd = highEnd
    }
  }

  public init(
    title: Prose, chartTitle: String, alternativeText: String, yearHeader: String, amountAxis: String,
    horizon: String, lastYear: Int, paths: [Path], source: Prose, later: String = "",
    range: RangeWords = RangeWords()
  ) {
    self.title = title
    self.chartTitle = chartTitle
    self.alternativeText = alternativeText
    self.yearHeader = yearHeader
    self.amountAxis = amountAxis
    self.horizon = horizon
    self.lastYear = lastYear
    self.paths = paths
    self.source = source
    self.later = later
    self.range = range
  }
}

/// The values of a what-if for some assumptions.
public struct WhatIfValues: Sendable, Equatable {
  /// Of every input and formula, by name.
  public let named: [String: FormulaValue]
  /// Of the notes of the results, by the names of the results.
  public let notes: [String: FormulaValue]
  /// The amounts of each path of the projection, from year 0 to the last, whatever the horizon.
  public let projected: [[FormulaValue]]
  /// The same at the high ends; none of a path whose pay is no range.
  public let projectedHigh: [[FormulaValue]]
  /// Of each path, whether the source says "or more" of its high end.
  public let isHighOpen: [Bool]
}

extension WhatIf {
  /// What follows from the assumptions.
  ///
  /// - Parameter changes: inputs that differ from what the profile says, by name.
  /// - Throws: ``FormulaError`` when a formula does what a cell of a spreadsheet would call an error.
  public func values(_ changes: [String: FormulaValue] = [:]) throws(FormulaError) -> WhatIfValues {
    var named: [String: FormulaValue] = [:]
    for input in inputs { named[input.name] = changes[input.name] ?? input.initial }
    for formula in formulas {
      named[formula.name] = try evaluator(named).value(formula.formula)
    }
    var notes: [String: FormulaValue] = [:]
    for result in groups.flatMap(\.results) {
      notes[result.formula.name] = try evaluator(named).value(result.note)
    }
    var projected: [[FormulaValue]] = []
    var projectedHigh: [[FormulaValue]] = []
    var isHighOpen: [Bool] = []
    for path in projection?.paths ?? [] {
      projected.append(try amounts(from: path.start, path.next, named))
      guard let high = path.high else {
        projectedHigh.append([])
        isHighOpen.append(false)
        continue
      }
      projectedHigh.append(try amounts(from: path.start, high.next, named))
      isHighOpen.append(try evaluator(named).value(high.openness) != .missing)
    }
    return WhatIfValues(
      named: named, notes: notes, projected: projected, projectedHigh: projectedHigh, isHighOpen: isHighOpen)
  }

  private func amounts(
    from start: Formula, _ next: Formula, _ named: [String: FormulaValue]
  ) throws(FormulaError) -> [FormulaValue] {
    var amounts = [try evaluator(named).value(start)]
    var names = named
    for year in 1...max(1, projection?.lastYear ?? 1) {
      names[Projection.year] = .number(Double(year))
      names[Projection.previous] = amounts[year - 1]
      amounts.append(try evaluator(names).value(next))
    }
    return amounts
  }

  private func evaluator(_ named: [String: FormulaValue]) -> FormulaEvaluator {
    FormulaEvaluator(
      value: { named[$0] }, cells: { column in table(column.table)?.column(column.column)?.cells })
  }
}
