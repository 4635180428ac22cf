import Advising
import CareerData
import ReportModel

/// The published percentiles of wages as a band for each place, with the client's pay.
struct DistributionChart {
  let context: SectionContext
  private var wording: Wording { context.wording }

  init(context: SectionContext) { self.context = context }

  /// Every place with wages, the nearest first and in full, the others with fewer words below it, over one axis.
  ///
  /// - Returns: nil where no percentile is published as an amount, or one alone without pay to set beside it.
  var ofEveryPlace: Chart? { chart(drawnPlaces, id: "distribution") }

  /// The nearest place alone, for page one.
  var ofNearest: Chart? { chart(Array(drawnPlaces.prefix(1)), id: "page-one-wages") }

  private typealias DrawnPlace = (area: Area, points: [WageDistribution.Point])

  /// The nearest first.
  private var drawnPlaces: [DrawnPlace] {
    let advice = context.advice
    return [advice.area, advice.state, advice.national].compactMap { position in
      guard let position, let distribution = position.distribution else { return nil }
      let points = distribution.everyPoint.filter { context.isShown(basis, of: $0.figure) }
      return points.contains { $0.figure.value != nil } ? (position.area, points) : nil
    }
  }

  /// By the hour only for work whose wages are published by the hour only.
  private var basis: PayBasis { context.advice.onlyWageBasis == .hourly ? .hourly : .annual }

  private func chart(_ places: [DrawnPlace], id: String) -> Chart? {
    guard let nearest = places.first?.area else { return nil }
    let figures = places.flatMap(\.points).map(\.figure)
    guard figures.count + (context.advice.pay == nil ? 0 : 1) >= 2 else { return nil }
    let title = title(nearest)
    return PayChart(context: context, id: id, categoryAxis: .percentiles, subject: title, basis: basis).chart(
      kind: .distribution, title: title,
      groups: places.enumerated().map { index, place in
        WageBand(
          context: context, basis: basis, id: place.area.id, title: place.area.title, points: place.points
        )
        .group(index == 0 ? .all : .amounts)
      },
      sources: figures.map(\.sourceID))
  }

  private func title(_ area: Area) -> Prose {
    let isOfClient = context.advice.pay != nil && context.advice.status != .outsideField
    if area.kind == .nation {
      return wording.prose(isOfClient ? PositionPhrase.chartTitleNation : .chartSubjectNation)
    }
    return wording.prose(
      isOfClient ? PositionPhrase.chartTitle : .chartSubject, ["area": Prose(area.title)])
  }
}
