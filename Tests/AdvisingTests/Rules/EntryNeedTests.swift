import Calculation
import CareerData
import Testing

@testable import Advising

/// Rule 18: what getting in asks for, beside what the client has.
@Suite struct EntryNeedTests {
  private func advice(
    _ asked: EntryEducation?, _ held: Education?, inField: Bool? = false
  ) throws -> Advice {
    var records = CareerDataset.Records()
    let small = SmallDataset.records
    records.sources = small.sources
    records.populations = small.populations
    records.occupations = small.occupations
    records.areas = small.areas
    records.pay = small.pay.filter { $0.subject.kind == .area }
    records.entryRequirements = [
      EntryRequirement(
        occupationID: SmallDataset.dataset().occupation.socCode, education: asked,
        experience: EntryExperience.none,
        training: .moderateTerm, period: "2024", sourceID: records.sources[0].id)
    ]
    records.catalogue = CatalogueFacts(relatedTitles: ["Bakers", "Cooks"])
    let dataset = CareerDataset(
      identity: .init(name: "n", title: "t", version: "1"), tables: Set(CareerDataset.Table.required),
      records: records)
    var profile = ClientProfile(id: "c")
    profile.education = held
    profile.isInField = inField
    return Advice(
      profile: profile, dataset: dataset, reportDate: try #require(CalendarDate(iso: "2026-11-28")))
  }

  @Test(arguments: [
    (EntryEducation.bachelor, Education.highSchool, Amount.exactly(4)), (.bachelor, .associate, .exactly(2)),
    (.bachelor, .master, .exactly(0)), (.someCollege, .none, .between(1.25, 3)), (.none, .none, .exactly(0)),
    (.doctoral, .bachelor, .between(3, 6)), (.certificate, .other, .missing),
  ])
  func `the study that is missing, in full-time years`(
    asked: EntryEducation, held: Education, years: Amount
  ) throws {
    #expect(try advice(asked, held).entryNeed?.study == years)
  }

  @Test func `a program is looked for where schooling is missing, and asked about where it is not known`()
    throws
  {
    let related = PlannedStep.Action.lookAtRelated(["Bakers", "Cooks"])
    #expect(
      try advice(.bachelor, .highSchool).steps.map(\.action)
        == [.findProgram(.bachelor), .readAboutOccupation, related])
    #expect(
      try advice(.bachelor, nil).steps.map(\.action)
        == [.askSchooling(.bachelor), .readAboutOccupation, related])
    #expect(try advice(.bachelor, .master).steps.map(\.action) == [.readAboutOccupation, related])
    #expect(try advice(EntryEducation.none, nil).steps.map(\.action) == [.readAboutOccupation, related])
  }

  @Test func `who works in the field is told neither to study nor what getting in asks for`() throws {
    let advice = try advice(.bachelor, .highSchool, inField: true)
    #expect(!advice.steps.map(\.action).contains(.findProgram(.bachelor)))
    let isTold = advice.keyFindings.contains { if case .entryNeed = $0 { true } else { false } }
    #expect(!isTold && !advice.questions.contains(.schooling))
    #expect(try self.advice(.bachelor, nil).questions.contains(.schooling))
    #expect(try !self.advice(EntryEducation.none, nil).questions.contains(.schooling))
  }
}
