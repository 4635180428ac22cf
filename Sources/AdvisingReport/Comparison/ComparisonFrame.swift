import Advising
import CareerData
import ReportModel

/// What a comparison has around its picture and its tables.
struct ComparisonFrame {
  let template: ReportTemplate
  let profile: ClientProfile
  let date: CalendarDate
  /// Of what the figures come from; stands at the foot.
  let identity: CareerDataset.Identity
  let programVersion: String
  private var wording: Wording { template.wording }
  var formatter: ValueFormatter { ValueFormatter(style: template.style) }

  var origin: ReportOrigin {
    ReportOrigin(
      datasetName: identity.name, datasetVersion: identity.version, contentHash: identity.contentHash,
      programVersion: programVersion)
  }

  /// The one page.
  ///
  /// - Parameters:
  ///   - smallPrint: stands before the sources.
  ///   - sources: those that figures rest on.
  func section(
    _ id: String, title: String, blocks: [Block?], smallPrint: [Prose], sources: [Source]
  ) -> Section {
    let names = sources.map { source in
      Prose([.value(.source(source.id)), .text(" \(source.publisher), \(source.period)")])
    }
    let branding = template.branding
    let print =
      smallPrint + [
        wording.prose(ComparisonPhrase.sources, ["sources": Prose.joined(names, separator: "; ")]),
        Prose(branding.disclaimer),
        Prose([branding.organization, branding.contact].filter { !$0.isEmpty }.joined(separator: ", ")),
      ]
    let shown = blocks.compactMap(\.self).map { $0.finished(wording) }.filter { !$0.isEmpty }
      .map(\.withSourceNumbers)
    return Section(
      id: id, part: .pageOne, title: title, shortTitle: wording.text(ComparisonPhrase.sheet),
      blocks: shown + [.smallPrint(print.filter { !$0.isEmpty })])
  }

  func report(
    section: Section, sources: [Source], subject: String, keywords: String,
    figures: [FigureGroup], whatIf: WhatIf? = nil
  ) -> Report {
    let footer = wording.prose(
      ReportPhrase.footer,
      [
        "dataset": Prose(identity.title), "dataset_version": Prose(identity.version),
        "program_version": Prose(programVersion),
      ])
    let title = section.title
    return Report(
      clientID: profile.id, fileName: "\(profile.id).compare", clientName: profile.name,
      reportDate: ReportDate(date), language: template.language, title: title, subtitle: subtitle,
      heading: heading, footer: footer, sections: [section], figures: figures, whatIf: whatIf,
      sources: sources.map(SourceNote.init),
      properties: DocumentProperties(
        title: title, subject: subject, author: profile.advisor ?? "",
        organization: template.branding.organization, keywords: keywords,
        comments: formatter.text(footer)),
      style: template.style, branding: template.branding, origin: origin)
  }

  private var subtitle: Prose {
    let makers = [profile.advisor ?? "", template.branding.organization].filter { !$0.isEmpty }
    return wording.prose(
      makers.isEmpty ? ComparisonPhrase.subtitle : .subtitleAdvisor,
      [
        "client": Prose(profile.name ?? profile.id), "advisor": Prose(makers.joined(separator: ", ")),
        "date": Prose(.date(ReportDate(date))),
      ])
  }

  private var heading: [Fact] {
    let lines: [(ReportPhrase, String?)] = [
      (.client, profile.name ?? profile.id), (.advisor, profile.advisor),
      (.organization, template.branding.organization), (.contact, template.branding.contact),
    ]
    return lines.compactMap { key, text in
      text.flatMap { $0.isEmpty ? nil : Fact(label: wording.text(key), value: .text($0)) }
    } + [Fact(label: wording.text(ReportPhrase.date), value: .date(ReportDate(date)))]
  }
}
