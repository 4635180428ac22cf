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

  @Test func `more pay never has a lower place`() throws {
    let distribution = try #require(self.distribution(full))
    var previous = -1.0
    for pay in stride(from: 20.0, through: 80, by: 0.25) {
      let place: Double =
        switch distribution.placement(of: pay) {
        case .at(let percentile): percentile
        case .below: 0
        case .above: 100
        case .between(let low, _): low
        }
      #expect(place >= previous)
      previous = place
    }
  }
}
