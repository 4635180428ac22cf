import Testing

@testable import ReportXLSX

struct PageBreaksTests {
  /// A sheet of rows of 15 points, as wide as the page: 45 rows fit on a page of 676.8 points.
  private static func breaks(
    _ charts: [ClosedRange<Int>], width: Double = 90, frozen: Int = 0, heights: [(Int, Double)] = []
  ) -> [Int] {
    PageBreaks(of: layout(width: width, frozen: frozen, heights: heights)).rows(before: charts)
  }

  private static func layout(
    width: Double = 90, frozen: Int = 0, heights: [(Int, Double)] = []
  ) -> SheetLayout {
    var page = PageSetup(header: PageText(left: "", right: ""), footer: PageText(leftWithPageNumber: ""))
    page.frozenRows = frozen
    var layout = SheetLayout(name: SheetName(text: "A"), columnWidths: [width], page: page)
    layout.rowHeights = heights.map { (row: $0.0, points: $0.1) }
    return layout
  }

  @Test func `a chart that would be cut starts a page, one that fits does not`() {
    #expect(Self.breaks([10...30]) == [])
    #expect(Self.breaks([30...60]) == [30])
    #expect(Self.breaks([30...60, 62...72]) == [30])
    #expect(Self.breaks([30...60, 62...80]) == [30, 62])
    #expect(Self.breaks([80...100]) == [80])
    #expect(Self.breaks([46...80]) == [])
  }

  @Test func `higher rows, repeated rows and a narrower print count`() {
    #expect(Self.breaks([10...30], heights: [(0, 400)]) == [10])
    #expect(Self.breaks([30...60, 62...74], frozen: 5) == [30, 62])
    // Twice as wide is half as large: twice the rows fit.
    #expect(Self.breaks([30...60], width: 200) == [])
  }

  @Test func `the rows that surely stand on a page end before its end`() {
    let breaks = PageBreaks(of: Self.layout())
    // 45 rows fit on a page, of which 40 are taken as sure.
    #expect(breaks.lastRow(onPageOf: 10, upTo: 200) == 39)
    #expect(breaks.lastRow(onPageOf: 10, upTo: 20) == 20)
    #expect(breaks.lastRow(onPageOf: 43, upTo: 200) == 43)
    #expect(breaks.lastRow(onPageOf: 50, upTo: 200) == 84)
  }

  @Test func `pages are counted by the heights of the rows`() {
    let pages = PageBreaks(of: Self.layout(heights: [(0, 676.8)])).pages(ofRows: 46)
    #expect(abs(pages - (1 + 45 * 15 / 676.8)) < 0.01)
  }

  @Test func `a chart that no page holds is left where it is`() { #expect(Self.breaks([20...90]) == []) }
}
