import CareerData
import TestValues
import Testing

/// The rows of the BLS files. The sums were taken from the files by a program that shares no code with Pathbook.
struct MedicalCodingOEWSTests {
  static let states = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS",
    "KY", "LA",
    "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
    "OK", "OR",
    "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
  ]

  private func sum(
    _ dataset: CareerDataset, _ subjects: [Subject], _ statistic: PayStatistic, _ basis: PayBasis
  ) -> (count: Int, total: Double) {
    let rows = subjects.flatMap(dataset.pay).filter { $0.statistic == statistic && $0.basis == basis }
    let total = rows.compactMap(\.value).reduce(0, +)
    return (rows.count, (total * 100).rounded() / 100)
  }

  @Test func `all states and the nation are areas`() throws {
    let areas = try SampleFiles.medicalCoding().records.areas
    #expect(areas.first == Area(id: "national", kind: .nation, code: "", fips: "", title: "United States"))
    let states = areas.dropFirst()
    #expect(states.map(\.code) == Self.states)
    #expect(states.map(\.id) == Self.states.map { "state:\($0)" })
    #expect(states.allSatisfy { $0.kind == .state && $0.fips.count == 2 && !$0.title.isEmpty })
    #expect(Set(states.map(\.fips)).count == 51)
    #expect(states.first { $0.code == "DC" }?.title == "District of Columbia")
  }

  @Test(arguments: [
    (PayStatistic.percentile10, PayBasis.annual, 1_898_920), (.percentile25, .annual, 2_166_120),
    (.median, .annual, 2_637_180), (.percentile75, .annual, 3_300_580), (.percentile90, .annual, 3_974_250),
    (.mean, .annual, 2_826_300), (.median, .hourly, 1267.88), (.mean, .hourly, 1358.81),
  ])
  func `each state has each point`(_ statistic: PayStatistic, _ basis: PayBasis, _ total: Double) throws {
    let subjects = Self.states.map { Subject(.area, "state:\($0)") }
    #expect(try sum(SampleFiles.medicalCoding(), subjects, statistic, basis) == (51, total))
  }

  @Test(arguments: [
    (PayStatistic.percentile10, PayBasis.annual, 501_250), (.percentile25, .annual, 587_180),
    (.median, .annual, 692_670), (.percentile75, .annual, 877_300), (.percentile90, .annual, 1_081_060),
    (.mean, .annual, 759_450), (.percentile10, .hourly, 240.99), (.percentile25, .hourly, 282.31),
    (.median, .hourly, 333.01), (.percentile75, .hourly, 421.78), (.percentile90, .hourly, 519.75),
    (.mean, .hourly, 365.13),
  ])
  func `each sector has each point`(_ statistic: PayStatistic, _ basis: PayBasis, _ total: Double) throws {
    let dataset = try SampleFiles.medicalCoding()
    let sectors = dataset.records.industries.filter { $0.level == "sector" }
    let subjects = sectors.map { Subject(.industry, $0.naics) }
    #expect(sum(dataset, subjects, statistic, basis) == (13, total))
  }

  @Test(arguments: [
    ("31-33", 50380, 60730, 100), ("42", 41630, 46050, 760), ("44-45", 54750, 54190, 770),
    ("51", 44720, 56860, 3260),
    ("52", 63360, 68020, 5790), ("53", 50890, 56650, nil), ("54", 49970, 54800, 12740),
    ("55", 60750, 63920, 16260),
    ("56", 49590, 55790, 14320), ("61", 58460, 60870, 2490), ("62", 48690, 54180, 122_640),
    ("81", 60590, 68000, 170),
    ("99", 58890, 59390, 8480),
  ])
  func `a sector has its median, mean and employment`(
    _ naics: String, _ median: Double, _ mean: Double, _ employment: Double?
  ) throws {
    let dataset = try SampleFiles.medicalCoding()
    let subject = Subject(.industry, naics)
    let annual = dataset.pay(of: subject).filter { $0.basis == .annual }
    #expect(annual.first { $0.statistic == .median }?.value == median)
    #expect(annual.first { $0.statistic == .mean }?.value == mean)
    // ** in the file: no estimate, no row.
    #expect(dataset.figures(of: subject).map(\.value) == (employment.map { [$0] } ?? []))
    #expect(dataset.records.industries.contains { $0.naics == naics && $0.level == "sector" })
  }

  @Test(arguments: [
    ("622", 60530, 52360), ("621", 49730, 56880), ("524114", 70540, 4290), ("524", 68110, 5760),
    ("541", 54800, 12740), ("561", 55790, 14320), ("54171", 65230, 410), ("62142", 44650, 1310),
  ])
  func `a more detailed industry has a mean and employment, and no median`(
    _ naics: String, _ mean: Double, _ employment: Double
  ) throws {
    let dataset = try SampleFiles.medicalCoding()
    let subject = Subject(.industry, naics)
    #expect(dataset.pay(of: subject).map(\.statistic) == [.mean])
    #expect(dataset.pay(of: subject).map(\.value) == [mean])
    #expect(dataset.figures(of: subject).map(\.value) == [employment])
  }

  @Test func `what is withheld of an industry is no row`() throws {
    let dataset = try SampleFiles.medicalCoding()
    #expect(dataset.pay(of: Subject(.industry, "518")).isEmpty)
    #expect(dataset.figures(of: Subject(.industry, "425")).isEmpty)
  }

  @Test func `employment of states and nation is there`() throws {
    let dataset = try SampleFiles.medicalCoding()
    let employment = Self.states.map { state in
      dataset.figures(of: Subject(.area, "state:\(state)")).filter { $0.measure == "employment" }.compactMap(
        \.value)
    }
    #expect(employment.allSatisfy { $0.count == 1 })
    #expect(employment.flatMap(\.self).reduce(0, +) == 187_770)
    #expect(dataset.records.figures.first { $0.id == "oews-national-employment" }?.value == 187_910)
  }

  @Test func `every point of the five is in order`() throws {
    let dataset = try SampleFiles.medicalCoding()
    let subjects = Set(dataset.records.pay.filter { $0.sourceID == "bls-oews-2024" }.map(\.subject))
    for subject in subjects {
      let points = dataset.pay(of: subject).filter { $0.basis == .annual && $0.statistic.percentile != nil }
      let values = points.sorted { ($0.statistic.percentile ?? 0) < ($1.statistic.percentile ?? 0) }
        .compactMap(\.value)
      #expect(values == values.sorted())
    }
  }
}
