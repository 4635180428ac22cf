import Advising
import Calculation
import CareerData
import ReportModel

/// Makes the report on the clients whose advice changes with a new dataset: the people an advisor should call.
public struct AffectedReportBuilder: Sendable {
  /// The name of its files.
  public static let name = "affected"

  private static let provenance = Provenance.counted([])

  private let frame: CaseloadReportFrame
  private let formatter: ValueFormatter
  private var wording: Wording { frame.template.wording }

  /// - Parameter dataset: the new one.
  public init(template: ReportTemplate, dataset: CareerDataset, programVersion: String) {
    frame = CaseloadReportFrame(template: template, dataset: dataset, programVersion: programVersion)
    formatter = ValueFormatter(style: template.style)
  }

  /// - Parameters:
  ///   - changes: of the clients who are affected, in the order of the roster.
  ///   - clients: how many were looked at.
  ///   - versions: of the datasets before and now.
  ///   - isMixed: whether the clients are in several occupations.
  public func report(
    on changes: [ClientChange], clients: Int, versions: (old: String, new: String), isMixed: Bool = false,
    date: CalendarDate
  ) -> Report {
    let count = wording.prose(
      AffectedPhrase.count,
      [
        "affected": Prose(quantity(Double(changes.count), .count)),
        "clients": Prose(quantity(Double(clients), .count)),
      ])
    let versionWords = wording.prose(
      AffectedPhrase.versions, ["old": Prose(versions.old), "new": Prose(versions.new)])
    let blocks: [Block] =
      [.paragraph(count), .paragraph(versionWords)]
      + (changes.isEmpty ? [] : [.table(table(changes))])
      + [.callout(title: wording.prose(PositionPhrase.notes), items: [wording.prose(AffectedPhrase.note)])]
    return frame.report(
      Self.name, title: isMixed ? AffectedPhrase.titleMixed : .title, date: date,
      sections: [
        CaseloadSection(
          section: Section(
            id: Self.name, title: wording.text(AffectedPhrase.section),
            shortTitle: wording.text(AffectedPhrase.sheet), blocks: blocks), figures: figures(changes))
      ])
  }

  private func quantity(_ amount: Double, _ unit: Unit, isDifference: Bool = false) -> Quantity {
    Quantity(amount, unit, Self.provenance, isDifference: isDifference)
  }

  // MARK: - Table

  private func table(_ clients: [ClientChange]) -> Table {
    let rows = clients.flatMap { client in
      client.changes.enumerated().map { index, change in
        let words = self.words(change)
        return Row(
          id: "\(client.clientID)-\(index)",
          cells: [.text(client.clientID), .text(words.title), words.old, words.new])
      }
    }
    return Table(
      id: "affected", title: wording.prose(AffectedPhrase.section),
      columns: [
        Column(id: "client", header: wording.text(CaseloadPhrase.client), role: .stub),
        Column(id: "change", header: wording.text(AffectedPhrase.change), role: .word),
        Column(id: "before", header: wording.text(AffectedPhrase.before), role: .word),
        Column(id: "after", header: wording.text(AffectedPhrase.after), role: .word),
      ], groups: [RowGroup(rows: rows)])
  }

  private func words(_ change: AdviceChange) -> (title: String, old: Value, new: Value) {
    switch change {
    case .bestOption(let options, let old, let new, let rank):
      let phrase: AffectedPhrase = options == .settings ? .bestSetting : .bestSpecialization
      let now = rank.map {
        wording.prose(AffectedPhrase.rankNow, ["item": Prose(old), "rank": Prose(String($0))])
      }
      let after = [Prose(new), now].compactMap(\.self)
      return (
        wording.text(phrase), .text(old), .text(formatter.text(Prose.joined(after, separator: "; ")))
      )
    case .percentile(let area, let old, let new):
      return (
        formatter.text(wording.prose(AffectedPhrase.percentile, ["area": Prose(area)])),
        place(old), place(new)
      )
    case .gapToNextRung(let rung, let old, let new):
      return (
        formatter.text(wording.prose(AffectedPhrase.gap, ["rung": Prose(rung)])),
        .quantity(quantity(old, .dollarsPerYear, isDifference: true)),
        .quantity(quantity(new, .dollarsPerYear, isDifference: true))
      )
    case .nextRung(let old, let new):
      return (wording.text(AffectedPhrase.nextRung), text(old), text(new))
    case .sources(let old, let new):
      return (
        wording.text(AffectedPhrase.source), text(old.joined(separator: "; ")),
        text(new.joined(separator: "; "))
      )
    }
  }

  private func place(_ placement: WageDistribution.Placement) -> Value {
    func percentile(_ number: Double) -> Quantity { quantity(number, .percentile) }
    return switch placement {
    case .at(let number): .quantity(percentile(number))
    case .below(let number): .bounded(.below, percentile(number))
    case .above(let number): .bounded(.above, percentile(number))
    case .between(let low, let high): .range(low: percentile(low), high: percentile(high), isOpen: false)
    }
  }

  private func text(_ text: String?) -> Value { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .missing }

  // MARK: - Figures

  private func figures(_ clients: [ClientChange]) -> [Figure] {
    clients.flatMap { client in
      client.changes.flatMap { change -> [Figure] in
        switch change {
        case .percentile(let area, let old, let new):
          [
            figure(client, area, "percentile_before", old.percentiles),
            figure(client, area, "percentile_after", new.percentiles),
          ]
        case .gapToNextRung(let rung, let old, let new):
          [
            figure(client, rung, "gap_to_next_rung_before", .dollarsPerYear, old),
            figure(client, rung, "gap_to_next_rung_after", .dollarsPerYear, new),
          ]
        case .bestOption(let options, _, let new, let rank):
          [figure(client, new, "rank_of_former_best_\(options.rawValue)", .count, rank.map(Double.init))]
        case .nextRung(_, let new): [figure(client, new ?? "", "next_rung", .count, nil)]
        case .sources(_, let new): [figure(client, new.joined(separator: "; "), "source", .count, nil)]
        }
      }
    }
  }

  private func figure(
    _ client: ClientChange, _ item: String, _ measure: String, _ percentiles: ClosedRange<Double>
  ) -> Figure {
    let isKnown = percentiles.lowerBound == percentiles.upperBound
    return Figure(
      itemID: client.clientID, item: item, measure: measure, unit: .percentile,
      low: isKnown ? nil : percentiles.lowerBound, value: isKnown ? percentiles.lowerBound : nil,
      high: isKnown ? nil : percentiles.upperBound, provenance: Self.provenance)
  }

  private func figure(
    _ client: ClientChange, _ item: String, _ measure: String, _ unit: Unit, _ value: Double?
  ) -> Figure {
    Figure(
      itemID: client.clientID, item: item, measure: measure, unit: unit, value: value,
      provenance: Self.provenance)
  }
}

/// The words of the report on clients whose advice changes.
enum AffectedPhrase: String, PhraseKey {
  static let group = "affected"
  case titleMixed = "title_mixed"
  case title, section, sheet, count, versions, change, before, after, percentile, gap, source, note
  case bestSetting = "best_setting"
  case bestSpecialization = "best_specialization"
  case rankNow = "rank_now"
  case nextRung = "next_rung"
}
