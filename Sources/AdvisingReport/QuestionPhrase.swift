import Advising

/// What to ask the client, and what the answer would add to the report.
extension ClientQuestion: PhraseKey {
  static let group = "question"
}
