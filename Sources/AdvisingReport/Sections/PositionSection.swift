import Advising
import CareerData
import ReportModel

/// Where the client stands in the wage distribution of the nation and the state.
struct PositionSection {
  private let context: SectionContext
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// Nil when nothing is published for the nation.
  var content: SectionContent? {
    let positions = [advice.national, advice.state].compactMap { $0 }.filter { $0.benchmark != nil }
    guard !positions.isEmpty else { return nil }
    return SectionContent(
      figures: positions.flatMap(figures), blocks: blocks(positions))
  }

  // MARK: - Figures

  private func figures(_ position: Position) -> [Figure] {
    var figures = [benchmark(position)].compactMap { $0 }
    if let placement = position.placement, let distribution = position.distribution {
      figures.append(percentile(placement, distribution, position.area))
    }
    figures += distribution(position)
    if let level = position.payLevel, let state = position.benchmark,
      let national = advice.national?.benchmark
    {
      figures.append(
        Figure(
          itemID: position.area.id, item: position.area.title, measure: "pay_index", statistic: "ratio",
          unit: .index, value: level,
          provenance: context.calculated("area median / national median", [state, national]),
          note: wording.prose(PositionPhrase.payLevelNote)))
    }
    return figures
  }

  private func benchmark(_ position: Position) -> Figure? {
    guard let figure = position.benchmark, let amount = figure.value else { return nil }
    return Figure(
      itemID: position.area.id, item: position.area.title, measure: "pay",
      statistic: figure.statistic.rawValue,
      unit: figure.basis == .annual ? .dollarsPerYear : .dollarsPerHour, value: amount,
      difference: position.difference?.amount, differencePercent: position.difference?.percent,
      provenance: context.published(figure))
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
      provenance: context.calculated(
        "linear between published percentiles", distribution.points.map(\.figure)),
      note: ends.value == nil ? self.placement(placement, area) : "")
  }

  private func distribution(_ position: Position) -> [Figure] {
    let points = position.distribution?.points.filter { $0.percentile != 50 }.map(\.figure) ?? []
    return (points + [position.mean].compactMap { $0 }).compactMap { figure in
      figure.id == position.benchmark?.id
        ? nil
        : Figure(
          itemID: position.area.id, item: position.area.title,
          measure: figure.statistic == .mean ? "pay_mean" : "pay_percentile",
          statistic: figure.statistic.rawValue,
          unit: figure.basis == .annual ? .dollarsPerYear : .dollarsPerHour, value: figure.value,
          provenance: context.published(figure))
    }
  }

  // MARK: - Blocks

  private func blocks(_ positions: [Position]) -> [Block] {
    var blocks: [Block] = []
    let sentences = positions.compactMap(sentence)
    if !sentences.isEmpty {
      blocks.append(.list(title: wording.prose(PositionPhrase.standing), items: sentences))
    }
    blocks.append(.table(table(positions)))
    blocks.append(.notes(title: wording.prose(PositionPhrase.notes), items: notes(positions)))
    return blocks
  }

  /// What the pay is against the area's median, and its percentile.
  private func sentence(_ position: Position) -> Prose? {
    guard let difference = position.difference, let figure = position.benchmark,
      let amount = figure.value
    else { return nil }
    let values: [String: Prose] = [
      "area": Prose(position.area.title), "statistic": Prose(wording.text(figure.statistic.phrase)),
      "benchmark": Prose(context.annual(amount, figure)),
      "difference": Prose(context.difference(difference, "full-time pay - benchmark", [figure])),
      "percent": Prose(context.percent(difference, "full-time pay / benchmark - 1", [figure])),
    ]
    let comparison = wording.prose(
      advice.status == .outsideField ? PositionPhrase.comparisonOtherField : .comparison, values)
    guard let placement = position.placement else { return comparison }
    return Prose.joined([comparison, self.placement(placement, position.area)], separator: " ")
  }

  private func placement(_ placement: WageDistribution.Placement, _ area: Area) -> Prose {
    func percentile(_ amount: Double) -> Prose {
      Prose(
        Quantity(
          amount, .percentile, .calculated(formula: "linear between published percentiles", citations: [])))
    }
    let area = Prose(area.title)
    return switch placement {
    case .at(let place):
      wording.prose(PositionPhrase.at, ["percentile": percentile(place), "area": area])
    case .below(let place):
      wording.prose(PositionPhrase.below, ["percentile": percentile(place), "area": area])
    case .above(let place):
      wording.prose(PositionPhrase.above, ["percentile": percentile(place), "area": area])
    case .between(let low, let high):
      wording.prose(
        PositionPhrase.between,
        ["low": percentile(low), "high": percentile(high), "area": area])
    }
  }

  /// One row for each published point, a group for each area.
  private func table(_ positions: [Position]) -> Table {
    let isOtherField = advice.status == .outsideField
    func column(_ id: String, _ header: String) -> Column { Column(id: id, header: header, role: .figure) }
    return Table(
      id: "position-wages", title: wording.prose(PositionPhrase.tableTitle),
      columns: [
        Column(id: "statistic", header: wording.text(PositionPhrase.statistic), role: .stub),
        column("pay", wording.text(ColumnPhrase.pay)), column("hourly", wording.text(ColumnPhrase.hourly)),
        column("difference", wording.text(isOtherField ? PositionPhrase.againstOtherField : .against)),
        column(
          "percent", wording.text(isOtherField ? PositionPhrase.againstPercentOtherField : .againstPercent)),
        Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
      ],
      groups: positions.map { position in
        RowGroup(title: groupTitle(position), label: position.area.title, rows: rows(position))
      }, groupHeading: wording.text(PositionPhrase.area))
  }

  private func groupTitle(_ position: Position) -> Prose {
    guard let figure = position.benchmark else { return Prose(position.area.title) }
    let basis = context.dataset.population(figure.populationID)?.label ?? ""
    return wording.prose(
      PositionPhrase.areaBasis, ["area": Prose(position.area.title), "basis": Prose(basis)])
  }

  private func rows(_ position: Position) -> [Row] {
    let statistics: [PayStatistic] = [
      .percentile10, .percentile25, .median, .percentile75, .percentile90, .mean,
    ]
    let figures =
      [position.benchmark, position.mean].compactMap { $0 }
      + (position.distribution?.points.map(\.figure) ?? [])
    return statistics.compactMap { statistic in
      figures.first { $0.statistic == statistic }.flatMap { row($0, position) }
    }
  }

  private func row(_ figure: PayFigure, _ position: Position) -> Row? {
    guard let amount = figure.value else { return nil }
    let difference = advice.pay.map { Difference(of: $0.annual, from: figure.annual(amount)) }
    return Row(
      id: "\(position.area.id)-\(figure.statistic.rawValue)",
      cells: [
        .text(wording.text(figure.statistic.phrase)), .quantity(context.annual(amount, figure)),
        .quantity(context.hourly(amount, figure)),
        difference.map { .quantity(context.difference($0, "full-time pay - figure", [figure])) } ?? .missing,
        difference.map { .quantity(context.percent($0, "full-time pay / figure - 1", [figure])) }
          ?? .missing,
        .source(figure.sourceID),
      ])
  }

  private func notes(_ positions: [Position]) -> [Prose] {
    var notes: [Prose] = []
    for position in positions {
      if let level = position.payLevel, let state = position.benchmark,
        let national = advice.national?.benchmark
      {
        let index = Quantity(
          level, .index, context.calculated("area median / national median", [state, national]))
        notes.append(
          wording.prose(
            PositionPhrase.payLevel, ["area": Prose(position.area.title), "index": Prose(index)]))
      }
    }
    if let staleness = advice.staleness, staleness.isStale {
      notes.append(
        wording.prose(
          PositionPhrase.stale,
          ["period": Prose(staleness.source.period), "publisher": Prose(staleness.source.publisher)]))
    }
    if advice.status == .outsideField { notes.append(wording.prose(PositionPhrase.otherField)) }
    if advice.status == .unknown { notes.append(context.ask(.isInField)) }
    if advice.pay == nil { notes.append(context.ask(.pay)) }
    if advice.state == nil, advice.questions.contains(.state) {
      notes.append(context.ask(.state))
    }
    if let population = positions.first?.benchmark.flatMap({ context.dataset.population($0.populationID) }),
      !population.caveat.isEmpty
    {
      notes.append(Prose(population.caveat))
    }
    notes.append(wording.prose(PositionPhrase.gross))
    return notes
  }
}

enum PositionPhrase: String, PhraseKey {
  static let group = "position"
  case standing, comparison
  case comparisonOtherField = "comparison_other_field"
  case at, below, above, between
  case tableTitle = "table_title"
  case statistic
  case area, against
  case againstOtherField = "against_other_field"
  case againstPercent = "against_percent"
  case againstPercentOtherField = "against_percent_other_field"
  case areaBasis = "area_basis"
  case notes
  case payLevel = "pay_level"
  case payLevelNote = "pay_level_note"
  case stale
  case otherField = "other_field"
  case gross
}
