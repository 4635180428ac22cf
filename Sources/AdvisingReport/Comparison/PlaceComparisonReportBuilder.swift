import Advising
import Calculation
import CareerData
import ReportModel

/// Makes the report that sets places beside each other for one client and one occupation: what is paid there, how far it
/// goes, how much work there is.
public struct PlaceComparisonReportBuilder: Sendable {
  private let template: ReportTemplate
  private let programVersion: String
  private var wording: Wording { template.wording }

  public init(template: ReportTemplate, programVersion: String) {
    self.template = template
    self.programVersion = programVersion
  }

  /// The word in the `section` column of the CSV.
  public static let sectionID = "compare_places"

  public func report(on comparison: PlaceComparison) -> Report {
    let advice = comparison.advice
    let frame = ComparisonFrame(
      template: template, profile: advice.profile, date: advice.reportDate, identity: advice.dataset.identity,
      programVersion: programVersion)
    let context = SectionContext(
      advice: advice, wording: wording, origin: frame.origin, formatter: frame.formatter,
      monthNames: template.style.monthNames)
    let rows = comparison.places.map { PlaceRow($0, context) }
    let used = rows.flatMap(\.figures).flatMap(\.provenance.sourceIDs)
    let sources = context.sources.filter { used.contains($0.id) }
    let section = frame.section(
      Self.sectionID,
      title: wording.prose(
        ComparisonPhrase.placesTitle, ["occupation": Prose(advice.dataset.occupation.title)]
      ).words,
      blocks: [
        chart(comparison, rows, context).map(Block.chart),
        .passage(title: wording.prose(ComparisonPhrase.meaning), paragraphs: sentences(rows, comparison)),
        .table(table(rows)),
      ],
      smallPrint: [wording.prose(ComparisonPhrase.chartNote)]
        + (rows.contains { $0.concentration != nil }
          ? [wording.prose(ComparisonPhrase.placesTableNote)] : []),
      sources: sources)
    return frame.report(
      section: section, sources: sources, subject: advice.dataset.occupation.title,
      keywords: advice.dataset.occupation.socCode,
      figures: [
        FigureGroup(
          sectionID: Self.sectionID, title: section.title, figures: rows.flatMap(\.figures),
          occupation: advice.dataset.occupation.socCode)
      ])
  }

  // MARK: - The picture

  private func chart(_ comparison: PlaceComparison, _ rows: [PlaceRow], _ context: SectionContext) -> Chart? {
    let advice = comparison.advice
    let basis: PayBasis = advice.onlyWageBasis == .hourly ? .hourly : .annual
    let groups = comparison.places.compactMap { place -> ChartGroup? in
      let points =
        place.position.distribution?.everyPoint.filter { context.isShown(basis, of: $0.figure) } ?? []
      guard points.contains(where: { $0.figure.value != nil }) else { return nil }
      return WageBand(
        context: context, basis: basis, id: place.area.id, title: place.area.title, points: points
      ).group(.median)
    }
    guard !groups.isEmpty else { return nil }
    let subject =
      bestPaid(rows).map { row, figure in
        wording.prose(
          ComparisonPhrase.placesChart, ["area": Prose(row.area.title), "amount": Prose(figure.shown())])
      } ?? wording.prose(ComparisonPhrase.placesTable)
    return PayChart(
      context: context, id: ComparisonChart.id, categoryAxis: .percentiles, subject: subject, basis: basis
    ).chart(
      kind: .distribution, title: subject, groups: groups,
      sources: comparison.places.compactMap { $0.position.benchmark?.sourceID })
  }

  // MARK: - What it comes to

  private func sentences(_ rows: [PlaceRow], _ comparison: PlaceComparison) -> [Prose] {
    let buying = rows.compactMap { row in row.buyingPower.map { (row, $0) } }
    let best = bestPaid(rows).map { row, figure in
      wording.prose(
        ComparisonPhrase.placePaysMost, ["area": Prose(row.area.title), "amount": Prose(figure.shown())])
    }
    let farthest = buying.max { Self.amount($0.1) < Self.amount($1.1) }.flatMap { row, figure in
      figure.value.map { value in
        wording.prose(
          ComparisonPhrase.placeBuysMost,
          [
            "area": Prose(row.area.title),
            "amount": Prose(Quantity(value, figure.unit, figure.provenance).inHundreds),
          ])
      }
    }
    return [best, farthest, wording.prose(ComparisonPhrase.placesNotKnown)].compactMap(\.self)
  }

  private func bestPaid(_ rows: [PlaceRow]) -> (row: PlaceRow, figure: Figure)? {
    rows.compactMap { row in row.middle.map { (row, $0) } }.max { Self.amount($0.1) < Self.amount($1.1) }
  }

  private static func amount(_ figure: Figure) -> Double { figure.value ?? figure.low ?? 0 }

  private func table(_ rows: [PlaceRow]) -> Table {
    Table(
      id: "compare-places", title: wording.prose(ComparisonPhrase.placesTable),
      columns: [
        Column(id: "area", header: wording.text(ComparisonPhrase.place), role: .stub),
        Column(id: "middle", header: wording.text(ComparisonPhrase.middle), role: .figure),
        Column(id: "difference", header: wording.text(ComparisonPhrase.fromYou), role: .figure),
        Column(id: "buys", header: wording.text(ComparisonPhrase.buys), role: .figure),
        Column(id: "jobs", header: wording.text(ComparisonPhrase.jobsThere), role: .figure),
        Column(id: "concentration", header: wording.text(ComparisonPhrase.concentration), role: .figure),
      ],
      groups: [
        RowGroup(
          rows: rows.map { row in
            Row(
              id: row.area.id,
              cells: [
                .text(row.area.title), row.middle?.shown() ?? .missing, row.difference,
                row.buyingPower?.shown() ?? .missing, row.jobs?.shown() ?? .missing,
                row.concentration?.shown() ?? .missing,
              ], emphasis: row.isOwn ? .present : .none)
          })
      ])
  }
}

/// A place with the figures that cells and sentences show of it.
private struct PlaceRow {
  let area: Area
  let isOwn: Bool
  /// The percentiles, and the mean where no median is published.
  let wages: [Figure]
  let middle: Figure?
  /// The middle less the client's pay.
  let difference: Value
  let buyingPower: Figure?
  let jobs: Figure?
  let concentration: Figure?

  var figures: [Figure] { wages + [buyingPower, jobs, concentration].compactMap(\.self) }

  init(_ place: PlaceComparison.ComparedPlace, _ context: SectionContext) {
    area = place.area
    isOwn = place.isOwn
    let benchmark = place.position.benchmark
    let points = place.position.distribution?.everyPoint.map(\.figure) ?? []
    let published = points + (benchmark.map { points.contains($0) ? [] : [$0] } ?? [])
    wages = published.map {
      ComparisonFigures.wage($0, area: place.area, isCompared: $0 == benchmark, context)
    }
    middle = wages.first { $0.statistic == benchmark?.statistic.rawValue }
    difference =
      middle?.comparison.map { Value($0.difference, .dollarsPerYear, isDifference: true) } ?? .missing
    buyingPower = place.buyingPower.flatMap { ComparisonFigures.buyingPower($0, context) }
    func figure(_ published: PublishedFigure?) -> Figure? {
      published.map { context.figure(id: place.area.id, title: place.area.title, $0) }
    }
    jobs = figure(place.jobs)
    concentration = figure(place.concentration)
  }
}
