import CareerData

/// Two to five places beside each other, for one client and one occupation: what is paid there, how far it goes, how much
/// work there is.
public struct PlaceComparison: Sendable, Equatable {
  /// A state or an area.
  public struct ComparedPlace: Sendable, Equatable {
    public let position: Position
    /// What half earn more than there buys at the nation's prices; nil where wages or prices are not published.
    public let buyingPower: BuyingPower?
    /// Jobs there; nil where their number is not published.
    public let jobs: PublishedFigure?
    /// The occupation's share of the jobs there in percent of its share in the nation; nil where it is not published.
    public let concentration: PublishedFigure?
    /// True for the client's own state or area.
    public let isOwn: Bool

    public var area: Area { position.area }
  }

  /// More do not fit on one page.
  public static let mostPlaces = 5
  /// Of the figures that say how common the work is in a place.
  public static let concentrationMeasure = "location_quotient"

  public let advice: Advice
  /// In the order in which they were named, the client's own first.
  public let places: [ComparedPlace]

  /// - Parameters:
  ///   - advice: of the client, by a dataset with wages of the places.
  ///   - areas: of the dataset, each once.
  public init(_ advice: Advice, areas: [Area]) {
    let own = [advice.place.area?.id, advice.place.state?.id].compactMap(\.self)
    self.advice = advice
    places = (areas.filter { own.contains($0.id) } + areas.filter { !own.contains($0.id) }).map { area in
      let position = advice.position(in: area)
      let figures = advice.dataset.figures(of: Subject(.area, area.id))
      return ComparedPlace(
        position: position,
        buyingPower: advice.onlyWageBasis == .hourly ? nil : BuyingPower(position, in: advice.dataset),
        jobs: figures.first { $0.measure == "employment" },
        concentration: figures.first { $0.measure == PlaceComparison.concentrationMeasure },
        isOwn: own.contains(area.id))
    }
  }
}
