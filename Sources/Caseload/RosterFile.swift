import Advising
import CareerData
import Export
import Glibc
import SafeFiles
import Tabular

/// A roster: where it comes from, and its form.
public struct RosterFile: Sendable {
  public enum Form: Sendable, Equatable {
    case csv(RosterDelimiter)
    /// Profiles in lines, in a list, or over several lines each.
    case json
    /// A workbook, and the name of the sheet that is read.
    case workbook(sheet: String)
    /// A folder of profiles, one JSON file each.
    case folder([String])
  }

  /// `-` is standard input.
  public let path: String
  public let form: Form
  /// Nil for a folder.
  private let source: RosterSource?
  /// Nil for other forms.
  private let workbook: RosterWorkbook?
  /// What the user has said about its columns.
  public let columns: RosterColumns

  /// Opens a roster and finds out its form: a folder; a workbook; JSON, which begins with a brace or a list; else CSV.
  ///
  /// - Parameters:
  ///   - delimiter: nil to tell it from the first rows.
  ///   - columns: what columns are, where their names do not tell.
  ///   - sheet: of a workbook; nil for the first one with a header.
  public init(
    _ path: String, delimiter: RosterDelimiter? = nil, columns: RosterColumns = RosterColumns(),
    sheet: String? = nil
  ) throws(ExportFailure) {
    self.path = path
    self.columns = columns
    var status = stat()
    if path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      form = .folder(try InputFile.names(inFolder: path).filter { $0.lowercased().hasSuffix(".json") })
      if form == .folder([]) {
        throw .badData(path: path, problems: ["this folder holds no profile; give one with .json files"])
      }
      source = nil
      workbook = nil
      try Self.checkNoSheet(sheet)
      return
    }
    let source = try RosterSource(path)
    self.source = source
    let name = ProfileLoader.name(of: path)
    if ZipEntries.isZip(source.start) {
      let workbook = try RosterWorkbook(source, path: name, sheet: sheet) { cells, isFirst in
        RosterHeader.isHeader(cells, given: columns, isFirst: isFirst)
      }
      self.workbook = workbook
      form = .workbook(sheet: workbook.sheet.name)
      return
    }
    workbook = nil
    if let unsupported = try source.unsupported() {
      throw .badData(path: name, problems: [unsupported.problem])
    }
    try Self.checkNoSheet(sheet)
    let text = source.text
    form =
      RosterSource.isJSON(text)
      ? .json : .csv(delimiter ?? .detected(in: text, columns: columns))
  }

  private static func checkNoSheet(_ sheet: String?) throws(ExportFailure) {
    guard sheet != nil else { return }
    throw .usage("--sheet names a sheet of a workbook, and this roster is none; leave it out")
  }

  /// The name of the list of its rows that are refused.
  public var rejectsName: String { workbook == nil ? RejectList.name : RejectWorkbook.name }

  /// What the roster is read as, to be compared: the sign between its cells, its sheet.
  var formName: String {
    switch form {
    case .csv(let delimiter): "csv \(delimiter.rawValue)"
    case .json: "json"
    case .workbook(let sheet): "workbook \(sheet)"
    case .folder: "folder"
    }
  }

  /// The SHA-256 of its bytes; of a folder that of the names of its profiles with the SHA-256 of each, as sha256sum(1) writes
  /// them. What comes through a pipe is waited for.
  func sha256() throws(ExportFailure) -> String {
    guard case .folder(let names) = form else { return try source?.sha256() ?? "" }
    var lines = ""
    for name in names {
      let place = "\(path)/\(name)"
      // What is refused as a row stands for nothing here either.
      let bytes =
        InputFile.isSymbolicLink(place)
        ? nil : try? InputFile.read(place, largestBytes: ProfileLoader.largestBytes)
      lines += "\(SHA256.text(bytes ?? []))  \(name)\n"
    }
    return SHA256.text(Array(lines.utf8))
  }

  /// Tells that the roster is in another encoding than UTF-8; nil when it is not.
  var encodingNote: String? { workbook == nil ? source?.encoding.note : nil }

  /// Tells which sheet is read when it is not the first one; nil when there is nothing to tell.
  var sheetNote: String? { workbook?.note }

  /// The names of the sheets of a workbook; none for other forms.
  package var sheets: [String] { workbook?.sheetNames ?? [] }

  /// One way through the rows; nil for a folder.
  func rows(_ work: RosterTable.Work) throws(ExportFailure) -> RosterRows? {
    if let workbook { return try RosterRows(self, workbook, work) }
    guard let source else { return nil }
    return RosterRows(self, try source.reading(), work)
  }

  /// The one reader of this form, for reading profiles and for counting.
  func reader(_ work: RosterTable.Work) -> any RosterReader {
    switch form {
    case .csv(let delimiter): CSVRosterReader(work, delimiter: delimiter, columns: columns)
    case .json, .workbook, .folder: JSONRosterReader(work, columns: columns)
    }
  }

  /// What whole columns tell, for which the roster is read once before; nothing for a folder and for tables that have no
  /// such columns.
  func survey() throws(ExportFailure) -> RosterSurvey {
    guard var rows = try rows(.survey) else { return RosterSurvey() }
    while try rows.next(isOver: { Interruption.signal != nil }) != nil {
      if rows.table.needsNoSurvey { return RosterSurvey() }
    }
    return rows.table.survey
  }

  func failure(_ error: any Error) -> ExportFailure {
    .badData(
      path: ProfileLoader.name(of: path),
      problems: [(error as? RosterError)?.text ?? ExportFailure.words(of: error)])
  }

  /// Where a row stands: `line 7`, `row 7` of a workbook, or the name of its file.
  func place(of row: RosterRow) -> String {
    switch form {
    case .folder(let names): names[row.line - 1]
    case .workbook: "row \(row.line)"
    case .csv, .json: "line \(row.line)"
    }
  }

  /// The number of rows, those that are no clients too; nil for what comes through a pipe, which would have to be waited for,
  /// and when a signal came.
  func rowCountInAdvance() throws(ExportFailure) -> Int? {
    source?.isPipe == true ? nil : try rowCount()
  }

  /// The number of rows, those that are no clients too; nil when a signal came.
  ///
  /// - Parameter tell: gets a line for each kind of rows that were left out.
  public func rowCount(tell: (String) -> Void = { _ in }) throws(ExportFailure) -> Int? {
    if case .folder(let names) = form { return names.count }
    guard var rows = try rows(.count) else { return nil }
    var count = 0
    while let next = try rows.next(isOver: { Interruption.signal != nil }) { count += next.count }
    guard rows.isAtEnd else { return nil }
    rows.table.tally.notes.forEach(tell)
    return count
  }
}

/// What the user says about the columns of a roster.
public enum RosterColumnsLoader {
  /// No such file is larger.
  private static let largestBytes = 1 << 20

  /// - Parameter argument: pairs, `Case No=id,Wage=pay_amount`, or the path of a file of two columns in CSV: the name in the
  ///   roster, and the field. A first row `column,field` is its header.
  public static func load(_ argument: String) throws(ExportFailure) -> RosterColumns {
    do throws(RosterError) {
      if argument.contains("="), !InputFile.isThere(argument) { return try RosterColumns(argument) }
    } catch { throw .usage(error.text) }
    let pairs = try pairs(argument)
    do throws(RosterError) { return try RosterColumns(pairs) } catch {
      throw .badData(path: argument, problems: [error.text])
    }
  }

  private static func pairs(_ path: String) throws(ExportFailure) -> [(name: String, field: String)] {
    var decoder = RosterDecoder(.utf8)
    let text = decoder.text(of: try InputFile.read(path, largestBytes: largestBytes))
    let sign =
      text.prefix { $0 != 0x0A && $0 != 0x0D }.contains(UInt8(ascii: ";"))
      ? RosterDelimiter.semicolon : .comma
    var records = RosterRecords(delimiter: sign)
    records.feed(text)
    records.end()
    var pairs: [(name: String, field: String)] = []
    while let record = records.next() {
      guard case .success(let cells) = record.cells, cells.count <= 2 else {
        throw .badData(path: path, problems: ["line \(record.line): give a name and a field"])
      }
      let pair = (name: cells.text(0), field: cells.count == 2 ? cells.text(1) : "")
      if pairs.isEmpty, pair.field.lowercased() == "field" { continue }
      if !cells.isBlank { pairs.append(pair) }
    }
    return pairs
  }
}
