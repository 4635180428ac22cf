import Advising
import Calculation
import CareerData
import ReportModel

/// What is published of pay by number of credentials.
struct CredentialsSection: ReportSection {
  typealias Words = CredentialsPhrase

  private let context: SectionContext
  /// One for each group of the comparison.
  private let pay: [PublishedPay]
  private let bound: Figure?
  private var advice: Advice { context.advice }
  private var comparison: CredentialComparison { advice.credentials }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) {
    self.context = context
    let comparison = context.advice.credentials
    pay = comparison.groups.map { group in
      context.published(
        group.pay, id: group.id, title: Self.title(group.id, context.wording),
        note: Prose(group.pay.figure.detail))
    }
    bound = comparison.upperBoundForOne.map { Self.bound($0, context) }
  }

  /// Nil when no group is published.
  var content: SectionContent? {
    guard !comparison.groups.isEmpty else { return nil }
    return SectionContent(
      figures: figures,
      choice: Choice(
        bearing: .none, picture: chart,
        table: table.forChoice(columns: ["mark", "pay", "difference", "source"]),
        sentences: [wording.prose(CredentialsPhrase.association)]), blocks: blocks)
  }

  // MARK: - Figures

  private var figures: [Figure] {
    pay.flatMap { pay -> [Figure] in
      let figures = [pay.figure] + context.nationalDifference(pay)
      return pay.figure.itemID == CredentialGroup.anyID ? figures + [bound].compactMap(\.self) : figures
    } + comparison.premiums.map(premiumFigure)
  }

  /// Exactly one credential: only an upper bound follows from what is published.
  private static func bound(_ record: PayFigure, _ context: SectionContext) -> Figure {
    Figure(
      itemID: CredentialGroup.one.rawValue, item: title(CredentialGroup.one.rawValue, context.wording),
      measure: "pay", statistic: record.statistic.rawValue, unit: .dollarsPerYear,
      high: record.value.map(record.annual), provenance: .counted([context.citation(record)]),
      note: context.wording.prose(CredentialsPhrase.oneNote))
  }

  private func premiumFigure(_ premium: CredentialComparison.Premium) -> Figure {
    Figure(
      itemID: premium.groupID, item: title(premium.groupID),
      measure: "premium_over_\(premium.overGroupID)", statistic: "ratio", unit: .percent,
      value: premium.percent, provenance: context.provenance(of: premium),
      note: premium.disagreement.map(disagreement) ?? "")
  }

  private func disagreement(_ disagreement: Disagreement) -> Prose {
    guard let published = disagreement.publishedValue else { return Prose(disagreement.explanation) }
    let citation = Citation(
      sourceID: disagreement.sourceID, statistic: disagreement.measure, population: "",
      period: context.dataset.source(disagreement.sourceID)?.period ?? "")
    return wording.prose(
      CredentialsPhrase.publishedPremium,
      ["percent": Prose(Quantity(published, .percent, .published(citation)))])
  }

  // MARK: - Blocks

  private var blocks: [Block] {
    var blocks: [Block] = []
    let sentences = standing
    if !sentences.isEmpty {
      blocks.append(.list(title: wording.prose(CredentialsPhrase.standing), items: sentences))
    }
    blocks.append(.table(table))
    blocks.append(
      .list(title: wording.prose(CredentialsPhrase.premiums), items: comparison.premiums.map(premium)))
    blocks.append(.callout(title: wording.prose(PositionPhrase.notes), items: notes))
    return blocks
  }

  /// What the client holds and how it counts.
  private var standing: [Prose] {
    guard let held = comparison.held else { return [] }
    var sentences = [
      held.counted.isEmpty
        ? wording.prose(CredentialsPhrase.holdsNone)
        : wording.prose(
          CredentialsPhrase.holds,
          [
            "credentials": Prose(held.counted.map(\.id).joined(separator: ", ")),
            "group": Prose(title(held.group.rawValue)),
          ])
    ]
    sentences += held.early.map { early in
      wording.prose(
        CredentialsPhrase.early,
        ["credential": Prose(early.id), "becomes": Prose(early.becomesID ?? "")])
    }
    return sentences
  }

  private func title(_ id: String) -> String { Self.title(id, wording) }

  private static func title(_ id: String, _ wording: Wording) -> String {
    switch id {
    case CredentialGroup.none.rawValue: wording.text(CredentialsPhrase.none)
    case CredentialGroup.anyID: wording.text(CredentialsPhrase.any)
    case CredentialGroup.one.rawValue: wording.text(CredentialsPhrase.one)
    case CredentialGroup.two.rawValue: wording.text(CredentialsPhrase.two)
    default: wording.text(CredentialsPhrase.threeOrMore)
    }
  }

  private func mark(_ group: CredentialComparison.Group) -> ItemMark {
    ItemMark(isPresent: group.isPresent, isTarget: group.isNext)
  }

  private var rows: [PayRow] {
    zip(comparison.groups, pay).map { group, pay in
      let mark = mark(group)
      let overNone = comparison.premiums.first {
        $0.groupID == group.id && $0.overGroupID == CredentialGroup.none.rawValue
      }
      return PayRow(
        id: group.id, title: pay.figure.item, mark: context.mark(mark, present: .held, target: .next),
        emphasis: mark.emphasis, pay: pay,
        details: [overNone.map { .quantity(quantity($0)) } ?? .missing])
    }
  }

  /// The groups in the order of their number, with the bound for one after any: not sorted by pay, since none,
  /// any, one, two, three is the order people look for.
  private var table: Table {
    let payTable = PayTable(
      context: context, id: "credentials-pay", title: wording.prose(CredentialsPhrase.tableTitle),
      stubHeader: wording.text(CredentialsPhrase.held),
      detailColumns: [
        Column(id: "over_none", header: wording.text(CredentialsPhrase.overNone), role: .figure)
      ])
    var rows = self.rows.map(payTable.row)
    if let bound = bound.map(row), let index = rows.firstIndex(where: { $0.id == CredentialGroup.anyID }) {
      rows.insert(bound, at: index + 1)
    }
    let basis = comparison.groups.first.map { context.basisTitle($0.pay.figure) } ?? ""
    let label = comparison.groups.first.map { context.basisLabel($0.pay.figure) } ?? ""
    return Table(
      id: payTable.id, title: payTable.title, columns: payTable.columns,
      groups: [RowGroup(title: basis, label: label, rows: rows)],
      groupHeading: wording.text(ColumnPhrase.basis),
      notes: [wording.prose(BasisPhrase.mixed)])
  }

  private func row(_ bound: Figure) -> Row {
    let mark = ItemMark(
      isPresent: comparison.held?.group == .one, isTarget: comparison.held?.group == CredentialGroup.none)
    return Row(
      id: bound.itemID,
      cells: [
        .text(bound.item), context.mark(mark, present: .held, target: .next), bound.shown(),
        hourlyBound(bound), .missing, .missing, .missing,
        bound.provenance.sourceIDs.first.map(Value.source) ?? .missing, .missing,
      ], emphasis: mark.emphasis)
  }

  private func hourlyBound(_ bound: Figure) -> Value {
    bound.high.map {
      .bounded(.below, Quantity(Rule.hourlyOfAnnual.number($0), .dollarsPerHour, bound.provenance))
    } ?? .missing
  }

  private var chart: Chart? {
    PayChart(
      context: context, id: "credentials", categoryAxis: .credentials,
      subject: wording.prose(CredentialsPhrase.chartSubject)
    ).bars([(title: rows.first.map { context.plainBasis($0.pay.record) } ?? "", rows: rows)])
  }

  private func quantity(_ premium: CredentialComparison.Premium) -> Quantity {
    Quantity(
      premium.percent, .percent, context.provenance(of: premium), isDifference: true)
  }

  private func premium(_ premium: CredentialComparison.Premium) -> Prose {
    let sentence = wording.prose(
      CredentialsPhrase.premium,
      [
        "group": Prose(title(premium.groupID)), "over": Prose(title(premium.overGroupID)),
        "percent": Prose(quantity(premium)),
      ])
    guard let disagreement = premium.disagreement else { return sentence }
    return Prose.joined([sentence, self.disagreement(disagreement)], separator: " ")
  }

  private var notes: [Prose] {
    var notes = [wording.prose(CredentialsPhrase.association)]
    if comparison.upperBoundForOne != nil { notes.append(wording.prose(CredentialsPhrase.oneNote)) }
    return notes
  }
}

enum CredentialsPhrase: String, PhraseKey {
  static let group = "credentials"
  case tableTitle = "table_title"
  case chartSubject = "chart_subject"
  case standing, held, none, any, one, two
  case threeOrMore = "three_or_more"
  case holds
  case holdsNone = "holds_none"
  case early, premiums, premium
  case overNone = "over_none"
  case publishedPremium = "published_premium"
  case oneNote = "one_note"
  case association
}
