import CareerData

/// What a roster may hold, column by column, for people who fill one in.
public struct RosterGuide: Sendable {
  public struct Choice: Sendable, Equatable {
    /// As a profile has it: `physician-office`.
    public let id: String
    /// For people: `Physician office`; the id where the dataset has no other word.
    public let title: String
  }

  /// What stands in the row that shows how to fill in the others.
  public enum Example: Sendable, Equatable {
    /// ``LeftOutRow/exampleID``, and a name that nobody has.
    case id, name
    case number(Double)
    case firstChoice
  }

  public struct Column: Sendable, Equatable {
    public let field: ProfileField
    /// The allowed values; empty for others.
    public let choices: [Choice]
    /// Whether a cell takes several of the choices.
    public let takesMany: Bool
    public let range: ClosedRange<Double>?
    /// Whether its choices are `yes` and `no`.
    public let isFlag: Bool
    /// Whether a spreadsheet has to keep what is typed as text, so that it makes no number or date of it.
    public let isKeptAsText: Bool
    /// Nil for a column that the example leaves empty.
    public let example: Example?
  }

  /// In the order of the fields of a profile.
  public let columns: [Column]

  /// - Parameter dataset: in the language of the titles.
  public init(dataset: CareerDataset) {
    let vocabulary = ProfileVocabulary(dataset)
    columns = ProfileField.allCases.compactMap { Self.column($0, vocabulary) }
  }

  /// Nil for a field that the dataset has no table for: it would be ignored.
  private static func column(_ field: ProfileField, _ vocabulary: ProfileVocabulary) -> Column? {
    func column(_ choices: [Choice] = [], takesMany: Bool = false, isKeptAsText: Bool = false) -> Column {
      Column(
        field: field, choices: choices, takesMany: takesMany, range: field.kind.number?.range,
        isFlag: field.kind.isFlag, isKeptAsText: isKeptAsText, example: field.declaration.example)
    }
    func untitled(_ ids: [String]) -> [Choice] { ids.map { Choice(id: $0, title: $0) } }
    switch field.kind {
    case .id, .date: return column(isKeptAsText: true)
    case .text, .number, .wholeNumber: return column()
    case .flag: return column(untitled(["yes", "no"]))
    case .word(let list): return column(untitled(list.words))
    // For clients one by one: a table has one occupation as a rule.
    case .object, .objects, .occupation, .occupations, .places: return nil
    case .area: return vocabulary.knows(field) ? column() : nil
    case .choice, .choices:
      guard let known = vocabulary.choices(for: field), let ids = known.ids, !ids.isEmpty else { return nil }
      var takesMany = false
      if case .choices = field.kind { takesMany = true }
      return column(zip(ids, known.titles).map { Choice(id: $0, title: $1) }, takesMany: takesMany)
    }
  }
}
