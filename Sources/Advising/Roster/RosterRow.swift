/// A row of a roster: a client, or why it is none.
public struct RosterRow: Sendable {
  public enum Outcome: Sendable, Equatable {
    case client(ProfileReader.Reading)
    case refused([ProfileProblem])
    /// Nobody has looked into it: it is counted.
    case counted
  }

  /// The line on which it begins, from 1; the number of the file in a folder.
  public let line: Int
  /// The bytes of the row as they came, with the end of its line.
  public let bytes: [UInt8]
  public let outcome: Outcome
  /// Of a row of a list of rejects: where the roster had it, as the list says; nil for other rows.
  public let rejectPlace: String?
  /// Of a row of a workbook, with their types; empty for other forms.
  public let cells: [RosterCell]
  /// In which its dates are read.
  public var dateOrder = DateOrder.monthFirst
  /// Its place among the rows of the roster, from 0: rows of JSON may stand on one line. Whoever gives rows in their order
  /// sets it.
  public var number = 0

  public init(
    line: Int, bytes: [UInt8], outcome: Outcome, rejectPlace: String? = nil, cells: [RosterCell] = []
  ) {
    self.line = line
    self.bytes = bytes
    self.outcome = outcome
    self.rejectPlace = rejectPlace
    self.cells = cells
  }

  public var profile: ClientProfile? {
    if case .client(let reading) = outcome { reading.profile } else { nil }
  }

  public var notices: [ProfileNotice] {
    if case .client(let reading) = outcome { reading.notices } else { [] }
  }

  public var problems: [ProfileProblem] {
    if case .refused(let problems) = outcome { problems } else { [] }
  }

  /// The row as one that is refused.
  public func refused(_ problem: ProfileProblem) -> RosterRow {
    var row = RosterRow(
      line: line, bytes: bytes, outcome: .refused([problem]), rejectPlace: rejectPlace, cells: cells)
    row.dateOrder = dateOrder
    row.number = number
    return row
  }
}

/// A row that is no client: it is left out and told, and counts nowhere.
public enum LeftOutRow: String, Sendable, CaseIterable {
  /// `Total`, `Average` and the like, in English and Spanish.
  case totals
  /// The header once more, as of a table that was printed in pages.
  case header
  /// The example of the template.
  case example

  /// The id of the example in the template.
  public static let exampleID = "example-delete-me"

  /// Nil for a row that is a client or wants to be.
  init?(_ record: RosterRecord, _ header: RosterHeader) {
    guard let column = header.index(of: .id) else { return nil }
    let id = column < record.cells.count ? header.text(record.cells[column]).trimmed : ""
    if id == Self.exampleID {
      self = .example
    } else if Self.repeats(header, record) {
      self = .header
    } else if Self.isTotal(id: id, record, header) {
      self = .totals
    } else {
      return nil
    }
  }

  private static func repeats(_ header: RosterHeader, _ record: RosterRecord) -> Bool {
    var count = 0
    for (index, cell) in record.cells.enumerated() where !cell.isBlank {
      guard index < header.names.count, case .text(let text) = cell,
        ColumnName.folded(text) == ColumnName.folded(header.names[index])
      else { return false }
      count += 1
    }
    return count > 0
  }

  private static func isTotal(id: String, _ record: RosterRecord, _ header: RosterHeader) -> Bool {
    if !id.isEmpty { return isWord(id) || (ClientID.problem(of: id) != nil && begins(id)) }
    return record.cells.enumerated().contains { index, cell in
      guard case .text(let text) = cell,
        index >= header.columns.count || header.columns[index]?.field != .notes
      else { return false }
      return isWord(text.trimmed)
    }
  }

  private static let words: Set<String> = [
    "total", "totals", "grandtotal", "grandtotals", "subtotal", "subtotals", "sum", "count", "average", "avg",
    "mean", "median",
    "minimum", "maximum", "totales", "grantotal", "totalgeneral", "subtotales", "suma", "sumatotal", "cuenta",
    "conteo",
    "recuento", "promedio", "media", "mediana",
  ]

  /// `Total:`, `Grand Total`, `Total (3)`, `Count: 3`.
  private static func isWord(_ text: String) -> Bool {
    guard text.utf8.count <= 40, !text.isEmpty else { return false }
    let letters = ColumnName.folded(text).filter { !$0.isNumber }
    guard words.contains(letters) else { return false }
    return !text.contains { $0.isNumber } || text.contains { " :=(".contains($0) }
  }

  /// `Total clients: 3`, `Average of all`.
  private static func begins(_ text: String) -> Bool {
    let first = text.split { !$0.isLetter && $0 != "-" }.prefix(2).map(String.init)
    guard let word = first.first else { return false }
    return words.contains(ColumnName.folded(word)) || words.contains(ColumnName.folded(first.joined()))
  }
}

/// What happened to many rows of a roster, to be told once.
public struct RosterTally: Sendable, Equatable {
  struct Count: Sendable, Equatable {
    var rows = 0
    var firstLine = 0
  }

  /// What a place is called: a line of a text, a row of a workbook.
  var placeWord = "line"
  private var leftOut: [LeftOutRow: Count] = [:]
  private var last: RosterHeader?
  private var missing: [ProfileField: (count: Int, column: String)] = [:]

  /// Of objects of JSON, which have keys of their own each.
  public private(set) var synonyms: [String] = []
  public private(set) var extraColumns: [String] = []
  private static let mostKeys = 200

  public init() {}

  public static func == (a: RosterTally, b: RosterTally) -> Bool {
    a.notes == b.notes && a.extraColumns == b.extraColumns
  }

  /// - Parameter header: of an object of JSON.
  mutating func add(_ header: RosterHeader) {
    if header == last { return }
    last = header
    for name in header.synonyms where synonyms.count < Self.mostKeys && !synonyms.contains(name) {
      synonyms.append(name)
    }
    add(extra: header.extraColumns)
  }

  mutating func add(extra names: [String]) {
    for name in names where extraColumns.count < Self.mostKeys && !extraColumns.contains(name) {
      extraColumns.append(name)
    }
  }

  mutating func add(_ kind: LeftOutRow, line: Int) {
    var count = leftOut[kind] ?? Count(firstLine: line)
    count.rows += 1
    leftOut[kind] = count
  }

  mutating func addMissing(_ field: ProfileField, column: String) {
    missing[field, default: (0, column)].count += 1
  }

  /// A line for each kind of rows that were left out, and for each column with words for what is missing.
  public var notes: [String] { rowNotes + missingValues.map(\.note) }

  /// A column in which words for what is missing stand, such as `N/A`.
  public struct Missing: Sendable, Equatable {
    public let field: ProfileField
    /// As the roster has it.
    public let column: String
    public var count: Int

    public init(field: ProfileField, column: String, count: Int) {
      (self.field, self.column, self.count) = (field, column, count)
    }

    public var note: String {
      let values = count == 1 ? "1 value" : "\(count) values"
      return "\(Quoting.visible(column.trimmed)): \(values) read as missing, such as N/A, - or unknown"
    }
  }

  /// In the order of the fields.
  public var missingValues: [Missing] {
    ProfileField.allCases.compactMap { field in
      missing[field].map { Missing(field: field, column: $0.column, count: $0.count) }
    }
  }

  /// The notes but those on missing values, which each share of a roster has of its own rows.
  public var rowNotes: [String] {
    synonyms
      + LeftOutRow.allCases.compactMap { kind in
        guard let count = leftOut[kind] else { return nil }
        let rows =
          count.rows == 1
          ? "\(placeWord) \(count.firstLine) is"
          : "\(count.rows) rows, the first in \(placeWord) \(count.firstLine), are"
        return "\(rows) left out: \(Self.words(kind))"
      }
  }

  private static func words(_ kind: LeftOutRow) -> String {
    switch kind {
    case .totals: "totals are not clients"
    case .header: "the column names, repeated"
    case .example: "the template's example"
    }
  }
}
