import ReportModel

/// The order, the wording and the looks of a report: what an advisor may edit without a programmer.
public struct ReportTemplate: Sendable, Equatable {
  /// A section that the report shows.
  public struct SectionTitle: Sendable, Equatable {
    public let id: String
    public let title: String
    /// At most 31 characters, for a sheet.
    public let shortTitle: String
    public let showsCharts: Bool
  }

  /// How far a report goes into its subject.
  public enum Part: String, Sendable, CaseIterable {
    case pageOne = "page_one"
    case choices
    case appendix
  }

  /// A BCP 47 language tag.
  public let language: String
  /// Those that the report has; they stand in the order of ``Part``.
  public var parts: Set<Part>
  /// In the order of the appendix, and of choices that bear alike; a section that is not listed is left out.
  public let sections: [SectionTitle]
  /// Whether formats that can show assumptions to change do so.
  public let showsWhatIf: Bool
  /// Whether the template is for a screen alone, and has no formats for paper.
  public let isForScreen: Bool
  /// What a report is printed on.
  public var paper: Paper
  /// The logo is nil until ``logoFile`` was read.
  public internal(set) var branding: Branding
  /// The name of a PNG file in the template's folder.
  public let logoFile: String?
  public let style: ValueStyle
  public let wording: Wording

  func showsCharts(_ section: String) -> Bool { sections.first { $0.id == section }?.showsCharts ?? true }

  /// The template with the picture of its ``logoFile``.
  ///
  /// - Parameter bytes: nil when there is no such file.
  /// - Throws: one problem when there is no file, or when it is no PNG picture of a fitting size.
  public func withLogo(_ bytes: [UInt8]?) throws(TemplateProblems) -> ReportTemplate {
    func problem(_ reason: TemplateProblem.Reason) -> TemplateProblems {
      TemplateProblems(problems: [TemplateProblem(path: "branding.logo", line: nil, reason: reason)])
    }
    guard let bytes else { throw problem(.missingFile(logoFile ?? "")) }
    var copy = self
    do { copy.branding.logo = try PNGImage(bytes: bytes) } catch { throw problem(.badPicture(error)) }
    return copy
  }

  /// The ids of the sections of every kind of report, which a page may place by hand.
  public static let everySectionID: [String] =
    ReportSections.ids + CaseloadSections.ids + [AffectedReportBuilder.name]

  /// The name of the template's own file in its folder.
  public static let fileName = "template.yaml"
}
