import CareerData
import Export
import Glibc
import ReportWriters
import SafeFiles
import Tabular

/// The journal of a batch: `manifest.ndjson`, a line for the run and one for each row of the roster.
///
/// A line is appended when the files that it names are on the disk under their names, so that a run that was killed can
/// be resumed from there. Lines stand in the order of the roster.
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

  /// Begins a manifest. It gets its name when its first line is on the disk: where there is one, there was a run.
  ///
  /// - Parameter temporary: a path in the same file system.
  init(
    _ path: String, temporary: String, run: Run, dataset: String, program: String
  ) throws(ExportFailure) {
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw .cannotCreate(
        path: path,
        reason: "a file with this name exists and is not the journal of a batch; give another folder")
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

  /// Continues a manifest. A last line that was cut off is removed.
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
        let problem = "line \(number): it names files that are not its client's; give another folder"
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

  /// Appends entries of a batch that cannot be resumed.
  func add(_ entries: [ManifestEntry]) throws(ExportFailure) {
    try file.append(entries.flatMap { $0.bytes(dataset: dataset, program: program) })
  }

  // MARK: - Lines

  /// No journal has a longer line.
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

/// A line of a manifest: what was made of a row of the roster.
struct ManifestEntry: Equatable {
  struct File: Equatable {
    /// In the folder of the batch.
    let path: String
    let bytes: Int
    let sha256: String
  }

  enum Status: String { case done, rejected }

  let status: Status
  /// Nil for a row that is no client.
  let client: String?
  let line: Int
  /// Of all that the files were made from: the row, the dataset, the template, the options.
  let input: String
  let files: [File]
  /// The time that it took; nil in an archive, whose bytes must not tell how fast a machine is.
  let seconds: Double?
  /// Of a client from a list of rejects: where the roster had the row. It tells the client from another of the same id.
  var rejectPlace: String?
  /// What the files were made from, where that is not the dataset of the run: a client of another occupation.
  var dataset: String?

  /// With the dataset and the program that made it, and the end of the line.
  func bytes(dataset: String, program: String) -> [UInt8] {
    var members: [(name: String, value: JSONText)] = []
    if let client { members.append(("client", .string(client))) }
    members += [
      ("status", .string(status.rawValue)), ("line", .number(Double(line))), ("input", .string(input)),
    ]
    if status == .done {
      members.append(("files", .array(files.map(Self.json))))
      if let seconds { members.append(("seconds", .number((seconds * 10_000).rounded() / 10_000))) }
    }
    if let rejectPlace { members.append(("reject_place", .string(rejectPlace))) }
    members += [("dataset", .string(self.dataset ?? dataset)), ("program", .string(program))]
    return Array((JSONText.object(members).compact + "\n").utf8)
  }

  /// Whether all its files are such as a batch writes for its client: `ID.txt`, or `ab/ID.txt` in the folder of that
  /// client. Somebody else may have written the journal, and files that it names may be removed.
  var namesOwnFilesOnly: Bool {
    guard let client else { return files.isEmpty }
    return files.allSatisfy { file in
      var parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      guard let name = parts.popLast(), name.hasPrefix(client + "."), parts.count <= 1,
        parts.first.map({ $0 == OutputTree.fan(of: client) }) ?? true
      else { return false }
      let ending = name.utf8.dropFirst(client.utf8.count + 1)
      return ending.first != UInt8(ascii: ".") && !ending.isEmpty && ending.allSatisfy(Self.isPlain)
    }
  }

  /// A letter or a digit in ASCII, a dot, a line.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func json(_ file: File) -> JSONText {
    ["path": .string(file.path), "bytes": .number(Double(file.bytes)), "sha256": .string(file.sha256)]
  }

  /// Nil for a line that is not an entry.
  init?(_ bytes: [UInt8]) {
    guard let root = (try? JSONDocument(bytes))?.root,
      let status = root["status"]?.string.flatMap(Status.init), let input = root["input"]?.string
    else { return nil }
    let list = root["files"]?.elements ?? []
    let files = list.compactMap { node -> File? in
      guard let path = node["path"]?.string, let bytes = node["bytes"]?.integer,
        let sum = node["sha256"]?.string
      else { return nil }
      return File(path: path, bytes: bytes, sha256: sum)
    }
    guard files.count == list.count else { return nil }
    self.init(
      status: status, client: root["client"]?.string, line: root["line"]?.integer ?? 0, input: input,
      files: files, seconds: root["seconds"]?.double)
    rejectPlace = root["reject_place"]?.string
  }

  init(
    status: Status, client: String?, line: Int, input: String, files: [File], seconds: Double?,
    rejectPlace: String? = nil
  ) {
    self.rejectPlace = rejectPlace
    self.status = status
    self.client = client
    self.line = line
    self.input = input
    self.files = files
    self.seconds = seconds
  }
}

/// What a resumed run believes of a journal: one that somebody has planted must not lead to other files.
package enum JournalNames {
  /// The files of each client in a journal, in the order of its lines.
  ///
  /// - Parameter path: of a copy of the journal: a last line that was cut off is removed from it.
  /// - Throws: why nothing of the journal is believed.
  package static func files(namedBy path: String) throws(ExportFailure) -> [(client: String, paths: [String])]
  {
    let lines = try InputFile.read(path).split(separator: 0x0A)
    let clients = lines.compactMap { ManifestEntry(Array($0))?.client }
    let manifest = try Manifest(resuming: path, dataset: "", program: "")
    var files: [(client: String, paths: [String])] = []
    for client in clients {
      guard let entry = try manifest.lastEntry(client: client) else { continue }
      files.append((client, entry.files.map(\.path)))
    }
    return files
  }
}

extension CareerDataset.Identity {
  /// The name, the version and the start of the hash, as a manifest has them.
  var words: String { "\(name) \(version) \(contentHash.prefix(16))" }
}
