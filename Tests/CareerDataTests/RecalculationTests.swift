import CareerData
import TestValues
import Testing

struct RecalculationTests {
  @Test func `a calculation is read with its operands`() throws {
    let premium = try #require(Recalculation("premium(pay:a-b, figure:c)"))
    #expect(premium.function == .premium)
    #expect(premium.operands == [.pay("a-b"), .figure("c")])
    #expect(Recalculation("sum(figure:a,figure:b,  figure:c)")?.operands.count == 3)
  }

  @Test(arguments: [
    "", "value", "value()", "value(a)", "value(pay:)", "value(pay:a, pay:b)", "premium(pay:a)",
    "share(pay:a)",
    "sum()", "median(pay:a)", "value(pay:a", "value(pay:a) ", "value(table:a)", "premium(pay:a,)",
  ])
  func `other texts are none`(_ text: String) {
    #expect(Recalculation(text) == nil)
  }

  @Test func `the recalculated values of the shipped dataset are right`() throws {
    let dataset = try SampleFiles.medicalCoding()
    for disagreement in dataset.records.disagreements {
      let recalculation = try #require(Recalculation(disagreement.recalculation))
      let value = try #require(recalculation.value(in: dataset))
      let rounded = disagreement.unit == "percent" ? (value * 10).rounded() / 10 : value
      #expect(abs(rounded - disagreement.recalculatedValue) < 1e-9, "\(disagreement.id): \(value)")
    }
  }

  @Test func `an operand that is a range or is not there gives no value`() throws {
    let dataset = try SampleFiles.medicalCoding()
    #expect(Recalculation("value(pay:guide-rung-certified-coder)")?.value(in: dataset) == nil)
    #expect(Recalculation("sum(pay:oews-national-mean, figure:no-such)")?.value(in: dataset) == nil)
  }
}
