/// What is wrong in the template of a page or in its style sheet: every problem, in the order of the lines.
public struct PageTemplateError: Error, Equatable, CustomStringConvertible {
  public struct Problem: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      /// `{{` without its `}}`.
      case unfinishedTag
      /// A section that begins and does not end.
      case openSection(String)
      /// The end of a section that is not the one that is open; `expected` is nil when none is.
      case unexpectedEnd(String, expected: String?)
      /// A name that the report does not have at this place.
      case unknownName(String, allowed: [String])
      /// A list or a section where a text is to stand.
      case list(String)
      /// A list inside a list, which would show everything many times over.
      case nestedList(String, inside: String)
      /// A value that would stand in the page unescaped.
      case unescaped(String, allowed: [String])
      /// A tag that a report has no use for.
      case unsupportedTag(String)
      /// Not readable as Mustache for another reason.
      case unreadable
      /// The limits of ``PageLimits``.
      case tooLarge(limit: Int)
      case tooManyTags(limit: Int)
      case tooDeep(limit: Int)
      /// An element that could load, send or run something.
      case forbiddenElement(String)
      case forbiddenAttribute(String, element: String)
      /// A link to something else than a web page, a mail address, a telephone or a place in the page.
      case forbiddenAddress
      /// What browsers could read in different ways.
      case brokenMarkup
      /// A style element with something else in it than the style sheet.
      case styleElement
      /// Markup of the report at a place where it would not be read as elements.
      case misplacedMarkup(String)
      /// What a style sheet would load: `@import`, `url(`.
      case loadingStyle(String)
    }

    /// From 1.
    public let line: Int
    public let kind: Kind

    public init(line: Int, kind: Kind) {
      self.line = line
      self.kind = kind
    }
  }

  public let problems: [Problem]

  public init(problems: [Problem]) { self.problems = problems }

  /// A line for each problem.
  public var description: String { lines { _, _ in nil }.joined(separator: "\n") }

  /// A line for each problem.
  ///
  /// - Parameter nearest: the one of several names that a person probably meant.
  public func lines(nearest: (_ name: String, _ allowed: [String]) -> String?) -> [String] {
    problems.map { "line \($0.line): \($0.kind.message(nearest))" }
  }
}

extension PageTemplateError.Problem.Kind {
  /// Whether nothing more was looked at.
  var isLimit: Bool {
    switch self {
    case .tooLarge, .tooManyTags, .tooDeep: true
    default: false
    }
  }

  fileprivate func message(_ nearest: (String, [String]) -> String?) -> String {
    switch self {
    case .unfinishedTag: "a tag does not end; write }} after its name"
    case .openSection(let name): "the section {{#\(name)}} does not end; write {{/\(name)}} after it"
    case .unexpectedEnd(let name, nil): "{{/\(name)}} ends a section that did not begin; remove it"
    case .unexpectedEnd(let name, .some(let expected)):
      "{{/\(name)}} stands where {{/\(expected)}} is expected; end the inner section first"
    case .unknownName(let name, let allowed):
      "there is no \(name) here; use one of \(allowed.joined(separator: ", "))"
        + (nearest(name, allowed).map { "; did you mean \($0)?" } ?? "")
    case .list(let name): "{{\(name)}} is no text; open it with {{#\(name)}} and show what is in it"
    case .nestedList(let name, let outer):
      "{{#\(name)}} inside {{#\(outer)}} would show everything again for each; end {{#\(outer)}} first"
    case .unescaped(let name, let allowed):
      "{{{\(name)}}} would stand unescaped; write {{\(name)}}; only \(allowed.joined(separator: ", ")) are markup"
    case .unsupportedTag(let tag): "{{\(tag) is not for a report; remove the tag"
    case .unreadable: "the template is not readable as Mustache; correct the tag"
    case .tooLarge(let limit): "the file is too large; use at most \(limit >> 10) KB"
    case .tooManyTags(let limit): "the page has too many tags in double braces; use at most \(limit)"
    case .tooDeep(let limit): "sections stand too deep inside each other; use at most \(limit) levels"
    case .forbiddenElement, .forbiddenAttribute, .forbiddenAddress, .brokenMarkup, .styleElement,
      .misplacedMarkup, .loadingStyle:
      safetyMessage
    }
  }

  private var safetyMessage: String {
    switch self {
    case .forbiddenElement(let name):
      "<\(name)> is not for a page, which loads, sends and runs nothing; remove the element"
    case .forbiddenAttribute("style", _):
      "a page takes no style attributes; use a class, and write its rule into extra.css"
    case .forbiddenAttribute(let name, let element):
      "\(name) on <\(element)> is not for a page, which loads, sends and runs nothing; remove the attribute"
    case .forbiddenAddress:
      "the link is none of https://…, http://…, mailto:…, tel:… and #…, or is not the same for every client; "
        + "write one of these without places"
    case .brokenMarkup:
      "the markup is not plain to every browser; write <name attribute=\"value\"> with places inside of values, "
        + "and &lt; for a single <"
    case .styleElement:
      "<style> holds {{{style}}} alone; write <style>{{{style}}}</style>, and your own rules into extra.css"
    case .misplacedMarkup(let name):
      "{{{\(name)}}} is markup, which stands between elements; put it into an element of its own"
    default: loadingMessage
    }
  }

  private var loadingMessage: String {
    guard case .loadingStyle(let what) = self else { return "" }
    return
      "\(what) would load something, and a page loads nothing; remove it, or write the picture as url(data:image/…)"
  }
}
