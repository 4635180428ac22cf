/// How a plain text report is arranged: a Mustache template that an advisor may reword.
///
/// The names it may use:
///
/// | name | what it is |
/// |---|---|
/// | `client_id`, `report_date` | the client's id; the date in words |
/// | `title`, `underline`, `subtitle` | the title; the line under it; the occupation, for whom and by whom |
/// | `heading` | for each line under the title: `label`, `value`, `note`, or all of them aligned as `text` |
/// | `sections` | for each section: `id`, `title`, `headline` (the title, absent where it is the report's), `underline`, `text`, `blocks` |
/// | `blocks` | for each block of a section (facts, a paragraph, a table, …): `text`, its lines |
/// | `section_ID` | the section with that id, to place it by hand: `section_summary` |
/// | `other_sections` | like `sections`, without those placed by hand |
/// | `footer` | the last line of the report; absent when empty |
///
/// `underline` is absent in ASCII mode, and `note` when there is no note: wrap each in a section of its own. A section
/// that a report does not have leaves its part of the template out. Values are text and are never read as
/// template; nothing is escaped as HTML.
///
/// ```swift
/// let template = try TextTemplate("{{title}}\n\n{{#sections}}\n{{title}}\n\n{{text}}\n\n{{/sections}}\n")
/// ```
public struct TextTemplate: Sendable, Equatable {
  /// The name of the template in its folder.
  public static let fileName = "report.txt.mustache"

  private static let names = PageNames(
    report: [
      "client_id", "report_date", "title", "subtitle", "underline", "heading", "sections",
      PageNames.anySection,
      "other_sections",
      "footer",
    ], heading: ["label", "value", "note", "text"], section: ["id", "headline", "text", "blocks"],
    block: ["text"],
    markup: nil)

  /// The template as it was given, with line feeds for its line breaks.
  public let mustache: String
  /// The ids of the sections that are placed by hand.
  let placedSections: Set<String>
  private let parsed: MustacheTemplate

  /// - Parameter sectionIDs: the ids that a template may place by hand; nil for any.
  /// - Throws: ``PageTemplateError`` with every problem and its line: a tag or a section that does not end, a name
  ///   that is not in the table above, and tags that text reports do not support (partials, delimiters, pragmas).
  public init(_ mustache: String, sectionIDs: [String]? = nil) throws(PageTemplateError) {
    var text = mustache.replacing("\r\n", with: "\n")
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let check = PageTemplateCheck(text, names: Self.names, sectionIDs: sectionIDs)
    guard check.problems.isEmpty else { throw PageTemplateError(problems: check.problems) }
    do throws(MustacheError) { parsed = try MustacheTemplate(text) { $0 } } catch {
      throw PageTemplateError(problems: [.init(line: error.line, kind: .unreadable)])
    }
    self.mustache = text
    placedSections = check.placedSections
  }

  func render(_ context: TextContext) -> String { parsed.filled(with: context) }

  public static func == (one: TextTemplate, other: TextTemplate) -> Bool { one.mustache == other.mustache }
}

/// What a template finds in a report. The names are those of ``TextTemplate``.
struct TextContext: MustacheNames {
  let clientID: String
  let reportDate: String
  let title: TextTitle
  let subtitle: String?
  let heading: [TextHeadingContext]
  let sections: [TextSectionContext]
  let footer: String?
  let placedSections: Set<String>

  func value(named name: String) -> MustacheValue? {
    switch name {
    case "client_id": .text(clientID)
    case "report_date": .text(reportDate)
    case "title": .text(title.text)
    case "underline": title.underline.mustacheValue
    case "subtitle": subtitle.mustacheValue
    case "heading": heading.mustacheValue
    case "sections": sections.mustacheValue
    case "other_sections": sections.filter { !placedSections.contains($0.id) }.mustacheValue
    case "footer": footer.mustacheValue
    default:
      name.hasPrefix(PageNames.sectionPrefix)
        ? sections.first { $0.id == name.dropFirst(PageNames.sectionPrefix.count) }.mustacheValue : nil
    }
  }
}

/// A title and the line under it, if any.
struct TextTitle {
  let text: String
  let underline: String?
}

struct TextHeadingContext: MustacheNames {
  let label: String
  let value: String
  let note: String?
  let text: String

  func value(named name: String) -> MustacheValue? {
    switch name {
    case "label": .text(label)
    case "value": .text(value)
    case "note": note.mustacheValue
    case "text": .text(text)
    default: nil
    }
  }
}

struct TextSectionContext: MustacheNames {
  let id: String
  let title: TextTitle
  /// False where the title of the report stands for the section's.
  let isHeadline: Bool
  let blocks: [TextBlockContext]

  func value(named name: String) -> MustacheValue? {
    switch name {
    case "id": .text(id)
    case "title": .text(title.text)
    case "headline": isHeadline ? .text(title.text) : nil
    case "underline": title.underline.mustacheValue
    case "text": .text(blocks.map(\.text).joined(separator: "\n\n"))
    case "blocks": blocks.mustacheValue
    default: nil
    }
  }
}

struct TextBlockContext: MustacheNames {
  let text: String

  func value(named name: String) -> MustacheValue? { name == "text" ? .text(text) : nil }
}
