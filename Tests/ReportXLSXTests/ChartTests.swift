import ReportModel
import Testing

@testable import ReportXLSX

@Suite struct ChartTests {
  /// The chart parts by their titles.
  private func charts(_ workbook: WorkbookReader) throws -> [String: Element] {
    var result: [String: Element] = [:]
    for name in workbook.names where name.hasPrefix("xl/charts/chart") {
      let chart = try workbook.part(name)
      let title = chart.first("title")?.all("t").map(\.text).joined() ?? ""
      result[title] = chart
    }
    return result
  }

  @Test func `bars are drawn by one series for each group, and the client's pay by a line across them`()
    throws
  {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let chart = try #require(try charts(workbook)["Remote risk adjustment advertises most"])
    let series = chart.all("ser")
    #expect(
      series.map { $0.first("tx")?.first("v")?.text } == [
        "Client's pay", "Median wages paid", "Mean advertised pay", "(none)",
      ])
    #expect(
      series.map { $0.first("val")?.first("f")?.text } == [
        "'Chart data'!$B$5:$B$7", "'Chart data'!$C$5:$C$7", "'Chart data'!$D$5:$D$7",
        "'Chart data'!$E$5:$E$7",
      ])
    #expect(Set(series.map { $0.first("cat")?.first("f")?.text }) == ["'Chart data'!$A$5:$A$7"])
    #expect(
      series.first?.first("cat")?.all("v").map(\.text) == [
        "General hospital", "● Physician office (now)", "▶ Remote HCC risk adjustment (target)",
      ])
    #expect(series[0].first("val")?.all("v").map(\.text) == ["46000", "46000", "46000"])
    #expect(series[0].first("spPr")?.first("noFill") != nil)
    let line = try #require(series.first?.first("trendline"))
    #expect(line.first("name")?.text == "Client's pay: $46,000")
    #expect(line.first("trendlineType")?["val"] == "linear")
    #expect(series[1].first("val")?.all("v").map(\.text) == ["56300", "45380"])
    let standOut = series[1].all("dPt").compactMap { $0.first("srgbClr").map { $0["val"] } }
    #expect(standOut == ["B34A00"])
    #expect(chart.first("grouping")?["val"] == "clustered")
    #expect(chart.first("overlap")?["val"] == "100")
    #expect((chart.first("legend")?.all("idx") ?? []).map { $0["val"] } == ["0", "3"])
    #expect(chart.first("valAx")?.first("title")?.first("t")?.text.hasSuffix("Client's pay, $46,000") == true)
  }

  @Test func `the numbers of a chart are those of its cells`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let cells = try workbook.sheet("Chart data").cells
    #expect(cells["A3"]?.value == "Remote risk adjustment advertises most")
    #expect(
      ["A4", "B4", "C4", "D4"].map { cells[$0]?.value } == [
        "Setting", "Client's pay", "Median wages paid", "Mean advertised pay",
      ])
    #expect(cells["B5"]?.value == "46000")
    #expect(cells["C5"]?.value == "56300")
    #expect(cells["D7"]?.value == "84640")
    #expect(cells["C7"] == nil)
  }

  @Test func `ranges float, since white bars stand before their low ends`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let chart = try #require(try charts(workbook)["The next rung starts above the client's pay"])
    #expect(chart.first("grouping")?["val"] == "clustered")
    let series = chart.all("ser")
    #expect(
      series.map { $0.first("val")?.all("v").map(\.text) } == [
        ["46000", "46000", "46000"], ["48000", "70000", "95000"], ["40000", "55000", "70000"],
      ])
    #expect(series[1].first("spPr")?.first("srgbClr")?["val"] == "858C96")
    #expect(series[2].first("spPr")?.first("srgbClr")?["val"] == "FFFFFF")
    #expect(
      series[1].all("t").map(\.text) == ["$40,000 to $48,000", "$55,000 to $70,000", "$70,000 to $95,000"])
    #expect(chart.first("majorGridlines") == nil)
    #expect(chart.first("valAx")?.first("max")?["val"] == "150000")
  }

  @Test func `a line across a single bar has a second, empty place to go to`() throws {
    let chart = Chart(
      id: "a", kind: .bars, title: "One", alternativeText: "", categoryAxis: "A", valueAxis: "B",
      unit: .dollarsPerYear,
      groups: [ChartGroup(title: "C", points: [ChartPoint(id: "x", label: "D", high: Fixture.plain(5))])],
      reference: ChartReference(label: "You", quantity: Fixture.plain(4)), source: "")
    let section = Section(id: "a", title: "A", shortTitle: "A", blocks: [.chart(chart)])
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(sections: [section])))
    defer { workbook.remove() }
    let part = try #require(try charts(workbook)["One"])
    #expect(part.all("ser")[0].first("val")?.all("v").map(\.text) == ["4", "4"])
  }

  @Test func `the first category is on top, and the axes have names and start at zero`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    for chart in try charts(workbook).values {
      let categories = try #require(chart.first("catAx"))
      let values = try #require(chart.first("valAx"))
      #expect(categories.first("orientation")?["val"] == "maxMin")
      #expect(values.first("crosses")?["val"] == "max")
      #expect(values.first("min")?["val"] == "0")
      #expect(values.first("numFmt")?["formatCode"] == "$#,##0")
      #expect(values.first("title")?.first("t")?.text.hasPrefix("US dollars a year; dashed line: ") == true)
      #expect(["Setting", "Rung"].contains(categories.first("title")?.first("t")?.text))
    }
  }

  @Test func `a chart has its description, and rows of its own`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("By setting")
    let target = try #require(sheet.related.values.first { $0.contains("drawings/") })
    let drawing = try workbook.part("xl" + target.dropFirst(2))
    #expect(drawing.first("cNvPr")?["descr"].hasPrefix("Bars of pay by setting") == true)
    let first = try #require(drawing.first("from")?.first("row").flatMap { Int($0.text) })
    let last = try #require(drawing.first("to")?.first("row").flatMap { Int($0.text) })
    let used = Set(sheet.cells.keys.compactMap { Int($0.drop { $0.isLetter }) }.map { $0 - 1 })
    #expect(used.isDisjoint(with: first..<last))
    #expect(try #require(sheet.row(of: "Sources: [1] and [2].")) - 1 >= last)
  }

  @Test func `a chart without bars is its title and its description`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    #expect(try charts(workbook).count == 2)
    let sheet = try workbook.sheet("Ladder")
    #expect(sheet.row(of: "Nothing is published here") != nil)
    #expect(sheet.row(of: "No bars.") != nil)
  }

  @Test func `a title that starts with an equals sign is no formula`() throws {
    let chart = Chart(
      id: "a", kind: .bars, title: "=1+1", alternativeText: "", categoryAxis: "=A1", valueAxis: "=B1",
      unit: .percent,
      groups: [
        ChartGroup(
          title: "=C1", points: [ChartPoint(id: "x", label: "=D1", high: Fixture.plain(8.5, .percent))])
      ],
      reference: nil, source: "")
    let section = Section(id: "a", title: "A", shortTitle: "A", blocks: [.chart(chart)])
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(sections: [section])))
    defer { workbook.remove() }
    let part = try #require(try charts(workbook)[" =1+1"])
    #expect(
      part.all("f").map(\.text).sorted() == ["'Chart data'!$A$5", "'Chart data'!$B$4", "'Chart data'!$B$5"])
    #expect(part.first("val")?.all("v").map { Double($0.text) } == [0.085])
  }

  @Test(arguments: [(0.0, nil), (1, 1), (91_000, 100_000), (123_500, 150_000), (0.23, 0.25), (8.1, 10)])
  func `an axis ends at a round number`(number: Double, expected: Double?) {
    let maximum = ChartScale.maximum(above: number)
    #expect(maximum.map { ($0 * 1e6).rounded() } == expected.map { ($0 * 1e6).rounded() })
  }

  @Test func `nine groups have nine fills`() {
    let fills = (0..<9).map { ChartPalette.fill(ofGroup: $0) }
    for (index, fill) in fills.enumerated() { #expect(fills.firstIndex(of: fill) == index) }
  }
}
