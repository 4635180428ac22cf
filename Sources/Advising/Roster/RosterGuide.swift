import CareerData

/// What a roster may hold, column by column, for people who fill one in.
public struct RosterGuide: Sendable {
  public struct Column: Sendable, Equatable {
    public let name: String
    /// What the column means and takes, in a sentence or two.
    public let explanation: String
    /// The allowed values; empty for others.
    public let choices: [String]
    public let range: ClosedRange<Double>?
  }

  /// In the order of the fields of a profile.
  public let columns: [Column]

  public init(dataset: CareerDataset) {
    let vocabulary = ProfileVocabulary(dataset)
    columns = ProfileField.allCases.compactMap { field in
      let choices = Self.choices(field, vocabulary)
      // A field that the dataset has no table for would be ignored.
      if let choices, choices.isEmpty { return nil }
      let known = field == .credentials ? " Known: \(choices?.joined(separator: ", ") ?? "")." : ""
      return Column(
        name: field.rawValue, explanation: Self.explanation(field) + known,
        choices: field == .credentials ? [] : choices ?? [], range: Self.range(field))
    }
  }

  /// Nil for a field without choices.
  private static func choices(_ field: ProfileField, _ vocabulary: ProfileVocabulary) -> [String]? {
    switch field {
    case .payBasis: PayBasis.allCases.map(\.rawValue)
    case .education: Education.allCases.map(\.rawValue)
    case .inField, .openToRemote: ["yes", "no"]
    case .area: vocabulary.areas.count > 0 ? nil : []
    default: vocabulary.choices(for: field).map { $0.ids ?? [] }
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

  private static func explanation(_ field: ProfileField) -> String {
    switch field {
    case .id: "Required. Names the files: letters, digits, '.', '_' and '-', 64 at most; each client another."
    case .name: "The client's name; it stands on the report."
    case .advisor: "The advisor's name; it stands on the report."
    case .reportDate: "The date of the report, 2026-11-23 or 11/23/2026; empty for the day of the export."
    case .state: "The state, by its two letters."
    case .area: "The metropolitan area, by its code or its title."
    case .payAmount: "Pay before tax, as 46000 or $46,000; a year as actually paid, or an hour."
    case .payBasis: "What the pay is for: annual or hourly."
    case .hoursPerWeek: "Hours of paid work a week; 40 when empty."
    case .inField: "Whether the present work is in the field: yes or no."
    case .rung: "The rung of the ladder that describes the present work; empty to infer it."
    case .yearsOfExperience: "Years of work in the field."
    case .credentials:
      "Credentials held, separated by ;. The word none for none held; empty when nobody asked."
    case .setting: "Where the client works."
    case .targetSetting: "Where the client wants to work."
    case .specialization: "What the client does."
    case .targetSpecialization: "What the client wants to do."
    case .openToRemote: "Whether the client would work remotely: yes or no."
    case .education: "The highest level of education finished."
    case .certificationBudget: "Dollars that can be spent on a certification."
    case .horizonYears: "Years over which a gain is added up; 5 when empty."
    case .notes: "Anything else; it stands on the report."
    }
  }
}
