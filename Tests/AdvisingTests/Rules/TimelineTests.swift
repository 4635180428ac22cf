import CareerData
import Testing

@testable import Advising

@Suite struct TimelineTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  @Test(arguments: [
    ("2026-11-23", 0, "2026-11-23"), ("2026-11-23", 2, "2027-01-23"), ("2026-08-31", 6, "2027-02-28"),
    ("2027-08-31", 6, "2028-02-29"), ("2026-12-31", 24, "2028-12-31"),
  ])
  func `months are added by the calendar`(day: String, months: Int, expected: String) throws {
    #expect(try date(day).adding(months: months) == date(expected))
  }

  @Test func `beyond the calendar there is no day`() throws {
    #expect(try date("9999-12-31").adding(months: 1) == nil)
    #expect(try date("2026-01-01").adding(months: -1) == nil)
  }

  private func dataset(_ change: (inout CareerDataset.Records) -> Void = { _ in }) -> CareerDataset {
    SmallDataset.dataset { records in
      records.startSteps = [
        StartStep(id: "learn", order: 1, title: "Learn", text: "", sourceID: "guide", note: ""),
        StartStep(id: "grow", order: 2, title: "Grow", text: "", sourceID: "guide", note: ""),
      ]
      records.figures = [
        ("learn", "duration", 4.0, 9.0, PublishedFigure.Unit.months), ("grow", "study", 1, 2, .years),
      ].map { step, measure, low, high, unit in
        PublishedFigure(
          id: "\(step)-\(measure)", subject: Subject(.step, step), measure: measure, label: measure, low: low,
          value: nil, high: high, unit: unit, statistic: "range", population: "", period: "2026",
          sourceID: "guide", isEditorial: true, note: "")
      }
      change(&records)
    }
  }

  @Test func `dates are counted from the report's by the long end`() throws {
    let timeline = Timeline(dataset(), reportDate: try date("2026-11-23"))
    #expect(timeline.training?.low == 4 && timeline.training?.high == 9)
    #expect(try timeline.end(of: timeline.training) == date("2027-08-23"))
    #expect(timeline.study?.high == 24)
    #expect(try timeline.date(afterYears: 0.75) == date("2027-08-23"))
    #expect(timeline.date(afterYears: nil) == nil)
  }

  @Test func `what is not published has no date`() throws {
    let timeline = Timeline(SmallDataset.dataset(), reportDate: try date("2026-11-23"))
    #expect(timeline.training == nil && timeline.end(of: timeline.training) == nil)
  }

  @Test func `training comes before the exam, and the exam before the first post`() throws {
    var profile = ClientProfile(id: "c")
    profile.credentialIDs = []
    profile.targetSpecializationID = "lamp"
    let advice = Advice(profile: profile, dataset: dataset(), reportDate: try date("2026-11-23"))
    let end = try date("2027-08-23")
    guard case .train = advice.steps[0].action, case .sitFirstExam(let credential) = advice.steps[1].action,
      case .applyFirst = advice.steps[2].action
    else {
      Issue.record("the steps are \(advice.steps)")
      return
    }
    #expect(credential.id == "M")
    #expect(advice.steps[0].by == end && advice.steps[1].from == end && advice.steps[2].from == end)
  }

  @Test func `an aim can begin after the years that its source names, and after the training`() throws {
    let specialization = Specialization(
      id: "lamp", title: "Lamp", nearestRungID: nil, experienceLow: 2, experienceHigh: 3, sourceID: "guide",
      note: "")
    let timeline = Timeline(dataset(), reportDate: try date("2026-11-23"))
    var profile = ClientProfile(id: "c")
    func missing(_ status: FieldStatus) -> Double? {
      AimStart(specialization, profile: profile, status: status, timeline)?.yearsMissing
    }
    #expect(missing(.inField) == nil)
    #expect(missing(.outsideField) == 3.75)
    profile.yearsOfExperience = 1.5
    #expect(missing(.inField) == 1.5)
    profile.yearsOfExperience = 8
    #expect(missing(.inField) == 0)
  }
}
