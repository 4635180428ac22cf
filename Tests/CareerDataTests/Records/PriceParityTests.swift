import TestValues
import Testing

@testable import CareerData

struct PriceParityTests {
  @Test func `the shipped dataset has the price parities of every state`() throws {
    let dataset = try SampleFiles.medicalCoding()
    #expect(dataset.priceParity(of: "state:CA")?.rpp == 110.72)
    #expect(dataset.priceParity(of: "state:CA")?.year == 2024)
    #expect(dataset.priceParity(of: "national") == nil)
    let states = dataset.records.areas.filter { $0.kind == .state }.map(\.id)
    #expect(states.allSatisfy { dataset.priceParity(of: $0) != nil })
  }

  @Test func `the latest year counts`() {
    var records = CareerDataset.Records()
    records.occupations = [
      Occupation(socCode: "00-0001", title: "K", commonName: "k", isSubject: true, note: "")
    ]
    records.priceParities = [(2023, 90.0), (2024, 95), (2022, 80)].map {
      PriceParity(areaID: "a", year: $0.0, rpp: $0.1, sourceID: "s")
    }
    let dataset = CareerDataset(
      identity: .init(name: "n", title: "t", version: "1"), tables: [], records: records)
    #expect(dataset.priceParity(of: "a")?.rpp == 95)
  }

  @Test(arguments: [
    ("state:ZZ,2024,100,bea-rpp-2024", "area: \"state:ZZ\" is not an id in the table areas"),
    ("national,2024,0,bea-rpp-2024", "rpp: 0 is too small"),
    ("national,2024,1e9,bea-rpp-2024", "rpp: 1e9 is too large"),
    ("national,2024,high,bea-rpp-2024", "rpp: \"high\" is not a number"),
    ("national,soon,100,bea-rpp-2024", "year: \"soon\" is not a whole number"),
    ("national,2024,100,nobody", "source: \"nobody\" is not an id in the table sources"),
    ("state:CA,2024,100,bea-rpp-2024", "year: \"state:CA, 2024\" is already in row 6"),
  ])
  func `a mistake is told with its line and field`(row: String, expected: String) throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append(row, to: "price_parities.csv")
    let found = dataset.errors()?.problems.map(\.description) ?? []
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("price_parities.csv: row 53, \(expected)") == true, "\(found)")
  }
}
