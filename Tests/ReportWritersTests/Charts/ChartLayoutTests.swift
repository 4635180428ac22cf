import ReportModel
import Testing

@testable import ReportWriters

/// No words of a chart overlap or leave it, whatever the names and the numbers.
struct ChartLayoutTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let labels: [String]
    let amounts: [Double]
    var testDescription: String { name }
  }

  private static let long =
    "Third-party billing and revenue cycle company for surgical, emergency and multi-specialty outpatient care"
  private static let unbroken = String(repeating: "Unternehmensberatungsgesellschaft", count: 6)

  static let cases = [
    Case(name: "one", labels: ["Hospital"], amounts: [48_690]),
    Case(name: "long names", labels: [long, unbroken, "A", long], amounts: [1, 50_250, 99_999, 12]),
    Case(
      name: "forty", labels: (0..<40).map { "Setting \($0)" }, amounts: (0..<40).map { Double($0) * 2_345 }),
    Case(
      name: "forty long", labels: (0..<40).map { "\(long) \($0)" }, amounts: (0..<40).map { 9e9 - Double($0) }
    ),
    Case(name: "huge", labels: ["a", "b"], amounts: [9_999_999_999_999, 1]),
    Case(name: "tiny", labels: ["a", "b"], amounts: [0.004, 0.01]),
    Case(name: "negative", labels: ["a", "b", "c"], amounts: [-83_000, 12, 64_000]),
    Case(name: "zero", labels: ["a", "b"], amounts: [0, 0]),
    Case(name: "equal", labels: ["a", "b", "c", "d", "e"], amounts: [5, 5, 5, 5, 5].map { $0 * 10_000 }),
    Case(
      name: "wide letters", labels: ["職業安定所の紹介", "WWWWWWWWWWWWWWWW", "e\u{301}tudes"], amounts: [1, 2, 3]),
  ]

  private static func chart(_ kind: Chart.Kind, _ one: Case, groups: Int, reference: Double?) -> Chart {
    func quantity(_ amount: Double) -> Quantity { Quantity(amount, .dollarsPerYear, .statedByClient) }
    let points = zip(one.labels, one.amounts).enumerated().map { index, point in
      ChartPoint(
        id: "\(index)", label: point.0, low: kind == .ranges ? quantity(point.1 / 2) : nil,
        high: quantity(point.1),
        emphasis: index == 1 ? .present : index == 2 ? .target : .none)
    }
    let share = (points.count + groups - 1) / groups
    let parts = (0..<groups).map { Array(points.dropFirst($0 * share).prefix(share)) }
    return Chart(
      id: "test", kind: kind, title: Prose("The finding: \(long)"), alternativeText: "All of it.",
      categoryAxis: "Setting", valueAxis: "US dollars a year", unit: .dollarsPerYear,
      groups: parts.enumerated().map { index, part in
        ChartGroup(title: groups == 1 ? "" : "Group \(index) of \(long)", points: part)
      },
      reference: reference.map { ChartReference(label: "Your present pay", quantity: quantity($0)) },
      source: Prose("Source: \(long)"))
  }

  private static func expectReadable(_ drawing: ChartDrawing, _ place: String) {
    let page = ChartDrawing.Box(x: 0, y: 0, width: drawing.width, height: drawing.height)
    let boxes = drawing.labels.map(\.box)
    for (index, box) in boxes.enumerated() {
      let isInside =
        box.x >= page.x - 0.5 && box.right <= page.right + 0.5 && box.y >= page.y && box.bottom <= page.bottom
      #expect(isInside, "\(place): \"\(drawing.labels[index].text)\" at \(box) leaves \(page)")
      for other in boxes.indices.dropFirst(index + 1) where box.overlaps(boxes[other]) {
        Issue.record(
          "\(place): \"\(drawing.labels[index].text)\" overlaps \"\(drawing.labels[other].text)\"")
      }
    }
    for shape in drawing.shapes {
      guard case .bar(let box, _) = shape else { continue }
      #expect(box.x >= 0 && box.right <= page.right && box.bottom <= page.bottom, "\(place): bar \(box)")
      #expect(box.width.isFinite && box.width >= 0, "\(place): bar \(box)")
    }
  }

  @Test(arguments: [Chart.Kind.bars, .ranges, .distribution, .lines], cases)
  func `words stay inside and apart`(_ kind: Chart.Kind, _ one: Case) {
    let formatter = ValueFormatter(style: .english)
    for width in [280.0, 420, 720, 1_200] {
      for groups in [1, 2, 3] where groups <= one.labels.count {
        for reference in [nil, 46_000, 0, 9e12] as [Double?] where kind != .lines || reference == nil {
          let chart = Self.chart(kind, one, groups: groups, reference: reference)
          let drawing = ChartLayout.drawing(chart, ChartOptions(width: width), formatter)
          Self.expectReadable(
            drawing, "\(kind) \(one.name), \(width) wide, \(groups) groups, \(reference ?? -1)")
        }
      }
    }
  }

  @Test func `a taller chart fills its height, a lower one keeps what it needs`() {
    let chart = Self.chart(.bars, Self.cases[1], groups: 1, reference: nil)
    let formatter = ValueFormatter(style: .english)
    let needed = ChartLayout.drawing(chart, ChartOptions(width: 600), formatter).height
    #expect(ChartLayout.drawing(chart, ChartOptions(width: 600, height: 10), formatter).height == needed)
    let tall = ChartLayout.drawing(chart, ChartOptions(width: 600, height: needed + 60), formatter)
    #expect(tall.height == needed + 60)
    Self.expectReadable(tall, "tall")
  }

  @Test func `a bar is as long as its value, from zero`() {
    let one = Case(name: "", labels: ["a", "b", "c"], amounts: [10_000, 20_000, -10_000])
    let drawing = ChartLayout.drawing(
      Self.chart(.bars, one, groups: 1, reference: nil), ChartOptions(), ValueFormatter(style: .english))
    let bars = drawing.shapes.compactMap { if case .bar(let box, _) = $0 { box } else { nil } }
    #expect(bars.count == 3)
    #expect(abs(bars[1].width - 2 * bars[0].width) < 0.01)
    #expect(abs(bars[2].width - bars[0].width) < 0.01)
    #expect(bars[0].x == bars[1].x && abs(bars[2].right - bars[0].x) < 0.01)
  }
}

struct ChartThemeTests {
  @Test(arguments: ChartTheme.allCases)
  func `words and shapes stand out from the paper as WCAG asks`(_ theme: ChartTheme) {
    let paper = theme.color(.paper)
    for color in [ChartColor.ink, .muted, .reference] {
      #expect(theme.color(color).contrast(with: paper) >= 4.5, "\(color)")
    }
    for index in 0..<ChartColor.groupCount {
      #expect(theme.color(.group(index)).contrast(with: paper) >= 3, "\(index)")
      #expect(theme.color(.strong(index)).contrast(with: paper) >= 3, "\(index)")
    }
  }
}
