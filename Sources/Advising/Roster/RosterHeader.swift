import CareerData
import Tabular

/// The names of the columns of a roster: which column holds which field of the profile.
public struct RosterHeader: Sendable, Equatable {
  public enum Problem: Error, Sendable, Equatable {
    /// A field has two columns, of these names.
    case twice(ProfileField, String, String)
    /// No column is named `id`, and none `profile`.
    case noID
    /// An unknown column, and the field that it was most likely meant for.
    case near(String, ProfileField)
  }

  /// What a list of rejects has before the columns of its roster, so that it can be read as one: where the row was, a line
  /// or a file, what is wrong with it, and the order of the days and months of its roster when that is not the usual one.
  public enum RejectColumn: String, Sendable, CaseIterable {
    case line = "reject_line"
    case file = "reject_file"
    case reasons = "reject_reasons"
    case dates = "reject_dates"

    init?(name: String) {
      guard
        let column = Self.allCases.first(where: { ColumnName.folded($0.rawValue) == ColumnName.folded(name) })
      else { return nil }
      self = column
    }
  }

  /// The column that holds a whole profile as JSON, in a list of rejects of NDJSON or of files.
  public static let profileName = "profile"

  struct Column: Sendable, Equatable {
    var field: ProfileField
    /// What pay is for, as the name says.
    var basis: PayBasis?
    /// Whether it has another name than the field.
    var isSynonym: Bool
  }

  /// The names as the roster has them.
  public let names: [String]
  /// What each column is; nil for one that is none of a profile.
  let columns: [Column?]
  /// The places of the columns that hold dates.
  let dateColumns: [Int]
  /// The place of the column with profiles as JSON; nil when there is a column for each field.
  let profileColumn: Int?
  /// The places of the columns of a list of rejects.
  public let rejectColumns: [Int]

  var fields: [ProfileField?] { columns.map { $0?.field } }

  /// The place of the column that says where the roster had a row of a list of rejects.
  var placeColumn: Int? {
    rejectColumns.first { [.line, .file].contains(RejectColumn(name: names[$0])) }
  }

  /// Whether a list of rejects says in which order the dates of its rows are.
  public var hasRejectDates: Bool { datesColumn != nil }

  var datesColumn: Int? { rejectColumns.first { RejectColumn(name: names[$0]) == .dates } }

  /// Columns that are no field of a profile, without those of a list of rejects and those without a name.
  public var extraColumns: [String] {
    names.indices.filter {
      columns[$0] == nil && $0 != profileColumn && !rejectColumns.contains($0) && !names[$0].trimmed.isEmpty
    }
    .map { Quoting.visible(names[$0].trimmed) }
  }

  /// The columns with a name and what each is read as; nil for one that is no field of a profile.
  package var meanings: [(name: String, field: ProfileField?)] {
    names.indices.filter { !names[$0].trimmed.isEmpty && !rejectColumns.contains($0) && $0 != profileColumn }
      .map { (Quoting.visible(names[$0].trimmed), columns[$0]?.field) }
  }

  /// The columns that have another name than their field: what they are called, and what they are taken for.
  public var synonyms: [String] {
    zip(names, columns).compactMap { name, column in
      guard let column, column.isSynonym else { return nil }
      let basis = column.basis.map { $0 == .annual ? " for a year" : " for an hour" } ?? ""
      return "\"\(Quoting.visible(name.trimmed))\" is read as \(column.field.rawValue)\(basis)"
    }
  }

  /// Whether the roster is a list of rejects, whose clients have no files yet.
  public var isOfRejects: Bool { !rejectColumns.isEmpty }

  /// Whether its cells are escaped as in ``RejectCell``: those of a list in CSV are. A list that is a workbook has its own
  /// columns behind the others, and its cells are as they were.
  public let isEscaped: Bool

  /// - Parameters:
  ///   - names: letter case, spaces, `_`, `-`, end marks and invisible characters do not count.
  ///   - given: what somebody has said about columns.
  public init(_ names: [String], given: RosterColumns = RosterColumns()) throws(Problem) {
    try self.init(names, given: given, isObject: false)
  }

  /// - Parameters:
  ///   - isObject: whether the names are keys of an object, which may lack an id and is no list of rejects.
  ///   - isWorkbook: whether they stand in a workbook.
  init(
    _ names: [String], given: RosterColumns, isObject: Bool = false, isWorkbook: Bool = false
  ) throws(Problem) {
    let rejectColumns = isObject ? [] : names.indices.filter { RejectColumn(name: names[$0]) != nil }
    self.rejectColumns = rejectColumns
    let isEscaped = isWorkbook ? rejectColumns.first == 0 : !rejectColumns.isEmpty
    self.isEscaped = isEscaped
    let names = isEscaped ? names.map(RejectCell.text) : names
    self.names = names
    let columns = try Self.columns(names, given, isObject: isObject)
    self.columns = columns
    dateColumns = columns.indices.filter { columns[$0]?.field.kind.isDate == true }
    let hasID = columns.contains { $0?.field == .id }
    profileColumn =
      hasID || isObject ? nil : names.firstIndex { ColumnName.folded($0) == Self.profileName }
    guard hasID || isObject || profileColumn != nil else { throw .noID }
  }

  private static func columns(
    _ names: [String], _ given: RosterColumns, isObject: Bool
  ) throws(Problem) -> [Column?] {
    var best: [ProfileField: (index: Int, rank: Int)] = [:]
    var columns = [Column?](repeating: nil, count: names.count)
    var left: [Int] = []
    for (index, name) in names.enumerated() {
      let (meaning, isGiven) = given.meaning(name)
      guard let meaning else {
        if !isGiven { left.append(index) }
        continue
      }
      // Tables of people have columns called `Previous`; only the field's own key in small letters is one of ours.
      if !isObject, meaning.field.kind.isOfObjects, name.trimmed != meaning.field.rawValue { continue }
      let isOwnName = ColumnName.folded(name) == ColumnName.folded(meaning.field.rawValue)
      let rank = isGiven ? 0 : isOwnName ? 1 : meaning.isWeak ? 3 : 2
      let column = Column(field: meaning.field, basis: meaning.basis, isSynonym: !isOwnName && !isGiven)
      guard let other = best[meaning.field] else {
        best[meaning.field] = (index, rank)
        columns[index] = column
        continue
      }
      if other.rank == rank { throw .twice(meaning.field, names[other.index], name) }
      // The better name has the field, and the other is left out and told.
      guard rank < other.rank else { continue }
      columns[other.index] = nil
      columns[index] = column
      best[meaning.field] = (index, rank)
    }
    for index in left
    where RejectColumn(name: names[index]) == nil && ColumnName.folded(names[index]) != Self.profileName {
      if let field = ColumnName.near(names[index], isObject: isObject), best[field] == nil {
        throw .near(names[index], field)
      }
    }
    return columns
  }

  /// The text of a cell as the roster had it.
  func text(_ cell: RosterCell) -> String { isEscaped ? RejectCell.text(cell.text) : cell.text }

  /// The cell of a list of rejects as the roster had it.
  func own(_ cell: RosterCell) -> RosterCell {
    guard isEscaped, case .text(let text) = cell else { return cell }
    return .text(RejectCell.text(text))
  }

  /// The place of the column of a field.
  func index(of field: ProfileField) -> Int? { columns.firstIndex { $0?.field == field } }

  /// The occupation that a row names, as it stands there; nil for none.
  func occupation(of cells: [RosterCell]) -> String? {
    guard let column = index(of: .occupation), column < cells.count else { return nil }
    let text = text(cells[column]).trimmed
    return text.isEmpty ? nil : text
  }
}

extension RosterHeader {
  /// Whether a row is the header of a roster: it has a name for `id` (or holds profiles) and one other known name, and
  /// hardly anything that only a value is.
  ///
  /// - Parameter isFirst: whether nothing stands above it; then `id` alone is enough.
  package static func isHeader(_ cells: [RosterCell], given: RosterColumns, isFirst: Bool) -> Bool {
    /// The known fields, and whether each may be a value as well.
    var known: [ProfileField: Bool] = [:]
    var (rejects, filled, values, ids) = (0, 0, 0, 0)
    for cell in cells where !cell.isBlank {
      filled += 1
      guard case .text(let text) = cell, !isValue(text) else {
        values += 1
        continue
      }
      if RejectColumn(name: text) != nil || ColumnName.folded(text) == profileName { rejects += 1 }
      guard let meaning = given.meaning(RejectCell.text(text)).meaning else { continue }
      if ColumnName.folded(text) == ProfileField.id.rawValue { ids += 1 }
      let isDoubtful = mayBeValue.contains(text.trimmed) || meaning.isWeak
      known[meaning.field] = (known[meaning.field] ?? true) && isDoubtful
    }
    let sure = known.values.count { !$0 }
    // A column may be named after a year; a row of values has no names that are none of a value.
    if values > 0, sure < 3 || values > sure { return false }
    if rejects >= 2 { return true }
    guard known[.id] != nil else { return false }
    // A header with a mistake, which the message names.
    if ids > 1 { return true }
    if known.count >= 2 { return sure > 0 }
    guard isFirst, filled == 1, cells.count == 1 else { return false }
    return known[.id] == false || ColumnName.folded(cells[0].text) == ProfileField.id.rawValue
  }

  /// How well a row does as a header, to choose between rows and between signs that part cells: names of fields count more
  /// than other names for them, and these more than weak ones.
  static func score(_ cells: [RosterCell], given: RosterColumns) -> Int {
    cells.reduce(0) { score, cell in
      let text = cell.text
      if RejectColumn(name: text) != nil || ColumnName.folded(text) == profileName { return score + 3 }
      let (meaning, isGiven) = given.meaning(text)
      guard let meaning else { return score }
      let isOwnName = ColumnName.folded(text) == ColumnName.folded(meaning.field.rawValue)
      return score + (isOwnName || isGiven ? 3 : meaning.isWeak ? 1 : 2)
    }
  }

  /// Whether a text is a name of a column and of nothing else.
  static func isSureName(_ text: String, given: RosterColumns) -> Bool {
    guard let meaning = given.meaning(text).meaning else { return false }
    return !meaning.isWeak && !mayBeValue.contains(text.trimmed)
  }

  /// Names that are values too: the code of Idaho, a way to work, a level of education.
  private static let mayBeValue: Set<String> = [
    "ID", "remote", "Remote", "certificate", "Certificate", "hourly", "Hourly",
  ]

  /// What no column is called: an amount, a number, a date.
  private static func isValue(_ text: String) -> Bool {
    let trimmed = text.trimmed
    guard let first = trimmed.unicodeScalars.first else { return false }
    let isNumeric = trimmed.unicodeScalars.allSatisfy { "0123456789.,$-/:+ ".unicodeScalars.contains($0) }
    return isNumeric
      && (("0"..."9").contains(first) || trimmed.unicodeScalars.contains { ("0"..."9").contains($0) })
  }
}

// A comma in a text without quotation marks moves what follows into the columns on its right, where a note may be taken
// for a state. When the row has lost a cell elsewhere, the number of cells does not tell.

extension RosterHeader {
  /// The problems of a row; those of values that may be another column's without the values.
  ///
  /// - Parameter isRead: false for a field that takes anything, since its values are not checked.
  func withheld(
    _ problems: [ProfileProblem], of cells: [RosterCell], isRead: (ProfileField) -> Bool
  ) -> [ProfileProblem] {
    let bad = problems.map { problem in
      columns.firstIndex { $0 != nil && $0?.field.rawValue == problem.field }
    }
    guard let first = firstMoved(cells, bad: Set(bad.compactMap(\.self)), isRead) else { return problems }
    return zip(problems, bad).map { problem, column in
      var copy = problem
      copy.showsValue = column.map { $0 < first } ?? false
      return copy
    }
  }

  /// The first column that holds something else than it should behind a text of any kind; nil when the column behind
  /// each text holds what it should: then nothing was moved.
  private func firstMoved(
    _ cells: [RosterCell], bad: Set<Int>, _ isRead: (ProfileField) -> Bool
  ) -> Int? {
    var isBehindText = false
    for index in columns.indices where !rejectColumns.contains(index) && index < cells.count {
      if bad.contains(index), isBehindText { return index }
      let field = columns[index]?.field
      switch field?.kind {
      case .text, nil: isBehindText = isBehindText || !cells[index].isBlank
      // Nearly every word is an id.
      case .id: continue
      default: isBehindText = isBehindText && !(field.map(isRead) ?? false)
      }
    }
    return nil
  }
}
