import Calculation
import Foundation
import ReportModel
import Testing

@testable import ReportWriters

@Suite struct CSVDataPackageTests {
  @Test func `the schema describes each column of the CSV, in order`() throws {
    let package = try Self.package(of: .zoo)
    let resource = try #require((package["resources"] as? [[String: Any]])?.first)
    #expect(resource["path"] as? String == "Zoo.1.csv")
    let schema = try #require(resource["schema"] as? [String: Any])
    let fields = try #require(schema["fields"] as? [[String: Any]])
    #expect(fields.compactMap { $0["name"] as? String } == CSVColumn.ofReports.map(\.rawValue))
    let numbers = fields.filter { $0["type"] as? String == "number" }.compactMap { $0["name"] as? String }
    #expect(numbers == ["low", "value", "high", "difference", "difference_percent"])
    #expect(fields.allSatisfy { ($0["description"] as? String)?.hasSuffix(".") == true })
    let units = fields[7]["constraints"] as? [String: Any]
    #expect(units?["enum"] as? [String] == Unit.allCases.map(\.rawValue))
  }

  @Test func `the sources stand in the package in the order of their numbers`() throws {
    let package = try Self.package(of: .sample(sections: []))
    let sources = try #require(package["sources"] as? [[String: String]])
    #expect(sources.map { $0["id"] } == ["bls", "survey"])
    #expect(sources.map { $0["path"] } == ["https://www.bls.gov/oes/", nil])
  }

  @Test func `the name of the package is lowercase`() throws {
    #expect(try Self.package(of: .zoo)["name"] as? String == "report-zoo.1")
  }

  @Test func `the apostrophe is explained where it is used`() throws {
    let escaped = try Self.package(of: .sample(sections: []))["description"] as? String
    let raw = try Self.package(of: .sample(sections: []), escapesFormulas: false)["description"] as? String
    #expect(escaped?.contains("apostrophe") == true)
    #expect(raw?.contains("apostrophe") == false)
  }

  private static func package(of report: Report, escapesFormulas: Bool = true) throws -> [String: Any] {
    let files = try CSVReportWriter(escapesFormulas: escapesFormulas).files(for: report)
    return try #require(try JSONSerialization.jsonObject(with: Data(files[1].bytes)) as? [String: Any])
  }
}
