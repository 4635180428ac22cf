import ReportModel
import Yams

/// Reads `template.yaml`.
///
/// The standard template is the measure: another template has the same keys, and its phrases use no places that
/// the standard's do not have. In the standard's language a phrase, the sections and the style may be left out:
/// they are the standard's then.
public struct TemplateReader: Sendable {
  private let standard: ReportTemplate?

  /// - Parameter standard: the standard template; nil to read the standard template itself.
  public init(standard: ReportTemplate? = nil) {
    self.standard = standard
  }

  /// - Throws: every problem of the template at once.
  public func read(yaml: String) throws(TemplateProblems) -> ReportTemplate {
    let root: YAMLTree
    do { root = try YAMLTree(yaml: yaml) } catch {
      throw TemplateProblems(problems: [Self.problem(error)])
    }
    var check = YAMLCheck(root: root)
    let language = check.text("language")
    let branding = check.branding()
    let ofLanguage = language == standard?.language ? standard : nil
    let sections = root["sections"] == nil ? ofLanguage?.sections ?? check.sections() : check.sections()
    let style = root["style"] == nil ? ofLanguage?.style ?? check.style() : check.style()
    let wording = check.wording(standard: standard?.wording, isOfItsLanguage: ofLanguage != nil)
    let showsWhatIf = check.flag("what_if")
    check.refuseUnknownKeys(allowed: ["language", "branding", "sections", "what_if", "style", "wording"])
    guard check.problems.isEmpty, let style else { throw TemplateProblems(problems: check.problems) }
    return ReportTemplate(
      language: language, sections: sections, showsWhatIf: showsWhatIf, branding: branding.branding,
      logoFile: branding.logoFile,
      style: style, wording: wording)
  }

  private static func problem(_ error: any Error) -> TemplateProblem {
    switch error as? YamlError {
    case .scanner(_, let detail, let mark, _), .parser(_, let detail, let mark, _),
      .composer(_, let detail, let mark, _):
      return TemplateProblem(path: "", line: mark.line, reason: .notYAML(detail))
    case .reader(let detail, _, _, _), .writer(let detail), .emitter(let detail), .representer(let detail):
      return TemplateProblem(path: "", line: nil, reason: .notYAML(detail))
    case .duplicatedKeysInMapping(let keys, let context):
      let detail = "the same key twice: \(keys.joined(separator: ", "))"
      return TemplateProblem(path: "", line: context.mark.line, reason: .notYAML(detail))
    case .memory: return TemplateProblem(path: "", line: nil, reason: .notYAML("it takes too much memory"))
    case .no, .dataCouldNotBeDecoded, nil:
      return TemplateProblem(path: "", line: nil, reason: .notYAML("it cannot be read"))
    }
  }
}
