import ReportModel

/// Lays out a report to be seen: aligned columns, bars, blanks to fill in.
struct DrawnLayout: TextLayout {
  let page: TextPage

  func underline(_ mark: Character, width: Int) -> String? {
    String(repeating: mark, count: min(width, page.width))
  }

  /// Labels in one column, values in the next; notes under their value.
  func subtitle(_ subtitle: Prose) -> [String] { page.lines(subtitle) }

  func aligned(_ facts: [Fact]) -> [[String]] {
    let labels = facts.map { $0.label.isEmpty ? "" : page.words($0.label) + ":" }
    let widest = labels.reduce(0) { max($0, DisplayWidth.of($1)) }
    let column = min(widest, page.width * 2 / 5) + 2
    let indent = String(repeating: " ", count: column)
    return zip(facts, labels).map { fact, label in
      let value = page.words(fact.value)
      let note = page.lines(fact.note, first: indent)
      guard DisplayWidth.of(label) + 2 <= column else {
        return page.lines(label) + page.lines(value, first: indent) + note
      }
      let values = page.lines(value, first: TextCell.left(label, width: column), rest: indent)
      return (values.isEmpty ? [label] : values) + note
    }
  }

  /// The number in the second column, what it is before it and what it means behind it.
  func leadFigures(_ figures: [LeadFigure]) -> [String] {
    figures.flatMap { figure in
      let words = [page.words(figure.label), page.words(figure.value)].filter { !$0.isEmpty }.joined(
        separator: " ")
      let note = page.words(figure.note)
      // The number of a source alone is no part of the sentence.
      let separator = note.isEmpty ? "" : figure.note.isOfSources ? " " : ", "
      return page.lines(words + separator + note, first: "* ", rest: "  ")
    }
  }

  /// The sentences stand right under the rows, each after a mark.
  func choice(_ shown: [[String]], _ sentences: [Prose]) -> [[String]] {
    let said = page.list(sentences, mark: "* ")
    guard let last = shown.last else { return [said] }
    return shown.dropLast() + [last + said]
  }

  /// Marks part the paragraphs, so that no line is lost between them.
  func passage(title: Prose, paragraphs: [Prose]) -> [String] {
    page.lines(title) + page.list(paragraphs, mark: "- ")
  }

  func callout(title: Prose, items: [Prose]) -> [String] {
    page.lines(title) + page.list(items, mark: "! ")
  }

  /// Numbered steps, each with its date where it has one. Lines to write on are for paper; they stand where nothing else
  /// does.
  func nextSteps(_ form: NextSteps) -> [String] {
    let blank = [page.words(form.blankDate), String(repeating: "_", count: 12)].filter { !$0.isEmpty }
      .joined(separator: " ")
    let steps = form.steps.map { step -> String in
      let date = page.words(step.date)
      let words = [page.words(step.text), date].filter { !$0.isEmpty }.joined(separator: ", ")
      let sentence = words.utf8.last == UInt8(ascii: ".") ? words : words + "."
      return step.link.isEmpty
        ? sentence : "\(sentence) \(page.words(step.link.withSites(width: page.width - 4)))"
    }
    let lines = Array(
      repeating: String(repeating: "_", count: max(12, page.width - 24 - DisplayWidth.of(blank))) + " "
        + blank,
      count: form.steps.isEmpty ? max(0, form.blankLines) : 0)
    return page.lines(form.title)
      + (steps + lines).enumerated().flatMap { index, words in
        let mark = "\(index + 1). "
        return page.lines(words, first: mark, rest: String(repeating: " ", count: mark.utf8.count))
      }
  }

  func table(_ table: Table) -> [String] { DrawnTable(table, on: page).lines }

  func choiceTable(_ table: Table) -> [String] {
    DrawnTable(table.withMarksInStubs(page), on: page, isCompact: true).lines
  }

  func chart(_ chart: Chart) -> [String] { DrawnChart(chart, on: page).lines }
}

extension Prose {
  /// True for the numbers of sources and nothing else.
  var isOfSources: Bool {
    runs.allSatisfy { run in
      switch run {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .value(let value): if case .source = value { true } else { false }
      }
    }
  }
}
