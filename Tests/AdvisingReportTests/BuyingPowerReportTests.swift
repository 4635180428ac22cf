import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// What stands beside pay as information.
@Suite struct BuyingPowerReportTests {
  private func report(_ dataset: CareerDataset, state: String = "CA") throws -> Report {
    try OEWSDataset.report(dataset) {
      $0.pay = StatedPay(amount: 46_000, basis: .annual)
      $0.stateCode = state
    }
  }

  @Test func `the median of the state stands beside what it buys, with the year of the prices`() throws {
    let dataset = try DatasetLoader.shipped()
    let report = try report(dataset)
    let figure = try #require(report.figure("position", "state:CA", "buying_power"))
    #expect(figure.value == 53_919.8 && figure.unit == .dollarsPerYear && figure.statistic == "median")
    #expect(figure.provenance.sourceIDs == ["bls-oews-2024", "bea-rpp-2024"])
    #expect(ValueFormatter(for: report).text(figure.note).contains("110.7%"))
    let text = try OEWSDataset.text(report, dataset).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(
      text.contains(
        "$59,700 a year in California buys about what $53,900 buys on average: prices there are 110.7% of the national average (2024)."
      ))
  }

  @Test func `a month of pay stands beside a year of it`() throws {
    let dataset = try DatasetLoader.shipped()
    let report = try report(dataset)
    #expect(report.figure("position", "present-pay", "pay_month")?.value == 3833.33)
    #expect(try OEWSDataset.text(report, dataset).contains("$46,000 a year is $3,833 a month"))
  }

  @Test func `without a price parity nothing is said, and no other figure changes`() throws {
    let shipped = try DatasetLoader.shipped()
    var records = shipped.records
    records.priceParities = []
    let without = CareerDataset(identity: shipped.identity, tables: shipped.tables, records: records)
    let (with, other) = (try report(shipped), try report(without))
    #expect(try !OEWSDataset.text(other, without).contains("of the national average"))
    #expect(other.figure("position", "state:CA", "buying_power") == nil)
    let figures = with.figures.flatMap(\.figures).filter { $0.measure != "buying_power" }
    #expect(figures == other.figures.flatMap(\.figures))
  }

  @Test func `wages by the hour alone are not made a year of`() throws {
    let dataset = OEWSDataset.dataset("Actors", OEWSDataset.actor) {
      $0.pay += OEWSDataset.pay(Subject(.area, "state:CA"), OEWSDataset.actor)
      $0.priceParities = [PriceParity(areaID: "state:CA", year: 2024, rpp: 110, sourceID: "bls-oews-2024")]
    }
    let report = try report(dataset)
    #expect(report.figure("position", "state:CA", "buying_power") == nil)
    #expect(report.figure("position", "present-pay", "pay_month") == nil)
  }
}
