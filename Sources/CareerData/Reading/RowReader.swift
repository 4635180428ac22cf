import Tabular

/// Reads the cells of a row in the order in which a ``DatasetRecord`` names its columns.
///
/// Without a table it takes down the columns that are named. A cell that is not what its column asks for reads as missing:
/// the checks have noted it.
struct RowReader {
  /// A cell that a record cannot do without has no value of its type.
  struct UnreadableCell: Error {}

  enum Need {
    /// The column may be missing, and its cells may be empty.
    case optional
    /// The column is there, and each of its cells has a value.
    case needed
  }

  /// The columns that were named, when there is no table.
  private var named: [ColumnDeclaration] = []
  private let table: OpenTable?
  /// Where each named column stands in the table; nil for one that it does not have.
  private let positions: [Int?]
  /// Words of prose in the language asked for; prose that is not in it stays as it is.
  private let translations: [String: String]
  private var row = 0
  private var nextColumn = 0

  private init() {
    table = nil
    positions = []
    translations = [:]
  }

  init(_ table: BoundTable, translations: [String: String]) {
    self.table = table.open
    positions = table.positions
    self.translations = translations
  }

  /// The columns that a record reads.
  static func columns<Record: DatasetRecord>(of record: Record.Type) -> [ColumnDeclaration] {
    var reader = RowReader()
    do { _ = try Record(&reader) } catch {
      preconditionFailure("\(record) reads its columns also without a row")
    }
    return reader.named
  }

  /// Nil when the row is no record.
  mutating func record<Record: DatasetRecord>(_ row: Int) -> Record? {
    self.row = row
    nextColumn = 0
    return try? Record(&self)
  }

  private var isDeclaring: Bool { table == nil }

  private mutating func cell(
    _ name: @autoclosure () -> String, _ content: @autoclosure () -> ColumnDeclaration.Content, _ need: Need
  ) -> ArraySlice<UInt8>? {
    guard let table else {
      named.append(ColumnDeclaration(name: name(), content: content(), isNeeded: need == .needed))
      return nil
    }
    defer { nextColumn += 1 }
    return positions[nextColumn].flatMap { table.cell(row, $0) }
  }

  private mutating func words(
    _ name: String, _ content: @autoclosure () -> ColumnDeclaration.Content, _ need: Need
  ) -> String? {
    cell(name, content(), need).map { String(decoding: $0, as: UTF8.self) }
  }

  private func translated(_ text: String?) -> String { text.map { translations[$0] ?? $0 } ?? "" }
}

extension RowReader {
  /// Empty when there is no value.
  mutating func text(_ name: String, _ need: Need = .optional) -> String { words(name, .text, need) ?? "" }

  /// Nil when there is no value.
  mutating func optionalText(_ name: String) -> String? { words(name, .text, .optional) }

  /// Words for readers, which can be translated; empty when there are none.
  mutating func prose(_ name: String, _ need: Need = .optional) -> String {
    translated(words(name, .prose, need))
  }

  /// The time that the figures of a row are about, in words of its source: `May 2024`.
  mutating func period(_ name: String) -> String { translated(words(name, .period, .needed)) }

  /// What tells the rows apart.
  mutating func id(_ name: String) -> String { words(name, .id, .needed) ?? "" }

  /// An id of another table.
  mutating func reference(_ name: String, to table: CareerDataset.Table) -> String {
    words(name, .reference(to: table), .needed) ?? ""
  }

  /// An id of another table; nil when there is no value.
  mutating func optionalReference(_ name: String, to table: CareerDataset.Table) -> String? {
    words(name, .reference(to: table), .optional)
  }

  /// The columns `subject_kind` and `subject`.
  mutating func subject() throws(UnreadableCell) -> Subject {
    let kind: Subject.Kind? = choice("subject_kind", .needed)
    let id = words("subject", .subject(kindColumn: "subject_kind"), .needed) ?? ""
    guard let kind else { throw UnreadableCell() }
    return Subject(kind, id)
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String
  ) throws(UnreadableCell) -> Choice where Choice.RawValue == String {
    guard let choice: Choice = choice(name, .needed) else { throw UnreadableCell() }
    return choice
  }

  /// Nil when there is no value.
  mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ name: String
  ) -> Choice? where Choice.RawValue == String {
    choice(name, .optional)
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ need: Need
  ) -> Choice? where Choice.RawValue == String {
    let text = words(name, .choice(Choice.allCases.map(\.rawValue)), need)
    return isDeclaring ? Choice.allCases.first : text.flatMap(Choice.init)
  }

  /// A number that each row has.
  ///
  /// - Parameter allowed: what a report can calculate with.
  mutating func number(
    _ name: String, in allowed: ClosedRange<Double> = ColumnDeclaration.anyNumber
  ) throws(UnreadableCell) -> Double {
    let cell = cell(name, .number(allowed), .needed)
    if isDeclaring { return 0 }
    guard let number = cell.flatMap(CellValue.double) else { throw UnreadableCell() }
    return number
  }

  /// Nil when there is no value.
  ///
  /// - Parameter allowed: what a report can calculate with.
  mutating func optionalNumber(
    _ name: String, in allowed: ClosedRange<Double> = ColumnDeclaration.anyNumber
  ) -> Double? {
    cell(name, .number(allowed), .optional).flatMap(CellValue.double)
  }

  mutating func integer(_ name: String) throws(UnreadableCell) -> Int {
    let cell = cell(name, .integer, .needed)
    if isDeclaring { return 0 }
    guard let number = cell.flatMap(CellValue.integer) else { throw UnreadableCell() }
    return number
  }

  /// False when there is no value.
  mutating func flag(_ name: String, _ need: Need = .optional) -> Bool {
    cell(name, .flag, need).flatMap(CellValue.boolean) ?? false
  }

  mutating func optionalDate(_ name: String) -> CalendarDate? {
    cell(name, .date, .optional).flatMap(CellValue.date)
  }

  /// A day that each row has.
  mutating func date(_ name: String) throws(UnreadableCell) -> CalendarDate {
    let cell = cell(name, .date, .needed)
    let date = isDeclaring ? CalendarDate(year: 1, month: 1, day: 1) : cell.flatMap(CellValue.date)
    guard let date else { throw UnreadableCell() }
    return date
  }

  /// An address that readers may follow; empty when there is none.
  ///
  /// - Parameter places: what a report may fill into it.
  mutating func link(_ name: String, _ need: Need = .optional, places: [LinkPlace] = []) -> String {
    words(name, .link(places: places), need) ?? ""
  }
}
