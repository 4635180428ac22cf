import Advising
import CareerData
import ReportWriters
import Tabular

/// `rejects.csv`: the refused rows as they came, each with its place and the reasons, ready to be fixed and read again
/// as a roster.
struct RejectList {
  static let name = "rejects.csv"
  /// The list of the run before, when a list of rejects was the roster: it may have rows that this one lacks.
  static let nameBefore = "rejects-before.csv"
  /// In the hidden folder.
  static let waitingName = "rejects"
  /// Of all forms: the lists, and those of the run before.
  static let names = [(name, nameBefore), (RejectWorkbook.name, RejectWorkbook.nameBefore)]

  private let form: RosterFile.Form
  private let delimiter: UInt8
  private var hasHeader = false

  /// The order of its dates, which a list of some rows may not tell any more; nil for the usual one.
  private let dates: String?

  init(_ roster: RosterFile, dates: DateOrder) {
    self.dates = dates.word
    form = roster.form
    delimiter = if case .csv(let sign) = form { sign.byte } else { UInt8(ascii: ",") }
  }

  /// The bytes to append to the file before the first row; none later.
  ///
  /// - Parameter header: of a roster in CSV; nil for others, of which each row is a profile as JSON.
  mutating func start(header: RosterHeader?) -> [UInt8] {
    if case .workbook = form { return [] }
    if hasHeader { return [] }
    hasHeader = true
    // Spreadsheets take a file without the mark for text of another encoding; every reader of rosters takes it.
    return CSVReportWriter.byteOrderMark + line(cells(names(header)))
  }

  /// The bytes to append to the file for a row.
  func add(_ row: RosterRow, header: RosterHeader?) -> [UInt8] {
    if case .workbook = form { return waiting(row, header) }
    let order = datesWord(row, header).map { [$0] } ?? []
    return line(cells([place(of: row), Self.reasons(row)] + order) + [content(row, header)])
  }

  // MARK: - Workbooks

  /// A row as it waits for its workbook to be written.
  private func waiting(_ row: RosterRow, _ header: RosterHeader?) -> [UInt8] {
    let order = datesWord(row, header).map { [$0] } ?? []
    return RejectWorkbook.WaitingRow(marks: [place(of: row)] + order + [Self.reasons(row)], bytes: row.bytes)
      .content
  }

  /// The workbook for the rows that wait; nil for other forms.
  func workbook(_ header: RosterHeader?) -> RejectWorkbook? {
    guard case .workbook(let sheet) = form, let header else { return nil }
    let order = hasDates(header) ? [RosterHeader.RejectColumn.dates] : []
    let marks = [RosterHeader.RejectColumn.line] + order + [.reasons]
    return RejectWorkbook(
      names: header.names, left: Set(header.rejectColumns), markNames: marks.map(\.rawValue), sheet: sheet)
  }

  private static func reasons(_ row: RosterRow) -> String {
    row.problems.map(\.description).joined(separator: " | ")
  }

  // MARK: - Text

  private func names(_ header: RosterHeader?) -> [String] {
    let place: RosterHeader.RejectColumn = if case .folder = form { .file } else { .line }
    let own = header.map { header in
      header.names.indices.filter { !header.rejectColumns.contains($0) }.map { header.names[$0] }
    }
    let order = hasDates(header) ? [RosterHeader.RejectColumn.dates.rawValue] : []
    return [place.rawValue, RosterHeader.RejectColumn.reasons.rawValue] + order
      + (own ?? [RosterHeader.profileName])
  }

  private func hasDates(_ header: RosterHeader?) -> Bool { dates != nil || header?.hasRejectDates == true }

  /// What a list of rejects says of a row stays.
  private func datesWord(_ row: RosterRow, _ header: RosterHeader?) -> String? {
    hasDates(header) ? row.dateOrder.word ?? "" : nil
  }

  private func place(of row: RosterRow) -> String {
    if case .folder(let names) = form { names[row.line - 1] } else { String(row.line) }
  }

  /// The row's cells, the delimiters between them included.
  private func content(_ row: RosterRow, _ header: RosterHeader?) -> [UInt8] {
    let bytes = row.bytes.withoutLineEnd
    guard let header else { return cell(bytes) }
    let isOfRejects = header.isOfRejects
    let own = bytes.cells(delimiter).enumerated()
      .filter { !header.rejectColumns.contains($0.offset) }.map(\.element)
    let joined = Array(own.joined(separator: [delimiter]))
    guard isRecord(joined) else { return cell(isOfRejects ? RejectCell.unescaped(joined) : joined) }
    return Array(own.map { escaped($0, isOfRejects) }.joined(separator: [delimiter]))
  }

  /// A cell as it came, in quotation marks or not, so that no spreadsheet runs it.
  ///
  /// - Parameter isOfRejects: whether it may be escaped already.
  private func escaped(_ cell: ArraySlice<UInt8>, _ isOfRejects: Bool) -> [UInt8] {
    let mark = cell.prefix { $0 == 0x22 }.prefix(1)
    let text = Array(cell.dropFirst(mark.count))
    if mark.isEmpty, let plain = withoutDialect(cell, isOfRejects) { return plain }
    return mark + RejectCell.escaped(isOfRejects ? RejectCell.unescaped(text) : text)
  }

  /// A cell with spaces before its quotation mark, or as `="00123"`, in the quotation marks that every program reads; nil for
  /// another.
  private func withoutDialect(_ cell: ArraySlice<UInt8>, _ isOfRejects: Bool) -> [UInt8]? {
    let rest = cell.drop { $0 == 0x20 }
    let equals = rest.prefix { $0 == UInt8(ascii: "=") }.prefix(1)
    guard rest.dropFirst(equals.count).first == 0x22 else { return nil }
    var scanner = CSVScanner(delimiter: delimiter, isForgiving: true)
    var position = 0
    guard (try? scanner.next(in: Array(cell) + [0x0A], at: &position)) == true, scanner.record.count == 1
    else {
      return nil
    }
    let text = Array(scanner.record[0])
    let own = equals.isEmpty ? text : Array(equals) + CSVWriter.quoted(text)
    return CSVWriter.quoted(RejectCell.escaped(isOfRejects ? RejectCell.unescaped(own) : own))
  }

  /// What is no record of a table would break those around it; it becomes one cell.
  private func isRecord(_ bytes: [UInt8]) -> Bool {
    var scanner = CSVScanner(delimiter: delimiter, isForgiving: true)
    var position = 0
    let ended = bytes + [0x0A]
    do throws(CSVError) { return try scanner.next(in: ended, at: &position) && position == ended.count } catch
    {
      return error.kind == .invalidUTF8
    }
  }

  private func cells(_ texts: [String]) -> [[UInt8]] { texts.map { cell(Array($0.utf8)) } }

  private func cell(_ text: [UInt8]) -> [UInt8] { quoted(RejectCell.escaped(text)) }

  private func line(_ cells: [[UInt8]]) -> [UInt8] {
    Array(cells.joined(separator: [delimiter])) + [0x0D, 0x0A]
  }

  private func quoted(_ cell: [UInt8]) -> [UInt8] {
    let special: Set<UInt8> = [delimiter, 0x22, 0x0A, 0x0D]
    return cell.contains(where: special.contains) ? CSVWriter.quoted(cell) : cell
  }
}

extension [UInt8] {
  fileprivate var withoutLineEnd: [UInt8] {
    var bytes = self
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return bytes
  }

  /// The cells of a record as they came, with their quotation marks.
  fileprivate func cells(_ delimiter: UInt8) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return split(omittingEmptySubsequences: false) { byte in
      if byte == 0x22 { isQuoted.toggle() }
      return byte == delimiter && !isQuoted
    }
  }
}
