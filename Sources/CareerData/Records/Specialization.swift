/// A field of the work: a row of `specializations`.
public struct Specialization: Sendable, Equatable {
  public var id: String
  public var title: String
  /// The rung whose pay is the nearest published figure, when the specialization has none of its own.
  public var nearestRungID: String?
  public var sourceID: String
  public var note: String

  public init(
    id: String, title: String, nearestRungID: String?, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.nearestRungID = nearestRungID
    self.sourceID = sourceID
    self.note = note
  }
}

extension Specialization: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    title = row.prose("title", .needed)
    nearestRungID = row.optionalReference("nearest_rung", to: .rungs)
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
