/// What a page of a format offers to its template.
struct PageNames {
  /// Those of the report itself.
  let report: [String]
  /// Those of each line under the title.
  let heading: [String]
  /// Those of a section, and of a section that is placed by hand.
  let section: [String]
  /// Those of a block.
  let block: [String]
  /// The names whose value is markup: only they may stand unescaped. Nil where nothing is escaped.
  let markup: Set<String>?

  func inside(_ section: String) -> [String] {
    switch section {
    case "heading": heading
    case "blocks": block
    case "sections", "other_sections": self.section
    default: section.hasPrefix(PageTemplateCheck.sectionPrefix) ? self.section : []
    }
  }
}

/// Looks through the tags of a template for what would otherwise leave out text in silence, or leave it unescaped.
struct PageTemplateCheck {
  private(set) var problems: [PageTemplateError.Problem] = []
  /// The ids in names like `section_summary`.
  private(set) var placedSections: Set<String> = []

  private struct OpenSection {
    let name: String
    let line: Int
    /// The names that it adds.
    let names: [String]
  }

  private var open: [OpenSection] = []

  static let sectionPrefix = "section_"

  private let names: PageNames

  init(_ text: String, names: PageNames) {
    self.names = names
    var line = 1
    var rest = text[...]
    while let brace = rest.firstRange(of: "{{") {
      line += Self.lineFeeds(rest[..<brace.lowerBound])
      rest = rest[brace.upperBound...]
      let isTriple = rest.first == "{"
      guard let end = rest.firstRange(of: isTriple ? "}}}" : "}}") else {
        problems.append(.init(line: line, kind: .unfinishedTag))
        break
      }
      read(rest[..<end.lowerBound], line: line)
      line += Self.lineFeeds(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    for section in open.reversed() {
      problems.append(.init(line: section.line, kind: .openSection(section.name)))
    }
    problems.sort { $0.line < $1.line }
  }

  private static func lineFeeds(_ text: Substring) -> Int {
    text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  private mutating func read(_ tag: Substring, line: Int) {
    let name = tag.drop { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }.filter { !$0.isWhitespace }
    switch tag.first {
    case "!": break
    case ">", "<", "$", "=", "%": problems.append(.init(line: line, kind: .unsupportedTag(String(tag))))
    case "/": end(name, line: line)
    case "#", "^":
      check(name, line: line)
      let addsNames = tag.first == "#"
      open.append(OpenSection(name: name, line: line, names: addsNames ? names.inside(name) : []))
    default:
      check(name, line: line)
      if tag.first == "{" || tag.first == "&" { checkMarkup(name, line: line) }
    }
  }

  private mutating func end(_ name: String, line: Int) {
    if name == open.last?.name {
      open.removeLast()
    } else {
      problems.append(.init(line: line, kind: .unexpectedEnd(name, expected: open.last?.name)))
      if let index = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(index...) }
    }
  }

  private mutating func check(_ name: String, line: Int) {
    if name == "." || Self.isPlaceInSequence(name) { return }
    if name.hasPrefix(Self.sectionPrefix), name != "section_ID" {
      placedSections.insert(String(name.dropFirst(Self.sectionPrefix.count)))
      return
    }
    let allowed = open.reversed().flatMap(\.names) + names.report
    if name != "section_ID", allowed.contains(name) { return }
    problems.append(.init(line: line, kind: .unknownName(name, allowed: allowed)))
  }

  /// Mustache's own words for where an element stands among its neighbors.
  private static func isPlaceInSequence(_ name: String) -> Bool {
    ["first()", "last()", "index()", "even()", "odd()"].contains(name)
  }

  private mutating func checkMarkup(_ name: String, line: Int) {
    guard let markup = names.markup, !markup.contains(name) else { return }
    problems.append(.init(line: line, kind: .unescaped(name, allowed: markup.sorted())))
  }
}
