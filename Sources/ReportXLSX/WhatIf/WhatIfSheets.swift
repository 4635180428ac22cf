import Calculation
import ReportModel

/// The two sheets of a what-if: the one to work with, and the one with the data that its formulas look up.
struct WhatIfSheets {
  private(set) var sheet: SheetLayout
  private(set) var dataSheet: SheetLayout

  /// - Throws: ``FormulaError`` when the what-if's formulas are wrong.
  init(
    _ whatIf: WhatIf, name: SheetName, dataName: SheetName, report: Report, contents: CellContents
  ) throws(FormulaError) {
    let values = try whatIf.values()
    let formats = WhatIfFormats(NumberFormats(style: report.style))
    let page = PageSetup(report, contents)
    var data = WhatIfDataSheet(name: dataName, page: page, formats: formats, words: contents.words)
    data.addTables(whatIf.tables)
    let formulas = FormulaText(columns: data.columns, replacements: formats.replacements(whatIf.inputs))
    data.addSteps(whatIf.steps, formulas, values)
    var main = WhatIfSheet(
      whatIf, values, name: name, page: page, formats: formats, formulas: formulas,
      lists: data.cells, dataName: dataName, contents: contents)
    if let projection = whatIf.projection {
      let cells = main.addProjection(projection)
      let chart = data.addChart(projection, cells, on: name, values, formulas)
      main.place(chart)
    }
    sheet = main.layout
    dataSheet = data.layout
  }
}

/// How the numbers of a what-if stand in cells.
struct WhatIfFormats {
  private let formats: NumberFormats

  init(_ formats: NumberFormats) { self.formats = formats }

  /// The format of results of a unit.
  func result(_ unit: Unit, isDifference: Bool = false) -> String? {
    formats.format(Quantity(isDifference ? 1000 : 1000.5, unit, .statedByClient, isDifference: isDifference))
  }

  /// The format of what a person enters.
  func input(_ unit: Unit) -> String {
    switch unit {
    case .dollars, .dollarsPerYear, .dollarsPerHour:
      "[<1000]\(formats.labelFormat(.dollarsPerHour));\(formats.labelFormat(.dollarsPerYear))"
    case .percent: "0.0%"
    case .percentile, .index, .months, .years, .hoursPerWeek, .count: "General"
    }
  }

  /// Percents stand in cells as parts of one.
  func number(_ number: Double, _ unit: Unit) -> Double { unit == .percent ? number / 100 : number }

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
