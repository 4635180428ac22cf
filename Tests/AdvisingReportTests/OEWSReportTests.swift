import Advising
import CareerData
import ReportModel
import SampleReports
import Testing

/// Reports from datasets that OEWS files alone fill.
@Suite struct OEWSReportTests {
  private func annual(_ amount: Double) -> (inout ClientProfile) -> Void {
    { $0.pay = StatedPay(amount: amount, basis: .annual) }
  }

  @Test func `a teacher's wages are published by the year, and no hourly pay is made of them`() throws {
    let dataset = OEWSDataset.dataset("teaching", OEWSDataset.teacher)
    let report = try OEWSDataset.report(dataset, annual(60_000))
    #expect(report.figure("position", "national", "pay")?.value == 62_340)
    #expect(report.figure("position", "national", "percentile")?.value == 45)
    #expect(report.everyQuantity.allSatisfy { $0.unit != .dollarsPerHour })
    #expect(report.figures.flatMap(\.figures).allSatisfy { $0.unit != .dollarsPerHour })
    let text = try OEWSDataset.text(report, dataset)
    #expect(text.contains("published by the year\n  only"))
    #expect(!text.contains("An hour"))
  }

  @Test func `a teacher who is paid by the hour is told how that is compared`() throws {
    let dataset = OEWSDataset.dataset("teaching", OEWSDataset.teacher)
    let report = try OEWSDataset.report(dataset) { $0.pay = StatedPay(amount: 30, basis: .hourly) }
    let words = ValueFormatter(for: report)
    #expect(
      report.everyProse.contains { words.text($0).contains("set against them at 2,080 hours a year") })
    #expect(report.figure("position", "national", "pay")?.difference == 60)
  }

  @Test func `an actor's wages are compared by the hour, and no annual pay is made of them`() throws {
    let dataset = OEWSDataset.dataset("acting", OEWSDataset.actor)
    let report = try OEWSDataset.report(dataset) { $0.pay = StatedPay(amount: 20, basis: .hourly) }
    let pay = try #require(report.figure("position", "national", "pay"))
    #expect(pay.unit == .dollarsPerHour && pay.value == 23.33)
    // The tidy rows give differences of a year, as for all hourly pay, and say so.
    #expect(pay.difference == -6_926.4 && pay.differencePercent == -14.3)
    #expect(ValueFormatter(for: report).text(pay.note).contains("2,080 hours"))
    let text = try OEWSDataset.text(report, dataset)
    #expect(text.contains("-$3.33 an hour (-14.3%) against the published median, $23.33 an\n  hour"))
    #expect(text.contains("37th percentile"))
    let table = try #require(report.everyTable.first { $0.id == "position-wages" })
    #expect(table.columns.map(\.id) == ["statistic", "hourly", "difference", "percent", "source"])
  }

  @Test func `a surgeon's upper percentiles are lower bounds, shown as such and compared with nothing`()
    throws
  {
    let dataset = OEWSDataset.dataset("surgery", OEWSDataset.surgeon)
    let report = try OEWSDataset.report(dataset, annual(250_000))
    let pay = try #require(report.figure("position", "national", "pay"))
    #expect(pay.statistic == "mean" && pay.value == 371_280)
    let open = report.figures("position", "national", "pay_percentile").filter { $0.value == nil }
    #expect(open.map(\.statistic) == ["median", "p75", "p90"])
    #expect(open.allSatisfy { $0.low == 239_200 && $0.high == nil && $0.difference == nil })
    let percentile = try #require(report.figure("position", "national", "percentile"))
    #expect(percentile.low == 25 && percentile.value == nil && percentile.high == nil)
    let text = try OEWSDataset.text(report, dataset)
    #expect(text.contains("median [1]           $239,200 or more  $115.00 or more"))
    #expect(text.contains("above the 25th percentile; the next are published only as\n  $239,200 or more"))
  }

  @Test func `a surgeon below the lower bound stands between two points`() throws {
    let report = try OEWSDataset.report(
      OEWSDataset.dataset("surgery", OEWSDataset.surgeon), annual(200_000))
    let percentile = try #require(report.figure("position", "national", "percentile"))
    #expect(percentile.low == 25 && percentile.value == nil && percentile.high == 50)
  }

  @Test func `states whose median is a lower bound stay in the list, first`() throws {
    let dataset = OEWSDataset.dataset("surgery", OEWSDataset.surgeon) {
      var known = OEWSDataset.surgeon
      known.annual[2] = .amount(230_000)
      $0.pay += OEWSDataset.pay(Subject(.area, "state:CA"), known)
      $0.pay += OEWSDataset.pay(Subject(.area, "state:NV"), OEWSDataset.surgeon)
    }
    let report = try OEWSDataset.report(dataset) { $0.isOpenToRemote = true }
    let states = try #require(report.section("employers")).figures
    #expect(states.map(\.itemID) == ["state:NV", "state:CA"])
    #expect(states.map(\.low) == [239_200, nil] && states.map(\.value) == [nil, 230_000])
    let table = try #require(report.everyTable.first { $0.id == "employers-states" })
    #expect(table.groups.count == 1)
  }

  @Test(arguments: [
    ("teaching", OEWSDataset.teacher), ("acting", OEWSDataset.actor), ("surgery", OEWSDataset.surgeon),
  ])
  func `nothing in the report speaks of credentials, coding or ladders, and no title stands alone`(
    title: String, wages: OEWSDataset.Wages
  ) throws {
    let dataset = OEWSDataset.dataset(title, wages) {
      $0.industries = [Industry(naics: "61", title: "Educational Services", level: "sector")]
      $0.pay += OEWSDataset.pay(Subject(.industry, "61"), wages)
    }
    for isKnown in [true, false] {
      let report = try OEWSDataset.report(dataset) {
        if isKnown { $0.pay = StatedPay(amount: 50_000, basis: .annual) } else { $0.isInField = nil }
      }
      #expect(
        report.figures.map(\.sectionID) == ["summary", "position", "settings", "outlook", "sources"])
      #expect(report.figure("settings", "industry:61", "pay") != nil)
      let text = try OEWSDataset.text(report, dataset).lowercased()
      for word in ["credential", "coding", "coder", "ladder", "rung", "certif", "specialization"] {
        #expect(!text.contains(word), "\(word)")
      }
      for block in report.sections.flatMap(\.blocks) {
        switch block {
        case .list(_, let items), .callout(_, let items), .passage(_, let items), .smallPrint(let items):
          #expect(!items.isEmpty)
        case .leadFigures(let figures): #expect(!figures.isEmpty)
        case .table(let table): #expect(table.columns.count > 1 && !table.rows.isEmpty)
        case .facts(let facts): #expect(!facts.isEmpty)
        case .paragraph, .chart, .nextSteps: break
        }
      }
    }
  }

  // MARK: - Areas

  @Test func `an area is compared beside the state and the nation`() throws {
    let dataset = OEWSDataset.dataset("teaching", OEWSDataset.teacher) {
      $0.pay += OEWSDataset.pay(Subject(.area, "state:CA"), OEWSDataset.teacher)
      $0.pay += OEWSDataset.pay(
        Subject(.area, "area:31080"),
        .init(annual: [50_000, 60_000, 80_000, 100_000, 120_000].map(OEWSDataset.Cell.amount)))
      $0.figures.append(
        PublishedFigure(
          id: "e", subject: Subject(.area, "area:31080"), measure: "employment", label: "Employment",
          low: nil, value: 77, high: nil, unit: .count, statistic: "count", population: "",
          period: "May 2024", sourceID: "bls-oews-2024", isEditorial: false, note: ""))
    }
    let report = try OEWSDataset.report(dataset) {
      $0.pay = StatedPay(amount: 70_000, basis: .annual)
      $0.areaID = "area:31080"
    }
    #expect(report.figure("position", "area:31080", "pay")?.difference == -10_000)
    #expect(report.figure("position", "area:31080", "percentile")?.value == 37.5)
    #expect(report.figure("position", "area:31080", "pay_index")?.value == 1.283)
    #expect(report.figure("outlook", "area:31080", "employment")?.value == 77)
    let table = try #require(report.everyTable.first { $0.id == "position-wages" })
    #expect(table.groups.map(\.label) == ["United States", "California", OEWSDataset.losAngeles])
    let text = try OEWSDataset.text(report, dataset)
    #expect(text.contains("Los Angeles-Long Beach-Anaheim, CA pays 1.283 times the national median"))
    #expect(text.contains("as the area tells"))
  }

  @Test func `an area without wages, and one outside the state, are said to be so`() throws {
    let dataset = OEWSDataset.dataset("teaching", OEWSDataset.teacher)
    let report = try OEWSDataset.report(dataset) {
      $0.stateCode = "NV"
      $0.areaID = "area:99999"
    }
    let text = try OEWSDataset.text(report, dataset)
    #expect(text.contains("No wages of this occupation are published for Emptyville, CA."))
    #expect(text.contains("No wages of this occupation are published for Nevada."))
    #expect(text.contains("Emptyville, CA is not in Nevada"))
  }
}
