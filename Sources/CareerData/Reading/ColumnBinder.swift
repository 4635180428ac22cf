/// Where a column of text stands in a table; the same for the other types. Nil: the table has no such column.
struct TextColumn {
  let index: Int?
  /// Whether it holds words for readers, which `translations` may have in other languages.
  var isProse = false
}
struct NumberColumn { let index: Int? }
struct IntegerColumn { let index: Int? }
struct FlagColumn { let index: Int? }
struct DateColumn { let index: Int? }
/// A column whose cells are raw values of an enumeration.
struct ChoiceColumn<Choice> {
  let index: Int?
  let choices: [(text: [UInt8], choice: Choice)]
}
struct SubjectColumns {
  let kind: ChoiceColumn<Subject.Kind>
  let id: TextColumn
}

/// Finds the columns of a table that Pathbook knows, and takes down what Pathbook asks of them beyond the schema.
struct ColumnBinder {
  enum Need {
    /// The column may be missing, and its cells may be empty.
    case optional
    /// The column is there and each of its cells has a value.
    case needed
  }

  /// What each cell of a column must be.
  struct CellRule {
    let column: Int
    let isNeeded: Bool
    /// The raw values of an enumeration; nil for any value.
    let choices: [String]?
  }

  /// What each number of a column must be.
  struct NumberRule {
    let column: Int
    let allowed: ClosedRange<Double>
  }

  struct Reference {
    let column: Int
    let table: CareerDataset.Table
  }

  let table: OpenTable
  private(set) var cellRules: [CellRule] = []
  private(set) var numberRules: [NumberRule] = []
  private(set) var references: [Reference] = []
  private(set) var uniqueColumns: [[Int]] = []
  private(set) var subject: (kind: Int, id: Int)?
  /// Columns whose numbers must not fall from the first to the last.
  private(set) var risingColumns: [[Int]] = []
  /// Columns of which each row fills at least one.
  private(set) var numberColumns: [[Int]] = []
  /// Columns of words for readers.
  private(set) var proseColumns: [Int] = []
  /// Columns of periods.
  private(set) var periodColumns: [Int] = []
  private(set) var problems: [DatasetProblem] = []

  init(_ table: OpenTable) {
    self.table = table
  }

  mutating func text(_ name: String, _ need: Need = .optional) -> TextColumn {
    TextColumn(index: bind(name, need, types: nil))
  }

  /// A column of words for readers, which can be translated.
  mutating func prose(_ name: String, _ need: Need = .optional) -> TextColumn {
    let column = text(name, need)
    if let index = column.index { proseColumns.append(index) }
    return TextColumn(index: column.index, isProse: true)
  }

  /// The time that the figures of a row are about, in words of its source: `May 2024`.
  mutating func period(_ name: String) -> TextColumn {
    let column = prose(name, .needed)
    if let index = column.index { periodColumns.append(index) }
    return column
  }

  /// The column that tells the rows apart.
  mutating func id(_ name: String) -> TextColumn {
    let column = text(name, .needed)
    unique(column)
    return column
  }

  /// A column of ids of another table.
  mutating func reference(
    _ name: String, to table: CareerDataset.Table, _ need: Need = .needed
  ) -> TextColumn {
    let column = text(name, need)
    if let index = column.index { references.append(Reference(column: index, table: table)) }
    return column
  }

  /// The columns `subject_kind` and `subject`.
  mutating func subjectColumns() -> SubjectColumns {
    let columns = SubjectColumns(kind: choice("subject_kind"), id: text("subject", .needed))
    if let kind = columns.kind.index, let id = columns.id.index { subject = (kind, id) }
    return columns
  }

  /// - Parameter allowed: what a report can calculate with; no published figure is beyond it.
  mutating func number(
    _ name: String, _ need: Need = .optional, in allowed: ClosedRange<Double> = anyNumber
  ) -> NumberColumn {
    NumberColumn(index: bound(bind(name, need, types: ["number", "integer"]), in: allowed))
  }

  mutating func integer(_ name: String, _ need: Need = .needed) -> IntegerColumn {
    IntegerColumn(index: bound(bind(name, need, types: ["integer"]), in: Self.anyNumber))
  }

  static let anyNumber = -1e12...1e12
  /// US dollars: what other pay is compared with is more than nothing.
  static let pay = 0.01...1e12

  private mutating func bound(_ column: Int?, in allowed: ClosedRange<Double>) -> Int? {
    if let column { numberRules.append(NumberRule(column: column, allowed: allowed)) }
    return column
  }

  /// A column of truth values; false where there is none.
  mutating func flag(_ name: String, _ need: Need = .optional) -> FlagColumn {
    FlagColumn(index: bind(name, need, types: ["boolean"]))
  }

  mutating func date(_ name: String) -> DateColumn {
    DateColumn(index: bind(name, .optional, types: ["date"]))
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String
  ) -> ChoiceColumn<Choice> where Choice.RawValue == String {
    let index = bind(name, .needed, types: nil, choices: Choice.allCases.map(\.rawValue))
    return ChoiceColumn(index: index, choices: Choice.allCases.map { (Array($0.rawValue.utf8), $0) })
  }

  /// No two rows have the same values in the columns together.
  mutating func unique(_ columns: TextColumn...) {
    let indexes = columns.compactMap(\.index)
    if indexes.count == columns.count { uniqueColumns.append(indexes) }
  }

  /// The numbers of a row do not fall from the first column to the last.
  mutating func rising(_ columns: NumberColumn...) {
    risingColumns.append(columns.compactMap(\.index))
  }

  /// Each row has a number in one of the columns.
  mutating func oneOf(_ columns: NumberColumn...) {
    // A column of a wrong type would make every row look empty.
    if problems.isEmpty { numberColumns.append(columns.compactMap(\.index)) }
  }

  private mutating func bind(_ name: String, _ need: Need, types: [String]?, choices: [String]? = nil) -> Int?
  {
    guard let index = table.column(name) else {
      if need == .needed { note(name, .columnMissing) }
      return nil
    }
    let type = table.fields[index].typeName
    if let types, !types.contains(type) {
      note(name, .columnType, found: type, allowed: types)
      return nil
    }
    if !isEnoughBySchema(table.fields[index], need, choices) {
      cellRules.append(CellRule(column: index, isNeeded: need == .needed, choices: choices))
    }
    return index
  }

  /// True when the schema asks as much of the cells.
  private func isEnoughBySchema(_ field: FieldCheck, _ need: Need, _ choices: [String]?) -> Bool {
    let areChoicesKept =
      choices.map { !field.allowedTexts.isEmpty && Set(field.allowedTexts).isSubset(of: $0) } ?? true
    return areChoicesKept && (need == .optional || field.isRequired)
  }

  private mutating func note(
    _ name: String, _ kind: DatasetProblem.Kind, found: String? = nil, allowed: [String] = []
  ) {
    let problem = DatasetProblem(
      file: table.file, row: 1, column: name, kind: kind, found: found, allowed: allowed)
    problems.append(problem)
  }
}
