import Advising
import CareerData
import ReportModel

/// The words that a client may read for the first time: those of this work, and the credentials that the report names.
struct GlossaryWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  var block: Block {
    .list(title: wording.prose(GlossaryPhrase.title), items: terms.map { wording.prose($0) } + credentials)
  }

  private var terms: [GlossaryPhrase] {
    let records = context.dataset.records
    return [.half, .average] + (records.rungs.isEmpty ? [] : [.rung])
      + (records.settings.isEmpty ? [] : [.setting])
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
  case title, half, average, rung, setting, credential
}
