import ReportModel
import Testing

@testable import ReportWriters

@Suite struct BlockLayoutTests {
  @Test func `columns that do not fit stand under their row, rightmost first`() {
    let columns =
      [Column(id: "s", header: "Item", role: .stub)]
      + (1...5).map {
        Column(id: "c\($0)", header: "Column \($0)", role: $0 == 5 ? .word : .figure)
      }
    let cells = [["An item whose name is long"] + (1...5).map { "value number \($0)" }]
    let fit = TableFit(
      columns: columns, headers: columns.map(\.header), cells: cells, pageWidth: 80)
    #expect(fit.shown.map(\.index) == [0, 1, 2, 3])
    #expect(fit.shown.map(\.width) == [26, 14, 14, 14])
    #expect(fit.under == [4, 5])
    #expect(fit.shown.map(\.isRight) == [false, true, true, true])
  }

  @Test func `a figure too wide for the page stands under its row, whole`() {
    let wide = String(repeating: "9", count: 90)
    let lines = drawn(.table(Self.table(cells: [.text("Item"), .text(wide)])))
    #expect(lines.prefix(4) == ["Item", "----", "Item", "    Value:"])
    #expect(lines.dropFirst(4) == ["      " + wide.prefix(74), "      " + wide.suffix(16)])
  }

  @Test func `a detail that is missing has no line, a figure a dash for the eye and nothing for the ear`() {
    let table = Table(
      id: "t", title: "",
      columns: [
        Column(id: "a", header: "A", role: .stub), Column(id: "b", header: "B", role: .figure),
        Column(id: "c", header: "C", role: .detail),
      ], groups: [RowGroup(rows: [Row(id: "r", cells: [.text("Item"), .missing, .missing])])])
    #expect(drawn(.table(table)) == ["A     B", "----  -", "Item  —"])
    #expect(spoken(.table(table)) == ["Item."])
  }

  @Test func `a bar that is not zero is seen, a negative one goes to the left`() {
    let points = [("None", 0.0), ("Tiny", 1), ("Most", 40_000), ("Loss", -40_000)].map {
      ChartPoint(id: $0, label: $0, high: .pay($1))
    }
    let lines = drawn(.chart(Self.chart(.bars, points)))
    #expect(lines.map { $0.filter { $0 == "█" }.count } == [0, 1, 32, 32])
    #expect(lines.map { $0.prefix { $0 != "█" }.count }.dropFirst() == [38, 38, 6])
    #expect(lines.map { $0.split(separator: " ").last } == ["$0", "$1", "$40,000", "-$40,000"])
    #expect(lines.allSatisfy { $0.count == 80 })
  }

  @Test func `a range floats between its ends`() {
    let points = [
      ChartPoint(id: "a", label: "A", low: .pay(0), high: .pay(10)),
      ChartPoint(id: "b", label: "B", low: .pay(50), high: .pay(100)),
      ChartPoint(id: "c", label: "C", low: .pay(100), high: .pay(100)),
    ]
    let lines = drawn(.chart(Self.chart(.ranges, points)))
    #expect(lines.map { $0.filter { $0 == "█" }.count } == [6, 31, 1])
    #expect(lines.map { $0.prefix { $0 != "█" }.count } == [3, 35, 65])
  }

  @Test func `a bar without room is said in words`() {
    let long = Quantity(1e60, .dollarsPerYear, .statedByClient)
    let lines = drawn(.chart(Self.chart(.bars, [ChartPoint(id: "a", label: "A", high: long)])))
    #expect(lines.joined().hasPrefix("A:"))
    #expect(lines.joined().filter { $0 == "0" }.count == 60)
  }

  @Test func `a block that says nothing has no line`() {
    let empty: [Block] = [
      .facts([]), .paragraph(""), .list(title: "", items: []), .callout(title: "", items: []),
      .table(Table(id: "t", title: "", columns: [], groups: [])),
    ]
    for block in empty {
      #expect(drawn(block).isEmpty)
      #expect(spoken(block).isEmpty)
    }
  }

  @Test func `a choice has its table without title and rule, one source once, and sentences after marks`() {
    func row(_ id: String, _ mark: Value, low: Double, high: Double) -> Row {
      Row(
        id: id,
        cells: [.text(id), mark, .quantity(.pay(low)), .bounded(.orMore, .pay(high)), .source("guide")])
    }
    let table = Table(
      id: "t", title: "Not said again",
      columns: [
        Column(id: "a", header: "Item", role: .stub), Column(id: Column.markID, header: "You", role: .word),
        Column(id: "from", header: "A year, from", role: .figure),
        Column(id: "to", header: "A year, to", role: .figure),
        Column(id: "source", header: "Source", role: .source),
      ],
      groups: [
        RowGroup(title: "Usual pay", rows: [row("One", .text("next"), low: 10, high: 20)]),
        RowGroup(title: "Usual pay", rows: [row("Two", .missing, low: 30, high: 40)]),
      ])
    let section = Section(
      id: "s", part: .choice, title: "S", shortTitle: "S",
      blocks: [
        .chart(Self.chart(.bars, [ChartPoint(id: "One", label: "One", high: .pay(10))])), .table(table),
        .paragraph("A sentence."),
      ])
    let lines = Array(DrawnLayout(page: page(usesASCII: false)).blocks(section).joined())
    #expect(
      lines == [
        "Item                     A year", "Usual pay guide", "One (next)  $10 to $20 and more",
        "Two         $30 to $40 and more", "* A sentence.",
      ])
  }

  @Test func `a label that is too long stands above its value`() {
    let label = "A label that is too long to stand beside its value"
    let fact = Fact(label: label, value: .text("value"), note: "note")
    let indent = String(repeating: " ", count: 34)
    #expect(drawn(.facts([fact])) == [label + ":", indent + "value", indent + "note"])
  }

  private func drawn(_ block: Block) -> [String] { DrawnLayout(page: page(usesASCII: false)).lines(block) }
  private func spoken(_ block: Block) -> [String] { SpokenLayout(page: page(usesASCII: true)).lines(block) }

  private func page(usesASCII: Bool) -> TextPage {
    TextPage(
      formatter: ValueFormatter(style: .english), escaping: TextEscaping(usesASCII: usesASCII), width: 80)
  }

  private static func table(cells: [Value]) -> Table {
    Table(
      id: "t", title: "",
      columns: [
        Column(id: "a", header: "Item", role: .stub), Column(id: "b", header: "Value", role: .figure),
      ],
      groups: [RowGroup(rows: [Row(id: "r", cells: cells)])])
  }

  private static func chart(_ kind: Chart.Kind, _ points: [ChartPoint]) -> Chart {
    Chart(
      id: "c", kind: kind, title: "", alternativeText: "", categoryAxis: "", valueAxis: "",
      unit: .dollarsPerYear, groups: [ChartGroup(title: "", points: points)], reference: nil, source: "")
  }
}
