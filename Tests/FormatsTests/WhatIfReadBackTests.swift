import ReportModel
import SampleReports
import Testing

/// The what-if of every sample client, read by a program that does not calculate.
@Suite(.enabled(if: IndependentReaders.python != nil, "\(IndependentReaders.missing)"))
struct WhatIfReadBackTests {
  @Test(arguments: SampleClients.ids)
  func `every named cell holds the value of its formula`(id: String) throws {
    let whatIf = try #require(SampleClients.report(id).whatIf)
    let workbook = try WrittenReports.workbook(id)
    let values = try whatIf.values()
    let units = Dictionary(
      whatIf.groups.flatMap(\.results).map { ($0.formula.name, $0.unit) }, uniquingKeysWith: { $1 })
    #expect(Set(workbook.names.keys).isSuperset(of: values.named.keys))
    for (name, value) in values.named {
      let found = try #require(workbook.names[name])
      switch value {
      case .number(let number):
        let expected = units[name] == .percent ? number / 100 : number
        #expect(abs((found.number ?? .nan) - expected) <= 1e-12 * max(1, abs(expected)), "\(name)")
      case .text(let text): #expect(found.text == text, "\(name)")
      case .missing, .bounded: #expect(found.number == nil && found.text ?? "" == "", "\(name)")
      }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `every choice drops down`(id: String) throws {
    let whatIf = try #require(SampleClients.report(id).whatIf)
    let sheet = try #require(WrittenReports.workbook(id).sheet(whatIf.shortTitle))
    let choices = whatIf.inputs.filter { if case .choice = $0.kind { true } else { false } }
    #expect(sheet.choices.count == choices.count)
    #expect(sheet.choices.allSatisfy { $0.hasPrefix("'What-if data'!$A$") })
  }

  /// A laptop of 1366 x 768 at 100 % shows 20 columns of 64 pixels and 26 rows of 20, more or less.
  private static let screen = (width: 20 * 64, height: 26 * 20)

  @Test(arguments: SampleClients.ids)
  func `inputs, what now is beside what would be, and the chart stand on one screen, and print on one page`(
    id: String
  ) throws {
    let report = try SampleClients.report(id)
    let whatIf = try #require(report.whatIf)
    let sheet = try #require(WrittenReports.workbook(id).sheet(whatIf.shortTitle))
    let area = try #require(sheet.printArea)
    let last = try #require(Int(area.reversed().prefix { $0.isNumber }.reversed().map(String.init).joined()))
    #expect(sheet.heights.prefix(last).reduce(0, +) <= Self.screen.height)
    #expect(sheet.widths.reduce(0, +) <= Self.screen.width)
    #expect(sheet.charts == 1 && sheet.chartRows[0] <= 4)
    for input in whatIf.inputs {
      #expect(sheet.cells.contains { $0.row <= last && $0.column == 1 && $0.text == input.label })
    }
    let values = try whatIf.values().named
    let main = whatIf.groups.flatMap(\.results).filter(\.isMain)
    #expect(main.count >= 8)
    for result in main {
      let name = result.formula.name
      let shown = try #require(
        sheet.cells.first { $0.row <= last && $0.formula == "=IF(\(name)=\"\",\"\",\(name))" })
      // What the profile says stands before it as a value, which no input changes.
      let now = sheet.cells.first { $0.row == shown.row && $0.column == shown.column - 1 }
      #expect(now?.formula == nil && now?.number == shown.number, "\(name)")
      if values[name] == .missing { #expect(now == nil, "\(name)") }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `the chart's own numbers are the earnings up to the horizon`(id: String) throws {
    let whatIf = try #require(SampleClients.report(id).whatIf)
    let projection = try #require(whatIf.projection)
    let values = try whatIf.values()
    let horizon = Int(try #require(values.named[projection.horizon]?.number))
    let chart = try #require(
      WrittenReports.workbook(id).charts.first { $0.title == projection.chartTitle })
    // After each way the high end of its pay, where that is a range.
    let lines = projection.paths.enumerated().flatMap { index, path in
      [values.projected[index]] + (path.high == nil ? [] : [values.projectedHigh[index]])
    }
    #expect(chart.series.count == lines.count && chart.axes == 2)
    for (series, amounts) in zip(chart.series, lines) {
      #expect(series.values.hasPrefix("'What-if data'!$"))
      // What is not known is not drawn.
      guard amounts[1].number != nil else {
        #expect(series.numbers.allSatisfy { $0 == amounts[0].number })
        continue
      }
      #expect(series.numbers.count == projection.lastYear + 1)
      for year in 0...horizon {
        guard let expected = amounts[year].number else { continue }
        #expect(abs(series.numbers[year] - expected) <= 0.005)
      }
      #expect(series.numbers[horizon...].allSatisfy { $0 == series.numbers[horizon] })
    }
  }
}
