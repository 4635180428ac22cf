import Calculation

extension WhatIf {
  /// The projection from the profile's numbers: a line for each path from the year in which it can begin to the horizon.
  ///
  /// A path of the client's that cannot be calculated, or that begins after the horizon, has no points: its note says
  /// why.
  ///
  /// - Returns: nil without a horizon, or without a path that can be calculated.
  /// - Throws: ``FormulaError`` when a formula is wrong.
  public func earningsChart() throws(FormulaError) -> Chart? {
    guard let projection else { return nil }
    let values = try values()
    guard let horizon = values.named[projection.horizon]?.number, horizon >= 1 else { return nil }
    let groups = projection.paths.indices.map { index in
      group(projection, index, upTo: Int(horizon), values)
    }.filter { !$0.points.isEmpty || !$0.note.isEmpty }
    guard groups.contains(where: { !$0.points.isEmpty }) else { return nil }
    let ends = groups.map { group in
      let end = group.points.last.map { Prose([.value($0.value)]) } ?? Prose(group.note)
      return Prose([.text("\(group.title): ")] + end.runs)
    }
    return Chart(
      id: "earnings", kind: .lines, title: Prose(projection.chartTitle),
      alternativeText: Prose.joined([Prose(projection.chartTitle)] + ends, separator: "; "),
      categoryAxis: projection.yearHeader,
      valueAxis: projection.amountAxis, unit: .dollars, groups: groups, reference: nil,
      source: projection.source)
  }

  private func group(
    _ projection: Projection, _ index: Int, upTo horizon: Int, _ values: WhatIfValues
  ) -> ChartGroup {
    let (path, amounts) = (projection.paths[index], values.projected[index])
    var group = ChartGroup(title: path.label, points: [], emphasis: path.emphasis)
    let known = amounts.prefix(horizon + 1).compactMap(\.number)
    guard known.count == horizon + 1 else {
      group.note = path.unknown
      return group
    }
    let wait = path.wait.flatMap { values.named[$0]?.number } ?? 0
    guard wait < Double(horizon) else {
      group.note = projection.later
      return group
    }
    // Until the way begins it is the present one; a year in which it begins is its own.
    group.start = max(0, Int(wait))
    let highs = values.projectedHigh[index].prefix(horizon + 1).map(\.number)
    group.points = known.enumerated().dropFirst(group.start).map { year, amount in
      let low = Quantity(amount, .dollars, .counted([]))
      let point = ChartPoint(id: "\(path.id)-\(year)", label: "\(year)", high: low)
      guard highs.indices.contains(year), let high = highs[year], high > amount else { return point }
      var end = point
      (end.low, end.high) = (low, Quantity(high, .dollars, .counted([])))
      end.isOpen = values.isHighOpen[index]
      return end
    }
    if group.points.contains(where: { $0.low != nil }) { group.note = projection.range.band }
    return group
  }
}
