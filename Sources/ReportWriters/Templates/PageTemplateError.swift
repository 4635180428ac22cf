/// What is wrong in the template of a page: every problem, in the order of the lines.
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
      /// A value that would stand in the page unescaped.
      case unescaped(String, allowed: [String])
      /// A tag that a report has no use for.
      case unsupportedTag(String)
      /// Not readable as Mustache for another reason.
      case unreadable
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
  public var description: String {
    problems.map { "line \($0.line): \($0.kind.message)" }.joined(separator: "\n")
  }
}

extension PageTemplateError.Problem.Kind {
  fileprivate var message: String {
    switch self {
    case .unfinishedTag: "a tag does not end; write }} after its name"
    case .openSection(let name): "the section {{#\(name)}} does not end; write {{/\(name)}} after it"
    case .unexpectedEnd(let name, nil): "{{/\(name)}} ends a section that did not begin; remove it"
    case .unexpectedEnd(let name, .some(let expected)):
      "{{/\(name)}} stands where {{/\(expected)}} is expected; end the inner section first"
    case .unknownName(let name, let allowed):
      "there is no \(name) here; use one of \(allowed.joined(separator: ", "))"
    case .unescaped(let name, let allowed):
      "{{{\(name)}}} would stand unescaped; write {{\(name)}}; only \(allowed.joined(separator: ", ")) are markup"
    case .unsupportedTag(let tag): "{{\(tag) is not for a report; remove the tag"
    case .unreadable: "the template is not readable as Mustache; correct the tag"
    }
  }
}
