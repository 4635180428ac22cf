import Advising
import CareerData
import ReportModel

/// The words that a client may read for the first time, in one small paragraph: what "half" and "average" are, and the
/// credentials that the report names.
struct GlossaryWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  var block: Block {
    let terms = [GlossaryPhrase.half, .average].map { wording.prose($0) }
    return .smallPrint([
      wording.prose(
        GlossaryPhrase.words, ["words": Prose.joined(terms + credentials, separator: " ")])
    ])
  }

  /// Those that the client holds, then those that are proposed.
  private var credentials: [Prose] {
    let advice = context.advice
    let named = (advice.held?.counted ?? []) + advice.certificationPlan.candidates.map(\.credential)
    var shown: Set<String> = []
    return named.filter { shown.insert($0.id).inserted }.map { credential in
      wording.prose(
        GlossaryPhrase.credential,
        ["id": Prose(credential.id), "title": Prose(credential.title), "body": Prose(credential.body)])
    }
  }
}

enum GlossaryPhrase: String, PhraseKey {
  static let group = "glossary"
  case words, half, average, credential
}
