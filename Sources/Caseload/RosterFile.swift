import Advising
import CareerData
import Export
import Glibc
import SafeFiles

/// Where a roster comes from, and in which form.
public struct RosterFile: Sendable {
  public enum Form: Sendable, Equatable {
    case csv(RosterDelimiter)
    /// Profiles in lines, in a list, or over several lines each.
    case json
    /// A folder of profiles, one JSON file each.
    case folder([String])
  }

  /// `-` is standard input.
  public let path: String
  public let form: Form
  /// Nil for a folder.
  private let source: RosterSource?
  /// What somebody has said about its columns.
  public let columns: RosterColumns

  /// Opens a roster and finds out its form: a folder; JSON, which begins with a brace or a list; else CSV.
  ///
  /// - Parameters:
  ///   - delimiter: nil to tell it from the first rows.
  ///   - columns: what columns are, where their names do not tell.
  public init(
    _ path: String, delimiter: RosterDelimiter? = nil, columns: RosterColumns = RosterColumns()
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
      return
    }
    let source = try RosterSource(path)
    if let stranger = RosterStranger(source.start) {
      throw .badData(path: ProfileLoader.name(of: path), problems: [stranger.problem])
    }
    let text = source.text
    form =
      RosterSource.isJSON(text)
      ? .json : .csv(delimiter ?? .detected(in: text, columns: columns))
    self.source = source
  }

  /// Whether spreadsheets need the mark to read the text as UTF-8: when the roster had it, or was in another encoding.
  var hasByteOrderMark: Bool { source?.hasByteOrderMark ?? false }

  /// Tells that the roster is in another encoding than UTF-8; nil when it is not.
  var encodingNote: String? { source?.encoding.note }

  /// The text from the first byte on, in UTF-8; nil for a folder.
  func reading() throws(ExportFailure) -> RosterSource.Reading? { try source?.reading() }

  /// The one reader of this form, for those who want profiles and for those who count.
  func reader(_ work: RosterTable.Work) -> any RosterReader {
    switch form {
    case .csv(let delimiter): CSVRosterReader(work, delimiter: delimiter, columns: columns)
    case .json, .folder: JSONRosterReader(work, columns: columns)
    }
  }

  /// What whole columns tell, for which the roster is read once before; nothing for a folder and for tables that have no
  /// such columns.
  func survey() throws(ExportFailure) -> RosterSurvey {
    guard var reading = try reading() else { return RosterSurvey() }
    var reader = reader(.survey)
    while Interruption.signal == nil, let chunk = try reading.next(isOver: { Interruption.signal != nil }) {
      do {
        if chunk.isEmpty {
          try reader.finish { _ in }
          return reader.table.survey
        }
        try reader.read(chunk) { _ in }
        if reader.table.needsNoSurvey { return RosterSurvey() }
      } catch { throw failure(error) }
    }
    return reader.table.survey
  }

  func failure(_ error: any Error) -> ExportFailure {
    .badData(
      path: ProfileLoader.name(of: path),
      problems: [(error as? RosterError)?.text ?? ExportFailure.words(of: error)])
  }

  /// Where a row stands: `line 7`, or the name of its file.
  func place(of row: RosterRow) -> String {
    if case .folder(let names) = form { names[row.line - 1] } else { "line \(row.line)" }
  }

  /// The number of rows, those that are no clients too; nil for what comes through a pipe, for which nobody wants to wait,
  /// and when a signal came.
  func rowCountInAdvance() throws(ExportFailure) -> Int? {
    source?.isPipe == true ? nil : try rowCount()
  }

  /// The number of rows, those that are no clients too; nil when a signal came.
  ///
  /// - Parameter tell: gets a line for each kind of rows that were left out.
  public func rowCount(tell: (String) -> Void = { _ in }) throws(ExportFailure) -> Int? {
    if case .folder(let names) = form { return names.count }
    guard var reading = try reading() else { return nil }
    var reader = reader(.count)
    var count = 0
    while Interruption.signal == nil, let chunk = try reading.next(isOver: { Interruption.signal != nil }) {
      do {
        try reader.read(chunk) { _ in count += 1 }
        if chunk.isEmpty {
          try reader.finish { _ in count += 1 }
          reader.table.tally.notes.forEach(tell)
          return count
        }
      } catch { throw failure(error) }
    }
    return nil
  }
}

/// What people take for a roster and is none.
private enum RosterStranger {
  case workbook

  init?(_ start: [UInt8]) {
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .workbook
    } else {
      return nil
    }
  }

  var problem: String {
    switch self {
    case .workbook: "this is a workbook; save it as CSV UTF-8 in the spreadsheet and give that"
    }
  }
}
