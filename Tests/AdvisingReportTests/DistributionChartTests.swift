import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

@testable import AdvisingReport

/// The picture of wages: what stands at each percentile, and what is left out where it is not known.
@Suite struct DistributionChartTests {
  private func chart(_ report: Report) throws -> Chart {
    try #require(report.everyChart.first { $0.id == "distribution" })
  }

  private func words(_ point: ChartPoint, _ report: Report) -> [String] {
    point.words.map(ValueFormatter(for: report).text)
  }

  @Test func `the nearest place comes first and has all words, the others their numbers`() throws {
    let report = try SampleClients.report("worked-example")
    let chart = try chart(report)
    #expect(ValueFormatter(for: report).text(chart.title) == "Your pay beside others' in California")
    #expect(chart.groups.map(\.title) == ["California", "United States"])
    #expect(chart.groups.map(\.middleWords) == ["the middle half", ""])
    #expect(chart.groups[0].points.map(\.percentile) == [10, 25, 50, 75, 90])
    #expect(
      chart.groups[0].points.map { words($0, report) } == [
        ["$41,740", "1 in 10 earns less"], [], ["half earn more than $59,700"], [],
        ["$104,560", "1 in 10 earns more"],
      ])
    #expect(
      chart.groups[1].points.map { words($0, report) } == [["$35,780"], [], ["$50,250"], [], ["$80,950"]])
    #expect(chart.reference?.shortLabel == "you" && chart.reference?.quantity.amount == 46_000)
    #expect(
      ValueFormatter(for: report).text(chart.alternativeText).hasPrefix(
        "Your pay beside others' in California. Your present pay: $46,000; 1 in 10 earns less, California: $41,740; "
      ))
  }

  @Test func `in Spanish the words are Spanish`() throws {
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    let report = ReportExporter(
      dataset: try DatasetLoader.shipped(), template: try TemplateLoader.load("standard-es"), options: .init()
    ).report(on: try SampleClients.profile("worked-example"), date: date)
    let chart = try chart(report)
    #expect(ValueFormatter(for: report).text(chart.title) == "Su salario junto al de otros en California")
    #expect(
      chart.groups[0].points.map { words($0, report) } == [
        ["$41,740", "1 de cada 10 gana menos"], [], ["la mitad gana más de $59,700"], [],
        ["$104,560", "1 de cada 10 gana más"],
      ])
  }

  @Test func `pay in another field is not set beside others'`() throws {
    let report = try SampleClients.report("career-changer")
    let chart = try chart(report)
    #expect(ValueFormatter(for: report).text(chart.title) == "What this work pays in Ohio")
    #expect(chart.reference?.shortLabel == "you, in another field")
  }

  @Test func `wages that are published by the hour only are drawn by the hour, and so is pay`() throws {
    let report = try OEWSDataset.report(OEWSDataset.dataset("acting", OEWSDataset.actor)) {
      $0.pay = StatedPay(amount: 20, basis: .hourly)
    }
    let chart = try chart(report)
    #expect(chart.unit == .dollarsPerHour && chart.valueAxis == "US dollars an hour")
    #expect(chart.groups[0].points.map(\.high.amount) == [14, 16.94, 23.33, 41.09, 97.19])
    #expect(chart.groups.flatMap(\.points).allSatisfy { $0.high.unit == .dollarsPerHour })
    #expect(chart.reference?.quantity.amount == 20 && chart.reference?.quantity.unit == .dollarsPerHour)
  }

  @Test func `from the first percentile that is only "or more" on, nothing but that is said`() throws {
    let report = try OEWSDataset.report(OEWSDataset.dataset("surgery", OEWSDataset.surgeon)) {
      $0.pay = StatedPay(amount: 250_000, basis: .annual)
    }
    let points = try chart(report).groups[0].points
    #expect(points.map(\.isOpen) == [false, false, true, true, true])
    #expect(points.map(\.high.amount) == [77_290, 139_070, 239_200, 239_200, 239_200])
    #expect(
      points.map { words($0, report) } == [
        ["$77,290", "1 in 10 earns less"], [], ["half earn $239,200 or more"], [], [],
      ])
  }

  @Test func `a percentile that is not published is not drawn, and the ends say which they are`() throws {
    let some = OEWSDataset.Wages(annual: [.none, .amount(50_000), .amount(60_000), .amount(70_000), .none])
    let report = try OEWSDataset.report(OEWSDataset.dataset("some", some)) { _ in }
    let points = try chart(report).groups[0].points
    #expect(points.map(\.percentile) == [25, 50, 75])
    #expect(
      points.map { words($0, report) } == [
        ["$50,000", "1 in 4 earns less"], ["half earn more than $60,000"], ["$70,000", "1 in 4 earns more"],
      ])
  }

  @Test func `a median alone is drawn beside pay, and not without it`() throws {
    let median = OEWSDataset.Wages(annual: [.none, .none, .amount(60_000), .none, .none])
    let dataset = OEWSDataset.dataset("median", median)
    let alone = try OEWSDataset.report(dataset) { _ in }
    #expect(!alone.everyChart.contains { $0.id == "distribution" })
    let report = try OEWSDataset.report(dataset) { $0.pay = StatedPay(amount: 50_000, basis: .annual) }
    #expect(try chart(report).groups[0].points.map { words($0, report) } == [["half earn more than $60,000"]])
  }

  @Test func `page one has the nearest place alone, in full`() throws {
    let report = try SampleClients.report("worked-example")
    let template = try SampleClients.template().report
    let context = SectionContext(
      advice: try SampleClients.advice("worked-example"), wording: template.wording,
      origin: try #require(report.origin),
      formatter: ValueFormatter(style: template.style), monthNames: [])
    let nearest = try #require(DistributionChart(context: context).ofNearest)
    let every = try #require(DistributionChart(context: context).ofEveryPlace)
    #expect(nearest.id == "page-one-wages" && every.id == "distribution")
    #expect(nearest.groups == [every.groups[0]] && nearest.title == every.title)
  }
}
