import Calculation
import ReportModel

/// A report as a workbook: every sheet with all that stands on it. Nothing is written here.
struct WorkbookLayout {
  private(set) var sheets: [SheetLayout] = []
  let properties: WorkbookProperties
  /// Where the numbers of the sources lead, by the ids of the sources.
  private(set) var sourceLinks: [String: SheetLink] = [:]

  /// - Throws: ``FormulaError`` when the formulas of the report's what-if are wrong.
  init(_ report: Report, words: WorkbookWords) throws(FormulaError) {
    let plan = SheetPlan(report, words: words)
    let contents = CellContents(report, words: words, sections: plan.sections)
    properties = Self.properties(of: report)
    let charts = plan.sections.flatMap { section in
      section.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    }
    var chartSheet: ChartDataSheet?
    if charts.contains(where: { $0.groups.contains { !$0.points.isEmpty } }) {
      chartSheet = ChartDataSheet(charts, name: plan.chartData, report: report, contents: contents)
    }
    let drawn = chartSheet?.charts ?? [:]
    let whatIf = try plan.whatIf.map { whatIf, name throws(FormulaError) in
      try WhatIfSheets(whatIf, name: name, dataName: plan.whatIfData, report: report, contents: contents)
    }
    var tableNames = TableNames()
    for (index, sheet) in plan.sheets.enumerated() {
      switch sheet.content {
      case .start(let section):
        var start = StartSheet(
          section, name: sheet.name, report: report, contents: contents, charts: drawn)
        start.addPanel(of: plan, whatIf: whatIf?.values)
        add(start.layout)
      case .sections(let sections):
        var builder = SectionSheet(
          sections, isFirst: index == 0, name: sheet.name, report: report, contents: contents)
        builder.build(tableNames: &tableNames, charts: drawn)
        add(builder.layout)
      case .whatIf:
        if let whatIf { add(whatIf.sheet) }
      case .figures:
        add(
          FiguresSheet(
            report, name: sheet.name, tableName: tableNames.unique(FiguresSheet.id), contents: contents
          ).layout)
      }
    }
    if let whatIf { add(whatIf.dataSheet) }
    if let chartSheet { add(chartSheet.layout) }
  }

  private mutating func add(_ sheet: SheetLayout) {
    sheets.append(sheet)
    for (id, cell) in sheet.sourceCells where sourceLinks[id] == nil {
      sourceLinks[id] = SheetLink(to: cell, on: sheet.name)
    }
  }

  private static func properties(of report: Report) -> WorkbookProperties {
    func property(_ text: String) -> WorkbookText { .plain(text, limit: ExcelLimits.propertyLength) }
    let properties = report.properties
    return WorkbookProperties(
      title: property(properties.title), subject: property(properties.subject),
      author: property(properties.author), company: property(properties.organization),
      keywords: property(properties.keywords), comments: property(properties.comments),
      created: report.reportDate.secondsSince1970)
  }
}

extension ReportDate {
  /// Midnight of the day in UTC. The first day of 1970 is counted a second late, since the library takes 0 for
  /// "now".
  var secondsSince1970: Int {
    // Days from civil: the year starts in March, so that the leap day is its last one.
    let shiftedYear = month > 2 ? year : year - 1
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    return days == 0 ? 1 : days * 86_400
  }
}
