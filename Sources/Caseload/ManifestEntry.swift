import CareerData
import ReportWriters
import Tabular

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
    members += [("dataset", .string(dataset)), ("program", .string(program))]
    return Array((JSONText.object(members).compact + "\n").utf8)
  }

  /// Whether all its files are such as a batch writes for its client: `ID.txt`, or `ab/ID.txt` in the folder of that
  /// client. A journal may be somebody else's work, and what it names may be removed.
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

  /// Nil for a line that is none of an entry.
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
