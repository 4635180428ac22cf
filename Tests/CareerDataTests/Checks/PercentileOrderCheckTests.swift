import CareerData
import Testing

struct PercentileOrderCheckTests {
  @Test func `a percentile below a lower one is found at the higher one`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(",26000,", with: ",36000,", in: "pay.csv")
    let findings = try dataset.complaints()
    #expect(findings.map(\.summary) == ["error pay.csv 4 value percentile_order"])
    #expect(
      findings.first?.kind
        == .percentileOrder(
          lower: .percentile25, lowerAmount: 36000, upper: .median, upperAmount: 32000))
    #expect(findings.first?.figureIDs == ["census-national-median", "census-national-p25"])
    #expect(
      findings.first?.description
        == "pay.csv: row 4, value: median is 32000, below p25, 36000; expected: median at or above p25, 36000; "
        + "correct the figures against their source")
  }

  @Test func `a figure of which the lower end is known counts with that`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace("p90,annual,54000,", with: "p90,annual,33000,", in: "pay.csv")
    #expect(try dataset.complaints().map(\.summary) == ["error pay.csv 9 low percentile_order"])
  }

  @Test func `equal percentiles, other bases, subjects, populations and periods are left alone`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(",26000,", with: ",32000,", in: "pay.csv")
    for (id, cells) in [
      ("a", "area,state:OR,p90,annual,,20000,,false,keepers,2024,census-of-lights,"),
      ("b", "area,state:OR,p90,annual,,20000,,false,almanac-ranges,2023,census-of-lights,"),
      ("c", "area,state:OR,p90,hourly,,9,,false,keepers,2023,census-of-lights,"),
    ] { try dataset.append("\(id),\(cells)", to: "pay.csv") }
    #expect(try dataset.complaints() == [])
  }
}
