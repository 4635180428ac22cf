import Advising
import CareerData
import ReportModel

/// Steps to agree on in the session, with blanks for the dates that are agreed.
struct NextStepWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }
  /// Those that are no agreed step which is open still: that one is carried on as it is.
  private var planned: [PlannedStep]

  /// Empty lines for what the session adds; one where page one also says what has become of the last one's steps.
  private var blankLines: Int { context.advice.progress == nil ? 2 : 1 }

  init(_ context: SectionContext) {
    self.context = context
    let open = Set((context.advice.progress?.open ?? []).map(\.text))
    planned = context.advice.steps
    guard !open.isEmpty else { return }
    let words = self
    planned = planned.filter { !open.contains(context.formatter.text(words.sentence($0))) }
  }

  var all: NextSteps {
    NextSteps(
      title: wording.prose(NextStepPhrase.title), stepHeader: wording.text(NextStepPhrase.step),
      dateHeader: wording.text(NextStepPhrase.date), blankDate: wording.text(NextStepPhrase.blankDate),
      steps: steps(planned), blankLines: blankLines)
  }

  /// Each step in words alone, with the months until the day by which it can be done where that is known: what a later
  /// report carries on.
  var dueFigures: [Figure] {
    planned.enumerated().map { index, step in
      let sentence = sentence(step)
      let date = context.advice.reportDate
      return Figure(
        itemID: "step-\(index + 1)", item: wording.text(NextStepPhrase.title), measure: "next_step_due",
        statistic: step.by == nil ? "" : "by", unit: .months,
        value: step.by.map { Double(($0.year - date.year) * 12 + $0.month - date.month) },
        provenance: .counted(sentence.citations), note: sentence)
    }
  }

  /// Each with the month by which, or from which on, it can be done, where that is known, and with the link that helps
  /// to do it, where the dataset has one; each link once.
  private func steps(_ planned: [PlannedStep]) -> [NextSteps.Step] {
    var shown: Set<String> = []
    return planned.map { step in
      let link = link(for: step).flatMap { shown.insert($0.url).inserted ? context.words($0) : nil }
      return NextSteps.Step(sentence(step), date: date(step), link: link ?? "")
    }
  }

  private func link(for step: PlannedStep) -> FilledLink? {
    let advice = context.advice
    if let program = step.program, let url = program.link {
      return FilledLink(title: program.provider, url: url)
    }
    switch step.action {
    case .askPrice(let credential), .compareCourses(let credential), .study(let credential),
      .sitFirstExam(let credential), .earnDegree(let credential, _):
      return advice.link(.certifyingBody, body: credential.body)
    case .askDegree(let credentials): return advice.link(.certifyingBody, body: credentials.first?.body)
    case .readPostings(let items):
      let specialization = advice.specializations.first { $0.id == items.first?.id }
      return advice.link(.jobBoard, specializationID: specialization?.id)
    case .readAboutOccupation, .applyFirst, .applyNext: return advice.link(.jobBoard)
    case .discussPay, .reviewRate, .confirmYears, .train, .choose, .gainYears, .nameAim, .findProgram,
      .askSchooling, .lookAtRelated:
      return nil
    }
  }

  private func date(_ step: PlannedStep) -> Prose {
    if let month = context.month(step.by) { return wording.prose(TimePhrase.by, ["month": month]) }
    if let month = context.month(step.from) { return wording.prose(TimePhrase.from, ["month": month]) }
    return ""
  }

  private func sentence(_ step: PlannedStep) -> Prose {
    switch step.action {
    case .discussPay: return wording.prose(NextStepPhrase.discussPay)
    case .reviewRate: return wording.prose(NextStepPhrase.reviewRate)
    case .confirmYears(let from, let to):
      return wording.prose(
        NextStepPhrase.confirmYears, ["from": Prose(from.id), "to": Prose(to.id)])
    case .train(let start):
      if let program = step.program, let next = context.advice.certificationPlan.next {
        return with(program, .train, next.credential)
      }
      return timed(.train, .trainTimed, ["step": Prose(start.title)], step.takes)
    case .sitFirstExam(let credential): return of(credential, .sitFirstExam)
    case .choose(let credentials):
      return wording.prose(NextStepPhrase.choose, ["credentials": Self.ids(credentials)])
    case .askDegree(let credentials):
      return wording.prose(
        NextStepPhrase.askDegree,
        ["credentials": Self.ids(credentials), "body": Prose(credentials.first?.body ?? "")])
    case .applyFirst(let rung): return wording.prose(NextStepPhrase.applyFirst, ["rung": Prose(rung.title)])
    case .applyNext(let rung):
      return wording.prose(NextStepPhrase.applyNext, ["rung": Prose(rung.title)])
    case .gainYears(let rung, _):
      let years = context.advice.ladder.next.flatMap(context.yearsMissingWords) ?? ""
      return wording.prose(NextStepPhrase.gainYears, ["years": years, "rung": Prose(rung.title)])
    case .askPrice(let credential):
      guard step.program?.cost != nil else { return of(credential, .askPrice) }
      return wording.prose(ProgramPhrase.askExamPrice, ["credential": Prose(credential.id)])
    case .compareCourses(let credential): return of(credential, .compareCourses)
    case .study(let credential):
      if let program = step.program { return with(program, .study, credential) }
      return timed(.study, .studyTimed, ["credential": Prose(credential.id)], step.takes)
    case .earnDegree(let credential, let education):
      return wording.prose(
        NextStepPhrase.earnDegree,
        [
          "credential": Prose(credential.id), "body": Prose(credential.body),
          "education": Prose(wording.text(RequirementPhrase(education))),
        ])
    case .readPostings(let items):
      let isSetting = context.advice.settings.contains { $0.id == items.first?.id }
      return wording.prose(
        isSetting ? NextStepPhrase.readSettingPostings : .readPostings, ["item": Prose(Self.titles(items))])
    case .nameAim: return wording.prose(NextStepPhrase.nameAim)
    case .readAboutOccupation:
      let occupation = context.dataset.occupation
      // An official title may hold commas, and stands behind a colon.
      return wording.prose(
        occupation.commonName == occupation.title ? NextStepPhrase.readJobPostings : .readPostings,
        ["item": Prose(occupation.commonName)])
    case .findProgram(let education):
      return wording.prose(
        education == .someCollege ? NextStepPhrase.findCollege : .findProgram,
        ["education": Prose(wording.text(education.phrase))])
    case .askSchooling(let education):
      return wording.prose(
        NextStepPhrase.askSchooling, ["education": Prose(wording.text(education.phrase))])
    case .lookAtRelated(let titles):
      return wording.prose(
        NextStepPhrase.lookAtRelated, ["items": Prose(titles.joined(separator: "; "))])
    }
  }

  /// `HCC risk adjustment (Remote)`
  private static func titles(_ items: [ItemComparison]) -> String {
    let others = items.dropFirst().map(\.title).joined(separator: ", ")
    return (items.first?.title ?? "") + (others.isEmpty ? "" : " (\(others))")
  }

  private static func ids(_ credentials: [Credential]) -> Prose {
    Prose(credentials.map(\.id).joined(separator: ", "))
  }

  private func of(_ credential: Credential, _ phrase: NextStepPhrase) -> Prose {
    wording.prose(phrase, ["credential": Prose(credential.id)])
  }

  private func with(
    _ program: TrainingProgram, _ phrase: ProgramPhrase, _ credential: Credential
  ) -> Prose {
    wording.prose(
      phrase, ["credential": Prose(credential.id), "program": ProgramWords(context).step(program)])
  }

  private func timed(
    _ phrase: NextStepPhrase, _ timedPhrase: NextStepPhrase, _ values: [String: Prose], _ takes: TimeSpan?
  ) -> Prose {
    guard let span = context.span(takes) else { return wording.prose(phrase, values) }
    return wording.prose(timedPhrase, values.merging(["span": span]) { first, _ in first })
  }
}

enum NextStepPhrase: String, PhraseKey {
  static let group = "next_step"
  case title, step, date
  case blankDate = "blank_date"
  case discussPay = "discuss_pay"
  case reviewRate = "review_rate"
  case confirmYears = "confirm_years"
  case train
  case trainTimed = "train_timed"
  case sitFirstExam = "sit_first_exam"
  case choose
  case askDegree = "ask_degree"
  case applyFirst = "apply_first"
  case applyNext = "apply_next"
  case gainYears = "gain_years"
  case askPrice = "ask_price"
  case compareCourses = "compare_courses"
  case study
  case studyTimed = "study_timed"
  case earnDegree = "earn_degree"
  case readPostings = "read_postings"
  case readSettingPostings = "read_setting_postings"
  case nameAim = "name_aim"
  case readJobPostings = "read_job_postings"
  case findProgram = "find_program"
  case findCollege = "find_college"
  case askSchooling = "ask_schooling"
  case lookAtRelated = "look_at_related"
}
