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
  let descriptor: Int32

  /// Opens a roster and finds out its form: a folder; NDJSON, which begins with a brace; else CSV.
  ///
  /// - Parameter delimiter: nil to tell it from the first line.
  public init(_ path: String, delimiter: RosterDelimiter? = nil) throws(ExportFailure) {
    self.path = path
    var status = stat()
    if path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      form = .folder(try InputFile.names(inFolder: path).filter { $0.hasSuffix(".json") })
      (firstBytes, descriptor) = ([], -1)
      return
    }
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    firstBytes = try Self.read(descriptor, path)
    let first = firstBytes.first { ![0x20, 0x09, 0x0D, 0x0A, 0xEF, 0xBB, 0xBF].contains($0) }
    form =
      first == UInt8(ascii: "{")
      ? .ndjson : .csv(delimiter ?? .detected(inFirstLineOf: firstBytes))
  }

  public var isStandardInput: Bool { path == "-" }

  /// The next bytes; none at the end.
  static func read(_ descriptor: Int32, _ path: String) throws(ExportFailure) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count >= 0 { return Array(chunk[..<count]) }
      if errno != EINTR {
        throw .missingInput(path: ProfileLoader.name(of: path), reason: SystemError.last.reason)
      }
    }
  }

  /// The number of rows, those that are no clients too; nil for standard input, which is read once only.
  public func rowCount() throws(ExportFailure) -> Int? {
    switch form {
    case .folder(let names): return names.count
    case .csv(let delimiter): return try count { CSVRowCounter(delimiter) }
    case .ndjson: return try count { LineCounter() }
    }
  }

  private func count(_ counter: () -> any RowCounter) throws(ExportFailure) -> Int? {
    guard !isStandardInput else { return nil }
    let again = open(path, O_RDONLY | O_CLOEXEC)
    guard again >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    defer { close(again) }
    var counter = counter()
    while true {
      let chunk = try Self.read(again, path)
      if chunk.isEmpty { return counter.total }
      counter.count(chunk)
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
