import TestValues
import Testing

@testable import CareerData

/// Every figure of the catalogue is the published cell, all rows: its lines are those that another program in another
/// language reads in the files of BLS and O*NET.
@Suite struct PublishedCellsTests {
  private let catalogue: Catalogue

  init() throws { catalogue = Catalogue(DatasetFiles(files: try SampleFiles.catalogue())) }

  @Test(arguments: PublishedCells.tables.map(\.0))
  func `the lines of a table are those of the published files`(table: String) throws {
    let (_, count, hash) = try #require(PublishedCells.tables.first { $0.0 == table })
    // By the code points of the cells, as the other program sorts.
    let lines = lines(table).sorted { $0.lexicographicallyPrecedes($1, by: Self.isBefore) }
    #expect(lines.count == count)
    let text = lines.map { $0.joined(separator: "|") + "\n" }.joined()
    #expect(DatasetFiles(files: ["datapackage.json": Array(text.utf8)]).contentHash == hash)
  }

  @Test func `the lines of odd occupations are those of the published files`() {
    let lines = lines("occupations").map { $0.joined(separator: "|") }
    for line in PublishedCells.oddOccupations { #expect(lines.contains(line)) }
  }

  private static func isBefore(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  private func lines(_ table: String) -> [[String]] {
    let occupations = catalogue.occupations
    switch table {
    case "occupations": return occupations.map(Self.line)
    case "state_pay":
      return occupations.flatMap { occupation in
        catalogue.statePay(of: occupation.socCode).map { [occupation.socCode] + Self.line($0) }
      }
    case "price_parities":
      return catalogue.priceParities.map { [$0.areaID, "\($0.year)", PlainNumber.text($0.rpp)] }
    case "job_titles":
      return catalogue.table(.jobTitles).rows.map { [$0["soc"], $0["title"], $0["onet_soc_code"]] }
    case "related_occupations":
      return occupations.compactMap { occupation in
        let related = catalogue.relatedOccupations(to: occupation.socCode)
        return related.isEmpty
          ? nil : [occupation.socCode] + related.map { "\($0.socCode) \($0.tier.rawValue)" }
      }
    default:
      return occupations.compactMap { occupation in
        catalogue.factor(of: occupation.socCode).map { [occupation.socCode, $0] }
      }
    }
  }

  private static func line(_ occupation: CatalogueOccupation) -> [String] {
    let pay = PayBasis.allCases.flatMap { basis in
      PayStatistic.ofOEWS.map { amount(occupation.pay($0, basis)) }
    }
    let outlook: [OutlookMeasure] = [
      .employment, .projectedEmployment, .growth, .openings, .laborForceExits, .occupationalTransfers,
      .separations, .selfEmployed,
    ]
    return [occupation.socCode, occupation.title, number(occupation.employment)] + pay
      + outlook.map { number(occupation.outlook($0)) } + [
        occupation.entry?.education?.published ?? "", occupation.entry?.experience?.published ?? "",
        occupation.entry?.training?.published ?? "",
      ]
  }

  private static func line(_ state: CatalogueStatePay) -> [String] {
    [
      state.stateCode, number(state.employment), state.locationQuotient.map(PlainNumber.text) ?? "",
    ] + PayStatistic.ofOEWS.map { amount(state.pay($0)) }
  }

  private static func amount(_ pay: PayFigure?) -> String {
    guard let pay else { return "" }
    return pay.isOpenEnded ? "\(PlainNumber.text(pay.low ?? 0))+" : PlainNumber.text(pay.value ?? 0)
  }

  private static func number(_ figure: PublishedFigure?) -> String {
    figure?.value.map(PlainNumber.text) ?? ""
  }
}
