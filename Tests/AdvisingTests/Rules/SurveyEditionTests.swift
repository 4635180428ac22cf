import Advising
import CareerData
import Testing

/// Two figures of one survey of other times are not compared.
@Suite struct SurveyEditionTests {
  /// The industries are of May 2023 and the other wages of May 2024.
  private func mixed(_ records: inout CareerDataset.Records, title: String = "Title") {
    records.sources.append(
      Source(
        id: "census-2023", publisher: "census", title: title, period: "May 2023",
        lastDay: CalendarDate(year: 2023, month: 5, day: 31), link: nil, isEditorial: false, note: ""))
    records.pay = records.pay.map { figure in
      var figure = figure
      if figure.subject.kind == .industry || figure.subject.id == "state:AA" {
        figure.sourceID = "census-2023"
        figure.period = "May 2023"
      }
      return figure
    }
  }

  private func advice(_ change: (inout CareerDataset.Records) -> Void) throws -> Advice {
    var profile = ClientProfile(id: "c")
    profile.stateCode = "AA"
    profile.pay = StatedPay(amount: 40_000, basis: .annual)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return Advice(profile: profile, dataset: SmallDataset.dataset(change), reportDate: date)
  }

  @Test func `an industry of another edition has no difference from the national median`() throws {
    let office = try #require(try advice { mixed(&$0) }.settings.first { $0.id == "office" })
    #expect(office.pay?.annual == 58_000 && office.pay?.fromNationalMedian == nil)
    // The client's pay is of no edition.
    #expect(office.pay?.fromClient == Difference(of: 58_000, from: 40_000))
  }

  @Test func `a state of another edition has no level of pay`() throws {
    #expect(try advice { _ in }.state?.payLevel == 1.2)
    #expect(try advice { mixed(&$0) }.state?.payLevel == nil)
  }

  @Test func `figures of one source are of the edition that their period names`() throws {
    let office = try #require(
      try advice { records in
        records.pay = records.pay.map { figure in
          var figure = figure
          if figure.subject.kind == .industry { figure.period = "May 2022" }
          return figure
        }
      }.settings.first { $0.id == "office" })
    #expect(office.pay?.fromNationalMedian == nil)
  }

  @Test func `another survey is compared as before`() throws {
    let office = try #require(
      try advice { mixed(&$0, title: "Another title") }.settings.first { $0.id == "office" })
    #expect(office.pay?.fromNationalMedian?.amount == 8_000)
  }
}
