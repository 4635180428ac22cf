/// What Pathbook knows of a table, stated once: the record's own initializer names the columns, and ``rules`` what holds
/// between them. Reading, checks, editing and comparison all follow this declaration.
///
/// ```swift
/// extension Driver: DatasetRecord {
///   init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
///     id = row.id("id")
///     text = row.prose("text", .needed)
///     sourceID = row.reference("source", to: .sources)
///   }
/// }
/// ```
protocol DatasetRecord: Sendable {
  /// What holds between the columns of a row, or of a column in all rows.
  static var rules: [TableRule] { get }

  /// The most rows that the table may have.
  static var maximumRows: Int { get }

  /// Reads every column of the table, each once and always in the same order: run without a row, the initializer tells
  /// which columns the table has.
  ///
  /// - Throws: when a cell that the record cannot do without has no value of its type; the checks have noted it.
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell)
}

extension DatasetRecord {
  static var rules: [TableRule] { [] }
  static var maximumRows: Int { DatasetLimits.rowsOfSubjects }
}

/// What holds between the columns of a table, by their names.
enum TableRule: Sendable, Equatable {
  /// No two rows have the same values in the columns together.
  case unique([String])
  /// The numbers of a row do not fall from the first column to the last.
  case rising([String])
  /// Each row has a number in one of the columns.
  case oneNumber([String])
  /// Each row has a value in one of the columns.
  case oneValue([String])
}

/// A column of a table: what each of its cells must be, beyond what the schema of the package asks.
struct ColumnDeclaration: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    case text
    /// Words for readers, which `translations` may have in other languages.
    case prose
    /// Prose that says what time figures are about.
    case period
    /// What tells the rows apart.
    case id
    case reference(to: CareerDataset.Table)
    /// The raw values of an enumeration.
    case choice([String])
    /// The id of a subject, of the kind that another column names.
    case subject(kindColumn: String)
    case number(ClosedRange<Double>)
    case integer
    case flag
    case date
    /// An address that readers may follow; ``LinkForm`` tells which.
    case link(places: [LinkPlace])
  }

  let name: String
  let content: Content
  /// True: the column is there, and each of its cells has a value.
  let isNeeded: Bool

  /// The types of Table Schema that the column may have; nil: any.
  var types: [String]? {
    switch content {
    case .number: ["number", "integer"]
    case .integer: ["integer"]
    case .flag: ["boolean"]
    case .date: ["date"]
    case .text, .prose, .period, .id, .reference, .choice, .subject, .link: nil
    }
  }

  /// The numbers that a report can calculate with; no published figure is beyond them. Nil for a column of other cells.
  var allowedNumbers: ClosedRange<Double>? {
    switch content {
    case .number(let allowed): allowed
    case .integer: Self.anyNumber
    default: nil
    }
  }

  var choices: [String]? {
    if case .choice(let choices) = content { choices } else { nil }
  }

  var isProse: Bool { content == .prose || content == .period }

  static let anyNumber = -1e12...1e12
  /// US dollars: what other pay is compared with is more than nothing.
  static let pay = 0.01...1e12
}

/// A table of a dataset: its columns and rules, and where its records stand.
struct TableDeclaration: Sendable {
  let table: CareerDataset.Table
  let columns: [ColumnDeclaration]
  let rules: [TableRule]
  let maximumRows: Int
  /// Reads the records of the table from the files of a package.
  let load: @Sendable (TableLoader, inout CareerDataset.Records) -> Void

  /// - Parameter records: where the records of the table stand.
  init<Record: DatasetRecord>(
    _ table: CareerDataset.Table, _ records: WritableKeyPath<CareerDataset.Records, [Record]> & Sendable
  ) {
    self.table = table
    columns = RowReader.columns(of: Record.self)
    rules = columns.filter { $0.content == .id }.map { .unique([$0.name]) } + Record.rules
    maximumRows = Record.maximumRows
    load = { loader, all in all[keyPath: records] = loader.records(of: table) }
  }

  /// The column that tells the rows apart; nil for tables that link two others, and for words.
  var idColumn: String? { columns.first { $0.content == .id }?.name }

  /// The columns that hold ids of a table.
  func columns(referringTo table: CareerDataset.Table) -> [String] {
    columns.filter { $0.content == .reference(to: table) }.map(\.name)
  }
}

extension CareerDataset.Table {
  private static let declarations = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.declared) })

  var declaration: TableDeclaration { Self.declarations[self, default: declared] }

  var idColumn: String? { declaration.idColumn }
}
