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
      groups: places.enumerated().map { index, place in group(place, isNearest: index == 0) },
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

  private func group(_ place: DrawnPlace, isNearest: Bool) -> ChartGroup {
    // From the first open one on nothing more is known than what it says.
    let firstOpen = place.points.first(where: isOpen)
    return ChartGroup(
      title: place.area.title,
      points: place.points.map { point in
        let isEnd =
          isOpen(point) ? point == firstOpen : point == place.points.first || point == place.points.last
        return ChartPoint(
          id: "\(place.area.id)-\(point.figure.statistic.rawValue)", label: label(point, place.area),
          high: quantity(point), isOpen: isOpen(point), percentile: point.percentile,
          words: isNearest ? words(point, isEnd: isEnd) : otherWords(point, isEnd: isEnd))
      }, middleWords: isNearest ? wording.text(AxisPhrase.middleHalf) : "")
  }

  private func isOpen(_ point: WageDistribution.Point) -> Bool { point.figure.value == nil }

  private func quantity(_ point: WageDistribution.Point) -> Quantity {
    basis == .hourly
      ? context.hourly(point.pay, point.figure) : context.annual(point.pay, point.figure)
  }

  private func value(_ point: WageDistribution.Point) -> Value {
    isOpen(point) ? .bounded(.orMore, quantity(point)) : .quantity(quantity(point))
  }

  private func label(_ point: WageDistribution.Point, _ area: Area) -> String {
    wording.prose(
      PositionPhrase.chartPoint,
      ["statistic": Prose(context.plainStatistic(point.figure)), "area": Prose(area.title)]
    ).capitalized.words
  }

  /// What stands at a point of the nearest place: the median and the ends have words.
  private func words(_ point: WageDistribution.Point, isEnd: Bool) -> [Prose] {
    let amount = Prose(value(point))
    if isOpen(point) {
      guard isEnd else { return [] }
      return switch point.percentile {
      case ...50: [wording.prose(AxisPhrase.halfFloor, ["amount": amount])]
      case ...75: [amount, wording.prose(AxisPhrase.quarterFloor)]
      default: [amount, wording.prose(AxisPhrase.tenthFloor)]
      }
    }
    if point.percentile == 50 { return [wording.prose(AxisPhrase.halfMoreThan, ["amount": amount])] }
    return isEnd ? [amount, Prose(context.plainStatistic(point.figure))] : []
  }

  /// Of another place the amounts at its ends and its median.
  private func otherWords(_ point: WageDistribution.Point, isEnd: Bool) -> [Prose] {
    isEnd || point.percentile == 50 && !isOpen(point) ? [Prose(value(point))] : []
  }
}
