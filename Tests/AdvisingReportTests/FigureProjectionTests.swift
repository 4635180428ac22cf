import Calculation
import ReportModel
import SampleReports
import Testing

/// What a report shows is what its CSV holds: each number of a cell, a fact, a chart or a sentence that is published,
/// calculated or the client's pay is that of a figure, or follows from figures.
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
        let noted = figure.note.values.flatMap(\.quantities)
        // The summary's sentences are to follow from the other figures. How long study takes stands there alone.
        let isSentence = ["key_finding", "next_step"].contains(figure.measure)
        return ends + (comparison ?? [])
          + noted.filter { !isSentence || $0.unit == .months || $0.unit == .count }
      }
    }

    func has(_ quantity: Quantity) -> Bool {
      numbers.contains {
        $0.amount == quantity.amount && $0.unit == quantity.unit && $0.provenance == quantity.provenance
      }
    }

    /// The client's pay is a figure too, some of it calculated; years, hours and a budget stay the profile's.
    func holdPay(_ quantity: Quantity) -> Bool {
      ![.dollarsPerYear, .dollarsPerHour].contains(quantity.unit)
        || numbers.contains { $0.amount == quantity.amount && $0.unit == quantity.unit }
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

  /// Whether a calculation comes to a number, or to less than nothing by that number: sentences say which way it goes, and
  /// pay in hundreds, with "about".
  private static func isResult(_ quantity: Quantity, of calculation: AppliedRule) -> Bool {
    let amount = quantity.amount.magnitude
    let isInHundreds =
      quantity.unit == .dollarsPerYear && amount >= 1000
      && amount.truncatingRemainder(dividingBy: 100) == 0
    return [calculation.value.low, calculation.value.high].compactMap(\.self).contains { end in
      let result = Quantity(end, quantity.unit, quantity.provenance).amount.magnitude
      return (result - amount).magnitude <= (isInHundreds ? 50 : 0)
    }
  }

  /// The published and calculated numbers that neither are figures nor follow from them.
  private func strangers(_ report: Report) -> [Shown] {
    let figures = Figures(report)
    return report.sections.flatMap(\.blocks).flatMap(shown).filter { shown in
      switch shown.quantity.provenance {
      case .statedByClient: !figures.holdPay(shown.quantity)
      case .counted: false
      case .published(let citation):
        !figures.has(shown.quantity) && !figures.hasCounterpart(of: shown.quantity, citation)
      case .calculated(let calculation):
        !figures.has(shown.quantity)
          && !(figures.give(calculation) && Self.isResult(shown.quantity, of: calculation))
      }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `every number that a report shows is a figure of the CSV, or follows from figures`(id: String) throws {
    for stranger in strangers(try SampleClients.report(id)) {
      Issue.record("\(stranger.place): \(stranger.quantity.amount) \(stranger.quantity.unit.rawValue)")
    }
  }

  @Test(arguments: [
    ("worked-example", "settings-pay", "pay"), ("career-changer", "certification-plan", "cost"),
    ("career-changer", "certification-costs", "from"), ("career-changer", "certification-costs", "to"),
  ])
  func `a cell with another number than the CSV is found`(client: String, table id: String, column: String)
    throws
  {
    var report = try SampleClients.report(client)
    for section in report.sections.indices {
      for block in report.sections[section].blocks.indices {
        guard case .table(var table) = report.sections[section].blocks[block], table.id == id,
          let column = table.columns.firstIndex(where: { $0.id == column })
        else { continue }
        table.groups[0].rows[0].cells[column] = Self.changed(table.groups[0].rows[0].cells[column])
        report.sections[section].blocks[block] = .table(table)
      }
    }
    #expect(strangers(report).count == 1)
  }

  @Test func `pay of the client that is another than in the CSV is found`() throws {
    var report = try SampleClients.report("part-time-freelancer")
    let page = try #require(report.sections.firstIndex { $0.id == "page_one" })
    for block in report.sections[page].blocks.indices {
      guard case .leadFigures(var figures) = report.sections[page].blocks[block] else { continue }
      #expect(figures[0].role == .client)
      figures[0].value = Self.changed(figures[0].value)
      report.sections[page].blocks[block] = .leadFigures(figures)
    }
    #expect(strangers(report).count == 1)
  }

  @Test func `a key finding with another number than the CSV is found`() throws {
    var report = try SampleClients.report("worked-example")
    let page = try #require(report.sections.firstIndex { $0.id == "page_one" })
    let unchanged = report.sections[page].blocks
    var count = 0
    for block in unchanged.indices {
      guard case .passage(let title, let findings) = unchanged[block] else { continue }
      for (finding, sentence) in findings.enumerated() {
        for (place, run) in sentence.runs.enumerated() {
          guard case .value(let value) = run, let quantity = value.quantities.first else { continue }
          if case .statedByClient = quantity.provenance { continue }
          var (changed, runs) = (findings, sentence.runs)
          runs[place] = .value(Self.changed(value))
          changed[finding] = Prose(runs)
          report.sections[page].blocks[block] = .passage(title: title, paragraphs: changed)
          #expect(!strangers(report).isEmpty, "finding \(finding + 1), run \(place + 1)")
          count += 1
        }
      }
      report.sections[page].blocks[block] = unchanged[block]
    }
    #expect(count >= 5)
  }

  /// The value with its first number off by one.
  private static func changed(_ value: Value) -> Value {
    func changed(_ quantity: Quantity) -> Quantity {
      Quantity(quantity.amount + 1, quantity.unit, quantity.provenance)
    }
    return switch value {
    case .quantity(let quantity): .quantity(changed(quantity))
    case .bounded(let bound, let quantity): .bounded(bound, changed(quantity))
    case .range(let low, let high, let isOpen): .range(low: changed(low), high: high, isOpen: isOpen)
    case .missing, .text, .link, .date, .source: value
    }
  }
}
