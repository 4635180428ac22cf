import CareerData
import Glibc
import ReportWriters
import SafeFiles
import Tabular

/// The journal of a batch: `manifest.ndjson`, a line for the run and one for each row of the roster.
///
/// A line is appended when the files that it names are on the disk under their names, so that a run that was killed can
/// be taken up where it was.
final class Manifest: Sendable {
  static let name = "manifest.ndjson"

  /// What a manifest says of a run, in its first line.
  struct Run: Equatable {
    let reportDate: String
    let isFanned: Bool
  }

  private let file: AppendFile
  private let dataset: String
  private let program: String
  /// Of each client's entries the last, by the keys of ids and of refused rows: where it stands. Nil for a manifest that was just begun.
  private let places: KeyTable?

  /// Begins a manifest. It gets its name when its first line is on the disk: one that is there tells of a run.
  ///
  /// - Parameter temporary: a path in the same file system.
  init(
    _ path: String, temporary: String, run: Run, dataset: String, program: String
  ) throws(ExportFailure) {
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw .cannotCreate(
        path: path, reason: "a file of this name is there, and no journal of a batch; give another folder")
    }
    file = try AppendFile(temporary, shownAs: path)
    self.dataset = dataset
    self.program = program
    places = nil
    let line: JSONText = [
      "run": [
        "report_date": .string(run.reportDate), "layout": .string(run.isFanned ? "fanned" : "flat"),
        "dataset": .string(dataset), "program": .string(program),
      ]
    ]
    try file.append(Array((line.compact + "\n").utf8))
    try file.sync()
    guard rename(temporary, path) == 0 else { throw SystemError.last.creating(path) }
  }

  /// Goes on with a manifest. A last line that was cut off is removed.
  init(resuming path: String, dataset: String, program: String) throws(ExportFailure) {
    file = try AppendFile(path)
    self.dataset = dataset
    self.program = program
    let places = try KeyTable()
    var number = 0
    let end = try Self.lines(of: file) { (line, offset) throws(ExportFailure) in
      number += 1
      guard let entry = ManifestEntry(line) else { return }
      guard entry.namesOwnFilesOnly else {
        let problem = "line \(number): it names files that are none of its client's; give another folder"
        throw .badData(path: path, problems: [problem])
      }
      let key = entry.client.map(ClientIDs.key) ?? Self.key(ofRejected: entry.input)
      try places.set(UInt64(offset), for: key)
    }
    self.places = places
    try file.truncate(to: end)
  }

  /// What a run that wrote a manifest was; nil when there is none, or its first line is none.
  static func run(_ path: String) -> Run? {
    guard let bytes = PlainFile.start(of: path, count: 1 << 12),
      let run = (try? JSONDocument(Array(bytes.prefix { $0 != 0x0A })))?.root["run"],
      let date = run["report_date"]?.string
    else { return nil }
    return Run(reportDate: date, isFanned: run["layout"]?.string == "fanned")
  }

  /// The last entry of a client of this id, whatever it was made from; nil when there is none.
  func lastEntry(client: String) throws(ExportFailure) -> ManifestEntry? {
    guard let place = try places?.number(for: ClientIDs.key(client)) else { return nil }
    return ManifestEntry(try line(at: Int(place))).flatMap { $0.namesOwnFilesOnly ? $0 : nil }
  }

  func hasRejected(_ input: String) throws(ExportFailure) -> Bool {
    try places?.number(for: Self.key(ofRejected: input)) != nil
  }

  /// Appends entries and waits until they are on the disk.
  func append(_ entries: [ManifestEntry]) throws(ExportFailure) {
    guard !entries.isEmpty else { return }
    try add(entries)
    try file.sync()
  }

  /// Appends entries of a batch that is not taken up again.
  func add(_ entries: [ManifestEntry]) throws(ExportFailure) {
    try file.append(entries.flatMap { $0.bytes(dataset: dataset, program: program) })
  }

  // MARK: - Lines

  /// A longer line is none of a journal.
  private static let longestLine = 1 << 20

  private static func key(ofRejected input: String) -> UInt64 { ~number(input) }

  private static func number(_ input: String) -> UInt64 { UInt64(input.prefix(16), radix: 16) ?? 0 }

  private func line(at offset: Int) throws(ExportFailure) -> [UInt8] {
    var length = 1 << 12
    while true {
      let bytes = try file.read(length, at: offset)
      if let end = bytes.firstIndex(of: 0x0A) { return Array(bytes[..<end]) }
      if bytes.count < length { return bytes }
      length *= 4
    }
  }

  /// Goes through the whole lines.
  ///
  /// - Returns: where the last of them ends.
  private static func lines(
    of file: AppendFile, _ body: ([UInt8], Int) throws(ExportFailure) -> Void
  ) throws(ExportFailure) -> Int {
    var rest: [UInt8] = []
    var start = 0
    while true {
      let chunk = try file.read(1 << 20, at: start + rest.count)
      if chunk.isEmpty { return start }
      rest += chunk
      var begin = rest.startIndex
      while let end = rest[begin...].firstIndex(of: 0x0A) {
        try body(Array(rest[begin..<end]), start + begin)
        begin = end + 1
      }
      rest.removeFirst(begin)
      start += begin
      guard rest.count <= longestLine else {
        throw .badData(path: file.path, problems: ["a line of more than 1 MiB; give another folder"])
      }
    }
  }
}
