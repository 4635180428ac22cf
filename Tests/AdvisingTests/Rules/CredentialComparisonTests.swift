import Advising
import CareerData
import Testing

@Suite struct CredentialComparisonTests {
  private func comparison(
    _ credentials: [String]?, dataset: CareerDataset = SmallDataset.dataset()
  ) throws -> CredentialComparison {
    var profile = ClientProfile(id: "c")
    profile.credentialIDs = credentials
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return Advice(profile: profile, dataset: dataset, reportDate: date).credentials
  }

  @Test func `exactly one has an upper bound, the mean of one or more`() throws {
    #expect(try comparison(nil).upperBoundForOne?.value == 60_000)
  }

  @Test func `the bound does not follow when holders of more earn less`() throws {
    let dataset = SmallDataset.dataset { records in
      records.pay.removeAll { $0.subject == Subject(.credentialGroup, "two") }
      records.pay.append(
        SmallDataset.pay(Subject(.credentialGroup, "two"), .mean, value: 55_000, population: "respondents"))
    }
    #expect(try comparison(nil, dataset: dataset).upperBoundForOne == nil)
  }

  @Test func `premiums compare the means of the groups`() throws {
    let premiums = try comparison(nil).premiums
    #expect(premiums.map(\.groupID) == ["any", "two", "three_or_more", "three_or_more"])
    #expect(premiums.map(\.overGroupID) == ["none", "none", "two", "none"])
    let percents = premiums.map { ($0.percent * 10).rounded() / 10 }
    #expect(percents == [20, 32, 10, 45.2])
  }

  @Test func `the client's group and the next are marked`() throws {
    let none = try comparison([])
    #expect(none.groups.filter(\.isPresent).map(\.id) == ["none"])
    let one = try comparison(["K"])
    #expect(one.groups.filter(\.isPresent).isEmpty)
    #expect(one.groups.filter(\.isNext).map(\.id) == ["two"])
    let three = try comparison(["K", "L", "M"])
    #expect(three.groups.filter(\.isPresent).map(\.id) == ["three_or_more"])
    #expect(three.groups.filter(\.isNext).isEmpty)
  }
}
