import Calculation
import CareerData

/// What getting into the occupation asks for, beside what the client has.
public struct EntryNeed: Sendable, Equatable {
  public let requirement: EntryRequirement
  /// Years of study that the client lacks: zero for who has enough, missing where that is not known.
  public let study: Amount

  /// Nil where nothing is published of the dataset's occupation, and where the dataset says step by step how people start.
  init?(_ dataset: CareerDataset, profile: ClientProfile) {
    guard dataset.records.startSteps.isEmpty else { return nil }
    let code = dataset.occupation.socCode
    guard let requirement = dataset.records.entryRequirements.first(where: { $0.occupationID == code }) else {
      return nil
    }
    self.requirement = requirement
    study = requirement.education.map { StudyYears.missing(from: profile.education, to: $0) } ?? .missing
  }

  /// The education that somebody who wants to get in has to gain first; nil for none, and where it is not known.
  var missingEducation: EntryEducation? { (study.high ?? 0) > 0 ? requirement.education : nil }

  /// Whether the client's schooling decides something, and nobody knows it.
  public var isSchoolingOpen: Bool { study.isMissing && requirement.education != nil }
}
