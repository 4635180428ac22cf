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
      name: "five", labels: ["Entry clerk", "Certified coder", "Senior coder", "Auditor", "Manager"],
      amounts: [41_740, 47_280, 59_700, 79_970, 104_560]),
    Case(
      name: "forty", labels: (0..<40).map { "Setting \($0)" }, amounts: (0..<40).map { Double($0) * 2_345 }),
    Case(
      name: "forty long", labels: (0..<40).map { "\(long) \($0)" }, amounts: (0..<40).map { 9e9 - Double($0) }
    ),
    Case(
      name: "sixty letters", labels: (0..<7).map { "\(sixty)\($0)" },
      amounts: (0..<7).map { 38_000 + Double($0) * 9_500 }),
    Case(name: "huge", labels: ["a", "b"], amounts: [9_999_999_999_999, 1]),
    Case(name: "tiny", labels: ["a", "b"], amounts: [0.004, 0.01]),
    Case(name: "negative", labels: ["a", "b", "c"], amounts: [-83_000, 12, 64_000]),
    Case(name: "zero", labels: ["a", "b"], amounts: [0, 0]),
    Case(name: "equal", labels: ["a", "b", "c", "d", "e"], amounts: [5, 5, 5, 5, 5].map { $0 * 10_000 }),
    Case(
      name: "wide letters", labels: ["職業安定所の紹介", "WWWWWWWWWWWWWWWW", "e\u{301}tudes"], amounts: [1, 2, 3]),
  ]

  private static let sixty = String(
    "Hierarchical condition category risk adjustment specialists of insurers".prefix(59))
  private static let percentiles: [Double?] = [10, 25, 50, 75, 90]

  private static func quantity(_ amount: Double) -> Quantity {
    Quantity(amount, .dollarsPerYear, .statedByClient)
  }

  private static func point(_ kind: Chart.Kind, _ index: Int, _ label: String, _ amount: Double) -> ChartPoint
  {
    var point = ChartPoint(
      id: "\(index)", label: label, high: quantity(amount),
      emphasis: index == 1 ? .present : index == 2 ? .target : .none)
    switch kind {
    case .bars: break
    case .lines:
      // The second and later points of every other line are those of a band.
      if index % 2 == 1 { (point.low, point.high) = (quantity(amount), quantity(amount + 0.4 * abs(amount))) }
      point.isOpen = index % 4 == 3
    case .ranges:
      // Every third is a dot, every fourth goes on beyond its end.
      if index % 3 != 2 { point.low = quantity(amount / 2) } else { point.statistic = "median" }
      point.isOpen = point.low != nil && index % 4 == 3
    case .distribution:
      point.percentile = index < 5 ? percentiles[index] : nil
      point.words =
        index == 2
        ? [Prose([.text("half earn more than "), .value(.quantity(quantity(amount)))])]
        : [Prose([.value(.quantity(quantity(amount)))]), "1 in 10 earns less"]
    }
    return point
  }

  private static func chart(_ kind: Chart.Kind, _ one: Case, groups: Int, reference: Double?) -> Chart {
    let amounts = kind == .distribution ? one.amounts.sorted() : one.amounts
    let share = (amounts.count + groups - 1) / groups
    let parts = (0..<groups).map { group in
      zip(one.labels, amounts).dropFirst(group * share).prefix(share).enumerated().map { index, part in
        point(kind, index, part.0, part.1)
      }
    }
    return Chart(
      id: "test", kind: kind, title: Prose("The finding: \(long)"), alternativeText: "All of it.",
      categoryAxis: "Setting", valueAxis: "US dollars a year", unit: .dollarsPerYear,
      groups: parts.enumerated().map { index, part in
        ChartGroup(
          title: groups == 1 ? "" : "Group \(index) of \(long)", points: part, middleWords: "the middle half",
          emphasis: index == 1 ? .target : .none, start: kind == .lines ? index : 0,
          note: kind == .lines && part.isEmpty ? "not known" : "")
      },
      reference: reference.map {
        ChartReference(label: "Your present pay", shortLabel: "you", quantity: quantity($0))
      },
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
    for (label, box) in zip(drawing.labels, boxes) {
      for shape in drawing.shapes where shape.touches(box) {
        Issue.record("\(place): \"\(label.text)\" at \(box) touches \(shape)")
      }
    }
    for shape in drawing.shapes {
      let box: ChartDrawing.Box
      switch shape {
      case .bar(let bar, _): box = bar
      case .band(let band, _, _, _, _): box = band
      case .area(let low, let high, _):
        let edges = low + high
        let (x, y) = (edges.map(\.x), edges.map(\.y))
        box = .init(
          x: x.min() ?? 0, y: y.min() ?? 0, width: (x.max() ?? 0) - (x.min() ?? 0),
          height: (y.max() ?? 0) - (y.min() ?? 0))
        #expect(
          zip(low, high).allSatisfy { $0.x == $1.x && $1.y <= $0.y }, "\(place): a band lies above its line")
      case .line, .marker: continue
      }
      #expect(box.x >= 0 && box.right <= page.right && box.bottom <= page.bottom, "\(place): bar \(box)")
      #expect(box.width.isFinite && box.width >= 0, "\(place): bar \(box)")
    }
  }

  @Test(arguments: [Chart.Kind.bars, .ranges, .distribution, .lines], cases)
  func `words stay inside and apart`(_ kind: Chart.Kind, _ one: Case) {
    let formatter = ValueFormatter(style: .english)
    for width in [280.0, 340, 420, 720, 1_200] {
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

extension ChartDrawing.Shape {
  /// True when ink of the shape is where the words are. Words may stand inside of a bar, and not across its edge.
  fileprivate func touches(_ words: ChartDrawing.Box) -> Bool {
    switch self {
    case .bar(let box, _), .band(let box, _, _, _, _): box.overlaps(words) && !box.holds(words)
    case .area(let low, let high, _):
      [low, high].contains { edge in
        zip(edge, edge.dropFirst()).contains { words.isCrossed(from: $0, to: $1) }
      }
        || (low + high).contains { words.holds($0) }
    case .marker(_, let at, _):
      ChartDrawing.Box(x: at.x - 6, y: at.y - 6, width: 12, height: 12).overlaps(words)
    case .line(let points, _, let width, _):
      zip(points, points.dropFirst()).contains { words.grown(by: width / 2).isCrossed(from: $0, to: $1) }
    }
  }
}

extension ChartDrawing.Box {
  fileprivate func holds(_ point: ChartDrawing.Point) -> Bool {
    x < point.x && point.x < right && y < point.y && point.y < bottom
  }

  fileprivate func holds(_ other: ChartDrawing.Box) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }

  fileprivate func grown(by margin: Double) -> ChartDrawing.Box {
    ChartDrawing.Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  /// True when a straight line has points inside (the clipping of Liang and Barsky).
  fileprivate func isCrossed(from a: ChartDrawing.Point, to b: ChartDrawing.Point) -> Bool {
    var (enters, leaves) = (0.0, 1.0)
    for (step, before, after) in [(b.x - a.x, a.x - x, right - a.x), (b.y - a.y, a.y - y, bottom - a.y)] {
      if step == 0 {
        guard before > 0, after > 0 else { return false }
      } else {
        let ends = [-before / step, after / step].sorted()
        (enters, leaves) = (max(enters, ends[0]), min(leaves, ends[1]))
      }
    }
    return enters < leaves
  }
}

struct ChartThemeTests {
  @Test(arguments: ChartTheme.allCases)
  func `words and shapes stand out from the paper as WCAG asks`(_ theme: ChartTheme) {
    let paper = theme.color(.paper)
    for color in [ChartColor.ink, .muted, .client] {
      #expect(theme.color(color).contrast(with: paper) >= 4.5, "\(color)")
    }
    // Words stand on the paper and inside of bands, whose edges tell them from the paper.
    for color in [ChartColor.band, .middle] {
      #expect(theme.color(.ink).contrast(with: theme.color(color)) >= 4.5, "\(color)")
    }
    for color in [ChartColor.client, .aim, .rest, .edge] {
      #expect(theme.color(color).contrast(with: paper) >= 3, "\(color)")
    }
  }
}
