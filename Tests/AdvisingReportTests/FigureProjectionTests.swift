import Calculation
import ReportModel
import SampleReports
import Testing

/// What a report shows is what its CSV holds: each published or calculated number of a cell, a fact, a chart or a sentence
/// is that of a figure, or follows from figures.
@Suite struct FigureProjectionTests {
  /// The numbers in the rows of the CSV.
  private struct Figures {
    private let numbers: [Quantity]

    init(_ report: Report) {
      numbers = report.figures.flatMap(\.figures).flatMap { figure -> [Quantity] in
        let ends = [figure.low, figure.value, figure.high].compactMap(\.self)
          .map { Quantity($0, figure.unit, figure.provenance) }
        let comparison = figure.comparison.map {
          [Quantity($0.difference, .dollarsPerYear), Quantity($0.percent, .percent)].compactMap(\.self)
        }
        return ends + (comparison ?? []) + figure.note.values.flatMap(\.quantities)
      }
    }

    func has(_ quantity: Quantity) -> Bool {
      numbers.contains {
        $0.amount == quantity.amount && $0.unit == quantity.unit && $0.provenance == quantity.provenance
      }
    }

    /// Each number that goes into a calculation is a figure, the client's, or made of such.
    func give(_ calculation: AppliedRule) -> Bool {
      calculation.operands.allSatisfy { operand in
        let number = operand.amount.exact
        switch operand.origin {
        case .stated: return true
        case .published(let citation):
          return number.map { has(Quantity($0, operand.unit, .published(citation))) } ?? false
        case .calculated(let inner):
          return number.map { has(Quantity($0, operand.unit, .calculated(inner))) } == true || give(inner)
        }
      }
    }

    /// The same statistic, which the source publishes by the year and by the hour: one row of the CSV, two cells.
    func hasCounterpart(of quantity: Quantity, _ citation: Citation) -> Bool {
      let hoursPerYear = 2080.0
      return numbers.contains { number in
        guard case .published(let other) = number.provenance, number.unit != quantity.unit else {
          return false
        }
        let (year, hour) =
          number.unit == .dollarsPerYear
          ? (number.amount, quantity.amount) : (quantity.amount, number.amount)
        return (other.sourceID, other.statistic, other.population, other.period)
          == (citation.sourceID, citation.statistic, citation.population, citation.period)
          && abs(hour * hoursPerYear - year) < 16
      }
    }
  }

  private struct Shown {
    let place: String
    let quantity: Quantity
  }

  private func shown(_ block: Block) -> [Shown] {
    func all(_ place: String, _ values: [Value]) -> [Shown] {
      values.flatMap(\.quantities).map { Shown(place: place, quantity: $0) }
    }
    return switch block {
    case .leadFigures(let figures):
      figures.flatMap { all("lead figures", $0.label.values + [$0.value] + $0.note.values) }
    case .passage(let title, let paragraphs): paragraphs.flatMap { all("\(title)", $0.values) }
    case .smallPrint(let sentences): sentences.flatMap { all("small print", $0.values) }
    case .facts(let facts): facts.flatMap { all($0.label, [$0.value] + $0.note.values) }
    case .paragraph(let prose): all("paragraph", prose.values)
    case .list(let title, let items), .callout(let title, let items):
      items.flatMap { all("\(title)", $0.values) }
    case .table(let table):
      table.rows.flatMap { row in all("\(table.id) \(row.id)", row.cells) }
        + table.notes.flatMap { all(table.id, $0.values) }
    case .chart(let chart):
      chart.groups.flatMap(\.points).flatMap { point in
        [point.low, point.high].compactMap(\.self).map {
          Shown(place: "\(chart.id) \(point.id)", quantity: $0)
        }
      } + all("\(chart.id) title", chart.title.values)
    case .nextSteps(let form): form.steps.flatMap { all("next steps", $0.sentence.values) }
    }
  }

  /// The published and calculated numbers that neither are figures nor follow from them.
  private func strangers(_ report: Report) -> [Shown] {
    let figures = Figures(report)
    return report.sections.flatMap(\.blocks).filter { block in
      // Prices are listed line by line; the CSV has what a credential costs in all.
      if case .table(let table) = block { table.id != "certification-costs" } else { true }
    }.flatMap(shown).filter { shown in
      switch shown.quantity.provenance {
      case .statedByClient, .counted: false
      case .published(let citation):
        !figures.has(shown.quantity) && !figures.hasCounterpart(of: shown.quantity, citation)
      case .calculated(let calculation): !figures.has(shown.quantity) && !figures.give(calculation)
      }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `every number that a report shows is a figure of the CSV, or follows from figures`(id: String) throws {
    for stranger in strangers(try SampleClients.report(id)) {
      Issue.record("\(stranger.place): \(stranger.quantity.amount) \(stranger.quantity.unit.rawValue)")
    }
  }

  @Test func `a cell with another number than the CSV is found`() throws {
    var report = try SampleClients.report("worked-example")
    let section = try #require(report.sections.firstIndex { $0.id == "settings" })
    for index in report.sections[section].blocks.indices {
      guard case .table(var table) = report.sections[section].blocks[index],
        let column = table.columns.firstIndex(where: { $0.id == "pay" }),
        case .quantity(let pay) = table.groups[0].rows[0].cells[column]
      else { continue }
      table.groups[0].rows[0].cells[column] = .quantity(
        Quantity(pay.amount + 1, pay.unit, pay.provenance))
      report.sections[section].blocks[index] = .table(table)
    }
    #expect(strangers(report).count == 1)
  }
}
