import Mustache

/// How the page of a report is arranged: a Mustache template and a style sheet that an advisor may change.
///
/// The names it may use; all are escaped but those marked as markup, which stand in three braces:
///
/// | name | what it is |
/// |---|---|
/// | `language`, `title`, `client_id`, `report_date`, `footer` | of the report |
/// | `policy` | what the page may load: nothing but its own style and script |
/// | `style` | markup: the style sheet with the colors of the branding and of the charts |
/// | `logo` | markup: the logo, absent without one |
/// | `heading` | for each line under the title: `label`, and `value` as markup |
/// | `sections` | for each section: `id`, `title`, and `content` as markup |
/// | `what_if` | markup: the assumptions to change, with their script; absent in a report that has none |
/// | `section_ID`, `other_sections` | a section placed by hand, and those that are not |
public struct HTMLTemplate: Sendable, Equatable {
  /// The names of its files in the template's folder: the page, its style sheet, and what comes after that.
  public static let fileName = "report.html.mustache"
  public static let styleFileName = "report.css"
  public static let extraStyleFileName = "extra.css"

  let mustache: String
  public private(set) var style: String
  let placedSections: Set<String>
  private let parsed: MustacheTemplate

  private static let names = PageNames(
    report: [
      "language", "title", "client_id", "report_date", "footer", "policy", "style", "logo", "heading",
      "sections", "section_ID", "other_sections", "what_if",
    ], heading: ["label", "value"], section: ["id", "title", "content"], block: [],
    markup: ["style", "logo", "value", "content", "what_if"])

  /// - Throws: ``PageTemplateError`` with every problem and its line.
  public init(_ mustache: String, style: String) throws(PageTemplateError) {
    let check = PageTemplateCheck(mustache, names: Self.names)
    guard check.problems.isEmpty else { throw PageTemplateError(problems: check.problems) }
    do { parsed = try MustacheTemplate(string: mustache) } catch {
      let line = (error as? MustacheTemplate.ParserError).map { $0.context.lineNumber } ?? 1
      throw PageTemplateError(problems: [.init(line: line, kind: .unreadable)])
    }
    self.mustache = mustache
    self.style = style
    placedSections = check.placedSections
  }

  /// The same page with another style sheet.
  public func with(style: String) -> HTMLTemplate {
    var copy = self
    copy.style = style
    return copy
  }

  func render(_ page: HTMLPage) -> String { parsed.render(page) }

  public static func == (one: HTMLTemplate, other: HTMLTemplate) -> Bool {
    one.mustache == other.mustache && one.style == other.style
  }
}

/// What a template finds in a report.
struct HTMLPage: MustacheParent {
  struct Line: MustacheParent {
    let label: String
    let value: String

    func child(named name: String) -> Any? {
      switch name {
      case "label": label
      case "value": value
      default: nil
      }
    }
  }

  struct Part: MustacheParent {
    let id: String
    let title: String
    let content: String

    func child(named name: String) -> Any? {
      switch name {
      case "id": id
      case "title": title
      case "content": content
      default: nil
      }
    }
  }

  let texts: [String: String]
  let heading: [Line]
  let sections: [Part]
  let placedSections: Set<String>

  func child(named name: String) -> Any? {
    switch name {
    case "heading": heading
    case "sections": sections
    case "other_sections": sections.filter { !placedSections.contains($0.id) }
    default:
      name.hasPrefix("section_")
        ? sections.first { $0.id == name.dropFirst("section_".count) } : texts[name]
    }
  }
}
