/// A rung of the career ladder: a row of `rungs`.
public struct Rung: Sendable, Equatable {
  public var id: String
  /// From 1, the lowest.
  public var order: Int
  public var title: String
  /// Those on it, in the plural and as inside a sentence; the title where the dataset does not say.
  public var people: String
  /// Years from which the rung is usual; nil when none are published.
  public var experienceLow: Double?
  /// Years to which it is usual; nil when open or not published.
  public var experienceHigh: Double?
  public var isExperienceEditorial: Bool
  public var experienceNote: String
  public var credentialNote: String
  /// The level that a credential must have before the rung is inferred from it; nil for those that it requires.
  public var credentialLevel: Credential.Level?
  /// Whether it is a job that is never inferred from credentials and years.
  public var isStatedOnly: Bool
  /// What the work is.
  public var work: String
  public var sourceID: String
  public var note: String

  public init(
    id: String, order: Int, title: String, people: String? = nil, experienceLow: Double?,
    experienceHigh: Double?, isExperienceEditorial: Bool, experienceNote: String, credentialNote: String,
    credentialLevel: Credential.Level? = nil, isStatedOnly: Bool = false, work: String, sourceID: String,
    note: String
  ) {
    self.id = id
    self.order = order
    self.title = title
    self.people = people ?? title
    self.experienceLow = experienceLow
    self.experienceHigh = experienceHigh
    self.isExperienceEditorial = isExperienceEditorial
    self.experienceNote = experienceNote
    self.credentialNote = credentialNote
    self.credentialLevel = credentialLevel
    self.isStatedOnly = isStatedOnly
    self.work = work
    self.sourceID = sourceID
    self.note = note
  }
}

extension Rung: DatasetRecord {
  static let rules: [TableRule] = [.rising(["experience_low", "experience_high"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    order = try row.integer("order")
    title = row.prose("title", .needed)
    let people = row.prose("people")
    self.people = people.isEmpty ? title : people
    experienceLow = row.optionalNumber("experience_low")
    experienceHigh = row.optionalNumber("experience_high")
    isExperienceEditorial = row.flag("experience_editorial")
    experienceNote = row.prose("experience_note")
    credentialNote = row.prose("credential_note")
    credentialLevel = row.optionalChoice("credential_level")
    isStatedOnly = row.flag("stated_only")
    work = row.prose("work")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

/// A credential that a rung asks for: a row of `rung_credentials`.
public struct RungCredential: Sendable, Equatable {
  public enum Need: String, Sendable, CaseIterable {
    /// Any one of the rung's required credentials is enough.
    case required
    /// Often held or pursued on the rung.
    case typical
  }

  public var rungID: String
  public var credentialID: String
  public var need: Need
  public var isEditorial: Bool

  public init(
    rungID: String, credentialID: String, need: Need, isEditorial: Bool
  ) {
    self.rungID = rungID
    self.credentialID = credentialID
    self.need = need
    self.isEditorial = isEditorial
  }
}

extension RungCredential: DatasetRecord {
  static let rules: [TableRule] = [.unique(["rung", "credential"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    rungID = row.reference("rung", to: .rungs)
    credentialID = row.reference("credential", to: .credentials)
    need = try row.choice("need")
    isEditorial = row.flag("editorial")
  }
}
