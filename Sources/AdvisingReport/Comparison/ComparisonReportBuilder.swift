import Advising
import CareerData
import ReportModel

/// Makes the report that sets occupations beside each other for one client: one page with a picture, three sentences and
/// what they rest on.
///
/// ```swift
/// let report = ComparisonReportBuilder(template: template, programVersion: "0.1.0").report(on: comparison, places: places)
/// ```
public struct ComparisonReportBuilder: Sendable {
  private let template: ReportTemplate
  private let programVersion: String

  public init(template: ReportTemplate, programVersion: String) {
    self.template = template
    self.programVersion = programVersion
  }

  /// The word in the `section` column of the CSV.
  public static let sectionID = "compare"

  /// - Parameters:
  ///   - places: where the report says how far pay goes, at most ``OccupationComparison/mostPlaces``.
  ///   - catalogue: where the figures come from; stands at the foot.
  public func report(
    on comparison: OccupationComparison, places: [Area], catalogue: CareerDataset.Identity
  ) -> Report {
    let frame = ComparisonFrame(
      template: template, profile: comparison.profile, date: comparison.reportDate, identity: catalogue,
      programVersion: programVersion)
    let compared = ComparisonContext(comparison, places: places, template: template, origin: frame.origin)
    return frame.report(
      section: section(compared, frame),
      sources: compared.sources, subject: compared.columns.map(\.title).joined(separator: ", "),
      keywords: compared.columns.map(\.occupation.occupation.socCode).joined(separator: ", "),
      figures: figures(compared),
      whatIf: template.showsWhatIf ? ComparisonWhatIf(compared: compared)?.whatIf : nil)
  }

  private func section(_ compared: ComparisonContext, _ frame: ComparisonFrame) -> Section {
    let wording = template.wording
    let tables = ComparisonTables(compared: compared)
    return frame.section(
      Self.sectionID, title: wording.text(ComparisonPhrase.title),
      blocks: [
        ComparisonChart(compared: compared).chart.map(Block.chart),
        .passage(
          title: wording.prose(ComparisonPhrase.meaning),
          paragraphs: ComparisonSentences(compared: compared).all),
        .table(tables.pay), .table(tables.entry), .table(tables.jobs),
      ],
      smallPrint: [ComparisonPhrase.chartNote, .lengths, .earningsNote].map { wording.prose($0) },
      sources: compared.sources)
  }

  private func figures(_ compared: ComparisonContext) -> [FigureGroup] {
    compared.columns.map { column in
      FigureGroup(
        sectionID: Self.sectionID, title: column.title, figures: column.figures.all,
        occupation: column.occupation.occupation.socCode)
    }
  }
}
