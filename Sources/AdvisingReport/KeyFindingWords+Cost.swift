import Advising
import CareerData
import ReportModel

/// What the next credential costs in money and months, in sentences.
extension KeyFindingWords {
  func first(_ candidates: [CertificationPlan.Candidate]) -> Prose {
    let plan = context.advice.certificationPlan
    let after = plan.candidates.filter { $0.order == .afterFirst }.map(\.credential.id)
    return joined([
      firstList(candidates, isChoice: plan.choices.count > 1), course(candidates),
      after.isEmpty
        ? nil
        : wording.prose(KeyFindingPhrase.afterFirst, ["credentials": Prose(after.joined(separator: ", "))]),
    ])
  }

  private func firstList(_ candidates: [CertificationPlan.Candidate], isChoice: Bool) -> Prose {
    let words = CandidateWords(context)
    if candidates.count == 1, let only = candidates.first {
      return wording.prose(
        KeyFindingPhrase.first, ["credential": Prose(only.credential.id), "cost": words.cost(only)])
    }
    let items = candidates.map { candidate in
      wording.prose(
        KeyFindingPhrase.firstItem,
        [
          "credential": isChoice ? words.suited(candidate) : Prose(candidate.credential.id),
          "cost": words.cost(candidate),
        ])
    }
    return wording.prose(
      isChoice ? KeyFindingPhrase.firstChoice : .firstSeveral,
      ["list": Prose.joined(items, separator: "; ")])
  }

  /// What is not in the list: courses that no program of the dataset stands for.
  private func course(_ candidates: [CertificationPlan.Candidate]) -> Prose? {
    let unpriced = candidates.compactMap { candidate in
      candidate.program.flatMap { $0.program.cost == nil ? $0.program : nil }
    }.first
    let programs = ProgramWords(context)
    if let unpriced { return programs.unpriced(unpriced) }
    let withProgram = candidates.count { $0.program != nil }
    if withProgram == candidates.count { return nil }
    if withProgram > 0 { return wording.prose(ProgramPhrase.othersCost) }
    return context.span(context.advice.timeline.training).map {
      wording.prose(KeyFindingPhrase.course, ["span": $0])
    }
  }

  /// Several that are as good: what each suits. Of degrees, whom to ask which of them is open.
  func choice(_ candidates: [CertificationPlan.Candidate]) -> Prose {
    let words = CandidateWords(context)
    if candidates.contains(where: { $0.reach == .unclear }) { return degree(candidates) }
    return joined([
      wording.prose(
        KeyFindingPhrase.choice,
        ["list": Prose.joined(candidates.map(words.suited), separator: "; ")]),
      study(context.advice.timeline.study),
    ])
  }

  private func degree(_ candidates: [CertificationPlan.Candidate]) -> Prose {
    let asked = candidates.map { candidate in
      wording.prose(
        KeyFindingPhrase.degree,
        [
          "credential": Prose(candidate.credential.id),
          "requirement": Prose(candidate.credential.requirements.note),
        ])
    }
    return joined(
      asked + [
        wording.prose(
          KeyFindingPhrase.degreeAsk, ["body": Prose(candidates.first?.credential.body ?? "")])
      ])
  }

  /// Studying for one more exam; of a degree it would say too little. Nil for a program, which names its months.
  private func study(_ span: TimeSpan?) -> Prose? {
    guard span?.program == nil else { return nil }
    return context.span(span).map { wording.prose(KeyFindingPhrase.study, ["span": $0]) }
  }

  func cost(_ candidate: CertificationPlan.Candidate) -> Prose {
    guard candidate.reach == .open else { return degree([candidate]) }
    let words = CandidateWords(context)
    let programs = ProgramWords(context)
    let values = [
      "credential": Prose(candidate.credential.id), "cost": words.cost(candidate),
      "body": Prose(candidate.credential.body),
    ]
    let budget = candidate.price == nil ? self.budget(candidate) : nil
    let study = self.study(context.advice.timeline.nextStudy)
    guard let program = candidate.program?.program else {
      let phrase: KeyFindingPhrase = candidate.price == nil ? .costUnknown : .cost
      return joined([wording.prose(phrase, values), budget, study])
    }
    let cost =
      candidate.price == nil
      ? wording.prose(ProgramPhrase.examUnknown, values) : wording.prose(ProgramPhrase.cost, values)
    let unpriced = program.cost == nil ? programs.unpriced(program) : nil
    return joined([candidate.price == nil ? programs.priced(program) : nil, cost, unpriced, budget, study])
  }

  /// Where the exam's price is not known: the budget, or that the program alone is more than it.
  private func budget(_ candidate: CertificationPlan.Candidate) -> Prose? {
    context.profile.certificationBudget.map { budget in
      let values = ["budget": Prose(Quantity(budget, .dollars, .statedByClient))]
      return candidate.fits(budget: budget) == .over
        ? wording.prose(ProgramPhrase.over, values) : wording.prose(KeyFindingPhrase.budget, values)
    }
  }
}
