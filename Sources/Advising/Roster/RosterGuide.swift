import CareerData

/// What a roster may hold, column by column, for people who fill one in.
public struct RosterGuide: Sendable {
  public struct Choice: Sendable, Equatable {
    /// As a profile has it: `physician-office`.
    public let id: String
    /// For people: `Physician office`; the id where the dataset has no other word.
    public let title: String
  }

  public struct Column: Sendable, Equatable {
    public let field: ProfileField
    /// The allowed values; empty for others.
    public let choices: [Choice]
    /// Whether a cell takes several of the choices.
    public let takesMany: Bool
    public let range: ClosedRange<Double>?
  }

  /// In the order of the fields of a profile.
  public let columns: [Column]

  /// - Parameter dataset: in the language of the titles.
  public init(dataset: CareerDataset) {
    let vocabulary = ProfileVocabulary(dataset)
    columns = ProfileField.allCases.compactMap { field in
      let choices = Self.choices(field, vocabulary)
      // A field that the dataset has no table for would be ignored.
      if let choices, choices.isEmpty { return nil }
      return Column(
        field: field, choices: choices ?? [], takesMany: field == .credentials, range: Self.range(field))
    }
  }

  /// Nil for a field without choices.
  private static func choices(_ field: ProfileField, _ vocabulary: ProfileVocabulary) -> [Choice]? {
    func untitled(_ ids: [String]) -> [Choice] { ids.map { Choice(id: $0, title: $0) } }
    switch field {
    case .payBasis: return untitled(PayBasis.allCases.map(\.rawValue))
    case .education: return untitled(Education.allCases.map(\.rawValue))
    case .inField, .openToRemote: return untitled(["yes", "no"])
    case .area: return vocabulary.areas.count > 0 ? nil : []
    default:
      guard let choices = vocabulary.choices(for: field) else { return nil }
      return zip(choices.ids ?? [], choices.titles).map { Choice(id: $0, title: $1) }
    }
  }

  private static func range(_ field: ProfileField) -> ClosedRange<Double>? {
    switch field {
    case .payAmount: 0...PayLimits.fullTimeAnnual.upperBound
    case .hoursPerWeek: PayLimits.hoursPerWeek
    case .yearsOfExperience: 0...80
    case .certificationBudget: 0...1_000_000
    case .horizonYears: 1...50
    default: nil
    }
  }
}
