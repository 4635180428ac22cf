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

  @Test func `a second page starts where both are about as long, and both shrink to what they hold`() throws {
    // 45 rows fit on a page as wide as the sheet.
    let short = try #require(PageBreaks(of: Self.layout()).twoPages(startingAt: [20, 40, 60], end: 82))
    #expect(short == (40, 0))
    let long = try #require(PageBreaks(of: Self.layout()).twoPages(startingAt: [20, 40, 60], end: 110))
    // 60 rows on a page take a sheet a third wider than 635 pixels.
    #expect(long.row == 60 && (4...6).contains(long.emptyColumns))
    #expect(PageBreaks(of: Self.layout()).twoPages(startingAt: [], end: 50) == nil)
  }

  @Test func `pages are counted by the heights of the rows`() {
    let pages = PageBreaks(of: Self.layout(heights: [(0, 676.8)])).pages(ofRows: 46)
    #expect(abs(pages - (1 + 45 * 15 / 676.8)) < 0.01)
  }

  @Test func `a chart that no page holds is left where it is`() { #expect(Self.breaks([20...90]) == []) }
}
