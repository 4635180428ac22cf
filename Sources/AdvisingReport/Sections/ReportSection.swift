import ReportModel

/// A section of the advising report: its file declares its id, its words and what it says. ``ReportSections`` lists it,
/// and the template gives it a title and a place.
protocol ReportSection: Sendable {
  /// The section's own words. Their group in the template is the id of the section.
  associatedtype Words: PhraseKey

  init(_ context: SectionContext)

  /// Nil when the section has nothing to say to this client.
  var content: SectionContent? { get }
}

extension ReportSection {
  /// The section's name in the template, and the word in the `section` column of the CSV.
  static var id: String { Words.group }
  static var words: any PhraseKey.Type { Words.self }
}

/// What a section holds, without its titles.
struct SectionContent {
  /// The rows of the CSV, in its order.
  var figures: [Figure] = []
  /// What of it a client reads; nil where it is only to look up.
  var choice: Choice?
  /// All of it, for the appendix; pictures stand in the choice.
  var blocks: [Block] = []
}

/// The sections that a template can order.
enum ReportSections {
  static let all: [any ReportSection.Type] = [
    SummarySection.self,
    PositionSection.self,
    SettingsSection.self,
    SpecializationsSection.self,
    CredentialsSection.self,
    LadderSection.self,
    CertificationPlanSection.self,
    EmployersSection.self,
    OutlookSection.self,
    TrainingSection.self,
    StartSection.self,
    SourcesSection.self,
  ]

  static let ids = all.map { $0.id }

  static func section(_ id: String) -> (any ReportSection.Type)? { all.first { $0.id == id } }
}
