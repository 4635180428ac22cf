/// A credential that a rung asks for: a row of `rung_credentials`.
public struct RungCredential: Sendable, Equatable {
  public enum Need: String, Sendable, CaseIterable {
    /// Any one of the rung's required credentials is enough.
    case required
    /// Often held or pursued on the rung.
    case typical
  }

  public let rungID: String
  public let credentialID: String
  public let need: Need
  public let isEditorial: Bool

  public init(
    rungID: String, credentialID: String, need: Need, isEditorial: Bool
  ) {
    self.rungID = rungID
    self.credentialID = credentialID
    self.need = need
    self.isEditorial = isEditorial
  }
}

/// Columns of `rung_credentials`.
struct RungCredentialsTable: TableLayout {
  static let table = CareerDataset.Table.rungCredentials

  private let rung: TextColumn
  private let credential: TextColumn
  private let need: ChoiceColumn<RungCredential.Need>
  private let editorial: FlagColumn

  init(_ columns: inout ColumnBinder) {
    rung = columns.reference("rung", to: .rungs)
    credential = columns.reference("credential", to: .credentials)
    need = columns.choice("need")
    editorial = columns.flag("editorial")
    columns.unique(rung, credential)
  }

  func record(_ row: Row) -> RungCredential? {
    guard let need = row[need] else { return nil }
    return RungCredential(
      rungID: row[rung], credentialID: row[credential], need: need, isEditorial: row[editorial])
  }
}
