import Calculation

extension Report {
  /// Every chart of the sections, and that of the projection at the end.
  ///
  /// - Throws: ``FormulaError`` when the formulas of the what-if are wrong.
  public func charts() throws(FormulaError) -> [Chart] {
    var charts: [Chart] = []
    for section in sections {
      for case .chart(let chart) in section.blocks { charts.append(chart) }
    }
    if let earnings = try whatIf?.earningsChart() { charts.append(earnings) }
    return charts
  }
}

extension WhatIf {
  /// The projection for what the profile says: a line for each way ahead that can be calculated, to the horizon.
  ///
  /// - Returns: nil without a way ahead or a horizon.
  /// - Throws: ``FormulaError`` when a formula is wrong.
  public func earningsChart() throws(FormulaError) -> Chart? {
    guard let projection else { return nil }
    let values = try values()
    guard let horizon = values.named[projection.horizon]?.number, horizon >= 1 else { return nil }
    let provenance = Provenance.counted([])
    let groups = zip(projection.paths, values.projected).compactMap { path, amounts -> ChartGroup? in
      let known = amounts.prefix(Int(horizon) + 1).compactMap(\.number)
      guard known.count == Int(horizon) + 1 else { return nil }
      return ChartGroup(
        title: path.label,
        points: known.enumerated().map { year, amount in
          ChartPoint(id: "\(path.id)-\(year)", label: "\(year)", high: Quantity(amount, .dollars, provenance))
        })
    }
    guard !groups.isEmpty else { return nil }
    let ends = groups.compactMap { group -> Prose? in
      group.points.last.map { Prose([.text("\(group.title): "), .value(.quantity($0.high))]) }
    }
    return Chart(
      id: "earnings", kind: .lines, title: Prose(projection.chartTitle),
      alternativeText: Prose.joined([Prose(projection.chartTitle)] + ends, separator: "; "),
      categoryAxis: projection.yearHeader,
      valueAxis: projection.amountAxis, unit: .dollars, groups: groups, reference: nil,
      source: projection.source)
  }
}
