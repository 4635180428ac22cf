import Advising
import CareerData
import Testing

@Suite struct CareerLadderTests {
  private func ladder(
    pay: Double? = 40_000, years: Double? = 1, credentials: [String]? = ["J"],
    dataset: CareerDataset = SmallDataset.dataset(), _ change: (inout ClientProfile) -> Void = { _ in }
  ) throws -> CareerLadder {
    var profile = ClientProfile(id: "c")
    profile.isInField = true
    profile.pay = pay.map { StatedPay(amount: $0, basis: .annual) }
    profile.yearsOfExperience = years
    profile.credentialIDs = credentials
    change(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return Advice(profile: profile, dataset: dataset, reportDate: date).ladder
  }

  @Test func `a rung that is given stands`() throws {
    let ladder = try ladder { $0.rungID = "two" }
    #expect(ladder.standing == .stated(SmallDataset.rung("two", 2, from: 2)))
    #expect(ladder.next?.rung.id == "three")
  }

  @Test(arguments: [
    // pay, years, credentials, the rung inferred
    (40_000.0, 1.0, ["J"], "one"), (60_000, 1, ["J"], "one"), (60_000, 2, ["K"], "two"),
    (20_000, 2, ["K"], "two"), (60_000, 1.9, ["K"], "one"), (20_000, 9, ["K", "M"], "three"),
    (90_000, 9, ["M"], "three"), (90_000, 1, ["L", "M"], "one"),
  ])
  func `else the highest rung is inferred whose credentials and years are met, whatever the pay`(
    pay: Double, years: Double, credentials: [String], expected: String
  ) throws {
    let standing = try ladder(pay: pay, years: years, credentials: credentials).standing
    guard case .inferred(let rung) = standing else {
      Issue.record("no rung was inferred: \(standing)")
      return
    }
    #expect(rung.id == expected)
    #expect(try ladder(pay: nil, years: years, credentials: credentials).standing == standing)
  }

  @Test func `a job is only ever stated`() throws {
    let dataset = SmallDataset.dataset { records in
      records.rungs[2] = Rung(
        id: "three", order: 3, title: "Rung three", experienceLow: nil, experienceHigh: nil,
        isExperienceEditorial: false, experienceNote: "", credentialNote: "", isStatedOnly: true, work: "",
        sourceID: "guide", note: "")
    }
    #expect(try ladder(years: 9, credentials: ["K", "M"], dataset: dataset).standing.rung?.id == "two")
    // Its credential alone tells what is ahead, and no beginner's rung.
    let only = try ladder(years: 9, credentials: ["M"], dataset: dataset)
    #expect(only.standing == .unknown)
    #expect(only.next?.rung.id == "three")
  }

  @Test func `a rung that names a level is inferred from credentials of that level`() throws {
    let dataset = SmallDataset.dataset { records in
      records.rungs[2] = Rung(
        id: "three", order: 3, title: "Rung three", experienceLow: nil, experienceHigh: nil,
        isExperienceEditorial: false, experienceNote: "", credentialNote: "", credentialLevel: .specialty,
        work: "", sourceID: "guide", note: "")
      records.credentials.append(
        Credential(
          id: "N", title: "N", body: "Guild", becomesID: nil, becomesAfterYears: nil, level: .specialty,
          countsAsID: "K", sourceID: "guide", note: ""))
    }
    #expect(try ladder(years: 9, credentials: ["K", "M"], dataset: dataset).standing.rung?.id == "two")
    #expect(try ladder(years: 9, credentials: ["K", "N"], dataset: dataset).standing.rung?.id == "three")
    // One that counts as another meets what asks for the other.
    #expect(try ladder(years: 1, credentials: ["N"], dataset: dataset).standing.rung?.id == "one")
  }

  @Test func `pay outside the range of the rung is said, inside it is not`() throws {
    #expect(try ladder(pay: 49_999, years: 2, credentials: ["K"]).rungPay?.side == .below)
    #expect(try ladder(pay: 50_000, years: 2, credentials: ["K"]).rungPay == nil)
    #expect(try ladder(pay: 60_000, years: 2, credentials: ["K"]).rungPay == nil)
    #expect(try ladder(pay: 60_001, years: 2, credentials: ["K"]).rungPay?.side == .above)
    // An open range has no end to be above.
    #expect(try ladder(pay: 500_000) { $0.rungID = "three" }.rungPay == nil)
    #expect(try ladder(pay: nil, years: 2, credentials: ["K"]).rungPay == nil)
  }

  @Test func `who meets no rung is told so, and the lowest comes next`() throws {
    let ladder = try ladder(credentials: [])
    #expect(ladder.standing == .none)
    #expect(ladder.next?.rung.id == "one")
    #expect(ladder.afterNext?.rung.id == "two")
  }

  @Test func `without years or credentials nothing is inferred`() throws {
    #expect(try ladder(years: nil).standing == .unknown)
    #expect(try ladder(credentials: nil).standing == .unknown)
    #expect(try ladder(years: nil).next == nil)
  }

  @Test func `the next rung names the years and that the early form becomes what is required`() throws {
    let next = try #require(try ladder(years: 1.5).next)
    #expect(next.rung.id == "two")
    #expect(next.yearsMissing == 0.5)
    #expect(
      next.credentials
        == .becomes(
          from: SmallDataset.credential("J", becomes: "K", after: 2), to: SmallDataset.credential("K")))
  }

  @Test func `a required credential that is not held is any one of the list`() throws {
    let next = try #require(try ladder(years: 3, credentials: ["K"]).next)
    #expect(next.rung.id == "three")
    #expect(next.credentials == .anyOf([SmallDataset.credential("M")]))
  }

  @Test func `a rung without published years asks for those of the rungs below`() throws {
    let next = try #require(try ladder(years: 1) { $0.rungID = "two" }.next)
    #expect(next.rung.id == "three")
    #expect(next.yearsMissing == 1)
  }

  @Test func `unknown years stay unknown`() throws {
    #expect(try ladder(years: nil) { $0.rungID = "one" }.next?.yearsMissing == nil)
  }

  @Test func `above the highest rung there is none`() throws {
    #expect(try ladder { $0.rungID = "three" }.next == nil)
  }

  @Test func `the gap to a range is low and high against full-time pay`() throws {
    let two = try #require(try ladder(pay: 46_000).rungs.first { $0.rung.id == "two" })
    #expect(two.comparison.ranges.first?.lowFromClient?.amount == 4_000)
    #expect(two.comparison.ranges.first?.highFromClient?.amount == 14_000)
    let three = try #require(try ladder().rungs.first { $0.rung.id == "three" })
    #expect(three.comparison.ranges.first?.highFromClient == nil)
  }
}
