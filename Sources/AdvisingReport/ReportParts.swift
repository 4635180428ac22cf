import ReportModel

/// Puts the parts of a report together: which sections stand in which part, and in which order.
struct ReportParts {
  private let context: SectionContext
  private let template: ReportTemplate
  /// Of the sections that have something to say.
  private let contents: [String: SectionContent]
  private let figures: [FigureGroup]

  /// - Parameter figures: all of the report.
  init(
    _ context: SectionContext, _ template: ReportTemplate,
    _ contents: [(id: String, content: SectionContent)],
    _ figures: [FigureGroup]
  ) {
    self.context = context
    self.template = template
    self.contents = Dictionary(uniqueKeysWithValues: contents)
    self.figures = figures
  }

  /// - Parameter copy: the client's is the advisor's without its first page.
  func sections(for copy: ReportCopy) -> [Section] {
    var sections: [Section] = []
    if template.parts.contains(.pageOne) { sections.append(pageOne) }
    if template.parts.contains(.choices) { sections += choices }
    if template.parts.contains(.appendix) {
      sections += appendix
    } else if template.parts.contains(.choices), let sources {
      sections.append(sources)
    }
    if copy == .advisor { sections.insert(Preparation(context).section, at: 0) }
    return sections.map(finished).filter { !$0.blocks.isEmpty }
  }

  // MARK: - Parts

  private var pageOne: Section {
    var page = PageOne(context).section(showsCharts: template.showsCharts(SummarySection.id))
    let named = page.blocks.map(\.withSourceNumbers).flatMap(\.namedSourceIDs)
    page.blocks.append(.smallPrint(smallPrint(named: Set(named))))
    return page
  }

  /// Where the numbers of the page come from, and the organization's own notice.
  private func smallPrint(named: Set<String>) -> [Prose] {
    let names = context.sources.filter { named.contains($0.id) }.map { source in
      Prose([.value(.source(source.id)), .text(" \(source.publisher), \(source.period)")])
    }
    let branding = template.branding
    return [
      names.isEmpty
        ? ""
        : context.wording.prose(
          PageOnePhrase.sources, ["sources": Prose.joined(names, separator: "; ")]),
      Prose(branding.disclaimer),
      Prose([branding.organization, branding.contact].filter { !$0.isEmpty }.joined(separator: ", ")),
    ].filter { !$0.isEmpty }
  }

  /// Those that bear on the client, strongest first; with an appendix all of them.
  private var choices: [Section] {
    let limit: Choice.Bearing = template.parts.contains(.appendix) ? .none : .everyone
    return template.sections.compactMap { title -> (Choice, ReportTemplate.SectionTitle)? in
      contents[title.id]?.choice.map { ($0, title) }
    }.filter { $0.0.bearing <= limit && !$0.0.blocks.isEmpty }.enumerated().sorted { one, other in
      one.element.0.bearing != other.element.0.bearing
        ? one.element.0.bearing < other.element.0.bearing : one.offset < other.offset
    }.map { _, element in
      let (choice, title) = element
      return Section(
        id: title.id, part: .choice, title: title.title, shortTitle: title.shortTitle,
        blocks: choice.blocks.filter { title.showsCharts || !$0.isChart })
    }
  }

  private var sources: Section? {
    template.sections.first { $0.id == SourcesSection.id }.map { title in
      Section(
        id: title.id, part: .sources, title: title.title, shortTitle: title.shortTitle,
        blocks: [GlossaryWords(context).block, .table(SourcesSection(context).short)])
    }
  }

  /// Everything that there is to look up, in the template's order; how numbers were made stands before the sources.
  private var appendix: [Section] {
    var sections = tables
    let place = sections.firstIndex { $0.id == SourcesSection.id } ?? sections.endIndex
    if let section = CalculationsAppendix(context, figures).section { sections.insert(section, at: place) }
    return sections
  }

  private var tables: [Section] {
    template.sections.compactMap { title in
      contents[title.id].map { content in
        Section(
          id: title.id == SourcesSection.id ? title.id : "\(title.id)_all", part: .appendix,
          title: title.title,
          shortTitle: title.shortTitle, blocks: content.blocks)
      }
    }
  }

  private func finished(_ section: Section) -> Section {
    var section = section
    if section.part == .choice {
      section.blocks = section.blocks.map { $0.withPlainGroups(template.wording) }
    }
    section.blocks = section.blocks.map { $0.finished(template.wording) }.filter { !$0.isEmpty }
      .map(\.withSourceNumbers)
    return section
  }
}
