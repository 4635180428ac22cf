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

  @Test(arguments: SampleClients.ids)
  func `the what-if is printed to the page of its horizon, and nothing else has a print area`(id: String)
    throws
  {
    let whatIf = try #require(SampleClients.report(id).whatIf)
    let workbook = try WrittenReports.workbook(id)
    let sheet = try #require(workbook.sheet(whatIf.shortTitle))
    #expect(workbook.sheets.filter { $0.printArea != nil }.map(\.name) == [whatIf.shortTitle])
    let area = try #require(sheet.printArea)
    let end = try #require(Int(area.reversed().prefix { $0.isNumber }.reversed().map(String.init).joined()))
    func row(ofYear year: Int) throws -> Int {
      try #require(
        sheet.cells.first { $0.column == 1 && $0.formula?.contains(",\(year)<=N(horizon_years)") == true }?
          .row)
    }
    let horizon = Int(try #require(whatIf.values().named["horizon_years"]?.number))
    let (shown, last) = (try row(ofYear: horizon), try row(ofYear: 50))
    #expect(area.contains("$A$1:$E$") && end >= shown, "\(area)")
    // The rest of the years is more than a page has room for.
    if horizon < 20 { #expect(end < last, "\(area)") }
  }

  @Test(arguments: SampleClients.ids)
  func `the chart's own numbers are the earnings up to the horizon`(id: String) throws {
    let whatIf = try #require(SampleClients.report(id).whatIf)
    let projection = try #require(whatIf.projection)
    let values = try whatIf.values()
    let horizon = Int(try #require(values.named[projection.horizon]?.number))
    let chart = try #require(
      WrittenReports.workbook(id).charts.first { $0.title == projection.chartTitle })
    #expect(chart.series.count == projection.paths.count && chart.axes == 2)
    for (series, amounts) in zip(chart.series, values.projected) {
      #expect(series.values.hasPrefix("'What-if data'!$"))
      #expect(series.numbers.count == projection.lastYear + 1)
      for year in 0...horizon {
        guard let expected = amounts[year].number else { continue }
        #expect(abs(series.numbers[year] - expected) <= 0.005)
      }
      #expect(series.numbers[horizon...].allSatisfy { $0 == series.numbers[horizon] })
    }
  }
}
