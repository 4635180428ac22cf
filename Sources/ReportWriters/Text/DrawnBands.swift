import ReportModel

/// The wages of each place as a band of characters, its middle half darker and its median a line, with the client's pay
/// above it.
struct DrawnBands {
  private let page: TextPage
  private let chart: Chart
  private let groups: [ChartGroup]
  private let least: Double
  private let greatest: Double

  private static let band: Character = "░"
  private static let middle: Character = "▓"
  private static let median: Character = "│"
  private static let onward: Character = "→"
  private static let pointer = "▼"
  /// Between words of one line.
  private static let gap = 2

  init(_ chart: Chart, on page: TextPage) {
    self.page = page
    self.chart = chart
    groups = chart.groups.filter { !$0.points.isEmpty }
    let amounts =
      groups.flatMap(\.points).map(\.high.amount) + (chart.reference.map { [$0.quantity.amount] } ?? [])
    least = amounts.min() ?? 0
    greatest = amounts.max() ?? 0
  }

  var lines: [String] {
    var lines = page.lines(chart.title)
    for (index, group) in groups.enumerated() {
      // The title of the chart names the only place.
      if groups.count > 1 { lines += [""] + page.lines(group.title) }
      lines += pointer(withWords: index == 0) + [drawing(group)] + words(group)
      if !group.middleWords.isEmpty, marks(group).middle != nil {
        lines += page.lines("\(Self.middle)\(Self.middle) \(page.words(group.middleWords))")
      }
    }
    lines += [""] + page.lines(page.words(chart.valueAxis)) + page.lines(chart.source)
    return lines
  }

  /// Where an amount stands, from 0.
  private func column(_ amount: Double) -> Int {
    guard greatest > least else { return 0 }
    // Halves, so that the two ends of the largest numbers do not overflow.
    let share = (amount / 2 - least / 2) / (greatest / 2 - least / 2)
    return Int((share * Double(page.width - 1)).rounded())
  }

  private func pointer(withWords hasWords: Bool) -> [String] {
    guard let reference = chart.reference else { return [] }
    let place = column(reference.quantity.amount)
    var row = TextRow()
    row.add(Self.pointer, from: place)
    guard hasWords else { return [row.text] }
    let words = "\(page.words(reference.shortLabel)): \(page.words(.quantity(reference.quantity)))"
    var above = TextRow()
    above.add(words, from: start(of: words, around: place))
    return [above.text, row.text]
  }

  /// Where words start that are to be centered, inside the page.
  private func start(of words: String, around place: Int) -> Int {
    let width = DisplayWidth.of(words)
    return max(0, min(place - width / 2, page.width - width))
  }

  private func marks(_ group: ChartGroup) -> (middle: ClosedRange<Int>?, median: Int?) {
    func place(_ percentile: Double) -> Int? {
      group.points.first { $0.percentile == percentile && !$0.isOpen }.map { column($0.high.amount) }
    }
    guard let low = place(25), let high = place(75), low <= high else { return (nil, place(50)) }
    return (low...high, place(50))
  }

  private func end(_ group: ChartGroup) -> Int {
    group.points.contains(where: \.isOpen)
      ? page.width - 1 : column(group.points[group.points.count - 1].high.amount)
  }

  private func drawing(_ group: ChartGroup) -> String {
    let start = column(group.points[0].high.amount)
    let end = max(start, end(group))
    var cells = [Character](repeating: Self.band, count: end - start + 1)
    let (middle, median) = marks(group)
    if let middle {
      for place in middle where cells.indices.contains(place - start) { cells[place - start] = Self.middle }
    }
    if let median, cells.indices.contains(median - start) { cells[median - start] = Self.median }
    if group.points.contains(where: \.isOpen) { cells[cells.count - 1] = Self.onward }
    return String(repeating: " ", count: start) + String(cells)
  }

  /// What stands at the points: the words at the median first, those at both ends beside them, or below.
  private func words(_ group: ChartGroup) -> [String] {
    var rows: [TextRow] = []
    let last = group.points.count - 1
    func isEnd(_ index: Int) -> Bool { index == 0 || index == last || group.points[index].isOpen }
    let captions = group.points.indices.map { index -> [(start: Int, words: String)] in
      let point = group.points[index]
      return point.words.flatMap { page.lines($0) }.map { line in
        let width = DisplayWidth.of(line)
        let place = column(point.high.amount)
        let wanted =
          index == 0 && !point.isOpen
          ? place : isEnd(index) ? end(group) + 1 - width : start(of: line, around: place)
        return (max(0, min(wanted, page.width - width)), line)
      }
    }
    func firstRow(_ caption: [(start: Int, words: String)], from first: Int) -> Int {
      (first...max(first, rows.count)).first { row in
        caption.enumerated().allSatisfy { offset, part in
          row + offset >= rows.count || rows[row + offset].isFree(part.words, from: part.start, gap: Self.gap)
        }
      } ?? rows.count
    }
    func add(_ caption: [(start: Int, words: String)], from first: Int) {
      let row = firstRow(caption, from: first)
      for (offset, part) in caption.enumerated() {
        while rows.count <= row + offset { rows.append(TextRow()) }
        rows[row + offset].add(part.words, from: part.start)
      }
    }
    for index in captions.indices where !isEnd(index) { add(captions[index], from: 0) }
    let ends = captions.indices.filter(isEnd).map { captions[$0] }
    let row = ends.map { firstRow($0, from: 0) }.max() ?? 0
    for caption in ends { add(caption, from: row) }
    return rows.map(\.text)
  }
}

/// A line of a page with words at places.
private struct TextRow {
  private var parts: [(start: Int, words: String)] = []

  mutating func add(_ words: String, from start: Int) { parts.append((start, words)) }

  func isFree(_ words: String, from start: Int, gap: Int) -> Bool {
    parts.allSatisfy { part in
      start >= part.start + DisplayWidth.of(part.words) + gap
        || start + DisplayWidth.of(words) + gap <= part.start
    }
  }

  var text: String {
    parts.sorted { $0.start < $1.start }.reduce("") { line, part in
      line + String(repeating: " ", count: max(0, part.start - DisplayWidth.of(line))) + part.words
    }
  }
}
