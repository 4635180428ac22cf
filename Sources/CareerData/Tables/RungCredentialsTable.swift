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
