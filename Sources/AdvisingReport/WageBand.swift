import Advising
import CareerData
import ReportModel

/// The published percentiles of one place or occupation as a band of a chart.
struct WageBand {
  let context: SectionContext
  /// Of the chart's axis.
  let basis: PayBasis
  /// `state:CA`; the points' ids begin with it.
  let id: String
  /// Stands beside the band.
  let title: String
  let points: [WageDistribution.Point]
  private var wording: Wording { context.wording }

  /// What stands at the points of a band.
  enum Words {
    /// Amounts, and what the points are.
    case all
    /// The amounts at the ends and at the median.
    case amounts
    /// The amount at the median alone.
    case median
  }

  func group(_ told: Words) -> ChartGroup {
    // From the first open one on nothing more is known than what it says.
    let firstOpen = points.first(where: isOpen)
    return ChartGroup(
      title: title,
      points: points.map { point in
        let isEnd = isOpen(point) ? point == firstOpen : point == points.first || point == points.last
        return ChartPoint(
          id: "\(id)-\(point.figure.statistic.rawValue)", label: label(point), high: quantity(point),
          isOpen: isOpen(point), percentile: point.percentile,
          words: words(point, told, isEnd: isEnd))
      }, middleWords: told == .all ? wording.text(AxisPhrase.middleHalf) : "")
  }

  private func isOpen(_ point: WageDistribution.Point) -> Bool { point.figure.value == nil }

  private func quantity(_ point: WageDistribution.Point) -> Quantity {
    basis == .hourly
      ? context.hourly(point.pay, point.figure) : context.annual(point.pay, point.figure)
  }

  private func value(_ point: WageDistribution.Point) -> Value {
    isOpen(point) ? .bounded(.orMore, quantity(point)) : .quantity(quantity(point))
  }

  private func label(_ point: WageDistribution.Point) -> String {
    wording.prose(
      PositionPhrase.chartPoint,
      ["statistic": Prose(context.plainStatistic(point.figure)), "area": Prose(title)]
    ).capitalized.words
  }

  private func words(_ point: WageDistribution.Point, _ told: Words, isEnd: Bool) -> [Prose] {
    let isMedian = point.percentile == 50 && !isOpen(point)
    return switch told {
    case .all: words(point, isEnd: isEnd)
    case .amounts: isEnd || isMedian ? [Prose(value(point))] : []
    // Where the median is open, the band ends with what is known of it.
    case .median: isMedian || isEnd && isOpen(point) ? [Prose(value(point))] : []
    }
  }

  /// The median and the ends with what they are.
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
}
