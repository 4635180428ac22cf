import Calculation
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// Every number of a report leads to its source.
@Suite struct ProvenanceTests {
  private func expectComplete(_ citation: Citation, _ known: Set<String>, _ place: String) {
    #expect(known.contains(citation.sourceID), "\(place): \(citation)")
    #expect(!citation.statistic.isEmpty && !citation.period.isEmpty, "\(place): \(citation)")
  }

  private func expectOrigin(_ provenance: Provenance, _ known: Set<String>, _ place: String) {
    switch provenance {
    case .published(let citation): expectComplete(citation, known, place)
    case .calculated(let calculation):
      #expect(!calculation.value.isMissing, "\(place): \(calculation)")
      for citation in calculation.citations { expectComplete(citation, known, place) }
    case .counted(let citations):
      for citation in citations { expectComplete(citation, known, place) }
    case .statedByClient: break
    }
  }

  @Test(arguments: SampleClients.ids)
  func `every number is published by a known source, calculated from such numbers, or the client's`(
    id: String
  ) throws {
    let report = try SampleClients.report(id)
    let known = Set(report.sources.map(\.id))
    for quantity in report.everyQuantity { expectOrigin(quantity.provenance, known, "\(quantity)") }
    for group in report.figures {
      for figure in group.figures where [figure.low, figure.value, figure.high] != [nil, nil, nil] {
        expectOrigin(
          figure.provenance, known, "\(group.sectionID) \(figure.itemID) \(figure.measure)")
      }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `a source has a title, a publisher and a period`(id: String) throws {
    for source in try SampleClients.report(id).sources {
      #expect(!source.title.isEmpty && !source.publisher.isEmpty && !source.period.isEmpty, "\(source.id)")
    }
  }

  /// In the text the number of a source, in the workbook a link to its row.
  @Test(arguments: SampleClients.ids)
  func `each row of a table and each sentence names the source of its numbers`(id: String) throws {
    let report = try SampleClients.report(id)
    for table in report.everyTable {
      for row in table.rows {
        let named = Set(row.cells.compactMap { if case .source(let id) = $0 { id } else { nil } })
        let leading = row.cells.flatMap(\.quantities).compactMap { $0.provenance.sourceIDs.first }
        #expect(Set(leading).isSubset(of: named), "\(table.id) \(row.id)")
      }
    }
    for section in report.sections {
      for block in section.blocks {
        let sentences: [Prose] =
          switch block {
          case .paragraph(let prose): [prose]
          case .list(_, let items), .callout(_, let items), .passage(_, let items): items
          case .leadFigures(let figures):
            figures.map { Prose($0.label.runs + [.value($0.value)] + $0.note.runs) }
          case .table(let table): table.notes
          case .facts(let facts): facts.map { Prose([.value($0.value)] + $0.note.runs) }
          case .chart, .nextSteps, .smallPrint: []
          }
        for prose in sentences {
          let named = Set(prose.values.compactMap { if case .source(let id) = $0 { id } else { nil } })
          let used = prose.values.flatMap(\.quantities).flatMap(\.provenance.sourceIDs)
          #expect(Set(used).isSubset(of: named), "\(section.id): \(ValueFormatter(for: report).text(prose))")
        }
      }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `the sources of a chart stand under it`(id: String) throws {
    for chart in try SampleClients.report(id).everyChart {
      let named = Set(chart.source.values.compactMap { if case .source(let id) = $0 { id } else { nil } })
      let used = chart.groups.flatMap(\.points).flatMap { [$0.low, $0.high].compactMap { $0 } }
      #expect(named == Set(used.flatMap(\.provenance.sourceIDs)), "\(chart.id)")
    }
  }
}
