import ReportModel

/// Writes a report as plain text: `<client-id>.txt`, UTF-8 with line feeds, no line wider than the page, no space
/// at the end of a line.
///
/// What does not fit a line is broken over several; table columns that do not fit beside each other stand under
/// their row. Control and bidirectional characters are made harmless.
public struct TextReportWriter: ReportWriter {
  public struct Options: Sendable, Equatable {
    /// The width of a line in columns, at least 40.
    public let width: Int
    /// Sets the report for a screen reader: no drawings, tables and charts as sentences, ASCII punctuation. Letters
    /// that are not ASCII stay.
    public let usesASCII: Bool

    /// - Precondition: `width` is at least 40.
    public init(width: Int = 80, usesASCII: Bool = false) {
      precondition(width >= 40, "a line of a report has at least 40 columns")
      self.width = width
      self.usesASCII = usesASCII
    }
  }

  private let template: TextTemplate
  private let options: Options

  public init(template: TextTemplate, options: Options = Options()) {
    self.template = template
    self.options = options
  }

  public func files(for report: Report) -> [RenderedFile] {
    let page = TextPage(
      formatter: ValueFormatter(for: report, isSpoken: options.usesASCII),
      escaping: TextEscaping(usesASCII: options.usesASCII),
      width: options.width)
    let layout: any TextLayout = options.usesASCII ? SpokenLayout(page: page) : DrawnLayout(page: page)
    let text = template.render(context(report, layout))
    return [RenderedFile(name: report.fileName + ".txt", bytes: page.finished(text))]
  }

  private func context(_ report: Report, _ layout: any TextLayout) -> TextContext {
    let page = layout.page
    return TextContext(
      clientID: page.words(report.clientID), reportDate: page.words(.date(report.reportDate)),
      title: title(report.title, mark: "=", layout),
      subtitle: report.subtitle.isEmpty ? nil : layout.subtitle(report.subtitle).joined(separator: "\n"),
      heading: heading(report.heading, layout),
      sections: sections(report).map { section($0, report, layout) },
      footer: report.footer.isEmpty ? nil : page.lines(report.footer).joined(separator: "\n"),
      placedSections: template.placedSections)
  }

  /// Nobody follows formulas by ear: `explain` and the CSV say how numbers were made.
  private func sections(_ report: Report) -> [Section] {
    options.usesASCII ? report.sections.filter { $0.id != Section.calculationsID } : report.sections
  }

  private func title(_ text: String, mark: Character, _ layout: any TextLayout) -> TextTitle {
    let lines = layout.page.lines(layout.page.words(text))
    let width = lines.reduce(0) { max($0, DisplayWidth.of($1)) }
    return TextTitle(text: lines.joined(separator: "\n"), underline: layout.underline(mark, width: width))
  }

  /// The facts are set together, so that their values align.
  private func heading(_ facts: [Fact], _ layout: any TextLayout) -> [TextHeadingContext] {
    zip(facts, layout.aligned(facts)).map { fact, lines in
      TextHeadingContext(
        label: layout.page.words(fact.label), value: layout.page.words(fact.value),
        note: fact.note.isEmpty ? nil : layout.page.words(fact.note), text: lines.joined(separator: "\n"))
    }
  }

  private func section(_ section: Section, _ report: Report, _ layout: any TextLayout) -> TextSectionContext {
    TextSectionContext(
      id: section.id, title: title(section.title, mark: "-", layout),
      isHeadline: report.heading(of: section) != nil,
      blocks: layout.blocks(section).map { TextBlockContext(text: $0.joined(separator: "\n")) })
  }
}
