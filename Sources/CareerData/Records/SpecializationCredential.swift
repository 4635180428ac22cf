/// A credential usual in a specialization: a row of `specialization_credentials`.
public struct SpecializationCredential: Sendable, Equatable {
  public let specializationID: String
  public let credentialID: String
  /// True when the link is the dataset's own, not a source's.
  public let isEditorial: Bool

  public init(
    specializationID: String, credentialID: String, isEditorial: Bool
  ) {
    self.specializationID = specializationID
    self.credentialID = credentialID
    self.isEditorial = isEditorial
  }
}

/// Columns of `specialization_credentials`.
struct SpecializationCredentialsTable: TableLayout {
  static let table = CareerDataset.Table.specializationCredentials

  private let specialization: TextColumn
  private let credential: TextColumn
  private let editorial: FlagColumn

  init(_ columns: inout ColumnBinder) {
    specialization = columns.reference("specialization", to: .specializations)
    credential = columns.reference("credential", to: .credentials)
    editorial = columns.flag("editorial")
    columns.unique(specialization, credential)
  }

  func record(_ row: Row) -> SpecializationCredential? {
    SpecializationCredential(
      specializationID: row[specialization], credentialID: row[credential], isEditorial: row[editorial])
  }
}
