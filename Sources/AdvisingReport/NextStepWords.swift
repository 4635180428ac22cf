import Advising
import CareerData
import ReportModel

/// Steps to agree on in the session, from the findings, with blanks for dates.
struct NextStepWords {
  private let context: SectionContext
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  /// Empty lines for what the session adds.
  private static let blankLines = 2

  init(_ context: SectionContext) { self.context = context }

  var steps: NextSteps {
    NextSteps(
      title: wording.prose(NextStepPhrase.title), stepHeader: wording.text(NextStepPhrase.step),
      dateHeader: wording.text(NextStepPhrase.date), steps: suggestions, blankLines: Self.blankLines)
  }

  /// The first credential that the key findings name, else the most relevant one.
  private var nextCredential: CertificationPlan.Candidate? {
    guard advice.held != nil else { return nil }
    for finding in advice.keyFindings {
      if case .firstCredential(let candidate) = finding { return candidate }
    }
    return advice.certificationPlan.candidates.first { $0.growsFrom == nil }
  }

  private var suggestions: [Prose] {
    var steps: [Prose] = []
    if let first = nextCredential {
      let values = ["credential": Prose(first.credential.id)]
      let words = wording.prose(first.price == nil ? NextStepPhrase.askPrice : .registerExam, values)
      steps.append(context.step(words, with: .certifyingBody, body: first.credential.body))
    }
    if let next = advice.ladder.next {
      let phrase: NextStepPhrase = next.isReached ? .nextRungReady : .nextRung
      steps.append(wording.prose(phrase, ["rung": Prose(next.rung.title)]))
    }
    if let target = (advice.settings + advice.specializations).first(where: \.mark.isTarget) {
      let words = wording.prose(NextStepPhrase.target, ["item": Prose(target.title)])
      steps.append(context.step(words, with: .jobBoard))
    }
    if advice.status == .outsideField,
      let first = context.dataset.records.startSteps.min(by: { $0.order < $1.order })
    {
      steps.append(Prose(first.title))
    }
    return steps
  }
}

enum NextStepPhrase: String, PhraseKey {
  static let group = "next_step"
  case title, step, date
  case askPrice = "ask_price"
  case registerExam = "register_exam"
  case nextRung = "next_rung"
  case nextRungReady = "next_rung_ready"
  case target
}
