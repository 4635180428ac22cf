/// What a form says, in each language.
struct FormPhrase: Sendable, Equatable {
  let english: String
  let spanish: String

  init(_ english: String, _ spanish: String) { (self.english, self.spanish) = (english, spanish) }

  subscript(_ language: SessionLanguage) -> String {
    switch language {
    case .english: english
    case .spanish: spanish
    }
  }
}
