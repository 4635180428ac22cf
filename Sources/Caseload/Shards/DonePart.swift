import Advising
import Export
import Glibc
import SafeFiles
import Tabular

/// What stands beside a part that is finished, in `part-3-of-16.done.json`: what it was made from, and what it holds.
struct DonePart: Equatable {
  struct Counts: Equatable {
    /// Rows of the roster that are the part's own.
    var rows: Int
    var done: Int
    var rejected: Int
    var noticed: Int
  }

  /// A file over the whole part, such as its journal.
  struct WholeFile: Equatable {
    let name: String
    let bytes: Int
    let sha256: String
  }

  let shard: Shard
  /// The name of the folder or the archive.
  let part: String
  let origin: PartOrigin
  /// Of the whole roster.
  let rosterRows: Int
  let counts: Counts
  /// Of an archive its size; of a folder that of its journal.
  let bytes: Int
  /// Of the archive; of a folder that of its journal, which has the hash of each client's file.
  let sha256: String
  let files: [WholeFile]
  /// What is told of the roster and not of one of its rows.
  let notes: [String]
  /// Values of the part's rows that were words for what is missing.
  let missing: [RosterTally.Missing]
  /// How long the attempt took.
  let seconds: Double

  static func name(_ shard: Shard) -> String { "\(shard.name).done.json" }

  // MARK: - JSON

  /// None is larger.
  private static let largestBytes = 1 << 20

  var json: [UInt8] {
    let number = { (count: Int) in JSONText.number(Double(count)) }
    let members: [(name: String, value: JSONText)] =
      [("part", .string(part)), ("shard", number(shard.number)), ("of", number(shard.count))]
      + origin.members(rows: rosterRows) + [
        (
          "counts",
          [
            "rows": number(counts.rows), "done": number(counts.done), "rejected": number(counts.rejected),
            "noticed": number(counts.noticed),
          ]
        ), ("bytes", number(bytes)), ("sha256", .string(sha256)),
        (
          "files",
          .array(
            files.map { ["path": .string($0.name), "bytes": number($0.bytes), "sha256": .string($0.sha256)] })
        ), ("notes", .array(notes.map { .string($0) })),
        (
          "missing_values",
          .array(
            missing.map {
              [
                "field": .string($0.field.rawValue), "column": .string($0.column), "values": number($0.count),
              ]
            })
        ),
        ("seconds", .number((seconds * 1_000).rounded() / 1_000)),
      ]
    return JSONText.object(members).bytes
  }

  /// Reads one; nil when there is none, or it is no such file.
  init?(_ path: String) {
    guard let descriptor = try? PlainFile.open(path, O_RDONLY) else { return nil }
    defer { close(descriptor) }
    guard let bytes = try? FileBytes(descriptor).bytes(Self.largestBytes),
      let node = (try? JSONDocument(bytes))?.root, let part = node["part"]?.string,
      let number = node["shard"]?.integer, let count = node["of"]?.integer,
      let origin = PartOrigin(node), let rows = node["roster"]?["rows"]?.integer,
      let counts = node["counts"].flatMap(Counts.init), let size = node["bytes"]?.integer,
      let hash = node["sha256"]?.string, let files = node["files"]?.elements
    else { return nil }
    shard = Shard(number: number, of: count)
    (self.part, self.origin, rosterRows, self.counts) = (part, origin, rows, counts)
    (self.bytes, sha256) = (size, hash)
    self.files = files.compactMap(WholeFile.init)
    notes = (node["notes"]?.elements ?? []).compactMap(\.string)
    missing = (node["missing_values"]?.elements ?? []).compactMap(RosterTally.Missing.init)
    seconds = node["seconds"]?.double ?? 0
  }

  init(
    _ shard: Shard, part: String, origin: PartOrigin, rosterRows: Int, counts: Counts,
    archive: (bytes: Int, sha256: String)?, files: [WholeFile], notes: [String],
    missing: [RosterTally.Missing], seconds: Double
  ) {
    (self.shard, self.part, self.origin, self.rosterRows) = (shard, part, origin, rosterRows)
    (self.counts, self.files, self.notes, self.seconds) = (counts, files, notes, seconds)
    self.missing = missing
    let journal = files.first { $0.name == Manifest.name }
    bytes = archive?.bytes ?? journal?.bytes ?? 0
    sha256 = archive?.sha256 ?? journal?.sha256 ?? ""
  }
}

extension DonePart.Counts {
  init?(_ node: JSONNode) {
    guard let rows = node["rows"]?.integer, let done = node["done"]?.integer,
      let rejected = node["rejected"]?.integer
    else { return nil }
    self.init(rows: rows, done: done, rejected: rejected, noticed: node["noticed"]?.integer ?? 0)
  }
}

extension DonePart.WholeFile {
  init?(_ node: JSONNode) {
    guard let name = node["path"]?.string, let bytes = node["bytes"]?.integer,
      let hash = node["sha256"]?.string
    else { return nil }
    self.init(name: name, bytes: bytes, sha256: hash)
  }

  /// Of a file that is there.
  init(_ name: String, in folder: String) throws(ExportFailure) {
    let path = "\(folder)/\(name)"
    do throws(SystemError) {
      let descriptor = try PlainFile.open(path, O_RDONLY)
      defer { close(descriptor) }
      let (hash, count) = try SHA256.text(of: descriptor)
      self.init(name: name, bytes: count, sha256: hash)
    } catch { throw .readFailed(path: path, reason: error.reason) }
  }
}

extension RosterTally.Missing {
  fileprivate init?(_ node: JSONNode) {
    guard let field = node["field"]?.string.flatMap(ProfileField.init), let column = node["column"]?.string,
      let count = node["values"]?.integer
    else { return nil }
    self.init(field: field, column: column, count: count)
  }
}
