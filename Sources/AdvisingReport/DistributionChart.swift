import Advising
import CareerData
import ReportModel

/// The published percentiles of wages of each place, with the client's pay.
struct DistributionChart {
  let context: SectionContext

  /// Nil where fewer than two percentiles of annual pay are published.
  ///
  /// What is published only as "this or more", or by the hour only, is left to the table: a bar would claim more.
  ///
  /// - Parameter title: the finding.
  func chart(_ positions: [Position], title: Prose) -> Chart? {
    let groups = positions.compactMap { position -> (area: Area, figures: [PayFigure])? in
      let figures = (position.distribution?.points ?? []).map(\.figure)
        .filter { context.isShown(.annual, of: $0) }
      return figures.isEmpty ? nil : (position.area, figures)
    }
    let figures = groups.flatMap(\.figures)
    guard figures.count >= 2 else { return nil }
    let pay = PayChart(context: context, id: "distribution", categoryAxis: .percentiles, subject: title)
    return pay.chart(
      kind: .distribution, title: title,
      groups: groups.map { area, figures in
        ChartGroup(title: area.title, points: figures.map { point($0, in: area) })
      }, sources: figures.map(\.sourceID))
  }

  private func point(_ figure: PayFigure, in area: Area) -> ChartPoint {
    let statistic = Prose(context.wording.text(figure.statistic.phrase))
    let label = context.wording.prose(
      PositionPhrase.chartPoint, ["statistic": statistic, "area": Prose(area.title)])
    return ChartPoint(
      id: "\(area.id)-\(figure.statistic.rawValue)", label: label.capitalized.words,
      shortLabel: statistic.capitalized.words,
      high: context.annual(figure.value ?? 0, figure))
  }
}
