import CareerData

/// What an exam asks for, beside what the client has (rule 2).
public struct CredentialRequirement: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case education(Credential.RequiredEducation)
    /// That the program of that education is accredited, by whom: no profile tells.
    case accreditation(String)
    case years(Double)
    /// Experience, of which no number of years is given.
    case experience
    case credential(Credential)
  }

  /// The raw value is the statistic of its row.
  public enum Status: String, Sendable, CaseIterable { case met, missing, unknown }

  public let kind: Kind
  public let status: Status
  /// Whether it is advice of the dataset's editors, and no rule of the certifying body.
  public let isEditorial: Bool

  /// Whether it is a degree of which nobody knows whether the client's is enough.
  var leavesOpen: Bool {
    guard status == .unknown else { return false }
    switch kind {
    case .education(let asked): return asked != .highSchool
    case .accreditation: return true
    case .years, .experience, .credential: return false
    }
  }
}

extension CredentialRequirement {
  /// What a credential asks for: education, years, another credential; empty when the dataset names nothing.
  static func all(
    of credential: Credential, profile: ClientProfile, held: HeldCredentials?, in dataset: CareerDataset
  ) -> [CredentialRequirement] {
    let asked = credential.requirements
    var found: [CredentialRequirement] = []
    func add(_ kind: Kind, _ isMet: Bool?, isEditorial: Bool = false) {
      let status: Status = isMet.map { $0 ? .met : .missing } ?? .unknown
      found.append(CredentialRequirement(kind: kind, status: status, isEditorial: isEditorial))
    }
    if let education = asked.education {
      let isMet = profile.education?.meets(education)
      add(.education(education), isMet)
      // Without the degree nobody asks who accredited it.
      if !asked.accreditation.isEmpty, isMet != false { add(.accreditation(asked.accreditation), nil) }
    }
    if let years = asked.years {
      add(.years(years), profile.yearsOfExperience.map { $0 >= years }, isEditorial: asked.isEditorial)
    }
    if asked.isExperienceAsked {
      add(.experience, profile.yearsOfExperience.map { $0 > 0 }, isEditorial: asked.isEditorial)
    }
    if let needed = dataset.records.credentials.first(where: { $0.id == asked.credentialID }) {
      add(.credential(needed), held.map { $0.meets(needed.id, in: dataset) })
    }
    return found
  }
}

extension Education {
  /// Whether it is as much as what is asked for; nil when it does not tell.
  func meets(_ asked: Credential.RequiredEducation) -> Bool? {
    rank.map { own in
      switch asked {
      case .highSchool: own >= 1
      case .certificate: own >= 2
      case .associate: own >= 3
      case .bachelor: own >= 4
      case .master: own >= 5
      }
    }
  }

  private var rank: Int? {
    switch self {
    case .none: 0
    case .highSchool: 1
    case .certificate: 2
    case .associate: 3
    case .bachelor: 4
    case .master: 5
    case .other: nil
    }
  }
}
