import Advising
import CareerData
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

/// What a reader sees of a workbook: which sheets, in which order, and what the first one starts with.
@Suite(.enabled(if: IndependentReaders.python != nil, "\(IndependentReaders.missing)"))
struct WorkbookSheetsTests {
  /// The workbooks of every sample client, written once for all tests and read together.
  private static let written = Result { () throws -> [String: [String: IndependentReaders.Workbook]] in
    var found: [String: [String: IndependentReaders.Workbook]] = [:]
    for template in ["brief", "standard", "standard-es", "full"] {
      let folder = WrittenReports.folder + "-" + template
      try? FileManager.default.removeItem(atPath: folder)
      let paths = try SampleClients.ids.flatMap { id in
        try exporter(template).write(report(id, template), to: folder)
      }
      found[template] = Dictionary(
        uniqueKeysWithValues: zip(SampleClients.ids, try IndependentReaders.workbooks(paths)))
    }
    return found
  }

  private static func exporter(_ template: String) throws -> ReportExporter {
    var options = ReportExporter.Options()
    options.formats = [.xlsx]
    return ReportExporter(
      dataset: try DatasetLoader.shipped(), template: try TemplateLoader.load(template), options: options)
  }

  private static func report(_ id: String, _ template: String) throws -> ReportModel.Report {
    let profile = try SampleClients.profile(id)
    let date = try #require(profile.reportDate ?? CalendarDate(year: 2026, month: 11, day: 23))
    return try exporter(template).report(on: profile, date: date)
  }

  private static func workbook(_ id: String, _ template: String) throws -> IndependentReaders.Workbook {
    try #require(written.get()[template]?[id])
  }

  @Test(arguments: SampleClients.ids)
  func `a brief workbook shows one sheet`(id: String) throws {
    let workbook = try Self.workbook(id, "brief")
    #expect(workbook.seen.map(\.name) == ["Start here"])
    #expect(workbook.sheets.count == 2)
  }

  @Test(arguments: SampleClients.ids, ["standard", "full"])
  func `the start comes first, then the what-if and the subjects, then all figures and the sources`(
    id: String, template: String
  ) throws {
    let workbook = try Self.workbook(id, template)
    let choices = try Self.report(id, template).sections.filter { $0.part == .choice }.map(\.shortTitle)
    let own = choices.count <= 4 ? choices : Array(choices.prefix(2)) + ["More"]
    #expect(
      workbook.seen.map(\.name) == ["Start here", "What if"] + own + ["All figures", "Sources"])
    #expect(workbook.seen.count <= 10)
    #expect(workbook.sheets.filter { !$0.isSeen }.map(\.name) == ["What-if data", "Chart data"])
  }

  @Test(arguments: SampleClients.ids)
  func `the Spanish workbook has the same sheets in Spanish`(id: String) throws {
    let workbook = try Self.workbook(id, "standard-es")
    #expect(workbook.seen.count == (try Self.workbook(id, "standard").seen.count))
    let names = Set(workbook.sheets.map(\.name))
    #expect(names.isSuperset(of: ["Todas las cifras", "Datos de gráficas", "Datos de qué pasaría"]))
    #expect(names.isDisjoint(with: ["Start here", "What if", "More", "All figures", "Sources"]))
  }

  @Test(arguments: SampleClients.ids, ["brief", "standard", "full"])
  func `the first sheet begins with a native chart`(id: String, template: String) throws {
    let workbook = try Self.workbook(id, template)
    let first = try #require(workbook.sheets.first)
    // Above it stand the title and the lead figures, and no table.
    #expect(first.charts == 1 && first.chartRows[0] <= 9 && first.tables.isEmpty)
    let words = ValueFormatter(for: try Self.report(id, template))
    let page = try #require(Self.report(id, template).sections.first { $0.part == .pageOne })
    let chart = page.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }.first
    #expect(workbook.charts.first?.title == chart.map { words.text($0.title) })
  }

  @Test(arguments: SampleClients.ids)
  func `the start links to every sheet, and shows the inputs of the what-if as they stand there`(
    id: String
  ) throws {
    let workbook = try Self.workbook(id, "standard")
    let first = try #require(workbook.seen.first)
    let links = Set(first.cells.compactMap(\.link))
    for sheet in workbook.seen { #expect(links.contains("'\(sheet.name)'!A1"), "\(sheet.name)") }
    let names = try #require(Self.report(id, "standard").whatIf).inputs.map(\.name)
    let shown = first.cells.filter { cell in
      names.contains { cell.formula == "=IF(\($0)=\"\",\"\",\($0))" }
    }
    #expect(shown.count >= 3)
    // What stands beside page one is for the screen.
    #expect(first.printArea?.contains("$A$1:$K$") == true)
    #expect(shown.allSatisfy { $0.column > 11 })
  }

  @Test(arguments: SampleClients.ids)
  func `all figures has every row of the CSV, number by number`(id: String) throws {
    let report = try Self.report(id, "standard")
    let sheet = try #require(Self.workbook(id, "standard").sheet("All figures"))
    let table = try #require(sheet.tables.first)
    #expect(sheet.tables.count == 1 && table.filter)
    let header = try #require(sheet.cells.first { $0.text == table.headers[0] && $0.column == 1 })
    // The header stays in view.
    #expect(sheet.frozen == "A\(header.row + 1)")
    let figures = report.figures.flatMap { group in group.figures.map { (group, $0) } }
    #expect(table.ref.hasSuffix("\(header.row + figures.count)"))
    var cells: [String: IndependentReaders.Workbook.Cell] = [:]
    for cell in sheet.cells { cells["\(cell.row) \(cell.column)"] = cell }
    for (index, (group, figure)) in figures.enumerated() {
      func cell(_ column: Int) -> IndependentReaders.Workbook.Cell? {
        cells["\(header.row + 1 + index) \(column)"]
      }
      let place: Comment = "\(group.sectionID) \(figure.itemID) \(figure.measure)"
      #expect(cell(1)?.text == group.title && cell(2)?.text ?? "" == figure.item, place)
      // The codes of the CSV, by which the row is found there, stand in the last column alone.
      let code = [group.sectionID, figure.itemID, figure.measure, figure.statistic].filter { !$0.isEmpty }
      #expect(cell(15)?.text == code.joined(separator: " / "), place)
      for column in 3...5 {
        #expect(cell(column)?.text?.contains { "_/".contains($0) } != true, place)
      }
      let parts = figure.unit == .percent ? 100.0 : 1
      let numbers =
        [figure.low, figure.value, figure.high].map { $0.map { $0 / parts } }
        + [figure.difference, figure.differencePercent.map { $0 / 100 }]
      for (offset, number) in numbers.enumerated() {
        let found = cell(6 + offset)
        guard let number else {
          #expect(found == nil, place)
          continue
        }
        #expect(abs((found?.number ?? .nan) - number) <= 1e-9 * max(1, abs(number)), place)
      }
      let source = figure.provenance.sourceIDs.first.flatMap(report.sourceNumber).map(Double.init)
      #expect(cell(11)?.number == source, place)
    }
  }

  /// A code without words of its own would stand there in English.
  @Test(arguments: SampleClients.ids)
  func `every code of the sample reports has words in Spanish`(id: String) throws {
    let words = try TemplateLoader.load("full-es").report.workbookWords.figureWords
    for figure in try Self.report(id, "full").figures.flatMap(\.figures) {
      #expect(words.measure(figure.measure) != figure.measure.replacing("_", with: " "), "\(figure.measure)")
      if !figure.statistic.isEmpty {
        #expect(words.statistic(figure.statistic) != figure.statistic.replacing("_", with: " "))
      }
      #expect(words.unit(figure.unit) != figure.unit.rawValue)
    }
    #expect(words.measure("time_to_hire") == "time to hire")
  }

  @Test(arguments: SampleClients.ids)
  func `all figures prints the words that it is for the screen, and nothing else`(id: String) throws {
    let sheet = try #require(Self.workbook(id, "standard").sheet("All figures"))
    let area = try #require(sheet.printArea)
    let last = try #require(Int(area.reversed().prefix { $0.isNumber }.reversed().map(String.init).joined()))
    let header = try #require(sheet.cells.first { $0.text == sheet.tables.first?.headers[0] })
    #expect(last < header.row && sheet.titleRows == nil)
    #expect(sheet.cells.contains { $0.row == last && $0.text?.contains("for the screen") == true })
  }

  @Test(arguments: SampleClients.ids)
  func `the advisor's copy has one sheet more, before the others`(id: String) throws {
    let full = try WrittenReports.workbook(id)
    #expect(full.seen.map(\.name) == ["Before you meet"] + (try Self.workbook(id, "full").seen.map(\.name)))
  }

  @Test(arguments: SampleClients.ids)
  func `nothing that is for the advisor stands in a client's workbook`(id: String) throws {
    let notes = try SampleClients.profile(id).notes ?? ""
    for template in ["brief", "standard", "full"] {
      let workbook = try Self.workbook(id, template)
      let texts = workbook.sheets.flatMap(\.cells).compactMap(\.text)
      #expect(!texts.contains { $0.contains("Before you meet") })
      if !notes.isEmpty { #expect(!texts.contains { $0.contains(notes) }) }
    }
  }
}
