import ReportModel

/// Lays out a report to be seen: aligned columns, bars, blanks to fill in.
struct DrawnLayout: TextLayout {
  let page: TextPage

  func underline(_ mark: Character, width: Int) -> String? {
    String(repeating: mark, count: min(width, page.width))
  }

  /// Labels in one column, values in the next; notes under their value.
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

  func notes(title: Prose, items: [Prose]) -> [String] {
    page.lines(title) + page.list(items, mark: "! ")
  }

  /// Numbered steps with a blank for a date, and room to write between them.
  func nextSteps(_ form: NextSteps) -> [String] {
    let dateHeader = page.words(form.dateHeader)
    let dateWidth = min(max(DisplayWidth.of(dateHeader), 14), page.width / 4)
    let stepWidth = page.width - dateWidth - 2
    let stepPage = TextPage(formatter: page.formatter, escaping: page.escaping, width: stepWidth)
    let date = String(repeating: "_", count: dateWidth)

    var lines = page.lines(form.title)
    lines += TextCell.row([
      TextCell(wrapping: page.words(form.stepHeader), width: stepWidth),
      TextCell(wrapping: dateHeader, width: dateWidth),
    ])
    for index in 0..<(form.steps.count + form.blankLines) {
      let mark = "\(index + 1). "
      let indent = String(repeating: " ", count: mark.utf8.count)
      let blank = mark + String(repeating: "_", count: max(1, stepWidth - mark.utf8.count))
      let step = index < form.steps.count ? stepPage.lines(form.steps[index], first: mark, rest: indent) : []
      lines.append("")
      lines += TextCell.row([
        TextCell(lines: step.isEmpty ? [blank] : step, width: stepWidth),
        TextCell(lines: [date], width: dateWidth),
      ])
    }
    return lines
  }

  func table(_ table: Table) -> [String] { DrawnTable(table, on: page).lines }

  func chart(_ chart: Chart) -> [String] {
    chart.kind == .distribution ? DrawnBands(chart, on: page).lines : DrawnChart(chart, on: page).lines
  }
}
