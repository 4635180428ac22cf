import ReportModel
import SampleReports
import Testing

@testable import AdvisingReport

/// Nothing empty, no row of dashes: what is not published is said once, in a sentence.
struct UnpublishedRowsTests {
  @Test(arguments: SampleClients.ids)
  func `no table to be read has a row without figures that shows a dash`(id: String) throws {
    for section in try SampleClients.report(id).sections.map(\.forReading) {
      for case .table(let table) in section.blocks {
        let figures = table.columns.indices.filter { table.columns[$0].role == .figure }
        for row in table.rows where !figures.isEmpty && figures.allSatisfy({ row.cells[$0].isEmpty }) {
          #expect(!row.cells.contains(.missing), "\(section.id), \(table.id), \(row.id)")
          #expect(row.cells.dropFirst().contains { !$0.isEmpty }, "\(section.id), \(table.id), \(row.id)")
        }
      }
    }
  }

  @Test func `the employers of whom no pay is published are named in a sentence with its source`() throws {
    let report = try SampleClients.report("worked-example")
    let section = try #require(report.sections.first { $0.id == "employers_all" })
    let tables = section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let employers = try #require(
      tables.first { table in table.rows.contains { $0.cells.first == .text("Insurers") } })
    let sentence = try #require(employers.notes.first)
    let words = sentence.runs.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    #expect(words.hasPrefix("No figures are published for: "))
    #expect(sentence.values.contains(.text("The Coding Network")))
    #expect(sentence.values.contains { if case .source = $0 { true } else { false } })
    #expect(!employers.rows.contains { $0.cells.first == .text("The Coding Network") })
  }
}
