import Advising
import Calculation
import CareerData
import ReportModel

/// The career ladder, the client's rung and what the next one asks for.
struct LadderSection: ReportSection {
  typealias Words = LadderPhrase

  private let context: SectionContext
  /// One for each rung of the ladder.
  private let items: [ItemFigures]
  private var advice: Advice { context.advice }
  private var ladder: CareerLadder { advice.ladder }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) {
    self.context = context
    items = context.advice.ladder.rungs.map { context.figures(of: $0.comparison) }
  }

  /// Nil when the dataset has no rungs.
  var content: SectionContent? {
    guard !ladder.rungs.isEmpty else { return nil }
    return SectionContent(figures: figures, choice: choice, blocks: blocks)
  }

  private var figures: [Figure] {
    zip(ladder.rungs, items).flatMap { rung, item -> [Figure] in
      var figures = item.all
      if let pay = ladder.rungPay, pay.rung == rung.rung { figures.append(rungPayFigure(pay)) }
      if let next = ladder.next, next.rung == rung.rung, let years = context.yearsMissing(next) {
        figures.append(
          Figure(
            itemID: rung.rung.id, item: rung.rung.title, measure: "experience_gap_years", unit: .years,
            years, note: NextRungWords(context).missing(next)))
      }
      return figures
    }
  }

  /// How far full-time pay lies outside the range of the client's rung.
  private func rungPayFigure(_ pay: CareerLadder.RungPay) -> Figure {
    let isBelow = pay.side == .below
    let end = isBelow ? pay.range.figure.low : pay.range.figure.high
    let calculation = end.flatMap { end in
      context.fullTimePay.map {
        AppliedRule(.difference, $0, context.annualOperand(end, pay.range.figure))
      }
    }
    return Figure(
      itemID: pay.rung.id, item: pay.rung.title, measure: isBelow ? "pay_below_rung" : "pay_above_rung",
      statistic: pay.range.figure.statistic.rawValue, unit: .dollarsPerYear,
      value: calculation?.value.exact, provenance: calculation.map(Provenance.calculated) ?? .counted([]),
      note: KeyFindingWords(context).sentence(.rungPay(pay)))
  }

  // MARK: - In short

  /// Page one says what the next rung asks for.
  private var choice: Choice {
    Choice(
      bearing: ladder.next != nil || advice.status != .inField
        ? .nextStep : ladder.standing.rung == nil ? .none : .present,
      picture: chart, table: ranges.choice(rangeRows))
  }

  // MARK: - Blocks

  private var blocks: [Block] {
    var blocks: [Block] = [.list(title: wording.prose(LadderPhrase.standing), items: standing)]
    if let table = ranges.table(rangeRows) { blocks.append(.table(table)) }
    if let table = payTable { blocks.append(.table(table)) }
    blocks.append(.table(requirements))
    blocks.append(.callout(title: wording.prose(PositionPhrase.notes), items: notes))
    return blocks
  }

  private var standing: [Prose] {
    var sentences: [Prose]
    switch ladder.standing {
    case .stated(let rung): sentences = [wording.prose(LadderPhrase.stated, ["rung": Prose(rung.title)])]
    case .inferred(let rung):
      sentences = [wording.prose(LadderPhrase.inferred, ["rung": Prose(rung.title)])]
    case .none: sentences = [wording.prose(LadderPhrase.none)]
    case .unknown: sentences = [wording.prose(LadderPhrase.unknown)]
    case .notInField:
      sentences = advice.status == .unknown ? [] : [wording.prose(LadderPhrase.notInField)]
    }
    if let pay = ladder.rungPay { sentences.append(KeyFindingWords(context).sentence(.rungPay(pay))) }
    if let next = ladder.next, let rung = ladder.rungs.first(where: { $0.rung == next.rung }) {
      sentences.append(NextRungWords(context).sentence(next, rung.comparison))
    } else if ladder.standing.rung != nil {
      sentences.append(wording.prose(LadderPhrase.highest))
    }
    return sentences
  }

  private func mark(_ item: ItemComparison) -> Value {
    if case .inferred = ladder.standing, item.mark.isPresent {
      return .text(wording.text(MarkPhrase.presentInferred))
    }
    return context.mark(item.mark, target: .next)
  }

  private var rangeRows: [RangeRow] {
    items.flatMap { item in
      item.ranges.map {
        RangeRow(
          id: item.id, title: item.title, mark: mark(item.item), emphasis: item.mark.emphasis, range: $0)
      }
    }
  }

  private var ranges: RangeTable {
    RangeTable(
      context: context, id: "ladder-ranges", title: wording.prose(LadderPhrase.rangeTitle),
      stubHeader: wording.text(LadderPhrase.rung))
  }

  private var payTable: Table? {
    PayTable(
      context: context, id: "ladder-pay", title: wording.prose(LadderPhrase.payTitle),
      stubHeader: wording.text(LadderPhrase.rung),
      detailColumns: [Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail)]
    ).table(payRows)
  }

  private var payRows: [PayRow] {
    items.compactMap { item in
      item.pay.map {
        PayRow(
          id: item.id, title: item.title, mark: mark(item.item), emphasis: item.mark.emphasis, pay: $0,
          details: [$0.record.note.isEmpty ? .missing : .text($0.record.note)])
      }
    }
  }

  private var chart: Chart? {
    PayChart(
      context: context, id: "ladder", categoryAxis: .rungs,
      subject: wording.prose(LadderPhrase.rangeTitle)
    ).ranges(
      items.map { item in
        (ranges: rangeRows.filter { $0.id == item.id }, pay: payRows.first { $0.id == item.id })
      }, title: chartTitle)
  }

  /// The finding: what the next rung pays.
  private var chartTitle: Prose {
    guard let next = ladder.next,
      let record = items.first(where: { $0.id == next.rung.id })?.ranges.first?.record, let low = record.low
    else { return wording.prose(LadderPhrase.rangeTitle) }
    let pay = Value.range(
      low: context.annual(low, record), high: record.high.map { context.annual($0, record) },
      isOpen: record.isOpenEnded)
    return wording.prose(LadderPhrase.chartTitle, ["rung": Prose(next.rung.title), "pay": Prose(pay)])
  }

  private var requirements: Table {
    let rows = ladder.rungs.map { rung in
      Row(
        id: rung.rung.id,
        cells: [
          .text(rung.rung.title), .text(rung.rung.work), experience(rung.rung),
          credentials(rung, .required), credentials(rung, .typical), .source(rung.rung.sourceID),
          rung.rung.note.isEmpty ? .missing : .text(rung.rung.note),
        ], emphasis: rung.comparison.mark.emphasis)
    }
    return Table(
      id: "ladder-requirements", title: wording.prose(LadderPhrase.requirementsTitle),
      columns: [
        Column(id: "rung", header: wording.text(LadderPhrase.rung), role: .stub),
        Column(id: "work", header: wording.text(LadderPhrase.work), role: .detail),
        Column(id: "experience", header: wording.text(LadderPhrase.experience), role: .detail),
        Column(id: "required", header: wording.text(LadderPhrase.required), role: .detail),
        Column(id: "typical", header: wording.text(LadderPhrase.typical), role: .detail),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
        Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
      ], groups: [RowGroup(rows: rows)])
  }

  private func experience(_ rung: Rung) -> Value {
    var parts = [rung.experienceNote].filter { !$0.isEmpty }
    if parts.isEmpty, let low = rung.experienceLow {
      let range: Prose
      switch rung.experienceHigh {
      case let high?:
        range = wording.prose(
          LadderPhrase.yearsRange, ["low": Prose(Self.number(low)), "high": Prose(Self.number(high))])
      case nil: range = wording.prose(LadderPhrase.yearsFrom, ["low": Prose(Self.number(low))])
      }
      parts = [range.words]
    }
    guard !parts.isEmpty else { return .missing }
    if rung.isExperienceEditorial { parts.append("(\(wording.text(BasisPhrase.editorial)))") }
    return .text(parts.joined(separator: " "))
  }

  static func number(_ years: Double) -> String {
    Int(exactly: years).map(String.init) ?? "\(years)"
  }

  private func credentials(_ rung: CareerLadder.RungComparison, _ need: RungCredential.Need) -> Value {
    let credentials = need == .required ? rung.required : rung.typical
    guard !credentials.isEmpty else { return .missing }
    let editorial = Set(
      context.dataset.records.rungCredentials
        .filter { $0.rungID == rung.rung.id && $0.need == need && $0.isEditorial }.map(\.credentialID))
    let word = wording.text(BasisPhrase.editorial)
    return .text(
      credentials.map { editorial.contains($0.id) ? "\($0.id) (\(word))" : $0.id }.joined(separator: ", "))
  }

  private var notes: [Prose] {
    var notes: [Prose] = []
    if advice.status == .outsideField { notes.append(wording.prose(PositionPhrase.otherField)) }
    notes.append(wording.prose(LadderPhrase.caveat))
    return notes
  }
}

enum LadderPhrase: String, PhraseKey {
  static let group = "ladder"
  case rangeTitle = "range_title"
  case payTitle = "pay_title"
  case chartTitle = "chart_title"
  case requirementsTitle = "requirements_title"
  case standing, stated, inferred, none, unknown
  case notInField = "not_in_field"
  case highest, rung, experience, required, typical, work
  case yearsRange = "years_range"
  case yearsFrom = "years_from"
  case caveat
  case next
  case nextPay = "next_pay"
  case nextGap = "next_gap"
  case missingNothing = "missing_nothing"
  case missing
  case missingYears = "missing_years"
  case missingYearsBecomes = "missing_years_becomes"
  case missingBecomes = "missing_becomes"
  case missingAnyOf = "missing_any_of"
  case unknownCredentials = "unknown_credentials"
  case unknownYears = "unknown_years"
}
