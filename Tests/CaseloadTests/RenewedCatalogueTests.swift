import CareerData
import Export
import Foundation
import ReportModel
import TestValues
import Testing

@testable import Caseload

/// Whom a renewed catalogue concerns.
@Suite struct RenewedCatalogueTests {
  @Test func `the client is told whose occupation has other wages, and no other`() throws {
    let folder = try TestFolder()
    let catalogue = try folder.copyFolder(Repository.path("Samples/catalogue"), to: "catalogue")
    let rows = try String(contentsOfFile: "\(catalogue)/occupations.csv", encoding: .utf8)
    let old = "29-2052,Pharmacy Technicians,487920,35100,36920,43460,"
    #expect(rows.contains(old))
    try folder.write(
      rows.replacingOccurrences(of: old, with: "29-2052,Pharmacy Technicians,487920,35100,36920,47440,"),
      to: "catalogue/occupations.csv")
    let roster = try folder.write(
      """
      id,occupation,pay_amount,pay_basis,in_field
      technician,29-2052,43460,annual,yes
      nurse,Registered Nurses,70000,annual,yes
      coder,,46000,annual,yes

      """, to: "roster.csv")
    let affected = try AffectedExporter(
      old: CatalogueLoader.shippedName, new: catalogue, template: "standard")
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let result = try affected.compare(RosterFile(roster), date: day) { Issue.record("\($0)") }
    #expect(result.clients == 3 && result.affected == 1 && result.refused == 0)
    let figures = result.report.figures.flatMap(\.figures)
    #expect(Set(figures.map(\.itemID)) == ["technician"])
    // On the published median before; between the 25th percentile, 36,920, and the median of 47,440 now.
    #expect(figures.first { $0.measure == "percentile_before" }?.value == 50)
    #expect(figures.first { $0.measure == "percentile_after" }?.value == 40.5)
    #expect(result.report.title == "Whom the new figures concern")
  }
}
