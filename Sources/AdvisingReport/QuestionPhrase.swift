import Advising

/// What to ask the client, and what the answer would add to the report.
enum QuestionPhrase: String, PhraseKey {
  static let group = "question"
  case pay, state
  case isInField = "in_field"
  case credentials
  case yearsOfExperience = "years_of_experience"
  case rung
  case education
  case certificationBudget = "certification_budget"
  case setting, target
}

extension ClientQuestion {
  var phrase: QuestionPhrase {
    switch self {
    case .pay: .pay
    case .state: .state
    case .isInField: .isInField
    case .credentials: .credentials
    case .yearsOfExperience: .yearsOfExperience
    case .rung: .rung
    case .education: .education
    case .certificationBudget: .certificationBudget
    case .setting: .setting
    case .target: .target
    }
  }
}
