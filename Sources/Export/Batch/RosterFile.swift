import Advising
import CareerData
import Glibc

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
  /// What was read to find out the form.
  let firstBytes: [UInt8]
  private let descriptor: Int32

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
      (firstBytes, descriptor) = ([], -1)
      return
    }
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    firstBytes = try Self.start(descriptor, path)
    if let stranger = RosterStranger(firstBytes) {
      throw .badData(path: ProfileLoader.name(of: path), problems: [stranger.problem])
    }
    let first = firstBytes.first { ![0x20, 0x09, 0x0D, 0x0A, 0xEF, 0xBB, 0xBF].contains($0) }
    form =
      first == UInt8(ascii: "{")
      ? .ndjson : .csv(delimiter ?? .detected(inFirstLineOf: firstBytes))
  }

  var hasByteOrderMark: Bool { firstBytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// So many bytes that the header is among them; a pipe gives them in pieces of any size.
  private static func start(_ descriptor: Int32, _ path: String) throws(ExportFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 1 << 16 {
      let chunk = try read(descriptor, path)
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// The next bytes; none at the end, nil when the work is over while nothing comes.
  func read(isOver: () -> Bool) throws(ExportFailure) -> [UInt8]? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // Whoever writes into a pipe may take an hour. A signal ends the waiting too.
    while poll(&waiting, 1, 200) <= 0 {
      if isOver() { return nil }
    }
    return try Self.read(descriptor, path)
  }

  private static func read(_ descriptor: Int32, _ path: String) throws(ExportFailure) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count >= 0 { return Array(chunk[..<count]) }
      if errno != EINTR {
        throw .readFailed(path: ProfileLoader.name(of: path), reason: SystemError.last.reason)
      }
    }
  }

  /// Where a row stands: `line 7`, or the name of its file.
  func place(of row: RosterRow) -> String {
    if case .folder(let names) = form { names[row.line - 1] } else { "line \(row.line)" }
  }

  /// The number of rows, those that are no clients too; nil for what can be read once only, as standard input and pipes,
  /// and when a signal came.
  public func rowCount() throws(ExportFailure) -> Int? {
    switch form {
    case .folder(let names): return names.count
    case .csv(let delimiter): return try count(CSVRowCounter(delimiter))
    case .ndjson: return try count(LineCounter())
    }
  }

  private func count(_ counter: some RowCounter) throws(ExportFailure) -> Int? {
    guard path != "-", InputFile.isFile(path) else { return nil }
    let again = open(path, O_RDONLY | O_CLOEXEC)
    guard again >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    defer { close(again) }
    var counter = counter
    while Interruption.signal == nil {
      let chunk = try Self.read(again, path)
      if chunk.isEmpty { return counter.total }
      counter.count(chunk)
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

private protocol RowCounter {
  mutating func count(_ chunk: [UInt8])
  var total: Int { mutating get }
}

private struct CSVRowCounter: RowCounter {
  private var records: RosterRecords
  private var isInRows = false
  private var rows = 0

  init(_ delimiter: RosterDelimiter) { records = RosterRecords(delimiter: delimiter) }

  mutating func count(_ chunk: [UInt8]) {
    records.feed(chunk)
    countRecords()
  }

  var total: Int {
    mutating get {
      records.end()
      countRecords()
      return rows
    }
  }

  /// As ``CSVRosterReader`` does, lines above the header and those of empty cells are left out.
  private mutating func countRecords() {
    while let record = records.next() {
      let cells = try? record.cells.get()
      if !isInRows {
        isInRows = cells.map { !RosterHeader.isAbove($0) } ?? true
      } else if cells?.isBlank != true {
        rows += 1
      }
    }
  }
}

private struct LineCounter: RowCounter {
  private var lines = 0
  private var isLineOpen = false

  mutating func count(_ chunk: [UInt8]) {
    for byte in chunk where byte == 0x0A { lines += 1 }
    isLineOpen = chunk.last != 0x0A
  }

  var total: Int { lines + (isLineOpen ? 1 : 0) }
}
