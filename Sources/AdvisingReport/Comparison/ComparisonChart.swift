import Advising
import CareerData
import ReportModel

/// The wages of every occupation as bands under each other on one axis, with the client's pay.
struct ComparisonChart {
  let compared: ComparisonContext
  private var comparison: OccupationComparison { compared.comparison }
  private var wording: Wording { compared.wording }

  /// Of the chart; `chart --kind` has it.
  static let id = "compare"

  /// Nil where no percentile of any of them is published as an amount.
  var chart: Chart? {
    let drawn = compared.columns.filter { column in
      column.occupation.wages.distribution.map { !$0.points.isEmpty } ?? false
    }
    guard !drawn.isEmpty else { return nil }
    let groups = drawn.map { column in
      WageBand(
        context: column.context, basis: comparison.basis, id: column.occupation.occupation.socCode,
        title: column.title, points: column.occupation.wages.distribution?.everyPoint ?? []
      ).group(.median)
    }
    return Chart(
      id: Self.id, kind: .distribution, title: title,
      alternativeText: wording.prose(
        AxisPhrase.alternativeText, ["title": title, "points": points(groups)]),
      categoryAxis: wording.text(ComparisonPhrase.occupation),
      valueAxis: axis,
      unit: comparison.basis.unit, groups: groups, reference: reference,
      source: wording.prose(AxisPhrase.source, ["sources": sources(drawn)]))
  }

  private var axis: String {
    let unit = wording.text(comparison.basis == .annual ? AxisPhrase.dollarsPerYear : .dollarsPerHour)
    return wording.prose(
      ComparisonPhrase.chartAxis, ["unit": Prose(unit), "area": Prose(comparison.area.title)]
    ).words
  }

  /// The finding: what pays most, and how much.
  private var title: Prose {
    guard let best = compared.bestPaid, let middle = best.figures.middle else {
      return wording.prose(ComparisonPhrase.chartSubject, ["area": Prose(comparison.area.title)])
    }
    return wording.prose(
      middle.statistic == PayStatistic.median.rawValue ? ComparisonPhrase.chartTitle : .chartTitleMean,
      [
        "item": Prose(best.title), "amount": compared.pay(middle),
        "area": Prose(comparison.area.title),
      ])
  }

  private var reference: ChartReference? {
    compared.clientPay.map {
      ChartReference(
        label: wording.text(AxisPhrase.presentPay), shortLabel: wording.text(AxisPhrase.you), quantity: $0,
        name: comparison.basis == .annual ? WhatIfName.fullTimePay.rawValue : nil)
    }
  }

  private func points(_ groups: [ChartGroup]) -> Prose {
    let own = reference.map { Prose([.text("\($0.label): "), .value(.quantity($0.quantity))]) }
    return Prose.joined(
      [own].compactMap(\.self)
        + groups.flatMap(\.points).map { Prose([.text("\($0.label): "), .value($0.value)]) },
      separator: "; ")
  }

  private func sources(_ drawn: [ComparisonContext.Compared]) -> Prose {
    let ids = drawn.flatMap(\.figures.wages).flatMap(\.provenance.sourceIDs)
    return Prose.joined(
      compared.sources.filter { ids.contains($0.id) }.map { source in
        Prose([
          .text("\(source.publisher), \(source.title), \(source.period) "), .value(.source(source.id)),
        ])
      }, separator: "; ")
  }
}
