import Advising
import Calculation
import CareerData
import ReportModel

/// Where the client stands in the wage distribution of the nation, the state and the area.
struct PositionSection: ReportSection {
  typealias Words = PositionPhrase

  let context: SectionContext
  var advice: Advice { context.advice }
  var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// Nil when nothing is published for any of the places.
  var content: SectionContent? {
    let positions = everyPosition.filter { !$0.isEmpty }
    guard !positions.isEmpty else { return nil }
    return SectionContent(
      figures: positions.flatMap(figures) + informationFigures, choice: choice(positions),
      blocks: blocks(positions))
  }

  var everyPosition: [Position] {
    [advice.national, advice.state, advice.area].compactMap { $0 }
  }

  // MARK: - Figures

  private func figures(_ position: Position) -> [Figure] {
    let wages = self.wages(position)
    var figures = [wages.benchmark?.figure].compactMap(\.self)
    if let placement = position.placement, let distribution = position.distribution {
      figures.append(percentile(placement, distribution, position.area))
    }
    figures += wages.others.map(\.figure)
    if let level = payLevel(position) {
      figures.append(
        Figure(
          itemID: position.area.id, item: position.area.title, measure: "pay_index", statistic: "ratio",
          unit: .index, value: level.amount, provenance: level.provenance,
          note: wording.prose(PositionPhrase.payLevelNote)))
    }
    return figures
  }

  func payLevel(_ position: Position) -> Quantity? {
    guard position.payLevel != nil, let local = position.benchmark, let amount = local.value,
      let median = context.nationalMedian
    else { return nil }
    return Quantity(
      AppliedRule(.payLevel, context.annualOperand(amount, local), median), .index)
  }

  /// What is published of a place: the wage that pay is compared with, then the percentiles and the mean.
  private func wages(_ position: Position) -> (benchmark: PublishedPay?, others: [PublishedPay]) {
    let comparison = context.comparison(position)
    let benchmark = position.benchmark.map { record in
      let isPerHour = comparison != nil && !context.isShown(.annual, of: record)
      return wage(
        record, position.area, measure: "pay", comparison: comparison,
        note: isPerHour ? wording.prose(PositionPhrase.hourlyDifference) : "")
    }
    let points = position.distribution?.everyPoint.map(\.figure) ?? []
    let others = (points + [position.mean].compactMap(\.self)).filter { $0.id != position.benchmark?.id }
      .map { wage($0, position.area, measure: $0.statistic == .mean ? "pay_mean" : "pay_percentile") }
    return (benchmark, others)
  }

  /// A lower bound has a low end and no value.
  private func wage(
    _ record: PayFigure, _ area: Area, measure: String, comparison: Comparison? = nil, note: Prose = ""
  ) -> PublishedPay {
    PublishedPay(
      record: record,
      figure: Figure(
        itemID: area.id, item: area.title, measure: measure, statistic: record.statistic.rawValue,
        unit: record.basis.unit, low: record.floor, value: record.value, comparison: comparison,
        provenance: context.published(record),
        note: record.floor == nil ? note : wording.prose(RangePhrase.open)), national: nil)
  }

  private func percentile(
    _ placement: WageDistribution.Placement, _ distribution: WageDistribution, _ area: Area
  ) -> Figure {
    var ends: (low: Double?, value: Double?, high: Double?)
    switch placement {
    case .at(let percentile): ends = (nil, percentile, nil)
    case .below(let percentile): ends = (nil, nil, percentile)
    case .above(let percentile): ends = (percentile, nil, nil)
    case .between(let low, let high): ends = (low, nil, high)
    }
    return Figure(
      itemID: area.id, item: area.title, measure: "percentile", statistic: "interpolated",
      unit: .percentile, low: ends.low, value: ends.value, high: ends.high,
      provenance: context.provenance(of: placement, distribution),
      note: ends.value == nil ? self.placement(placement, distribution, area) : "")
  }

  // MARK: - Blocks

  /// The places beside each other, and how far pay goes there.
  private func choice(_ positions: [Position]) -> Choice {
    Choice(
      bearing: positions.count > 1 ? .present : .none,
      picture: DistributionChart(context: context).ofEveryPlace,
      sentences: [monthlySentence].compactMap(\.self) + buyingPowerSentences)
  }

  private func blocks(_ positions: [Position]) -> [Block] {
    var blocks: [Block] = []
    let sentences = [nearestSentence(positions), monthlySentence].compactMap(\.self) + buyingPowerSentences
    if !sentences.isEmpty {
      blocks.append(.list(title: wording.prose(PositionPhrase.standing), items: sentences))
    }
    blocks.append(.table(table(positions)))
    blocks.append(.callout(title: wording.prose(PositionPhrase.notes), items: notes(positions)))
    return blocks
  }

  /// Rule 7: of the nearest place that tells something; the other places stand in the picture and the table.
  private func nearestSentence(_ positions: [Position]) -> Prose? {
    positions.reversed().lazy.compactMap(sentence).first
  }

  /// What the pay is against the area's median, and its percentile; nil without pay.
  private func sentence(_ position: Position) -> Prose? {
    let area = Prose(position.area.title)
    let place = position.placement.flatMap { placement in
      position.distribution.map { self.placement(placement, $0, position.area) }
    }
    guard let comparison = context.comparison(position), let figure = position.benchmark,
      let amount = figure.value, let difference = context.quantity(comparison.difference, of: figure)
    else { return place.map { wording.prose(PositionPhrase.placeOnly, ["area": area, "place": $0]) } }
    let values: [String: Prose] = [
      "area": area, "statistic": Prose(wording.text(figure.statistic.phrase)),
      "benchmark": context.words(context.wage(amount, figure)),
      "difference": context.words(difference), "percent": Prose(context.percent(comparison.percent)),
    ]
    let words = wording.prose(
      advice.status == .outsideField ? PositionPhrase.comparisonOtherField : .comparison, values)
    return Prose.joined([words, place].compactMap { $0 }, separator: " ")
  }

  /// One row for each published point, a group for each area.
  private func table(_ positions: [Position]) -> Table {
    let isOtherField = advice.status == .outsideField
    func column(_ id: String, _ header: String, note: String = "") -> Column {
      Column(id: id, header: header, role: .figure, note: note)
    }
    let note = wording.text(PositionPhrase.againstNote)
    return Table(
      id: "position-wages", title: wording.prose(PositionPhrase.tableTitle),
      columns: [
        Column(id: "statistic", header: wording.text(PositionPhrase.statistic), role: .stub),
        column("pay", wording.text(ColumnPhrase.pay)), column("hourly", wording.text(ColumnPhrase.hourly)),
        column(
          "difference", wording.text(isOtherField ? PositionPhrase.againstOtherField : .against), note: note),
        column(
          "percent", wording.text(isOtherField ? PositionPhrase.againstPercentOtherField : .againstPercent),
          note: note),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
      ],
      groups: positions.map { position in
        RowGroup(title: groupTitle(position), label: position.area.title, rows: rows(position))
      }, groupHeading: wording.text(PositionPhrase.area))
  }

  private func groupTitle(_ position: Position) -> Prose {
    guard let figure = position.benchmark else { return Prose(position.area.title) }
    let basis = context.dataset.population(figure.populationID)?.label ?? ""
    let values = ["area": Prose(position.area.title), "basis": Prose(basis)]
    guard let placement = position.placement, let distribution = position.distribution else {
      return wording.prose(PositionPhrase.areaBasis, values)
    }
    let place = ["place": placeLabel(placement, distribution)]
    return wording.prose(PositionPhrase.areaBasisPlace, values.merging(place) { first, _ in first })
  }

  private func rows(_ position: Position) -> [Row] {
    let statistics: [PayStatistic] = [
      .percentile10, .percentile25, .median, .percentile75, .percentile90, .mean,
    ]
    let (benchmark, others) = wages(position)
    let wages = [benchmark].compactMap(\.self) + others
    return statistics.compactMap { statistic in
      wages.first { $0.record.statistic == statistic }.map { row($0, position) }
    }
  }

  private func row(_ wage: PublishedPay, _ position: Position) -> Row {
    let comparison = context.comparison(with: wage.record)
    return Row(
      id: "\(position.area.id)-\(wage.figure.statistic)",
      cells: [
        .text(wording.text(wage.record.statistic.phrase)), context.cell(wage, .annual),
        context.cell(wage, .hourly), context.value(comparison?.difference, of: wage.record),
        context.percent(comparison?.percent), .source(wage.record.sourceID),
      ])
  }
}

enum PositionPhrase: String, PhraseKey {
  static let group = "position"
  case standing, comparison
  case comparisonOtherField = "comparison_other_field"
  case at, below, above, between
  case chartTitle = "chart_title"
  case chartTitleNation = "chart_title_nation"
  case chartSubject = "chart_subject"
  case chartSubjectNation = "chart_subject_nation"
  case chartPoint = "chart_point"
  case tableTitle = "table_title"
  case statistic
  case area, against
  case againstNote = "against_note"
  case againstOtherField = "against_other_field"
  case againstPercent = "against_percent"
  case againstPercentOtherField = "against_percent_other_field"
  case areaBasis = "area_basis"
  case areaBasisPlace = "area_basis_place"
  case placeAt = "place_at"
  case placeBelow = "place_below"
  case placeAbove = "place_above"
  case placeBetween = "place_between"
  case notes
  case payLevel = "pay_level"
  case payLevelNote = "pay_level_note"
  case stale
  case otherField = "other_field"
  case gross
  case grossAnnualOnly = "gross_annual_only"
  case hourlyAgainstAnnual = "hourly_against_annual"
  case grossHourlyOnly = "gross_hourly_only"
  case hourlyDifference = "hourly_difference"
  case placeOnly = "place_only"
  case aboveOpen = "above_open"
  case openPoints = "open_points"
  case nonePublished = "none_published"
  case areaOutsideState = "area_outside_state"
  case month
  case buyingPower = "buying_power"
  case buyingPowerNote = "buying_power_note"
}

extension PositionSection {
  /// What limits the comparison, and what to ask the client for a better one.
  func notes(_ positions: [Position]) -> [Prose] {
    // Of the catalogue's occupations states have wages that it does not hold: page one says so.
    let isOfCatalogue = context.dataset.records.catalogue != nil
    var notes: [Prose] = everyPosition.filter { $0.isEmpty && !isOfCatalogue }.map {
      wording.prose(PositionPhrase.nonePublished, ["area": Prose($0.area.title)])
    }
    if let area = advice.area?.area, let state = advice.place.state, advice.place.isAreaOutsideState {
      notes.append(
        wording.prose(
          PositionPhrase.areaOutsideState, ["area": Prose(area.title), "state": Prose(state.title)]))
    }
    notes += positions.compactMap { position in
      payLevel(position).map { index in
        wording.prose(
          PositionPhrase.payLevel, ["area": Prose(position.area.title), "index": Prose(index)])
      }
    }
    if let open = positions.compactMap(\.distribution).flatMap(\.openPoints).first {
      let floor = Value.bounded(.orMore, context.wage(open.pay, open.figure))
      notes.append(wording.prose(PositionPhrase.openPoints, ["floor": Prose(floor)]))
    }
    if let staleness = advice.staleness, staleness.isStale {
      notes.append(
        wording.prose(
          PositionPhrase.stale,
          ["period": Prose(staleness.source.period), "publisher": Prose(staleness.source.publisher)]))
    }
    if advice.status == .outsideField { notes.append(wording.prose(PositionPhrase.otherField)) }
    if let population = positions.first?.benchmark.flatMap({ context.dataset.population($0.populationID) }),
      !population.caveat.isEmpty
    {
      notes.append(Prose(population.caveat))
    }
    return notes + [context.basisNote]
  }
}
