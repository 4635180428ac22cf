/// Looks through the tags of a template for what would otherwise leave out text in silence, leave it unescaped, or
/// take all memory.
struct PageTemplateCheck {
  private(set) var problems: [PageTemplateError.Problem] = []
  /// The ids in names like `section_summary`.
  private(set) var placedSections: Set<String> = []

  private struct OpenSection {
    let name: String
    let line: Int
    let isInverted: Bool
    /// The names that it adds.
    let names: [String]
  }

  private var open: [OpenSection] = []
  private let names: PageNames
  private let sectionIDs: [String]?

  /// - Parameter sectionIDs: those that a report can have; nil where any is right.
  init(_ text: String, names: PageNames, sectionIDs: [String]?) {
    self.names = names
    self.sectionIDs = sectionIDs
    if text.utf8.count > PageLimits.fileBytes {
      problems.append(.init(line: 1, kind: .tooLarge(limit: PageLimits.fileBytes)))
      return
    }
    readAll(text)
    if let limit = problems.first(where: { $0.kind.isLimit }) {
      problems = [limit]
      return
    }
    for section in open.reversed() {
      problems.append(.init(line: section.line, kind: .openSection(section.name)))
    }
    problems.sort { $0.line < $1.line }
  }

  private mutating func readAll(_ text: String) {
    var (line, tags) = (1, 0)
    var rest = text[...]
    while let brace = rest.firstRange(of: "{{") {
      line += Self.lineFeeds(rest[..<brace.lowerBound])
      rest = rest[brace.upperBound...]
      tags += 1
      guard tags <= PageLimits.tags else {
        return problems.append(.init(line: line, kind: .tooManyTags(limit: PageLimits.tags)))
      }
      let isTriple = rest.first == "{"
      guard let end = rest.firstRange(of: isTriple ? "}}}" : "}}") else {
        return problems.append(.init(line: line, kind: .unfinishedTag))
      }
      read(rest[..<end.lowerBound], line: line)
      guard open.count <= PageLimits.depth else {
        return problems.append(.init(line: line, kind: .tooDeep(limit: PageLimits.depth)))
      }
      line += Self.lineFeeds(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
  }

  private static func lineFeeds(_ text: Substring) -> Int { text.utf8.count { $0 == 0x0A } }

  private mutating func read(_ tag: Substring, line: Int) {
    let name = tag.drop { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }.filter { !$0.isWhitespace }
    switch tag.first {
    case "!": break
    case ">", "<", "$", "=", "%":
      problems.append(.init(line: line, kind: .unsupportedTag(String(tag.prefix(40)))))
    case "/": end(name, line: line)
    case "#", "^": begin(name, isInverted: tag.first == "^", line: line)
    default:
      show(name, line: line)
      if tag.first == "{" || tag.first == "&" { checkMarkup(name, line: line) }
    }
  }

  private mutating func begin(_ name: String, isInverted: Bool, line: Int) {
    check(name, line: line)
    if !isInverted, PageNames.isList(name), let outer = outerList(of: name) {
      problems.append(.init(line: line, kind: .nestedList(name, inside: outer)))
    }
    open.append(
      OpenSection(
        name: name, line: line, isInverted: isInverted, names: isInverted ? [] : names.inside(name)))
  }

  /// A list that is open and would repeat the list of this name again and again; only blocks belong to a section.
  private func outerList(of name: String) -> String? {
    let lists = open.filter { !$0.isInverted && PageNames.isList($0.name) }.map(\.name)
    return name == "blocks" ? lists.first { $0 == "blocks" || $0 == "heading" } : lists.last
  }

  private mutating func end(_ name: String, line: Int) {
    if name == open.last?.name {
      open.removeLast()
    } else {
      problems.append(.init(line: line, kind: .unexpectedEnd(name, expected: open.last?.name)))
      if let index = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(index...) }
    }
  }

  /// A name whose value is to stand in the page.
  private mutating func show(_ name: String, line: Int) {
    if name == "." {
      let around = open.last { !$0.isInverted && !PageNames.isPlaceInSequence($0.name) }
      if let around, !PageNames.isOpenedOnly(around.name) { return }
      problems.append(.init(line: line, kind: .unknownName(name, allowed: allowed)))
      return
    }
    let problemsBefore = problems.count
    check(name, line: line)
    if problems.count == problemsBefore, PageNames.isOpenedOnly(name) {
      problems.append(.init(line: line, kind: .list(name)))
    }
  }

  private var allowed: [String] { open.reversed().flatMap(\.names) + names.report }

  private mutating func check(_ name: String, line: Int) {
    if name == "." || PageNames.isPlaceInSequence(name) { return }
    if name.hasPrefix(PageNames.sectionPrefix), name != PageNames.anySection {
      let id = String(name.dropFirst(PageNames.sectionPrefix.count))
      placedSections.insert(id)
      if let sectionIDs, !sectionIDs.contains(id) {
        let known = sectionIDs.map { PageNames.sectionPrefix + $0 }
        problems.append(.init(line: line, kind: .unknownName(name, allowed: known)))
      }
      return
    }
    let allowed = allowed
    if name != PageNames.anySection, allowed.contains(name) { return }
    problems.append(.init(line: line, kind: .unknownName(name, allowed: allowed)))
  }

  private mutating func checkMarkup(_ name: String, line: Int) {
    guard let markup = names.markup, !markup.contains(name) else { return }
    problems.append(.init(line: line, kind: .unescaped(name, allowed: markup.sorted())))
  }
}
