/// What a published figure is about: a kind and the id of a row in the table of that kind.
public struct Subject: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// `national`, `state:CA`: a row of `areas`.
    case area
    /// A NAICS code: a row of `industries`.
    case industry
    case setting
    case specialization
    /// Holders of a number of credentials: `none`, `any`, `two`, `three_or_more`.
    case credentialGroup = "credential_group"
    case credential
    case rung
    case employer
    /// A step of starting out.
    case step
    /// A SOC code: a row of `occupations`.
    case occupation
  }

  public let kind: Kind
  public let id: String

  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// The ids of the kind ``Kind/credentialGroup``, which has no table.
  public static let credentialGroups = ["none", "any", "one", "two", "three_or_more"]

  /// The nation as a whole.
  public static let national = Subject(.area, Area.nationalID)
}

extension Subject.Kind {
  /// The table whose ids are meant; nil for groups by number of credentials, which have none.
  var table: CareerDataset.Table? {
    switch self {
    case .area: .areas
    case .industry: .industries
    case .setting: .settings
    case .specialization: .specializations
    case .credentialGroup: nil
    case .credential: .credentials
    case .rung: .rungs
    case .employer: .employers
    case .step: .startSteps
    case .occupation: .occupations
    }
  }
}
