/// What an OEWS file holds besides its rows.
public struct OEWSTableInfo: Sendable, Equatable {
  /// One table: a sheet, or a CSV file.
  public struct Table: Sendable, Equatable {
    /// The file as the user gave it; in an archive with the path in it: `oesm24nat.zip/national_M2024_dl.xlsx`.
    public let file: String
    /// Nil for CSV.
    public let sheet: String?
    /// Rows with an occupation, of all occupations.
    public let rowCount: Int

    public init(file: String, sheet: String?, rowCount: Int) {
      self.file = file
      self.sheet = sheet
      self.rowCount = rowCount
    }
  }

  /// `May 2024`: the month and year that the names of sheets, the sheet Field Descriptions or the names of files
  /// tell; nil when none does.
  public let period: String?
  /// At least one, in the order of the file.
  public let tables: [Table]

  public init(period: String?, tables: [Table]) {
    self.period = period
    self.tables = tables
  }

  /// Rows with an occupation, of all occupations, in all tables.
  public var rowCount: Int { tables.reduce(0) { $0 + $1.rowCount } }
}
