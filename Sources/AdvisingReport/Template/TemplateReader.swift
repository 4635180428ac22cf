import ReportModel

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

  /// The language of a template, without its region: `es` of `es-US`; nil where it is not said.
  public static func language(yaml: String) -> String? {
    (try? YAMLReader.tree(yaml: yaml))?["language"]?.text.map(language(ofTag:))
  }

  private static func language(ofTag tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }

  /// - Throws: every problem of the template at once.
  public func read(yaml: String) throws(TemplateProblems) -> ReportTemplate {
    let root: YAMLTree
    do { root = try YAMLReader.tree(yaml: yaml) } catch { throw TemplateProblems(problems: [error]) }
    var check = YAMLCheck(root: root)
    let language = check.text("language")
    let branding = check.branding()
    // A region has the words of its language: `es-MX` those of `es-US`.
    let ofLanguage = standard.flatMap {
      Self.language(ofTag: language) == Self.language(ofTag: $0.language) ? $0 : nil
    }
    let sections = root["sections"] == nil ? ofLanguage?.sections ?? check.sections() : check.sections()
    let style = root["style"] == nil ? ofLanguage?.style ?? check.style() : check.style()
    let wording = check.wording(standard: standard?.wording, isOfItsLanguage: ofLanguage != nil)
    let parts = check.parts()
    let showsWhatIf = check.flag("what_if")
    let isForScreen = check.flag("screen", default: false)
    let paper = check.paper() ?? Paper(language: language)
    check.refuseUnknownKeys(allowed: [
      "language", "paper", "branding", "parts", "sections", "what_if", "screen", "style", "wording",
    ])
    guard check.problems.isEmpty, let style else { throw TemplateProblems(problems: check.problems) }
    return ReportTemplate(
      language: language, parts: parts, sections: sections, showsWhatIf: showsWhatIf,
      isForScreen: isForScreen, paper: paper,
      branding: branding.branding, logoFile: branding.logoFile,
      style: style, wording: wording)
  }
}
