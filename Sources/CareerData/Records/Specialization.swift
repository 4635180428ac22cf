/// A field of the work: a row of `specializations`.
public struct Specialization: Sendable, Equatable {
  public var id: String
  public var title: String
  /// The rung whose pay is the nearest published figure, when the specialization has none of its own.
  public var nearestRungID: String?
  /// Years in the field after which its pay is published; nil when its source names none.
  public var experienceLow: Double?
  /// Nil when open or not published.
  public var experienceHigh: Double?
  /// Whether people work in it on their own account: their pay is what they charge.
  public var isSelfEmployed: Bool
  public var sourceID: String
  public var note: String

  public init(
    id: String, title: String, nearestRungID: String?, experienceLow: Double? = nil,
    experienceHigh: Double? = nil, isSelfEmployed: Bool = false, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.nearestRungID = nearestRungID
    self.experienceLow = experienceLow
    self.experienceHigh = experienceHigh
    self.isSelfEmployed = isSelfEmployed
    self.sourceID = sourceID
    self.note = note
  }
}

extension Specialization: DatasetRecord {
  static let rules: [TableRule] = [.rising(["experience_low", "experience_high"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    title = row.prose("title", .needed)
    nearestRungID = row.optionalReference("nearest_rung", to: .rungs)
    experienceLow = row.optionalNumber("experience_low")
    experienceHigh = row.optionalNumber("experience_high")
    isSelfEmployed = row.flag("self_employed")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

/// A credential usual in a specialization: a row of `specialization_credentials`.
public struct SpecializationCredential: Sendable, Equatable {
  public var specializationID: String
  public var credentialID: String
  /// True when the link is the dataset's own, not a source's.
  public var isEditorial: Bool

  public init(
    specializationID: String, credentialID: String, isEditorial: Bool
  ) {
    self.specializationID = specializationID
    self.credentialID = credentialID
    self.isEditorial = isEditorial
  }
}

extension SpecializationCredential: DatasetRecord {
  static let rules: [TableRule] = [.unique(["specialization", "credential"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    specializationID = row.reference("specialization", to: .specializations)
    credentialID = row.reference("credential", to: .credentials)
    isEditorial = row.flag("editorial")
  }
}
