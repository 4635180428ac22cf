import ReportModel

/// Everything a report shows, for tests that look at all of it.
extension Report {
  public var everyFigure: [Figure] { figures.flatMap(\.figures) }

  public var everyTable: [Table] {
    sections.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  public var everyChart: [Chart] {
    sections.flatMap(\.blocks).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  public var everyProse: [Prose] {
    let blocks = sections.flatMap(\.blocks).flatMap { block -> [Prose] in
      switch block {
      case .leadFigures(let figures): figures.flatMap { [$0.label, Prose([.value($0.value)]), $0.note] }
      case .facts(let facts): facts.map(\.note)
      case .paragraph(let prose): [prose]
      case .passage(let title, let items), .list(let title, let items), .callout(let title, let items):
        [title] + items
      case .smallPrint(let sentences): sentences
      case .table(let table): [table.title] + table.groups.map(\.title) + table.notes
      case .chart(let chart): [chart.title, chart.alternativeText, chart.source]
      case .nextSteps(let form): [form.title] + form.steps.map(\.sentence)
      }
    }
    return blocks + [footer] + everyFigure.map(\.note)
  }

  /// Headers, labels and cells that are text.
  public var everyText: [String] {
    let tables = everyTable.flatMap { table in
      table.columns.map(\.header) + [table.groupHeading]
        + table.rows.flatMap { row in
          row.cells.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }
    }
    return tables + [title] + heading.map(\.label) + sections.map(\.title)
      + everyChart.flatMap { [$0.categoryAxis, $0.valueAxis] + $0.groups.map(\.title) }
  }

  public var everyQuantity: [Quantity] {
    let cells = everyTable.flatMap { $0.rows.flatMap { $0.cells.flatMap(\.quantities) } }
    let prose = everyProse.flatMap { $0.values.flatMap(\.quantities) }
    let points = everyChart.flatMap { $0.groups.flatMap(\.points) }
    return cells + prose + points.map(\.high) + points.compactMap(\.low)
  }
}
