import Advising
import Calculation
import CareerData
import ReportModel

/// Makes the report from the findings: which sections, in which order, in which words.
///
/// ```swift
/// let builder = ReportBuilder(template: template, programVersion: "0.1.0")
/// let report = builder.report(on: Advice(profile: profile, dataset: dataset, reportDate: date))
/// ```
public struct ReportBuilder: Sendable {
  private let template: ReportTemplate
  private let programVersion: String
  private let editions: [DatasetEdition]
  private let areas = AreaTable()

  /// - Parameters:
  ///   - programVersion: stands at the foot of the report and in its section on sources.
  ///   - editions: the datasets that can be had without a file; a report on older wages says so in its section on sources.
  public init(template: ReportTemplate, programVersion: String, editions: [DatasetEdition] = []) {
    self.template = template
    self.programVersion = programVersion
    self.editions = editions
  }

  /// The report, with the parts and the sections of the template that have something to say.
  ///
  /// - Parameters:
  ///   - copy: who is to have it. Every copy has the same figures.
  ///   - shown: what of it is to be made beside the figures; the rest stays empty.
  public func report(
    on advice: Advice, copy: ReportCopy = .client, showing shown: ReportContents = .all
  ) -> Report {
    let origin = origin(advice)
    let formatter = ValueFormatter(style: template.style)
    let context = SectionContext(
      advice: advice, wording: template.wording, origin: origin, formatter: formatter,
      monthNames: template.style.monthNames,
      newerEdition: DatasetEdition.newest(of: editions, than: advice))
    let contents = ReportSections.all.compactMap { section in
      section.init(context).content.map { (id: section.id, content: $0) }
    }
    let figures = contents.map { self.figures($0.content, of: $0.id, advice) }
    let title = template.wording.text(PageOnePhrase.title)
    let footer = footer(advice, copy)
    return Report(
      clientID: advice.profile.id, clientName: advice.profile.name,
      reportDate: ReportDate(advice.reportDate), language: template.language, title: title,
      subtitle: subtitle(advice), heading: heading(advice), footer: footer, copy: copy,
      sections: shown.contains(.sections)
        ? ReportParts(context, template, contents, figures).sections(for: copy) : [],
      figures: figures,
      whatIf: shown.contains(.whatIf) && showsWhatIf(advice)
        ? WhatIfBuilder(context, formatter: formatter, areas: areas).whatIf : nil,
      sources: context.sources.map(SourceNote.init),
      properties: DocumentProperties(
        title: title, subject: advice.dataset.occupation.title, author: advice.profile.advisor ?? "",
        organization: template.branding.organization, keywords: advice.dataset.occupation.socCode,
        comments: formatter.text(footer)),
      style: template.style, branding: template.branding, paper: template.paper,
      origin: origin)
  }

  /// Its assumptions are settings, credentials and rungs of a dataset; the catalogue has none of them.
  private func showsWhatIf(_ advice: Advice) -> Bool {
    template.showsWhatIf && advice.dataset.records.catalogue == nil
  }

  private func figures(_ content: SectionContent, of section: String, _ advice: Advice) -> FigureGroup {
    FigureGroup(
      sectionID: section, title: template.sections.first { $0.id == section }?.title ?? section,
      figures: advice.status == .outsideField ? content.figures.map(markedAsOtherField) : content.figures)
  }

  /// Marks a difference from pay in another field as such.
  private func markedAsOtherField(_ figure: Figure) -> Figure {
    guard figure.comparison != nil || figure.measure == "pay_gap" else { return figure }
    let mark = template.wording.prose(ReportPhrase.againstOtherField)
    var marked = figure
    marked.note = Prose.joined([mark, figure.note].filter { !$0.isEmpty }, separator: "; ")
    return marked
  }

  private func heading(_ advice: Advice) -> [Fact] {
    let wording = template.wording
    let profile = advice.profile
    let lines: [(ReportPhrase, Value?)] = [
      (.client, .text(profile.name ?? profile.id)),
      (.advisor, profile.advisor.map(Value.text)),
      (.organization, Self.text(template.branding.organization)),
      (.contact, Self.text(template.branding.contact)),
      (.date, .date(ReportDate(advice.reportDate))),
      (
        .occupation,
        .text("\(advice.dataset.occupation.title) (SOC \(advice.dataset.occupation.socCode))")
      ),
    ]
    return lines.compactMap { key, value in value.map { Fact(label: wording.text(key), value: $0) } }
  }

  /// The occupation, and for whom and by whom the report was made.
  private func subtitle(_ advice: Advice) -> Prose {
    let profile = advice.profile
    let makers = [profile.advisor ?? "", template.branding.organization].filter { !$0.isEmpty }
    return template.wording.prose(
      makers.isEmpty ? PageOnePhrase.subtitle : .subtitleAdvisor,
      [
        "occupation": Prose(advice.dataset.occupation.commonName).capitalized,
        "client": Prose(profile.name ?? profile.id), "advisor": Prose(makers.joined(separator: ", ")),
        "date": Prose(.date(ReportDate(advice.reportDate))),
      ])
  }

  private static func text(_ text: String) -> Value? { text.isEmpty ? nil : .text(text) }
  private func origin(_ advice: Advice) -> ReportOrigin {
    let identity = advice.dataset.identity
    return ReportOrigin(
      datasetName: identity.name, datasetVersion: identity.version, contentHash: identity.contentHash,
      programVersion: programVersion)
  }

  private func footer(_ advice: Advice, _ copy: ReportCopy) -> Prose {
    let identity = advice.dataset.identity
    return template.wording.prose(
      copy == .advisor ? ReportPhrase.advisorFooter : .footer,
      [
        "dataset": Prose(identity.title), "dataset_version": Prose(identity.version),
        "program_version": Prose(programVersion),
      ])
  }
}

extension ReportDate {
  init(_ date: CalendarDate) { self.init(year: date.year, month: date.month, day: date.day) }
}

extension SourceNote {
  init(_ source: Source) {
    self.init(
      id: source.id, publisher: source.publisher, title: source.title, period: source.period,
      note: source.note, link: source.link)
  }
}

enum ReportPhrase: String, PhraseKey {
  static let group = "report"
  case advisorFooter = "advisor_footer"
  case client, advisor, organization, contact, date, occupation, footer
  case againstOtherField = "against_other_field"
}
