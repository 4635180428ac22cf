/// The cells of a dataset that hold words for readers.
enum ProseColumns {
  struct Cell {
    let table: CareerDataset.Table
    /// From 0.
    let row: Int
    let column: String
    let text: String
  }

  private static var layouts: [any TableLayout.Type] {
    [
      SourcesTable.self, PopulationsTable.self, OccupationsTable.self, AreasTable.self, PayTable.self,
      FiguresTable.self, IndustriesTable.self, SettingsTable.self, SettingIndustriesTable.self,
      SpecializationsTable.self, CredentialsTable.self, CredentialCostsTable.self, RungsTable.self,
      EmployersTable.self, StartStepsTable.self, DriversTable.self, DisagreementsTable.self,
    ]
  }

  static func cells(of tables: [String: OpenTable]) -> [Cell] {
    layouts.flatMap { cells($0, tables) }
  }

  private static func cells<Layout: TableLayout>(
    _ layout: Layout.Type, _ tables: [String: OpenTable]
  ) -> [Cell] {
    guard let table = tables[Layout.table.rawValue] else { return [] }
    var columns = ColumnBinder(table)
    _ = Layout(&columns)
    return (0..<table.document.rowCount).flatMap { row in
      columns.proseColumns.compactMap { column in
        table.cell(row, column).map {
          Cell(
            table: Layout.table, row: row, column: table.fields[column].name,
            text: String(decoding: $0, as: UTF8.self))
        }
      }
    }
  }
}
