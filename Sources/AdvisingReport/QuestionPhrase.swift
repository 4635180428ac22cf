import Advising

/// What to ask the client, and what the answer would add to the report.
enum QuestionPhrase: PhraseKey {
  static let group = "question"
  /// The sentence around a question outside the list of questions.
  case ask
  case question(ClientQuestion)

  static var allCases: [QuestionPhrase] { [.ask] + ClientQuestion.allCases.map(QuestionPhrase.question) }

  var rawValue: String {
    switch self {
    case .ask: "ask"
    case .question(let question): question.rawValue
    }
  }

  init?(rawValue: String) {
    guard let phrase = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = phrase
  }
}

extension ClientQuestion {
  var phrase: QuestionPhrase { .question(self) }
}
