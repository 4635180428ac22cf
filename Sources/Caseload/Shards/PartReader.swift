import Advising
import Export
import Glibc
import SafeFiles
import Tabular

/// The files over one part, read side by side from the first row of the part to its last. None of them stays open, since there may
/// be thousands of parts.
struct PartReader {
  let part: DonePart
  private let folder: String
  private var index: PartStream
  private var manifest: PartStream
  private var rejects: PartStream?
  private var csv: PartStream?
  /// The first line of the journal.
  let run: [UInt8]
  /// The bytes of the list of rejects before its first row; nil for a part without one.
  private(set) var rejectsStart: [UInt8]?
  /// The bytes of the combined CSV before its first row.
  private(set) var csvStart: [UInt8]?
  /// The bytes of all rows in the two files.
  private var lengths = (rejects: 0, csv: 0)
  private(set) var summary: CaseloadSummary?
  private(set) var workbook: RejectWorkbook?

  /// - Parameters:
  ///   - folder: with the files over the part.
  ///   - chunk: bytes of each file in memory.
  ///   - take: gets the number of each row.
  init(
    _ part: DonePart, in folder: String, chunk: Int, take: (Int) throws(ExportFailure) -> Void
  ) throws(ExportFailure) {
    self.part = part
    self.folder = folder
    func stream(_ name: String) throws(ExportFailure) -> PartStream? {
      guard let file = part.files.first(where: { $0.name == name }) else { return nil }
      guard try DonePart.WholeFile(name, in: folder) == file else {
        throw Self.damaged(part, "\(name) is not as \(DonePart.name(part.shard)) has it")
      }
      return PartStream("\(folder)/\(name)", bytes: file.bytes, chunk: chunk)
    }
    guard let index = try stream(PartIndex.name), var manifest = try stream(Manifest.name) else {
      throw Self.damaged(part, "it has no \(Manifest.name) or no \(PartIndex.name)")
    }
    guard let run = try manifest.line() else { throw Self.damaged(part, "its \(Manifest.name) is empty") }
    self.run = run
    self.manifest = manifest
    self.index = index
    csv = try stream(BatchWriter.csvName)
    let cells = try stream(PartIndex.rejectsName)
    rejects = if let cells { cells } else { try stream(RejectList.name) }
    try readAhead(take)
    let starts = ((rejects?.bytes ?? 0) - lengths.rejects, (csv?.bytes ?? 0) - lengths.csv)
    rejectsStart = try rejects?.next(starts.0)
    csvStart = try csv?.next(starts.1)
  }

  /// Goes through the index once, to know which rows there are.
  private mutating func readAhead(_ take: (Int) throws(ExportFailure) -> Void) throws(ExportFailure) {
    var ahead = index
    var (last, rows) = (-1, 0)
    while let line = try ahead.line() {
      guard let node = (try? JSONDocument(line))?.root else {
        throw Self.damaged(part, "a line of its \(PartIndex.name) is none")
      }
      if let end = node["end"] {
        summary = end["summary"].flatMap(CaseloadSummary.init)
        workbook = end["workbook"].flatMap(RejectWorkbook.init)
        guard rows == part.counts.rows, try ahead.line() == nil, lengths.rejects <= rejects?.bytes ?? 0,
          lengths.csv <= csv?.bytes ?? 0
        else { throw Self.damaged(part, "its \(PartIndex.name) has other rows than its files") }
        return
      }
      guard let row = PartIndex.IndexedRow(node), row.number > last, row.number < part.rosterRows else {
        throw Self.damaged(part, "a line of its \(PartIndex.name) is none")
      }
      (last, rows) = (row.number, rows + 1)
      if row.isRejected { lengths.rejects += row.bytes } else { lengths.csv += row.bytes }
      try take(row.number)
    }
    throw Self.damaged(part, "its \(PartIndex.name) has no end")
  }

  /// What the part has of one row of the roster.
  struct MergedRow {
    let entry: ManifestEntry
    /// Its line in the journal, without the end.
    let line: [UInt8]
    /// Of the list of rejects, or of the combined CSV.
    let bytes: [UInt8]
    let isRejected: Bool
  }

  /// The next row of the part.
  mutating func next() throws(ExportFailure) -> MergedRow {
    guard let line = try index.line(), let node = (try? JSONDocument(line))?.root,
      let row = PartIndex.IndexedRow(node),
      let entryLine = try manifest.line(), let entry = ManifestEntry(entryLine),
      (entry.status == .rejected) == row.isRejected
    else { throw Self.damaged(part, "its \(PartIndex.name) has other rows than its \(Manifest.name)") }
    let bytes = (row.isRejected ? try rejects?.next(row.bytes) : try csv?.next(row.bytes)) ?? []
    guard bytes.count == row.bytes else { throw Self.damaged(part, "its files are shorter than they were") }
    return MergedRow(entry: entry, line: entryLine, bytes: bytes, isRejected: row.isRejected)
  }

  static func damaged(_ part: DonePart, _ finding: String) -> ExportFailure {
    .badData(
      path: part.part,
      problems: [
        "\(finding); remove \(part.part) and \(DonePart.name(part.shard)), and run \"pathbook batch --shard "
          + "\(part.shard.number)/\(part.shard.count)\" again"
      ])
  }
}

/// A file that is read from its start to its end, and open only while a piece of it is read.
struct PartStream {
  /// The length of the file.
  let bytes: Int
  private let path: String
  private let chunk: Int
  private var buffer: ArraySlice<UInt8> = []
  /// Of the file, behind what is in the buffer.
  private var offset = 0
  /// No line is longer.
  private static let longestLine = 1 << 20

  init(_ path: String, bytes: Int, chunk: Int) { (self.path, self.bytes, self.chunk) = (path, bytes, chunk) }

  /// The next line without its end; nil at the end of the file.
  mutating func line() throws(ExportFailure) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = buffer.dropFirst(searched).firstIndex(of: 0x0A) {
        defer { buffer = buffer[(end + 1)...] }
        return Array(buffer[..<end])
      }
      searched = buffer.count
      guard searched <= Self.longestLine else {
        throw .badData(path: path, problems: ["a line of more than 1 MiB; make the part again"])
      }
      guard try fill(chunk) else { return buffer.isEmpty ? nil : takeAll() }
    }
  }

  /// So many bytes; fewer at the end of the file.
  mutating func next(_ count: Int) throws(ExportFailure) -> [UInt8] {
    while buffer.count < count {
      guard try fill(max(chunk, count - buffer.count)) else { return takeAll() }
    }
    defer { buffer = buffer.dropFirst(count) }
    return Array(buffer.prefix(count))
  }

  private mutating func takeAll() -> [UInt8] {
    defer { buffer = [] }
    return Array(buffer)
  }

  /// False at the end of the file.
  private mutating func fill(_ count: Int) throws(ExportFailure) -> Bool {
    do throws(SystemError) {
      let descriptor = try PlainFile.open(path, O_RDONLY)
      defer { close(descriptor) }
      let new = try FileBytes(descriptor).bytes(min(count, bytes - offset), at: offset)
      offset += new.count
      buffer = (Array(buffer) + new)[...]
      return !new.isEmpty
    } catch { throw .readFailed(path: path, reason: error.reason) }
  }
}
