import ReportModel

/// Lays out a report to be heard: nothing is drawn, each table cell becomes a sentence and each chart point a line.
struct SpokenLayout: TextLayout {
  let page: TextPage

  func underline(_ mark: Character, width: Int) -> String? { nil }

  /// Dots between its parts would be hyphens, which a line may begin with as if it were an item of a list.
  func subtitle(_ subtitle: Prose) -> [String] {
    page.lines(page.words(page.formatter.text(subtitle).replacing(" · ", with: ", ")))
  }

  func aligned(_ facts: [Fact]) -> [[String]] {
    facts.map { fact in
      page.lines(Self.joined([sentence(fact.label, fact.value), Self.sentence(page.words(fact.note))]))
    }
  }

  func leadFigures(_ figures: [LeadFigure]) -> [String] {
    figures.flatMap { figure in
      let words = Self.joined([page.words(figure.label), page.words(figure.value)])
      let note = page.words(figure.note)
      let separator = note.isEmpty ? "" : figure.note.isOfSources ? " " : ", "
      return page.lines(Self.sentence(words + separator + note))
    }
  }

  func choice(_ shown: [[String]], _ sentences: [Prose]) -> [[String]] {
    shown + sentences.map(page.paragraphs)
  }

  func passage(title: Prose, paragraphs: [Prose]) -> [String] {
    Array(
      ([page.lines(title)] + paragraphs.map(page.paragraphs)).filter { !$0.isEmpty }.joined(separator: [""]))
  }

  func callout(title: Prose, items: [Prose]) -> [String] {
    page.lines(title) + page.list(items, mark: "- ")
  }

  func nextSteps(_ form: NextSteps) -> [String] {
    let stepHeader = page.words(form.stepHeader)
    return page.lines(form.title)
      + form.steps.map { page.words($0.sentence.withSites(width: page.width - 4)) }.enumerated().flatMap {
        index, step in
        page.lines(Self.joined(["\(stepHeader) \(index + 1):", Self.sentence(step)]))
      }
  }

  func table(_ table: Table) -> [String] {
    let headers = table.columns.map { page.words($0.header) }
    var paragraphs = [page.lines(table.title)]
    for group in table.groups {
      paragraphs.append(page.lines(Self.sentence(page.words(group.title))))
      for row in group.rows {
        paragraphs.append(page.lines(Self.joined(sentences(row, headers))))
      }
    }
    paragraphs += table.notes.map { page.lines($0) }
    return Array(paragraphs.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  func choiceTable(_ table: Table) -> [String] { self.table(table.withSourcesAfterTitles) }

  func chart(_ chart: Chart) -> [String] {
    var lines = page.lines(chart.title)
    lines += page.lines(chart.alternativeText)
    lines += page.lines(Self.sentence(page.words(chart.valueAxis)))
    if let reference = chart.reference {
      lines += page.lines(sentence(reference.label, .quantity(reference.quantity)))
    }
    for group in chart.groups {
      lines += page.lines(Self.sentence(page.words(group.title)))
      for point in group.points { lines += page.lines(sentence(point.label, point.value)) }
    }
    return lines + page.lines(chart.source)
  }

  private func sentences(_ row: Row, _ headers: [String]) -> [String] {
    row.cells.indices.map { index in
      let text = page.words(row.cells[index])
      // A dash is to be seen; a listener expects a value after "Header:".
      if text.isEmpty || row.cells[index] == .missing { return "" }
      return Self.sentence(index == 0 || headers[index].isEmpty ? text : headers[index] + ": " + text)
    }
  }

  private func sentence(_ label: String, _ value: Value) -> String {
    let label = page.words(label)
    return Self.sentence(label.isEmpty ? page.words(value) : label + ": " + page.words(value))
  }

  private static func joined(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The words with a full stop, so that a voice pauses.
  private static func sentence(_ words: String) -> String {
    guard let last = words.utf8.last else { return "" }
    return ".:!?;".utf8.contains(last) ? words : words + "."
  }
}
