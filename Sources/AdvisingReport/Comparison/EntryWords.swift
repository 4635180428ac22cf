import CareerData

/// What entry into an occupation asks for, in the template's words.
enum EntryPhrase: String, PhraseKey {
  static let group = "entry"
  case noEducation = "no_education"
  case highSchool = "high_school"
  case someCollege = "some_college"
  case certificate, associate, bachelor, master, doctoral
  case noExperience = "no_experience"
  case underFiveYears = "under_five_years"
  case fiveYears = "five_years"
  case noTraining = "no_training"
  case shortTerm = "short_term"
  case moderateTerm = "moderate_term"
  case longTerm = "long_term"
  case apprenticeship, internship
}

extension EntryEducation {
  var phrase: EntryPhrase {
    switch self {
    case .none: .noEducation
    case .highSchool: .highSchool
    case .someCollege: .someCollege
    case .certificate: .certificate
    case .associate: .associate
    case .bachelor: .bachelor
    case .master: .master
    case .doctoral: .doctoral
    }
  }
}

extension EntryExperience {
  var phrase: EntryPhrase {
    switch self {
    case .none: .noExperience
    case .under5Years: .underFiveYears
    case .atLeast5Years: .fiveYears
    }
  }
}

extension EntryTraining {
  var phrase: EntryPhrase {
    switch self {
    case .none: .noTraining
    case .shortTerm: .shortTerm
    case .moderateTerm: .moderateTerm
    case .longTerm: .longTerm
    case .apprenticeship: .apprenticeship
    case .internship: .internship
    }
  }
}
