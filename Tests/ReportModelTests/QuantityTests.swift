import Testing

@testable import ReportModel

@Suite struct QuantityTests {
  @Test(arguments: [
    (1.005, 2, 1.01), (-1.005, 2, -1.01), (37.7168, 1, 37.7), (21.55, 1, 21.6), (0.04, 1, 0), (-0.04, 1, 0),
    (1.18806, 3, 1.188), (123_456_789_012.345, 2, 123_456_789_012.35),
    (6e12, 2, 6e12), (9e14, 0, 9e14), (1e300, 2, 1e300),
  ])
  func `amounts are rounded half away from zero`(amount: Double, digits: Int, expected: Double) {
    #expect(Quantity.rounded(amount, fractionDigits: digits) == expected)
  }
}
