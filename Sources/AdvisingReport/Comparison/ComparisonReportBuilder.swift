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
    let origin = ReportOrigin(
      datasetName: catalogue.name, datasetVersion: catalogue.version, contentHash: catalogue.contentHash,
      programVersion: programVersion)
    let compared = ComparisonContext(comparison, places: places, template: template, origin: origin)
    let wording = template.wording
    let title = wording.text(ComparisonPhrase.title)
    let footer = wording.prose(
      ReportPhrase.footer,
      [
        "dataset": Prose(catalogue.title), "dataset_version": Prose(catalogue.version),
        "program_version": Prose(programVersion),
      ])
    let profile = comparison.profile
    return Report(
      clientID: profile.id, fileName: "\(profile.id).compare", clientName: profile.name,
      reportDate: ReportDate(comparison.reportDate), language: template.language, title: title,
      subtitle: subtitle(comparison), heading: heading(comparison), footer: footer,
      sections: [section(compared)], figures: figures(compared),
      whatIf: template.showsWhatIf ? ComparisonWhatIf(compared: compared)?.whatIf : nil,
      sources: compared.sources.map(SourceNote.init),
      properties: DocumentProperties(
        title: title, subject: compared.columns.map(\.title).joined(separator: ", "),
        author: profile.advisor ?? "", organization: template.branding.organization,
        keywords: compared.columns.map(\.occupation.occupation.socCode).joined(separator: ", "),
        comments: compared.formatter.text(footer)),
      style: template.style, branding: template.branding, origin: origin)
  }

  private func section(_ compared: ComparisonContext) -> Section {
    let tables = ComparisonTables(compared: compared)
    let blocks: [Block?] = [
      ComparisonChart(compared: compared).chart.map(Block.chart),
      .passage(
        title: template.wording.prose(ComparisonPhrase.meaning),
        paragraphs: ComparisonSentences(compared: compared).all),
      .table(tables.pay), .table(tables.entry), .table(tables.jobs),
    ]
    let shown = blocks.compactMap(\.self).map { $0.finished(template.wording) }.filter { !$0.isEmpty }
      .map(\.withSourceNumbers)
    return Section(
      id: Self.sectionID, part: .pageOne, title: template.wording.text(ComparisonPhrase.title),
      shortTitle: template.wording.text(ComparisonPhrase.sheet),
      blocks: shown + [.smallPrint(smallPrint(compared))])
  }

  /// Where the figures come from, and what they are not.
  private func smallPrint(_ compared: ComparisonContext) -> [Prose] {
    let used = compared.columns.flatMap(\.figures.all).flatMap(\.provenance.sourceIDs)
    let names = compared.sources.filter { used.contains($0.id) }.map { source in
      Prose([.value(.source(source.id)), .text(" \(source.publisher), \(source.period)")])
    }
    let branding = template.branding
    return [
      template.wording.prose(ComparisonPhrase.chartNote),
      template.wording.prose(ComparisonPhrase.lengths),
      template.wording.prose(ComparisonPhrase.earningsNote),
      template.wording.prose(ComparisonPhrase.sources, ["sources": Prose.joined(names, separator: "; ")]),
      Prose(branding.disclaimer),
      Prose([branding.organization, branding.contact].filter { !$0.isEmpty }.joined(separator: ", ")),
    ].filter { !$0.isEmpty }
  }

  private func figures(_ compared: ComparisonContext) -> [FigureGroup] {
    compared.columns.map { column in
      FigureGroup(
        sectionID: Self.sectionID, title: column.title, figures: column.figures.all,
        occupation: column.occupation.occupation.socCode)
    }
  }

  private func subtitle(_ comparison: OccupationComparison) -> Prose {
    let profile = comparison.profile
    let makers = [profile.advisor ?? "", template.branding.organization].filter { !$0.isEmpty }
    return template.wording.prose(
      makers.isEmpty ? ComparisonPhrase.subtitle : .subtitleAdvisor,
      [
        "client": Prose(profile.name ?? profile.id), "advisor": Prose(makers.joined(separator: ", ")),
        "date": Prose(.date(ReportDate(comparison.reportDate))),
      ])
  }

  private func heading(_ comparison: OccupationComparison) -> [Fact] {
    let profile = comparison.profile
    let lines: [(ReportPhrase, String?)] = [
      (.client, profile.name ?? profile.id), (.advisor, profile.advisor),
      (.organization, template.branding.organization), (.contact, template.branding.contact),
    ]
    return lines.compactMap { key, text in
      text.flatMap { $0.isEmpty ? nil : Fact(label: template.wording.text(key), value: .text($0)) }
    } + [
      Fact(
        label: template.wording.text(ReportPhrase.date), value: .date(ReportDate(comparison.reportDate)))
    ]
  }
}
