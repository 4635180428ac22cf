/// How the page of a report is arranged: a Mustache template and a style sheet that an advisor may change.
///
/// The names it may use; all are escaped but those marked as markup, which stand in three braces:
///
/// | name | what it is |
/// |---|---|
/// | `language`, `title`, `subtitle`, `client_id`, `report_date`, `footer` | of the report |
/// | `style` | markup: the style sheet with the colors of the branding and of the charts, in `<style>` alone |
/// | `logo` | markup: the logo, absent without one |
/// | `heading` | for each line under the title: `label`, and `value` as markup |
/// | `sections` | for each section: `id`, `part`, `title`, `headline` (the title, absent where it is the report's), and `content` as markup |
/// | `front_sections`, `back_sections` | the same, those to read and those to look things up in |
/// | `what_if` | markup: the assumptions to change, with their script; absent in a report that has none |
/// | `what_if_title` | the title of that |
/// | `keys` | markup: what leads from screen to screen, with its script; only in a template for a screen |
/// | `section_ID`, `other_sections` | a section placed by hand, and those that are not |
/// | `policy` | nothing: the program puts in the policy itself |
///
/// A template may come from a stranger, and a page holds a client's data. So the page begins with a policy of the
/// program that forbids to load, send and run anything but its own style, script and pictures; and a template that
/// asks for more is refused (``PageElements`` says what it may have).
public struct HTMLTemplate: Sendable, Equatable {
  /// The names of its files in the template's folder: the page, its style sheet, and what comes after that.
  public static let fileName = "report.html.mustache"
  public static let styleFileName = "report.css"
  public static let extraStyleFileName = "extra.css"

  let mustache: String
  public private(set) var style: String
  let placedSections: Set<String>
  private let opening: MustacheTemplate
  private let rest: MustacheTemplate

  private static let names = PageNames(
    report: [
      "language", "title", "subtitle", "client_id", "report_date", "footer", "policy", "style", "logo",
      "heading",
      "sections", "front_sections", "back_sections", PageNames.anySection, "other_sections", "what_if",
      "what_if_title", "keys",
    ], heading: ["label", "value"], section: ["id", "part", "title", "headline", "content"], block: [],
    markup: ["style", "logo", "value", "content", "what_if", "keys"])

  /// - Parameters:
  ///   - style: a style sheet without problems of ``checkStyle(_:)``.
  ///   - sectionIDs: those that a report can have, which may be placed by hand; nil where any is right.
  /// - Throws: ``PageTemplateError`` with every problem and its line.
  public init(
    _ mustache: String, style: String, sectionIDs: [String]? = nil
  ) throws(PageTemplateError) {
    let check = PageTemplateCheck(mustache, names: Self.names, sectionIDs: sectionIDs)
    guard check.problems.isEmpty else { throw PageTemplateError(problems: check.problems) }
    let markup = PageMarkupCheck(Array(mustache.utf8))
    guard markup.problems.isEmpty else { throw PageTemplateError(problems: markup.problems) }
    try self.init(
      unchecked: mustache, style: style, ownElements: markup.ownElements, placedSections: check.placedSections
    )
  }

  /// - Parameter ownElements: the places in the UTF-8 of what the program puts in itself.
  init(
    unchecked mustache: String, style: String, ownElements: [Range<Int>] = [],
    placedSections: Set<String> = []
  ) throws(PageTemplateError) {
    let parts = PageOpening(mustache, without: ownElements)
    do throws(MustacheError) {
      // As a whole first: the lines of its parts are no lines of the file.
      _ = try MustacheTemplate(page: mustache)
      (opening, rest) = (try MustacheTemplate(page: parts.opening), try MustacheTemplate(page: parts.rest))
    } catch { throw PageTemplateError(problems: [.init(line: error.line, kind: .unreadable)]) }
    self.mustache = mustache
    self.style = style
    self.placedSections = placedSections
  }

  /// Looks for what a style sheet would load.
  ///
  /// - Throws: ``PageTemplateError`` with every problem and its line.
  public static func checkStyle(_ sheet: String) throws(PageTemplateError) {
    guard sheet.utf8.count <= PageLimits.fileBytes else {
      throw PageTemplateError(problems: [.init(line: 1, kind: .tooLarge(limit: PageLimits.fileBytes))])
    }
    try checkLoading(sheet)
  }

  /// Looks for what two style sheets one after the other would load: the end of the first could be a beginning.
  public static func checkStyles(_ first: String, then second: String) throws(PageTemplateError) {
    try checkLoading(first + "\n" + second)
  }

  private static func checkLoading(_ sheet: String) throws(PageTemplateError) {
    let problems = StyleSheetCheck(sheet).problems
    guard problems.isEmpty else { throw PageTemplateError(problems: problems) }
  }

  /// The same page with another style sheet.
  public func with(style: String) -> HTMLTemplate {
    var copy = self
    copy.style = style
    return copy
  }

  /// - Parameter policy: a Content-Security-Policy; it comes before anything that it could be asked for.
  func render(_ page: HTMLPage, policy: String) -> String {
    let own =
      "\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(HTMLEscaping.escaped(policy))\" />"
      + "\n<meta charset=\"utf-8\" />"
    return opening.filled(with: page) + own + rest.filled(with: page)
  }

  public static func == (one: HTMLTemplate, other: HTMLTemplate) -> Bool {
    one.mustache == other.mustache && one.style == other.style
  }
}

/// What a template finds in a report.
struct HTMLPage: MustacheNames {
  struct Line: MustacheNames {
    let label: String
    let value: String

    func value(named name: String) -> MustacheValue? {
      switch name {
      case "label": .text(label)
      case "value": .text(value)
      default: nil
      }
    }
  }

  struct Part: MustacheNames {
    let id: String
    /// `page_one`, `choice paired`, …: words for the style sheet.
    let part: String
    /// Whether people look things up in it rather than read it.
    let isForLookingUp: Bool
    let title: String
    /// The title to show above it; nil where the title of the report stands for it.
    let headline: String?
    let content: String

    func value(named name: String) -> MustacheValue? {
      switch name {
      case "id": .text(id)
      case "part": .text(part)
      case "title": .text(title)
      case "headline": headline?.mustacheValue
      case "content": .text(content)
      default: nil
      }
    }
  }

  let texts: [String: String]
  let heading: [Line]
  let sections: [Part]
  let placedSections: Set<String>

  func value(named name: String) -> MustacheValue? {
    switch name {
    case "heading": heading.mustacheValue
    case "sections": sections.mustacheValue
    case "other_sections": sections.filter { !placedSections.contains($0.id) }.mustacheValue
    case "front_sections": sections.filter { !$0.isForLookingUp }.mustacheValue
    case "back_sections": sections.filter(\.isForLookingUp).mustacheValue
    default:
      name.hasPrefix(PageNames.sectionPrefix)
        ? sections.first { $0.id == name.dropFirst(PageNames.sectionPrefix.count) }.mustacheValue
        : texts[name].mustacheValue
    }
  }
}
