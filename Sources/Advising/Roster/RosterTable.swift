import CareerData
import Tabular

/// The middle of every roster: rows of cells in, from CSV, JSON or a workbook; rows of clients out. It finds the header,
/// knows which column is which field, leaves out rows that are no clients, and reads the cells of the others.
///
/// ```swift
/// var table = RosterTable(.read(ProfileReader(dataset: dataset), .monthFirst))
/// for record in records {
///   if let row = try table.row(record) { print(row.line) }
/// }
/// try table.finish()
/// ```
public struct RosterTable: Sendable {
  public enum Work: Sendable {
    /// Counts the rows, without what is in them.
    case count
    /// Looks for what only a whole column tells; see ``RosterTable/survey``.
    case survey
    /// The rows of a share alone, when there is one.
    case read(ProfileReader, DateOrder, RosterShare? = nil)

    var share: RosterShare? { if case .read(_, _, let share) = self { share } else { nil } }
  }

  /// In how many rows the header is looked for.
  static let rowsOfHeader = 20

  let work: Work
  let given: RosterColumns
  /// The name of the sheet of a workbook; nil for other forms.
  let sheet: String?
  public internal(set) var header: RosterHeader?
  public internal(set) var survey = RosterSurvey()
  public internal(set) var tally = RosterTally()
  private var finder = HeaderFinder()
  /// Of the last object of JSON.
  var objectHeader: RosterHeader?

  public init(_ work: Work, columns: RosterColumns = RosterColumns(), sheet: String? = nil) {
    self.work = work
    given = columns
    self.sheet = sheet
    guard sheet != nil else { return }
    survey.placeWord = "row"
    tally.placeWord = "row"
    finder.placeWord = "row"
  }

  /// A row of a client; nil for the header, what stands above it, and rows that are left out.
  ///
  /// - Parameter isOwn: whether the row is one of the share that is read, when that is known already.
  /// - Throws: why nothing can be read.
  public mutating func row(_ record: RosterRecord, isOwn: Bool? = nil) throws(RosterError) -> RosterRow? {
    guard let header else {
      switch try finder.look(at: record, given: given, isWorkbook: sheet != nil) {
      case .above: return nil
      case .header(let found): header = found
      case .behind(let found):
        header = found
        return try row(record)
      }
      return nil
    }
    if record.isBlank { return nil }
    if let kind = LeftOutRow(record, header) {
      tally.add(kind, line: record.line)
      return nil
    }
    if case .survey = work {
      survey.add(record, header)
      return RosterRow(line: record.line, bytes: [], outcome: .counted)
    }
    if let share = work.share, !(isOwn ?? share.takes(id(record, header), line: record.line)) {
      return RosterRow(line: record.line, bytes: [], outcome: .counted)
    }
    var row = RosterRow(
      line: record.line, bytes: record.bytes, outcome: outcome(record, header),
      rejectPlace: header.placeColumn.flatMap {
        $0 < record.cells.count ? header.text(record.cells[$0]) : nil
      },
      cells: sheet == nil ? [] : record.cells)
    row.dateOrder = order(record, header)
    return row
  }

  /// The cell of the id of a row; nil for none.
  private mutating func id(_ record: RosterRecord, _ header: RosterHeader) -> RosterCell? {
    if let column = header.profileColumn {
      return column < record.cells.count ? idCell(json: Array(header.text(record.cells[column]).utf8)) : nil
    }
    guard let column = header.index(of: .id), column < record.cells.count else { return nil }
    return header.own(record.cells[column])
  }

  /// Whether the header has no column that a survey is for.
  public var needsNoSurvey: Bool {
    header.map { $0.dateColumns.isEmpty || $0.isOfRejects } ?? false
  }

  /// Surveys a row that is surely a client's, whose cells are read when they are asked for.
  mutating func survey(line: Int, _ cell: (Int) -> RosterCell) -> RosterRow {
    if let header {
      for index in header.dateColumns { survey.add(cell(index), of: index, header, line: line) }
    }
    return RosterRow(line: line, bytes: [], outcome: .counted)
  }

  /// A row that cannot be parted into cells; nil above the header.
  mutating func broken(_ error: CSVError, line: Int, bytes: [UInt8]) throws(RosterError) -> RosterRow? {
    if header == nil { header = try finder.last(given, isWorkbook: sheet != nil) }
    guard header != nil else {
      finder.add(error)
      return nil
    }
    if let share = work.share, !share.takes(id: nil, line: line) {
      return RosterRow(line: line, bytes: [], outcome: .counted)
    }
    let problem = ProfileProblem(field: nil, reason: .brokenRow(finding: error.finding, remedy: error.remedy))
    return RosterRow(line: line, bytes: bytes, outcome: .refused([problem]))
  }

  /// To be called at the end.
  ///
  /// - Throws: when no header was found.
  public mutating func finish() throws(RosterError) {
    if header == nil { header = try finder.last(given, isWorkbook: sheet != nil) }
    if header == nil { throw finder.failure(given) }
  }

  private mutating func outcome(_ record: RosterRecord, _ header: RosterHeader) -> RosterRow.Outcome {
    guard case .read(let profiles, _, _) = work else { return .counted }
    let order = order(record, header)
    if let column = header.profileColumn {
      let text = column < record.cells.count ? header.text(record.cells[column]) : ""
      return outcome(json: Array(text.utf8), profiles, order)
    }
    if let found = wrongCount(record, header) {
      let error = CSVError(
        line: record.line, field: nil, kind: .fieldCount(expected: header.names.count, found: found))
      return .refused([
        ProfileProblem(field: nil, reason: .brokenRow(finding: error.finding, remedy: error.remedy))
      ])
    }
    let outcome = outcome(record.cells, header, profiles, order)
    guard case .refused(let problems) = outcome else { return outcome }
    let isRead = profiles.vocabulary(naming: header.occupation(of: record.cells)).knows
    let withheld = sheet == nil ? header.withheld(problems, of: record.cells, isRead: isRead) : problems
    return .refused(withheld.map { placed($0, record, header) })
  }

  /// How many cells a row has that has more than the header, or that is all in one cell, which no message may quote; nil for
  /// others.
  private func wrongCount(_ record: RosterRecord, _ header: RosterHeader) -> Int? {
    let surplus = record.cells.dropFirst(header.names.count)
    if let last = surplus.lastIndex(where: { !$0.isBlank }) { return last + 1 }
    let own = record.cells.indices.filter { !header.rejectColumns.contains($0) && !record.cells[$0].isBlank }
    guard own.count == 1, header.names.count - header.rejectColumns.count > 1, sheet == nil,
      header.columns[own[0]]?.field == .id,
      header.text(record.cells[own[0]]).contains(where: { ",;|\t\"".contains($0) })
    else { return nil }
    return record.cells.count
  }

  /// The order of the dates of a row. A list of rejects, which has a few rows of its roster, does not tell it by itself.
  private func order(_ record: RosterRecord, _ header: RosterHeader) -> DateOrder {
    guard case .read(_, let order, _) = work, !header.isOfRejects else {
      guard let column = header.datesColumn, column < record.cells.count else { return .monthFirst }
      return DateOrder(word: record.cells[column].text.trimmed) ?? .monthFirst
    }
    return order
  }

  /// Reads cells in the order of a header.
  mutating func outcome(
    _ cells: [RosterCell], _ header: RosterHeader, _ profiles: ProfileReader, _ order: DateOrder
  ) -> RosterRow.Outcome {
    let vocabulary = profiles.vocabulary(naming: header.occupation(of: cells))
    let reader = CellReader(vocabulary: vocabulary, dateOrder: order)
    var values: [String: FieldValue] = [:]
    var problems: [ProfileProblem] = []
    var basis: PayBasis?
    for (index, column) in header.columns.enumerated() where index < cells.count {
      guard let column else { continue }
      let field = column.field
      do {
        switch try reader.read(header.own(cells[index]), field) {
        case .empty: break
        case .missing: tally.addMissing(field, column: header.names[index])
        case .value(let value):
          values[field.rawValue] = value
          if field == .payAmount { basis = column.basis }
        }
      } catch { problems.append(error) }
    }
    if let basis { Self.add(basis, to: &values, &problems) }
    return profiles.outcome(values, problems)
  }

  /// What the name of a column of pay says must agree with what the row says.
  private static func add(
    _ basis: PayBasis, to values: inout [String: FieldValue], _ problems: inout [ProfileProblem]
  ) {
    let field = ProfileField.payBasis.rawValue
    if problems.contains(where: { $0.field == field }) { return }
    guard let given = values[field] else {
      values[field] = .text(basis.rawValue)
      return
    }
    if case .text(let text) = given, let stated = PayBasis(rawValue: text), stated != basis {
      problems.append(
        ProfileProblem(field: field, reason: .otherBasis(column: basis.rawValue, row: stated.rawValue)))
    }
  }

  /// A problem with the column as the person sees it.
  private func placed(_ problem: ProfileProblem, _ record: RosterRecord, _ header: RosterHeader)
    -> ProfileProblem
  {
    guard let field = problem.field.flatMap(ProfileField.init) else { return problem }
    var copy = problem
    let index = header.index(of: field)
    copy.cell = ProfileProblem.CellPlace(
      column: index.map { header.names[$0].trimmed },
      address: sheet.flatMap { sheet in index.map { "\(sheet)!\(Self.letters(ofColumn: $0))\(record.line)" } }
    )
    return copy
  }

  /// `F` for 5, as workbooks name columns.
  public static func letters(ofColumn index: Int) -> String {
    var letters = ""
    var rest = index + 1
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}

/// Reads rosters as a stream: it is fed chunks of any size and gives the rows that are complete.
///
/// ```swift
/// var reader = CSVRosterReader(profiles: ProfileReader(dataset: dataset), delimiter: .comma)
/// for chunk in chunks { try reader.read(chunk) { row in print(row.line) } }
/// try reader.finish { row in print(row.line) }
/// ```
public protocol RosterReader {
  /// The header, the survey and the tally so far.
  var table: RosterTable { get }
  mutating func read(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws
  /// Gives a last row that no line end follows.
  mutating func finish(_ body: (RosterRow) throws -> Void) throws
}

/// Why a roster cannot be read at all.
public struct RosterError: Error, Sendable, Equatable {
  /// `line 1: what is wrong; what to do`.
  public let text: String
}

extension ProfileReader {
  /// A row of a table: the fields that could be read, and the problems of those that could not.
  func outcome(_ fields: [String: FieldValue], _ unreadable: [ProfileProblem]) -> RosterRow.Outcome {
    do {
      let reading = try read(fields: fields, doubtful: Set(unreadable.compactMap(\.field)))
      return unreadable.isEmpty ? .client(reading) : .refused(unreadable)
    } catch { return .refused(unreadable + error.problems) }
  }
}
