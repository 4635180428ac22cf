import Advising
import CareerData
import Foundation
import ReportModel
import SampleReports
import Testing

@testable import AdvisingReport

/// What holds of every piece of advice, whoever the client is.
@Suite struct AdvicePropertyTests {
  private static let date = CalendarDate(year: 2026, month: 11, day: 23)!

  /// Clients of every kind, with every education.
  private static func clients(_ count: Int) throws -> [ClientProfile] {
    let educations: [Education?] = [nil] + Education.allCases
    return try SampleClients.generated(count, seed: 18).enumerated().map { index, profile in
      var profile = profile
      profile.education = educations[index % educations.count]
      return profile
    }
  }

  /// All in the long tests; a tenth in every run.
  private static let isLong = ProcessInfo.processInfo.environment["PATHBOOK_LONG_TESTS"] != nil

  @Test func `the advice to 10,000 clients breaks no rule`() throws {
    let dataset = try SampleClients.advice("worked-example").dataset
    var kinds: Set<String> = []
    for profile in try Self.clients(Self.isLong ? 10_000 : 1_000) {
      let advice = Advice(profile: profile, dataset: dataset, reportDate: Self.date)
      let steps = advice.steps
      let problems =
        entryProblems(advice) + orderProblems(steps, advice) + findingProblems(advice)
        + steps.flatMap { stepProblems($0, advice) }
      #expect(problems.isEmpty, "\(profile): \(problems)")
      kinds.formUnion(steps.map { String("\($0.action)".prefix { $0 != "(" }) })
    }
    // A step that no client gets would be tested on nobody.
    #expect(kinds.count >= 14, "\(kinds.sorted())")
  }

  // MARK: - Which credentials

  private func entryProblems(_ advice: Advice) -> [String] {
    let holdsSome = advice.held.map { !$0.counted.isEmpty } ?? (advice.status == .inField)
    return advice.certificationPlan.candidates.flatMap { candidate -> [String] in
      var problems: [String] = []
      let id = candidate.credential.id
      if holdsSome, candidate.credential.level == .entry { problems.append("\(id) is behind the client") }
      if advice.held?.contains(id) == true { problems.append("\(id) is held") }
      if candidate.purposes.isEmpty { problems.append("\(id) has no purpose") }
      if candidate.order == .first, (candidate.credential.level ?? .core) > .core {
        problems.append("\(id) is no first credential")
      }
      return problems
    }
  }

  // MARK: - The order of time

  private func orderProblems(_ steps: [PlannedStep], _ advice: Advice) -> [String] {
    var problems: [String] = []
    func index(_ isWanted: (PlannedStep.Action) -> Bool) -> Int? {
      steps.firstIndex { isWanted($0.action) }
    }
    let training = index { if case .train = $0 { true } else { false } }
    let exam = index { if case .sitFirstExam = $0 { true } else { false } }
    let post = index { if case .applyFirst = $0 { true } else { false } }
    if let exam, training.map({ $0 < exam }) != true { problems.append("an exam before its training") }
    if let post, training.map({ $0 < post }) != true { problems.append("a post before the training") }
    if let exam, let post, post < exam { problems.append("a post before the exam") }
    let end = advice.timeline.end(of: advice.timeline.training)
    for index in [exam, post].compactMap(\.self) where steps[index].from != end {
      problems.append("it begins before the training ends")
    }
    for step in steps {
      for day in [step.by, step.from].compactMap(\.self) where day < Self.date {
        problems.append("a step in the past")
      }
    }
    return problems
  }

  // MARK: - Doable from where the client is

  private func stepProblems(_ step: PlannedStep, _ advice: Advice) -> [String] {
    let (held, next) = (advice.held, advice.ladder.next)
    let holdsSome = held.map { !$0.counted.isEmpty } ?? false
    func candidate(_ credential: Credential) -> CertificationPlan.Candidate? {
      advice.certificationPlan.candidates.first { $0.credential == credential }
    }
    let isDoable: Bool
    switch step.action {
    case .discussPay(let rung):
      isDoable = advice.ladder.standing.rung == rung && advice.pay != nil && !advice.isSelfEmployed
    case .reviewRate: isDoable = advice.isSelfEmployed && advice.pay != nil
    case .confirmYears(let from, let to):
      isDoable = held?.contains(from.id) == true && from.becomesID == to.id
    case .train: isDoable = !holdsSome
    case .sitFirstExam(let credential):
      isDoable =
        !holdsSome && candidate(credential)?.order == .first && candidate(credential)?.reach != .closed
    case .choose(let credentials), .askDegree(let credentials):
      isDoable = credentials.allSatisfy { candidate($0).map { $0.reach != .closed } ?? false }
    case .applyFirst: isDoable = !holdsSome
    case .applyNext(let rung): isDoable = next?.rung == rung && next?.isReached == true
    case .gainYears(let rung, let missing): isDoable = next?.rung == rung && missing > 0
    case .askPrice(let credential), .compareCourses(let credential), .study(let credential):
      isDoable = holdsSome && candidate(credential)?.reach == .open
    case .earnDegree(let credential, _): isDoable = candidate(credential)?.reach == .closed
    case .readPostings(let items): isDoable = items.allSatisfy(\.mark.isTarget)
    case .nameAim: isDoable = advice.aims.isEmpty
    case .readAboutOccupation, .findProgram, .askSchooling: isDoable = advice.status != .inField
    case .lookAtRelated(let titles): isDoable = !titles.isEmpty
    }
    return isDoable ? [] : ["\(step.action) is not doable"]
  }

  // MARK: - Findings

  private func findingProblems(_ advice: Advice) -> [String] {
    let findings = advice.keyFindings
    var problems = findings.count > KeyFinding.mostShown ? ["too many findings"] : []
    let kinds = findings.map { finding -> String in
      switch finding {
      case .rungPay: "rung pay"
      case .position: "place"
      case .nextRung, .entryRung: "step"
      case .target: "aim"
      case .firstCredentials, .choice, .cost: "cost"
      case .premium: "premium"
      case .entryNeed: "entryNeed"
      case .outlook: "outlook"
      }
    }
    if Set(kinds).count < kinds.count { problems.append("a finding twice: \(kinds)") }
    if advice.ladder.rungPay?.side == .below, kinds.first != "rung pay" {
      problems.append("pay below the rung does not come first")
    }
    return problems
  }

  // MARK: - In the report

  @Test func `no gain stands on an exam, no sentence twice, and each number has a source`() throws {
    let dataset = try SampleClients.advice("worked-example").dataset
    let exporter = try SampleClients.exporter()
    let known = Set(dataset.records.pay.map(\.id) + dataset.records.figures.map(\.id))
    let steps = ["none_to_one", "one_to_two", "two_to_three"]
    for profile in try Self.clients(Self.isLong ? 1_000 : 60) {
      let report = exporter.report(on: profile, date: Self.date)
      let plan = report.section("certification_plan")?.figures ?? []
      let gains = plan.filter {
        ["gain_per_year", "payback_months", "gain_over_horizon"].contains($0.measure)
      }
      #expect(gains.count <= 1 && gains.allSatisfy { steps.contains($0.itemID) }, "\(profile)")
      let summary = try #require(report.section("summary"))
      let sentences = summary.figures.filter { ["key_finding", "next_step"].contains($0.measure) }.map(\.note)
      let words = ValueFormatter(for: report)
      #expect(Set(sentences.map(words.text)).count == sentences.count, "\(profile)")
      for quantity in sentences.flatMap(\.values).flatMap(\.quantities) {
        let citations = quantity.provenance.citations
        #expect(quantity.provenance == .statedByClient || !citations.isEmpty, "\(quantity): \(profile)")
        #expect(citations.allSatisfy { $0.figureID.isEmpty || known.contains($0.figureID) })
      }
    }
  }

  @Test func `no way earns before it can begin`() throws {
    let exporter = try SampleClients.exporter()
    let waits: [String: WhatIfName] = [
      "next_credential": .credentialWait, "first_post": .firstWait, "next_rung": .nextWait,
      "target_specialization": .specializationWait,
    ]
    for profile in try Self.clients(Self.isLong ? 1_000 : 30) {
      let whatIf = try #require(exporter.report(on: profile, date: Self.date).whatIf)
      let values = try whatIf.values(["certification_cost": .number(0)])
      let paths = try #require(whatIf.projection).paths
      let stay = try #require(paths.firstIndex { $0.id == "stay" })
      for (index, path) in paths.enumerated() where path.id != "stay" {
        guard let wait = waits[path.id].flatMap({ values.named[$0.rawValue]?.number }) else {
          #expect(values.projected[index].allSatisfy { $0 == .missing }, "\(path.id): \(profile)")
          continue
        }
        for year in 0...Int(wait) where values.projected[index][year] != .missing {
          let (found, present) = (values.projected[index][year], values.projected[stay][year])
          #expect(AdviceInWhatIf.areEqual(found, present), "\(path.id) in year \(year): \(profile)")
        }
      }
    }
  }
}
