import Foundation
import TestValues
import Testing

@testable import CareerData

struct TableDeclarationTests {
  @Test(arguments: ["medical-coding", "medical-coding-2025", "lighthouse-keeping"])
  func `a shipped table has the columns that its record declares, and no other`(_ name: String) throws {
    let fields = try Self.fields(ofPackage: name)
    for (table, names) in fields {
      let declared = try #require(CareerDataset.Table(rawValue: table)).declaration.columns
      #expect(Set(names).subtracting(declared.map(\.name)) == [], "\(name): \(table)")
      let needed = declared.filter(\.isNeeded).map(\.name)
      #expect(Set(needed).subtracting(names) == [], "\(name): \(table)")
    }
  }

  @Test(arguments: CareerDataset.Table.allCases)
  func `rules and subjects name declared columns, and no column is declared twice`(
    _ table: CareerDataset.Table
  ) {
    let names = table.declaration.columns.map(\.name)
    #expect(Set(names).count == names.count)
    for rule in table.declaration.rules {
      switch rule {
      case .unique(let columns), .rising(let columns), .oneNumber(let columns), .oneValue(let columns):
        #expect(Set(columns).isSubset(of: names))
      }
    }
    for case .subject(let kindColumn) in table.declaration.columns.map(\.content) {
      #expect(names.contains(kindColumn))
    }
  }

  @Test func `ids, cited sources and prose are told from the record`() {
    let industries = CareerDataset.Table.industries.declaration
    #expect(industries.idColumn == "naics")
    #expect(industries.columns(referringTo: .sources) == [])
    let costs = CareerDataset.Table.credentialCosts.declaration
    #expect(costs.idColumn == nil)
    #expect(costs.columns(referringTo: .sources) == ["source"])
    #expect(costs.columns(referringTo: .credentials) == ["credential"])
    #expect(costs.columns.filter(\.isProse).map(\.name) == ["item", "period", "note"])
    #expect(costs.rules == [.unique(["credential", "item"]), .rising(["low", "high"])])
  }

  @Test func `tables of figures and of words may be long`() {
    let long = CareerDataset.Table.allCases.filter { $0.declaration.maximumRows == DatasetLimits.rows }
    #expect(long == [.pay, .figures, .translations])
  }

  /// The names of the fields of each table.
  private static func fields(ofPackage name: String) throws -> [String: [String]] {
    let bytes = Data(try #require(try SampleFiles.files(name)["datapackage.json"]))
    let package = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: resources.map { resource in
        let schema = resource["schema"] as? [String: Any]
        let fields = schema?["fields"] as? [[String: Any]] ?? []
        return (resource["name"] as? String ?? "", fields.compactMap { $0["name"] as? String })
      })
  }
}
