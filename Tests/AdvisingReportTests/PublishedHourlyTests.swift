import Advising
import Calculation
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// OEWS publishes pay an hour and pay a year, and where both are published both stand as published: a year / 2,080 may be a
/// cent off.
@Suite struct PublishedHourlyTests {
  struct Fact: Sendable, CustomTestStringConvertible {
    let subject: String
    let statistic: PayStatistic
    let annual: Double
    let hourly: Double
    var testDescription: String { "\(subject) \(statistic.rawValue)" }
  }

  /// Every published pair of the states and the sectors in May 2024 whose hour is not the year / 2,080. They were taken
  /// from the files of BLS by a program that shares no code with Pathbook.
  static let states: [Fact] = [
    Fact(subject: "AK", statistic: .mean, annual: 60600, hourly: 29.14),
    Fact(subject: "AZ", statistic: .mean, annual: 52200, hourly: 25.09),
    Fact(subject: "DC", statistic: .mean, annual: 76990, hourly: 37.02),
    Fact(subject: "HI", statistic: .median, annual: 62990, hourly: 30.29),
    Fact(subject: "MN", statistic: .median, annual: 59310, hourly: 28.52),
    Fact(subject: "MS", statistic: .median, annual: 39970, hourly: 19.21),
    Fact(subject: "MT", statistic: .median, annual: 49930, hourly: 24.01),
    Fact(subject: "ND", statistic: .median, annual: 53550, hourly: 25.74),
    Fact(subject: "NJ", statistic: .mean, annual: 56730, hourly: 27.28),
    Fact(subject: "OR", statistic: .mean, annual: 59520, hourly: 28.61),
    Fact(subject: "PA", statistic: .median, annual: 46730, hourly: 22.46),
    Fact(subject: "VA", statistic: .mean, annual: 54460, hourly: 26.19),
    Fact(subject: "WY", statistic: .mean, annual: 56610, hourly: 27.21),
  ]

  static let sectors: [Fact] = [
    Fact(subject: "42", statistic: .median, annual: 41630, hourly: 20.02),
    Fact(subject: "44-45", statistic: .mean, annual: 54190, hourly: 26.06),
    Fact(subject: "52", statistic: .percentile75, annual: 74640, hourly: 35.89),
    Fact(subject: "53", statistic: .percentile75, annual: 59480, hourly: 28.59),
    Fact(subject: "54", statistic: .percentile10, annual: 35850, hourly: 17.23),
    Fact(subject: "55", statistic: .percentile10, annual: 42130, hourly: 20.26),
    Fact(subject: "61", statistic: .median, annual: 58460, hourly: 28.1),
    Fact(subject: "62", statistic: .percentile10, annual: 35330, hourly: 16.98),
    Fact(subject: "81", statistic: .percentile90, annual: 96060, hourly: 46.19),
  ]

  @Test(arguments: states) func `a report on a state shows the hour as published`(fact: Fact) throws {
    let report = try OEWSDataset.report(DatasetLoader.shipped()) {
      $0.stateCode = fact.subject
      $0.pay = StatedPay(amount: 25, basis: .hourly)
    }
    let table = try #require(report.everyTable.first { $0.id == "position-wages" })
    let row = try #require(table.rows.first { $0.id == "state:\(fact.subject)-\(fact.statistic.rawValue)" })
    #expect(try quantity("pay", row, table).amount == fact.annual)
    let hourly = try quantity("hourly", row, table)
    #expect(hourly.amount == fact.hourly)
    guard case .published = hourly.provenance else {
      Issue.record("\(hourly.provenance)")
      return
    }
  }

  @Test(arguments: states.map { ("state:", $0) } + sectors.map { ("", $0) })
  func `each published hour leads to its year, and the year to its hour`(prefix: String, fact: Fact) throws {
    let dataset = try DatasetLoader.shipped()
    let subject = Subject(prefix.isEmpty ? .industry : .area, prefix + fact.subject)
    let figures = dataset.pay(of: subject).filter { $0.statistic == fact.statistic }
    let annual = try #require(figures.first { $0.basis == .annual })
    let hourly = try #require(figures.first { $0.basis == .hourly })
    #expect((annual.value, hourly.value) == (fact.annual, fact.hourly))
    #expect(dataset.counterpart(of: annual) == hourly && dataset.counterpart(of: hourly) == annual)
  }

  @Test func `a setting shows the hour of its sector as published`() throws {
    let shipped = try DatasetLoader.shipped()
    var records = shipped.records
    records.settingIndustries.removeAll()
    records.settingIndustries.append(
      SettingIndustry(settingID: "hospital", naics: "61", order: 1, reason: "for the test"))
    let dataset = CareerDataset(identity: shipped.identity, tables: shipped.tables, records: records)
    let report = try OEWSDataset.report(dataset) { $0.settingID = "hospital" }
    let table = try #require(report.everyTable.first { $0.id == "settings-pay" })
    let row = try #require(table.rows.first { $0.id == "hospital" })
    #expect(try quantity("hourly", row, table).amount == 28.1)
  }

  @Test func `an hour of another edition is no counterpart, and the year is divided`() throws {
    let shipped = try DatasetLoader.shipped()
    var records = shipped.records
    records.pay = records.pay.map { figure in
      guard figure.subject.id == "state:AK", figure.basis == .hourly else { return figure }
      return PayFigure(
        id: figure.id, subject: figure.subject, statistic: figure.statistic, basis: .hourly, low: nil,
        value: figure.value, high: nil, isOpenEnded: false, populationID: figure.populationID, detail: "",
        period: "May 2023", sourceID: figure.sourceID, isEditorial: false, note: "")
    }
    let dataset = CareerDataset(identity: shipped.identity, tables: shipped.tables, records: records)
    let report = try OEWSDataset.report(dataset) { $0.stateCode = "AK" }
    let table = try #require(report.everyTable.first { $0.id == "position-wages" })
    let row = try #require(table.rows.first { $0.id == "state:AK-mean" })
    let hourly = try quantity("hourly", row, table)
    #expect(abs(hourly.amount - 60600 / 2080.0) < 0.005)
    guard case .calculated(let calculation) = hourly.provenance else {
      Issue.record("an hour that is not published is calculated")
      return
    }
    #expect(calculation.rule == .hourlyOfAnnual)
  }

  private func quantity(_ column: String, _ row: Row, _ table: Table) throws -> Quantity {
    let index = try #require(table.columns.firstIndex { $0.id == column })
    return try #require(row.cells[index].quantities.first)
  }
}
