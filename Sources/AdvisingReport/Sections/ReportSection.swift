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
///
/// Its figures are there; what people read of it is made when it is asked for, since no report has all of it: a CSV has
/// neither, and only an appendix has the blocks.
struct SectionContent {
  /// The rows of the CSV, in its order.
  var figures: [Figure]
  private let makeChoice: () -> Choice?
  private let makeBlocks: () -> [Block]

  init(
    figures: [Figure] = [], choice: @autoclosure @escaping () -> Choice? = nil,
    blocks: @autoclosure @escaping () -> [Block] = []
  ) {
    self.figures = figures
    makeChoice = choice
    makeBlocks = blocks
  }

  /// What of it a client reads; nil where it is only to look up.
  var choice: Choice? { makeChoice() }
  /// All of it, for the appendix; pictures stand in the choice.
  var blocks: [Block] { makeBlocks() }
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
