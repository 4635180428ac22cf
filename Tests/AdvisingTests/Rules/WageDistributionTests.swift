import Advising
import CareerData
import Testing

@Suite struct WageDistributionTests {
  private func distribution(
    _ points: [(PayStatistic, Double?)], basis: PayBasis = .annual
  ) -> WageDistribution? {
    WageDistribution(points.map { SmallDataset.pay(.national, $0.0, value: $0.1, basis: basis) })
  }

  private let full: [(PayStatistic, Double?)] = [
    (.percentile10, 30), (.percentile25, 40), (.median, 50), (.percentile75, 70), (.percentile90, 70),
  ]

  @Test(arguments: [
    (29.99, WageDistribution.Placement.below(10)), (30, .at(10)), (35, .at(17.5)), (40, .at(25)),
    (45, .at(37.5)), (60, .at(62.5)), (70, .at(90)), (70.01, .above(90)),
  ])
  func `a place is linear between published points, the highest of equal ones, and a side outside them`(
    pay: Double, expected: WageDistribution.Placement
  ) throws {
    let distribution = try #require(self.distribution(full))
    #expect(distribution.placement(of: pay) == expected)
  }

  @Test(arguments: [
    (45.0, WageDistribution.Placement.between(25, 75)), (40, .at(25)), (70, .at(75)), (35, .below(25)),
    (71, .above(75)),
  ])
  func `a point that is not published is never invented`(
    pay: Double, expected: WageDistribution.Placement
  ) throws {
    let distribution = try #require(
      self.distribution([(.percentile25, 40), (.percentile75, 70), (.median, nil)]))
    #expect(distribution.placement(of: pay) == expected)
  }

  @Test func `an occupation that is paid by the hour compares hourly`() throws {
    let distribution = try #require(
      self.distribution([(.percentile10, 10), (.percentile25, 20)], basis: .hourly))
    let pay = FullTimePay(StatedPay(amount: 15 * 2080, basis: .annual), hoursPerWeek: 40)
    #expect(distribution.basis == .hourly)
    #expect(distribution.placement(of: pay) == .at(17.5))
  }

  @Test func `without a percentile there is no distribution`() {
    #expect(distribution([(.mean, 50)]) == nil)
    #expect(distribution([(.median, nil)]) == nil)
  }

  /// As OEWS publishes the best paid: 77,290, 139,070, then `#`.
  private func openAbove(_ points: [(PayStatistic, Double)]) -> WageDistribution? {
    let open = [PayStatistic.median, .percentile75, .percentile90].map {
      SmallDataset.pay(.national, $0, low: 239_200, isOpenEnded: true)
    }
    return WageDistribution(points.map { SmallDataset.pay(.national, $0.0, value: $0.1) } + open)
  }

  @Test(arguments: [
    (77_000.0, WageDistribution.Placement.below(10)), (77_290, .at(10)), (139_070, .at(25)),
    (139_071, .between(25, 50)), (239_199, .between(25, 50)), (239_200, .above(25)), (900_000, .above(25)),
  ])
  func `below a lower bound only that is known, and above it only the last published point`(
    pay: Double, expected: WageDistribution.Placement
  ) throws {
    let distribution = try #require(openAbove([(.percentile10, 77_290), (.percentile25, 139_070)]))
    #expect(distribution.placement(of: pay) == expected)
    #expect(distribution.points.count == 2 && distribution.openPoints.map(\.percentile) == [50, 75, 90])
    #expect(distribution.everyPoint.map(\.percentile) == [10, 25, 50, 75, 90])
  }

  @Test func `nothing but lower bounds places only what is below the lowest`() throws {
    let distribution = try #require(openAbove([]))
    #expect(distribution.placement(of: 200_000) == .below(50))
    #expect(distribution.placement(of: 239_200) == nil)
  }

  @Test(arguments: [false, true])
  func `more pay never has a lower place`(isOpen: Bool) throws {
    let distribution = try #require(
      isOpen ? openAbove([(.percentile10, 30), (.percentile25, 60)]) : self.distribution(full))
    var previous = -1.0
    for pay in stride(from: 20.0, through: 80, by: 0.25) {
      let place: Double =
        switch distribution.placement(of: pay) {
        case .at(let percentile): percentile
        case .below, nil: 0
        case .above: 100
        case .between(let low, _): low
        }
      #expect(place >= previous)
      previous = place
    }
  }
}
