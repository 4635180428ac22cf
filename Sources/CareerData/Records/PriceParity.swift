/// What prices are in an area against the nation's, of which the Bureau of Economic Analysis says how much: a row of
/// `price_parities`.
public struct PriceParity: Sendable, Equatable {
  public var areaID: String
  /// The year of the prices.
  public var year: Int
  /// The regional price parity of all items: 100 is the nation's level.
  public var rpp: Double
  public var sourceID: String

  public init(areaID: String, year: Int, rpp: Double, sourceID: String) {
    self.areaID = areaID
    self.year = year
    self.rpp = rpp
    self.sourceID = sourceID
  }
}

extension PriceParity: DatasetRecord {
  static let rules: [TableRule] = [.unique(["area", "year"])]

  /// No area's prices are a tenth or ten times those of the nation: such a number is another column's.
  static let allowed = 10.0...1000.0

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    areaID = row.reference("area", to: .areas)
    year = try row.integer("year")
    rpp = try row.number("rpp", in: Self.allowed)
    sourceID = row.reference("source", to: .sources)
  }
}

extension CareerDataset {
  /// The price parity of an area, of the latest year that there is; nil where none is published.
  public func priceParity(of areaID: String) -> PriceParity? {
    records.priceParities.filter { $0.areaID == areaID }.max { $0.year < $1.year }
  }
}
