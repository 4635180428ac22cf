import ReportModel

/// A page of a given width, on which words become lines.
struct TextPage {
  let formatter: ValueFormatter
  let escaping: TextEscaping
  /// In columns.
  let width: Int

  /// The words for a place that takes one line.
  func words(_ text: String) -> String { escaping.line(text) }
  func words(_ prose: Prose) -> String { escaping.line(formatter.text(prose)) }
  func words(_ value: Value) -> String { escaping.line(formatter.text(value)) }

  /// The lines of a text: `first` stands before the first line, `rest` before the others. An empty text has no
  /// line.
  func lines(_ text: String, first: String = "", rest: String? = nil) -> [String] {
    let rest = rest ?? first
    let indent = max(DisplayWidth.of(first), DisplayWidth.of(rest))
    return LineWrapping.lines(text, width: max(1, width - indent)).enumerated().map { index, line in
      (index == 0 ? first : rest) + line
    }
  }

  func lines(_ prose: Prose, first: String = "", rest: String? = nil) -> [String] {
    lines(words(prose), first: first, rest: rest)
  }

  /// The lines of a text that may have line breaks.
  func paragraphs(_ prose: Prose) -> [String] {
    escaping.paragraphs(formatter.text(prose)).flatMap { lines($0) }
  }

  /// The items under each other, each after a mark.
  func list(_ items: [Prose], mark: String) -> [String] {
    let indent = String(repeating: " ", count: mark.utf8.count)
    return items.flatMap { lines($0, first: mark, rest: indent) }
  }

  /// The text as it goes into the file: no line wider than the page, no space at the end of a line, one line feed
  /// at the end.
  ///
  /// Most lines come from blocks and fit; those of the template may not, since its words stand beside words of
  /// the report.
  func finished(_ text: String) -> [UInt8] {
    let arranged = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(arranged.count + 1)
    var start = 0
    while start < arranged.count {
      var end = start
      var isASCII = true
      while end < arranged.count, arranged[end] != 0x0A {
        isASCII = isASCII && (0x20..<0x7F).contains(arranged[end])
        end += 1
      }
      if isASCII, end - start <= width {
        Self.append(arranged[start..<end], to: &bytes)
      } else {
        for line in fitted(escaping.arranged(String(decoding: arranged[start..<end], as: UTF8.self))) {
          Self.append(Array(line.utf8)[...], to: &bytes)
        }
      }
      start = end + 1
    }
    while bytes.last == 0x0A { bytes.removeLast() }
    bytes.append(0x0A)
    return bytes
  }

  private func fitted(_ line: String) -> [String] {
    if DisplayWidth.of(line) <= width { return [line] }
    let indent = String(line.prefix { $0 == " " }.prefix(width / 2))
    return lines(escaping.line(line), first: indent)
  }

  private static func append(_ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes += line
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    bytes.append(0x0A)
  }
}

/// How a report becomes lines: drawn to be seen, or spoken to be heard.
protocol TextLayout {
  var page: TextPage { get }

  /// The lines of the report's subtitle.
  func subtitle(_ subtitle: Prose) -> [String]
  /// The lines of each fact.
  func aligned(_ facts: [Fact]) -> [[String]]
  func table(_ table: Table) -> [String]
  /// A table of few rows, whose title stands above it already.
  func choiceTable(_ table: Table) -> [String]
  func chart(_ chart: Chart) -> [String]
  /// A picture or a table, and the sentences on it.
  func choice(_ shown: [[String]], _ sentences: [Prose]) -> [[String]]
  func leadFigures(_ figures: [LeadFigure]) -> [String]
  func passage(title: Prose, paragraphs: [Prose]) -> [String]
  func callout(title: Prose, items: [Prose]) -> [String]
  func nextSteps(_ form: NextSteps) -> [String]
  /// The line under a title of `width` columns, nil where the layout has none.
  func underline(_ mark: Character, width: Int) -> String?
}
