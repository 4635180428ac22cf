import Advising
import CareerData
import Testing

@Suite struct FullTimePayTests {
  @Test(arguments: [
    // basis, amount, hours, full time, actual
    (PayBasis.hourly, 20.0, 40.0, 41_600.0, 41_600.0),
    (.hourly, 20, 22, 41_600, 22_880),
    (.hourly, 20, 50, 41_600, 52_000),
    (.annual, 46_000, 40, 46_000, 46_000),
    (.annual, 46_000, 35, 46_000, 46_000),
    (.annual, 34_000, 34, 40_000, 34_000),
    (.annual, 46_000, 60, 46_000, 46_000),
  ])
  func `hourly pay is a rate, annual pay is what is paid, and under 35 hours it is scaled to 40`(
    basis: PayBasis, amount: Double, hours: Double, fullTime: Double, actual: Double
  ) {
    let pay = FullTimePay(StatedPay(amount: amount, basis: basis), hoursPerWeek: hours)
    #expect(pay.annual == fullTime)
    #expect(pay.actualAnnual == actual)
    #expect(pay.hourly == fullTime / 2080)
    #expect(pay.differsFromActual == (fullTime != actual))
  }
}
