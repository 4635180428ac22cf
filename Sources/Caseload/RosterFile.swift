import Advising
import CareerData
import Export
import Glibc
import SafeFiles

/// Where a roster comes from, and in which form.
public struct RosterFile: Sendable {
  public enum Form: Sendable, Equatable {
    case csv(RosterDelimiter)
    case ndjson
    /// A folder of profiles, one JSON file each.
    case folder([String])
  }

  /// `-` is standard input.
  public let path: String
  public let form: Form
  /// Nil for a folder.
  private let source: RosterSource?

  /// Opens a roster and finds out its form: a folder; NDJSON, which begins with a brace; else CSV.
  ///
  /// - Parameter delimiter: nil to tell it from the first line.
  public init(_ path: String, delimiter: RosterDelimiter? = nil) throws(ExportFailure) {
    self.path = path
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
    let first = source.start.first { ![0x20, 0x09, 0x0D, 0x0A, 0xEF, 0xBB, 0xBF].contains($0) }
    form =
      first == UInt8(ascii: "{")
      ? .ndjson : .csv(delimiter ?? .detected(inFirstLineOf: source.start))
    self.source = source
  }

  /// The bytes from the first on; nil for a folder.
  func reading() throws(ExportFailure) -> RosterSource.Reading? { try source?.reading() }

  /// The one reader of this form, for those who want profiles and for those who count.
  ///
  /// - Parameter profiles: nil to count the rows.
  func reader(_ profiles: ProfileReader?) -> any RosterReader {
    switch form {
    case .csv(let delimiter): CSVRosterReader(profiles: profiles, delimiter: delimiter)
    case .ndjson, .folder: NDJSONRosterReader(profiles: profiles)
    }
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

  /// The number of rows, those that are no clients too; nil for what can be read once only, as standard input and pipes,
  /// and when a signal came.
  func rowCountInAdvance() throws(ExportFailure) -> Int? {
    source?.isReadOnce == true ? nil : try rowCount()
  }

  /// The number of rows, those that are no clients too; nil when a signal came. What comes through a pipe is read by
  /// that.
  public func rowCount() throws(ExportFailure) -> Int? {
    if case .folder(let names) = form { return names.count }
    guard var reading = try reading() else { return nil }
    var reader = reader(nil)
    var count = 0
    while Interruption.signal == nil, let chunk = try reading.next(isOver: { Interruption.signal != nil }) {
      do {
        try reader.read(chunk) { _ in count += 1 }
        if chunk.isEmpty {
          try reader.finish { _ in count += 1 }
          return count
        }
      } catch { throw failure(error) }
    }
    return nil
  }
}

/// What people take for a roster and is none.
private enum RosterStranger {
  case workbook, utf16, list

  init?(_ start: [UInt8]) {
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .workbook
    } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if start.first(where: { ![0x20, 0x09, 0x0D, 0x0A].contains($0) }) == UInt8(ascii: "[") {
      self = .list
    } else {
      return nil
    }
  }

  var problem: String {
    switch self {
    case .workbook: "this is a workbook; save it as CSV UTF-8 in the spreadsheet and give that"
    case .utf16: "this is text in UTF-16; save it as CSV UTF-8 and give that"
    case .list: "this is a list in JSON; give one profile in each line, without [ and ]"
    }
  }
}
