import Advising
import CareerData
import TestValues
import Testing

@testable import Session

/// The words of the form, in both languages.
struct FormWordsTests {
  private let form: ProfileForm

  init() throws { form = try SessionDataset.form() }

  /// Words that are the same in both.
  private static let same: Set<String> = ["No"]

  private func expectBoth(_ phrase: FormPhrase?, _ place: String) throws {
    let phrase = try #require(phrase, "\(place)")
    for language in SessionLanguage.allCases {
      let text = phrase[language]
      #expect(!text.isEmpty && text.allSatisfy { !$0.isNewline } && !text.contains("  "), "\(place)")
      #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(place)")
    }
    #expect(phrase.english != phrase.spanish || Self.same.contains(phrase.english), "\(place)")
  }

  @Test func `every part of the form has a title in both`() throws {
    for group in FormGroup.allCases { try expectBoth(FormWords.title(group), group.rawValue) }
  }

  @Test func `every field has a label in both, and no two labels are the same`() throws {
    #expect(form.fields.count >= 24)
    for field in form.fields {
      let words = try #require(FormWords.field(field.field), "\(field.key)")
      try expectBoth(words.label, field.key)
      if let hint = words.hint { try expectBoth(hint, field.key) }
    }
    for language in SessionLanguage.allCases {
      let labels = form.fields.compactMap { FormWords.field($0.field)?.label[language] }
      #expect(Set(labels).count == labels.count)
    }
  }

  @Test func `fields that no form shows have no words`() {
    let shown = Set(form.fields.map(\.field) + [.area])
    for field in ProfileField.allCases { #expect((FormWords.field(field) != nil) == shown.contains(field)) }
  }

  @Test func `units, words, members and numbered inputs have both`() throws {
    for field in form.fields {
      if let unit = field.unit { try expectBoth(FormWords.unit(unit), field.key) }
      switch field.input {
      case .word(let words):
        for word in words { try expectBoth(FormWords.word(word, of: field.field), "\(field.key) \(word)") }
      case .objects(let members, _):
        for member in members {
          try expectBoth(FormWords.member(member.key, of: field.field), "\(field.key) \(member.key)")
        }
        try expectBoth(FormWords.numbered(field.field, 2), field.key)
        #expect(FormWords.numbered(field.field, 2) != FormWords.numbered(.id, 2))
      case .searches:
        try expectBoth(FormWords.numbered(field.field, 2), field.key)
        #expect(FormWords.numbered(field.field, 2) != FormWords.numbered(.id, 2))
      default: break
      }
    }
    for phrase in [
      FormWords.notKnown, FormWords.yes, FormWords.no, FormWords.noneHeld, FormWords.notInDataset,
      FormWords.otherProblems,
    ] { try expectBoth(phrase, phrase.english) }
  }
}

enum SessionDataset {
  private static let shipped = Result {
    try DatasetReader.read(DatasetFiles(files: SampleFiles.files("medical-coding")))
  }

  static func form() throws -> ProfileForm { ProfileForm(dataset: try shipped.get()) }
}
