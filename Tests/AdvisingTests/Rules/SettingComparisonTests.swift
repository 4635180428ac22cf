import Advising
import CareerData
import Testing

@Suite struct SettingComparisonTests {
  /// The settings of the small dataset after a change: tower is 622, shore 621, office 99 and then 55, boat none.
  private func settings(
    _ change: (inout CareerDataset.Records) -> Void = { _ in }
  ) throws -> [String: ItemComparison] {
    var profile = ClientProfile(id: "c")
    profile.pay = StatedPay(amount: 40_000, basis: .annual)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    let advice = Advice(profile: profile, dataset: SmallDataset.dataset(change), reportDate: date)
    return Dictionary(uniqueKeysWithValues: advice.settings.map { ($0.id, $0) })
  }

  /// Adds an industry with a median, as an import of more detailed files does.
  private func add(_ naics: String, _ median: Double?, to records: inout CareerDataset.Records) {
    records.industries.append(Industry(naics: naics, title: "Industry \(naics)", level: "3-digit"))
    if let median {
      records.pay.append(SmallDataset.pay(Subject(.industry, naics), .median, value: median))
    }
  }

  @Test func `a setting takes the pay of its own industry, and that leads another source`() throws {
    let office = try #require(try settings()["office"])
    #expect(office.pay?.annual == 58_000)
    #expect(office.pay?.fromClient == Difference(of: 58_000, from: 40_000))
    #expect(office.pay?.fromNationalMedian?.amount == 8_000)
    #expect(office.otherPay.map(\.annual) == [65_000])
    #expect(office.nearest.isEmpty)
  }

  @Test func `several codes of a setting have a figure each, never averaged, and the first leads`() throws {
    let office = try #require(try settings { add("55", 70_000, to: &$0) }["office"])
    #expect(office.industries.map(\.industry.naics) == ["99", "55"])
    #expect(office.industries.map(\.pay.annual) == [58_000, 70_000])
    #expect(office.pay?.annual == 58_000)
    #expect(office.otherPay.map(\.annual) == [65_000])
  }

  @Test func `the order of the codes is the table's, whatever their statistics`() throws {
    let office = try #require(
      try settings {
        add("55", 70_000, to: &$0)
        $0.pay.removeAll { $0.subject == Subject(.industry, "99") }
        $0.pay.append(SmallDataset.pay(Subject(.industry, "99"), .mean, value: 59_000))
      }["office"])
    #expect(office.pay?.figure.statistic == .mean && office.pay?.annual == 59_000)
    #expect(office.industries.map(\.pay.annual) == [59_000, 70_000])
  }

  @Test func `a code without a figure leaves the lead to the next`() throws {
    let office = try #require(
      try settings {
        $0.pay.removeAll { $0.subject == Subject(.industry, "99") }
        add("55", 70_000, to: &$0)
      }["office"])
    #expect(office.industries.map(\.industry.naics) == ["55"])
    #expect(office.pay?.annual == 70_000 && office.nearest.isEmpty)
  }

  @Test func `another source's figure is the setting's own while its industry has none`() throws {
    let office = try #require(
      try settings { $0.pay.removeAll { $0.subject == Subject(.industry, "99") } }["office"])
    #expect(office.pay?.annual == 65_000)
    #expect(office.industries.isEmpty && office.otherPay.isEmpty)
  }

  @Test func `a setting without a figure names the industry that contains it`() throws {
    let tower = try #require(try settings()["tower"])
    #expect(tower.pay == nil && tower.hasNoOwnFigure && !tower.hasNoFigure)
    #expect(tower.nearest.map(\.subject) == [Subject(.industry, "62")])
    #expect(tower.nearest.first?.pay?.annual == 48_000)
  }

  @Test func `the code's own figure takes the place of the industry around it`() throws {
    let settings = try settings { add("622", 49_000, to: &$0) }
    #expect(settings["tower"]?.pay?.annual == 49_000)
    #expect(settings["tower"]?.nearest.isEmpty == true)
    #expect(settings["shore"]?.nearest.first?.pay?.annual == 48_000)
  }

  @Test func `the most detailed industry with a figure is the nearest`() throws {
    let settings = try settings { records in
      records.settingIndustries.append(
        SettingIndustry(settingID: "boat", naics: "62141", order: 1, reason: ""))
      add("6214", nil, to: &records)
      add("621", 47_000, to: &records)
    }
    #expect(settings["boat"]?.nearest.map(\.subject.id) == ["621"])
    #expect(settings["shore"]?.pay?.annual == 47_000)
  }

  @Test func `codes that share an industry name it once as the nearest`() throws {
    let settings = try settings { records in
      records.settingIndustries.append(
        SettingIndustry(settingID: "tower", naics: "6211", order: 2, reason: ""))
    }
    #expect(settings["tower"]?.nearest.map(\.subject.id) == ["62"])
  }

  @Test(arguments: [
    ("62", "622", true), ("62", "62", true), ("622", "62", false), ("31-33", "3254", true),
    ("31-33", "34", false), ("99", "622", false),
  ])
  func `an industry contains the codes that begin with it`(naics: String, code: String, expected: Bool) {
    #expect(Industry(naics: naics, title: "", level: "").contains(naics: code) == expected)
  }

  @Test func `a dataset without settings shows its sectors instead`() throws {
    let records = SmallDataset.dataset { add("622", 49_000, to: &$0) }.records
    let dataset = CareerDataset(
      identity: .init(name: "n", title: "t", version: "1"), tables: Set(CareerDataset.Table.required),
      records: records)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    let settings = Advice(profile: ClientProfile(id: "c"), dataset: dataset, reportDate: date).settings
    #expect(settings.map(\.id) == ["industry:62", "industry:99"])
    #expect(settings.map(\.pay?.annual) == [48_000, 58_000])
  }
}
