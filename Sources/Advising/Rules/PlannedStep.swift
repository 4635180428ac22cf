import CareerData

/// A next step that the client can take from where they are (rule 5), in the order of time: talk about pay, train,
/// register, sit the exam, apply.
public struct PlannedStep: Sendable, Equatable {
  public enum Action: Sendable, Equatable {
    /// Pay is below what the rung usually pays.
    case discussPay(Rung)
    /// The same for a client who works on their own account.
    case reviewRate(Rung)
    /// What is held becomes another by years of experience: have them confirmed.
    case confirmYears(from: Credential, to: Credential)
    case train(StartStep)
    /// After the training.
    case sitFirstExam(Credential)
    /// One of several credentials, when nothing decides between them.
    case choose([Credential])
    /// It asks for a degree of which nobody knows whether the client's opens it.
    case askDegree([Credential])
    case applyFirst(Rung)
    /// Nothing that is published is missing for it.
    case applyNext(Rung)
    /// Years are all that is missing.
    case gainYears(Rung, missing: Double)
    case askPrice(Credential)
    case compareCourses(Credential)
    case study(Credential)
    /// What the exam asks for is missing.
    case earnDegree(Credential, Credential.RequiredEducation)
    case readPostings([ItemComparison])
    /// Nothing else could be done without it.
    case nameAim
    /// What getting in asks for is missing.
    case findProgram(EntryEducation)
    /// Whether what the client has learned is enough for getting in.
    case askSchooling(EntryEducation)
    /// Of the occupation, for a client of whom little is known.
    case readAboutOccupation
    /// By their titles, the nearest first.
    case lookAtRelated([String])
  }

  public let action: Action
  /// The day by which it is done; nil where nothing tells.
  public let by: CalendarDate?
  /// The day from which it can be done, when that is not today; nil for today and where nothing tells.
  public let from: CalendarDate?
  /// How long it takes; nil where nothing is published.
  public let takes: TimeSpan?
  /// The training program that fits; nil where the dataset has none.
  public let program: TrainingProgram?

  init(
    _ action: Action, by: CalendarDate? = nil, from: CalendarDate? = nil, takes: TimeSpan? = nil,
    program: TrainingProgram? = nil
  ) {
    self.action = action
    self.by = by
    self.from = from
    self.takes = takes
    self.program = program
  }
}

/// Puts the steps together.
struct PlannedSteps {
  let status: FieldStatus
  let held: HeldCredentials?
  let isSelfEmployed: Bool
  let ladder: CareerLadder
  let plan: CertificationPlan
  let timeline: Timeline
  /// What the client aims at: the specialization before the setting.
  let aims: [ItemComparison]
  /// Nil where nothing is published of it.
  let entry: EntryNeed?
  /// Titles of related occupations, the nearest first.
  let relatedTitles: [String]
  /// Whether the dataset has anything to aim at.
  let canAim: Bool

  var steps: [PlannedStep] {
    let steps = pay + ready + (needsFirst ? firstCredential : furtherCredential) + apply + waiting + postings
    guard steps.isEmpty else { return steps }
    if status == .inField, canAim { return [PlannedStep(.nameAim)] }
    return gettingIn + [PlannedStep(.readAboutOccupation)] + related
  }

  /// The schooling that is missing, for who is not in the field yet.
  private var gettingIn: [PlannedStep] {
    guard status != .inField, let entry else { return [] }
    if let education = entry.missingEducation { return [PlannedStep(.findProgram(education))] }
    guard entry.isSchoolingOpen, let education = entry.requirement.education else { return [] }
    return [PlannedStep(.askSchooling(education))]
  }

  private var related: [PlannedStep] {
    relatedTitles.isEmpty ? [] : [PlannedStep(.lookAtRelated(relatedTitles))]
  }

  /// A client who holds no credential starts with training, whether in the field or not.
  private var needsFirst: Bool { !plan.firstCredentials.isEmpty }

  private var pay: [PlannedStep] {
    guard let pay = ladder.rungPay, pay.side == .below else { return [] }
    return [PlannedStep(isSelfEmployed ? .reviewRate(pay.rung) : .discussPay(pay.rung))]
  }

  /// What the client has the years for already, and only has to do.
  private var ready: [PlannedStep] {
    guard let next = ladder.next else { return [] }
    if case .becomes(let from, let to) = next.credentials {
      return [
        PlannedStep(.confirmYears(from: from, to: to), by: timeline.date(afterYears: next.yearsMissing))
      ]
    }
    let paysNoMore = ladder.rungs.first { $0.rung == next.rung }?.comparison.paysNoMore ?? false
    return next.isReached && !paysNoMore ? [PlannedStep(.applyNext(next.rung))] : []
  }

  private var firstCredential: [PlannedStep] {
    var steps: [PlannedStep] = []
    let end = timeline.end(of: timeline.training)
    if plan.choices.count > 1 { steps.append(PlannedStep(.choose(plan.choices.map(\.credential)))) }
    if let step = timeline.trainingStep {
      let program = plan.next?.program?.program
      steps.append(PlannedStep(.train(step), by: end, takes: timeline.training, program: program))
    }
    if let next = plan.next, timeline.trainingStep != nil {
      steps.append(PlannedStep(.sitFirstExam(next.credential), from: end))
    }
    return steps
  }

  private var furtherCredential: [PlannedStep] {
    guard held != nil, !plan.choices.isEmpty else { return outOfReach }
    let credentials = plan.choices.map(\.credential)
    if plan.choices.contains(where: { $0.reach == .unclear }) {
      return [PlannedStep(.askDegree(credentials))]
    }
    guard let next = plan.next else { return [PlannedStep(.choose(credentials))] }
    let program = next.program?.program
    var steps: [PlannedStep] = []
    if next.price == nil {
      steps.append(PlannedStep(.askPrice(next.credential), program: program))
    } else if next.program?.others.isEmpty != true {
      steps.append(PlannedStep(.compareCourses(next.credential)))
    }
    let study = timeline.nextStudy
    return steps + [
      PlannedStep(.study(next.credential), by: timeline.end(of: study), takes: study, program: program)
    ]
  }

  /// What would open the most relevant credential that is out of reach.
  private var outOfReach: [PlannedStep] {
    guard held != nil, let first = plan.candidates.first(where: { $0.growsFrom == nil }) else { return [] }
    for requirement in first.requirements where requirement.status == .missing {
      if case .education(let education) = requirement.kind {
        return [PlannedStep(.earnDegree(first.credential, education))]
      }
    }
    return []
  }

  /// The first post comes after the training and the exam.
  private var apply: [PlannedStep] {
    guard needsFirst, let first = ladder.rungs.first?.rung, timeline.trainingStep != nil else { return [] }
    return [PlannedStep(.applyFirst(first), from: timeline.end(of: timeline.training))]
  }

  private var waiting: [PlannedStep] {
    guard let next = ladder.next, let missing = next.yearsMissing, missing > 0, !needsFirst else { return [] }
    switch next.credentials {
    case .met, .nothingRequired:
      return [
        PlannedStep(.gainYears(next.rung, missing: missing), by: timeline.date(afterYears: missing))
      ]
    case .becomes, .anyOf, .unknown: return []
    }
  }

  private var postings: [PlannedStep] { aims.isEmpty ? [] : [PlannedStep(.readPostings(aims))] }
}
