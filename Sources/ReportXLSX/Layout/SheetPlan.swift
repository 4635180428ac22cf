import ReportModel

/// Which sections of a report stand on which sheet that a reader sees, and how the sheets are named.
struct SheetPlan {
  enum Content {
    /// One subject, or several below each other.
    case sections([Section])
    /// What matters most.
    case start(Section)
    case whatIf(WhatIf)
    case figures
  }

  struct Sheet {
    let name: SheetName
    let content: Content
  }

  let sheets: [Sheet]
  let whatIfData: SheetName
  let chartData: SheetName

  /// How many of the subjects have a sheet of their own. On paper they have four pages in all, as many as the start,
  /// the what-if, the figures and the sources: one for each, or two for those that share a sheet.
  static func ownSheets(_ choices: Int) -> Int { choices <= mostOwn ? choices : mostOwn - 2 }

  private static let mostOwn = 4

  init(_ report: Report, words: WorkbookWords) {
    // A workbook has at least one sheet.
    let sections =
      report.sections.isEmpty
      ? [Section(id: "", title: "", shortTitle: report.title, blocks: [])] : report.sections
    var contents = Self.contents(of: sections, words)
    if Self.hasFigures(report) {
      let sources = contents.lastIndex { $0.part == .sources } ?? contents.endIndex
      contents.insert((words.allFigures, .figures, nil), at: sources)
    }
    if let whatIf = report.whatIf {
      // After the first page: where the client and the advisor go next.
      let first = contents.firstIndex { $0.part == .pageOne } ?? contents.startIndex
      contents.insert((whatIf.shortTitle, .whatIf(whatIf), nil), at: first + 1)
    }
    var names = SheetNames(nameless: words.sheet)
    sheets = contents.map { Sheet(name: names.unique($0.title), content: $0.content) }
    whatIfData = names.unique(words.whatIfData)
    chartData = names.unique(words.chartData)
  }

  var whatIf: (WhatIf, SheetName)? {
    for sheet in sheets { if case .whatIf(let whatIf) = sheet.content { return (whatIf, sheet.name) } }
    return nil
  }

  /// The sections in the order of the sheets.
  var sections: [Section] {
    sheets.flatMap { sheet -> [Section] in
      switch sheet.content {
      case .sections(let sections): sections
      case .start(let section): [section]
      case .whatIf, .figures: []
      }
    }
  }

  /// Where one table stands for the sections of the appendix: in all but a report of one page on one occupation.
  private static func hasFigures(_ report: Report) -> Bool {
    let parts = Set(report.sections.map(\.part))
    let isComparison = report.figures.contains { $0.occupation != nil }
    return report.figures.contains { !$0.figures.isEmpty } && parts.contains(.pageOne)
      && (isComparison || !parts.isDisjoint(with: [.choice, .sources, .appendix]))
  }

  private typealias Planned = (title: String, content: Content, part: Section.Part?)

  private static func contents(of sections: [Section], _ words: WorkbookWords) -> [Planned] {
    let hasPageOne = sections.contains { $0.part == .pageOne }
    // The sheet of all figures stands for the appendix, but not for what it says of the sources.
    let seen = sections.filter { $0.part != .appendix || !hasPageOne || $0.hasSources }
    let choices = seen.filter { $0.part == .choice }
    let more = hasPageOne ? Array(choices.dropFirst(ownSheets(choices.count))) : []
    return seen.compactMap { section -> Planned? in
      if more.contains(where: { $0.id == section.id }) {
        return section.id == more[0].id ? (words.more, .sections(more), .choice) : nil
      }
      return (
        section.shortTitle, section.part == .pageOne ? .start(section) : .sections([section]),
        section.hasSources ? .sources : section.part
      )
    }
  }
}

extension Section {
  /// True for the section that the numbers of sources lead to.
  fileprivate var hasSources: Bool {
    blocks.contains { if case .table(let table) = $0 { table.id == SourceTable.id } else { false } }
  }
}
