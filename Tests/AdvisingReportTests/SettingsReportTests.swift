import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// Settings by industry in the report, with the shipped settings and their codes.
@Suite struct SettingsReportTests {
  /// The shipped dataset as an import of more detailed industry files leaves it: with these medians added.
  private func dataset(_ medians: [(naics: String, title: String, median: Double)]) throws -> CareerDataset {
    let shipped = try DatasetLoader.shipped()
    var records = shipped.records
    records.industries.removeAll { industry in medians.contains { $0.naics == industry.naics } }
    for (naics, title, median) in medians {
      let level = naics.count == 3 ? "3-digit" : "4-digit"
      records.industries.append(Industry(naics: naics, title: title, level: level))
      records.pay.append(
        PayFigure(
          id: "oews-industry-\(naics)-median", subject: Subject(.industry, naics), statistic: .median,
          basis: .annual, low: nil, value: median, high: nil, isOpenEnded: false,
          populationID: "oews-wage-and-salary", detail: "", period: "May 2024", sourceID: "bls-oews-2024",
          isEditorial: false, note: ""))
    }
    return CareerDataset(identity: shipped.identity, tables: shipped.tables, records: records)
  }

  private static let detailed: [(naics: String, title: String, median: Double)] = [
    ("622", "Hospitals", 51_000), ("6211", "Offices of Physicians", 46_500),
    ("6214", "Outpatient Care Centers", 49_500),
    ("524114", "Direct Health and Medical Insurance Carriers", 63_000),
    ("5412", "Accounting Services", 50_500), ("5611", "Office Administrative Services", 48_500),
    ("5417", "Scientific Research and Development Services", 66_000),
  ]

  private func report(_ dataset: CareerDataset) throws -> Report {
    try OEWSDataset.report(dataset) {
      $0.pay = StatedPay(amount: 46_000, basis: .annual)
      $0.settingID = "physician-office"
    }
  }

  private func blocks(_ report: Report) throws -> (table: Table, chart: Chart) {
    (
      try #require(report.everyTable.first { $0.id == "settings-pay" }),
      try #require(report.everyChart.first { $0.id == "settings" })
    )
  }

  @Test func `more detailed files give the settings figures of their own`() throws {
    let report = try report(dataset(Self.detailed))
    let expected: [String: Double] = [
      "hospital": 51_000, "physician-office": 46_500, "outpatient-care-center": 49_500, "insurer": 63_000,
      "billing-company": 50_500, "billing-company/5611": 48_500, "research": 66_000,
      "research/54171": 65_230, "head-office": 60_750,
      "government": 58_890,
    ]
    let figures = try #require(report.section("settings")?.figures)
    let pay = figures.filter { $0.measure == "pay" }
    #expect(Dictionary(uniqueKeysWithValues: pay.map { ($0.itemID, $0.value ?? 0) }) == expected)
    #expect(figures.allSatisfy { $0.measure != "pay_nearest" })
    #expect(report.figure("settings", "research", "pay_other_source")?.value == 80_965)
    #expect(report.figure("settings", "research", "pay")?.provenance.sourceIDs == ["bls-oews-2024"])
  }

  @Test func `a second code has a row and an item of its own, and the picture has the setting once`() throws {
    let report = try report(dataset(Self.detailed))
    let (table, chart) = try blocks(report)
    let second = try #require(table.rows.first { $0.id == "billing-company/5611" })
    #expect(second.cells[0] == .text("Third-party billing / revenue cycle company (NAICS 5611)"))
    #expect(second.cells.contains(.text("Office Administrative Services (NAICS 5611)")))
    #expect(Set(table.rows.map(\.id)).count == table.rows.count)
    #expect(chart.groups.flatMap(\.points).filter { $0.id.hasPrefix("billing-company") }.count == 1)
    let note = try #require(report.figure("settings", "billing-company/5611", "pay")).note
    #expect(ValueFormatter(for: report).text(note) == "industry: Office Administrative Services (NAICS 5611)")
  }

  @Test func `a setting has the mean of its own industry, in a group of its own`() throws {
    let report = try report(dataset([]))
    let (table, chart) = try blocks(report)
    for (id, mean, from) in [("hospital", 60_530.0, 14_530.0), ("insurer", 70_540, 24_540)] {
      let figure = try #require(report.figure("settings", id, "pay"))
      #expect(figure.value == mean && figure.statistic == "mean" && figure.difference == from)
    }
    for group in table.groups {
      let ids = Set(group.rows.map(\.id))
      #expect(ids.isDisjoint(with: ["government", "head-office"]) || ids == ["government", "head-office"])
    }
    #expect(
      chart.groups.contains {
        $0.points.map(\.id) == ["insurer", "hospital"]
      })
  }

  @Test func `what is published of a part of a setting stands beside the setting's own figure`() throws {
    let report = try report(dataset([]))
    let own = try #require(report.figure("settings", "research", "pay"))
    #expect(own.value == 80_965 && own.difference == 34_965 && own.provenance.sourceIDs == ["datausa"])
    #expect(report.figure("settings", "research", "difference_from_national_median")?.value == 30_715)
    let part = try #require(report.figure("settings", "research/54171", "pay"))
    #expect(part.value == 65_230 && part.item == "Scientific research and development (NAICS 54171)")
  }

  @Test func `the title of the chart speaks of the aim, else of the present setting, else of the spread`()
    throws
  {
    func title(_ change: (inout ClientProfile) -> Void) throws -> String {
      let report = try OEWSDataset.report(dataset([])) {
        $0.pay = StatedPay(amount: 46_000, basis: .annual)
        change(&$0)
      }
      return ValueFormatter(for: report).text(try blocks(report).chart.title)
    }
    #expect(
      try title {
        $0.settingID = "physician-office"
        $0.targetSettingID = "insurer"
      } == "Pay by setting: Insurer, 53.3% more than you earn")
    let present =
      "Pay by setting: Physician office, Outpatient care center, 8.1% more than you earn"
    #expect(try title { $0.settingID = "physician-office" } == present)
    // Nothing is published about pay for remote work.
    #expect(
      try title {
        $0.settingID = "physician-office"
        $0.targetSettingID = "remote"
      } == present)
    #expect(
      try title { _ in }
        == "Pay by setting: $49,730 for Physician office, Outpatient care center to $70,540 for Insurer"
    )
  }

  @Test func `an industry that settings share is shown once, and each says that it is its nearest`() throws {
    let report = try report(dataset([]))
    let figures = try #require(report.section("settings")).figures
    let words = ValueFormatter(for: report)
    let nearest = figures.filter { $0.measure == "pay_nearest" }
    #expect(nearest.map(\.itemID) == ["industry:621", "industry:541", "industry:561"])
    #expect(nearest.first?.value == 49_730 && nearest.first?.difference == 3_730)
    #expect(
      words.text(nearest[0].note) == "nearest for Physician office, Outpatient care center")
    let (table, chart) = try blocks(report)
    let pay = try #require(table.columns.firstIndex { $0.id == "pay" })
    for median in nearest.compactMap(\.value) {
      #expect(table.rows.filter { $0.cells[pay].quantities.first?.amount == median }.count == 1)
    }
    // The picture has each setting once, by the first of its nearest industries: 621 and 541, and not 561.
    let drawn = chart.groups.flatMap(\.points).map(\.high.amount)
    #expect(nearest.compactMap(\.value).map { median in drawn.filter { $0 == median }.count } == [1, 1, 0])
    for id in ["physician-office", "outpatient-care-center"] {
      let row = try #require(table.rows.first { $0.id == id })
      #expect(row.cells.last == .text("nearest is Ambulatory Health Care Services (NAICS 621)"))
      let figure = try #require(report.figure("settings", id, "pay_not_published"))
      #expect(words.text(figure.note).contains("nearest is Ambulatory Health Care Services (NAICS 621)"))
    }
    #expect(report.everyProse.contains { words.text($0).contains("once for all settings that share it") })
  }

  @Test func `government and head office have figures of their own, not nearest ones`() throws {
    let report = try report(dataset([]))
    for id in ["government", "head-office"] {
      #expect(report.figure("settings", id, "pay")?.value != nil)
      #expect(report.figure("settings", id, "pay_not_published") == nil)
    }
  }

  @Test func `an industry that is one setting's own and another's nearest has one row`() throws {
    let shipped = try dataset([])
    var records = shipped.records
    records.settingIndustries.append(
      SettingIndustry(settingID: "remote", naics: "621", order: 1, reason: "for this test"))
    let changed = CareerDataset(identity: shipped.identity, tables: shipped.tables, records: records)
    let report = try report(changed)
    let (table, chart) = try blocks(report)
    let pay = try #require(table.columns.firstIndex { $0.id == "pay" })
    #expect(table.rows.filter { $0.cells[pay].quantities.first?.amount == 49_730 }.map(\.id) == ["remote"])
    #expect(chart.groups.flatMap(\.points).filter { $0.high.amount == 49_730 }.count == 1)
    #expect(report.figures("settings", "industry:621", "pay_nearest").isEmpty)
    let detail = try #require(table.rows.first { $0.id == "remote" }?.cells.last)
    #expect(
      detail
        == .text(
          "Ambulatory Health Care Services (NAICS 621); nearest for Physician office, Outpatient care center"
        ))
  }
}
