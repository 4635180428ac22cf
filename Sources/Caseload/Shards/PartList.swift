import Export
import Glibc
import SafeFiles

/// The parts of one caseload in a folder: every one of them, once, made from the same, and whole.
struct PartList {
  let folder: String
  /// By their numbers.
  let parts: [DonePart]

  var rows: Int { parts.first?.rosterRows ?? 0 }

  /// - Throws: every part that is missing, does not belong to the others, or is there twice, by its name.
  init(_ folder: String) throws(ExportFailure) {
    self.folder = folder
    let names: [String]
    do throws(FolderTree.Failure) { names = try FolderTree.names(folder) } catch {
      guard case .system(_, let cause) = error else { throw .missingInput(path: folder, reason: "\(error)") }
      throw .missingInput(path: folder, reason: cause.reason)
    }
    var search = Search(folder, names)
    let parts = search.parts()
    guard search.problems.isEmpty else { throw .badData(path: folder, problems: search.problems) }
    let rows = parts.reduce(0) { $0 + $1.counts.rows }
    // A line of a journal has 64 digits that nothing can pack: no record makes a merge ask for memory that its parts do not fill.
    guard parts.allSatisfy({ (0...$0.bytes / 8).contains($0.counts.rows) }), rows == parts.first?.rosterRows
    else {
      throw .badData(
        path: folder,
        problems: [
          "the parts have \(rows) rows, and the roster has \(parts.first?.rosterRows ?? 0); make all parts again"
        ])
    }
    self.parts = parts
  }
}

/// Looks for parts, and notes what is wrong with them.
private struct Search {
  /// What stands in the folder for one share.
  private struct Found {
    /// The names of folders and archives.
    var results: [String] = []
    var hasRecord = false
  }

  private let folder: String
  private let names: [String]
  private(set) var problems: [String] = []

  init(_ folder: String, _ names: [String]) { (self.folder, self.names) = (folder, names) }

  mutating func parts() -> [DonePart] {
    var found: [Int: [Int: Found]] = [:]
    for name in names {
      guard let (shard, ending) = Shard.named(name) else { continue }
      var one = found[shard.count]?[shard.number] ?? Found()
      switch ending {
      case "", ".zip", ".tar": one.results.append(name)
      case ".done.json": one.hasRecord = true
      default: continue
      }
      found[shard.count, default: [:]][shard.number] = one
    }
    // Those of which there are most; of as many, the smaller parts.
    let counts = found.keys.sorted { (found[$1]?.count ?? 0, $1) < (found[$0]?.count ?? 0, $0) }
    guard let count = counts.first, let own = found[count] else {
      problems = ["no parts are here; give the folder that \"pathbook batch --shard\" has written them into"]
      return []
    }
    for other in counts.dropFirst() {
      for number in (found[other] ?? [:]).keys.sorted() {
        problems.append(
          "\(Shard(number: number, of: other).name): mixed: most parts here are of \(count); move it to another folder"
        )
      }
    }
    var parts: [DonePart] = []
    for number in 1...count {
      let shard = Shard(number: number, of: count)
      if let part = part(shard, own[number] ?? Found()) { parts.append(part) }
    }
    compare(parts)
    return parts
  }

  private mutating func part(_ shard: Shard, _ found: Found) -> DonePart? {
    let again = "run \"pathbook batch --shard \(shard.number)/\(shard.count)\""
    let record = DonePart.name(shard)
    guard found.hasRecord else {
      problems.append(
        found.results.isEmpty
          ? "\(shard.name): missing; \(again)"
          : "\(found.results[0]): not finished, since there is no \(record); \(again) again")
      return nil
    }
    guard let done = DonePart("\(folder)/\(record)") else {
      problems.append("\(record): not the record of a part; remove it, and \(again) again")
      return nil
    }
    guard done.shard == shard else {
      problems.append("\(record): doubled: it is the record of \(done.part.visible); remove it, and \(again)")
      return nil
    }
    for name in found.results where name != done.part {
      problems.append(
        "\(name): doubled: \(record) is the record of \(done.part); remove the one that is too many")
    }
    guard found.results.contains(done.part), done.isThere(in: folder) else {
      problems.append("\(done.part.visible): missing, or not as long as \(record) says; \(again) again")
      return nil
    }
    return done
  }

  /// All parts must come from the same; told is what differs from most of them.
  private mutating func compare(_ parts: [DonePart]) {
    var groups: [(origin: PartOrigin, rows: Int, count: Int)] = []
    for part in parts {
      if let index = groups.firstIndex(where: { $0.origin == part.origin && $0.rows == part.rosterRows }) {
        groups[index].count += 1
      } else {
        groups.append((part.origin, part.rosterRows, 1))
      }
    }
    guard let most = groups.max(by: { $0.count < $1.count }), groups.count > 1 else { return }
    for part in parts where part.origin != most.origin || part.rosterRows != most.rows {
      let words = part.origin.differences(from: most.origin)
      let differences =
        words.isEmpty ? "\(part.rosterRows) rows of the roster" : words.joined(separator: ", ")
      problems.append(
        "\(part.part): mixed: it was made with \(differences), and most parts were not; make it again like the others"
      )
    }
  }
}
