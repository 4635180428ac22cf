import Advising
import CareerData
import ReportModel

/// The place of the client's pay among published percentiles, in words.
extension PositionSection {
  /// A sentence.
  func placement(
    _ placement: WageDistribution.Placement, _ distribution: WageDistribution, _ area: Area
  ) -> Prose {
    let provenance = context.provenance(of: placement, distribution)
    func percentile(_ amount: Double) -> Prose { Prose(Quantity(amount, .percentile, provenance)) }
    let area = Prose(area.title)
    switch placement {
    case .at(let place):
      return wording.prose(PositionPhrase.at, ["percentile": percentile(place), "area": area])
    case .below(let place):
      return wording.prose(PositionPhrase.below, ["percentile": percentile(place), "area": area])
    case .above(let place):
      let values = ["percentile": percentile(place), "area": area]
      guard let open = distribution.openPoints.first(where: { $0.percentile > place }) else {
        return wording.prose(PositionPhrase.above, values)
      }
      let floor = Value.bounded(.orMore, context.wage(open.pay, open.figure))
      return wording.prose(
        PositionPhrase.aboveOpen, values.merging(["floor": Prose(floor)]) { first, _ in first })
    case .between(let low, let high):
      return wording.prose(
        PositionPhrase.between, ["low": percentile(low), "high": percentile(high), "area": area])
    }
  }

  /// `22nd percentile`, `above the 90th percentile`.
  func placeLabel(
    _ placement: WageDistribution.Placement, _ distribution: WageDistribution
  ) -> Prose {
    let provenance = context.provenance(of: placement, distribution)
    func percentile(_ amount: Double) -> Prose { Prose(Quantity(amount, .percentile, provenance)) }
    return switch placement {
    case .at(let place): wording.prose(PositionPhrase.placeAt, ["percentile": percentile(place)])
    case .below(let place): wording.prose(PositionPhrase.placeBelow, ["percentile": percentile(place)])
    case .above(let place): wording.prose(PositionPhrase.placeAbove, ["percentile": percentile(place)])
    case .between(let low, let high):
      wording.prose(PositionPhrase.placeBetween, ["low": percentile(low), "high": percentile(high)])
    }
  }
}
