import Advising
import CareerData
import Dispatch
import SafeFiles
import Synchronization
import Tabular

/// The clients of a session: one profile in JSON each, in a folder of the user, where other commands read them too.
///
/// What the session keeps besides lies in a hidden folder in it, which `batch FOLDER` does not read:
///
/// ```
/// FOLDER/ann.json                            a client, as the last save left it
/// FOLDER/.pathbook/versions/ann/TIME-REV.json    every save of a month
/// FOLDER/.pathbook/drafts/ann.json           what is typed and cannot be saved so far
/// FOLDER/.pathbook/reports/ann/DATE.csv      what was handed over, for what has changed since
/// FOLDER/.pathbook/archive/ann.json          a client put away
/// ```
///
/// Every change is written to a new file that is on the disk before it gets its name: at any moment a file is the old one
/// or the new one.
package final class ClientFolder: Sendable {
  /// A profile of 1 MiB is something else; see ``ProfileLoader``.
  static let largestBytes = 1 << 20
  /// How long a version is kept, in seconds.
  private static let keptFor = 31 * 24 * 60 * 60

  package let path: String
  private let clients: PrivateFolder
  private let hidden: PrivateFolder
  private let archive: PrivateFolder
  private let drafts: PrivateFolder
  private let versions: PrivateFolder
  private let reports: PrivateFolder
  /// What was read of each file for the list.
  private let known = Mutex<[String: (stamp: PrivateFolder.Stamp, entry: ClientEntry)]>([:])

  /// Held while something changes.
  private let gate = DispatchSemaphore(value: 1)

  /// Makes the folder private, and what is missing in it.
  package init(_ path: String) throws(ExportFailure) {
    self.path = path
    clients = try PrivateFolder(path)
    hidden = try clients.folder(".pathbook")
    archive = try hidden.folder("archive")
    drafts = try hidden.folder("drafts")
    versions = try hidden.folder("versions")
    reports = try hidden.folder("reports")
  }

  /// What the session itself keeps while it runs.
  var ownFiles: PrivateFolder { hidden }

  // MARK: - Looking

  /// All clients that are not archived, by name and then by id.
  func list() throws(ExportFailure) -> [ClientEntry] {
    let files = try Self.profiles(in: clients)
    return known.withLock { known in
      var entries: [ClientEntry] = []
      var current: [String: (stamp: PrivateFolder.Stamp, entry: ClientEntry)] = [:]
      for (id, stamp) in files {
        let entry =
          known[id].flatMap { $0.stamp == stamp ? $0.entry : nil }
          ?? ClientEntry(
            id: id, stamp: stamp, bytes: try? clients.read("\(id).json", largestBytes: Self.largestBytes))
        current[id] = (stamp, entry)
        entries.append(entry)
      }
      known = current
      return entries.sorted()
    }
  }

  /// The ids of clients that were put away, sorted.
  func archived() throws(ExportFailure) -> [String] { try Self.profiles(in: archive).map(\.id) }

  /// Nil for an id that no client has.
  func client(_ id: String) throws(ExportFailure) -> StoredClient? {
    guard Self.isID(id), clients.stamp("\(id).json") != nil else { return nil }
    return StoredClient(id: id, bytes: try clients.read("\(id).json", largestBytes: Self.largestBytes))
  }

  // MARK: - Changing

  /// What became of an attempt to save.
  enum Saving: Equatable {
    case saved(StoredClient)
    /// Somebody has saved something else since: nothing was changed, and what was to be saved is among the versions.
    case changedMeanwhile(StoredClient)
    /// The client was archived or deleted since.
    case gone
  }

  /// Saves a client.
  ///
  /// - Parameter revision: of what the change was made from.
  func save(_ id: String, _ bytes: [UInt8], over revision: String, at time: SessionTime) throws(ExportFailure)
    -> Saving
  {
    try exclusively { () throws(ExportFailure) in
      guard let current = try client(id) else { return .gone }
      let new = StoredClient(id: id, bytes: bytes)
      guard new.revision != current.revision else { return .saved(current) }
      try keep(new, at: time)
      guard current.revision == revision else { return .changedMeanwhile(current) }
      try clients.write("\(id).json", bytes)
      return .saved(new)
    }
  }

  /// Takes a new client in.
  ///
  /// - Returns: nil where a client has the id, archived or not; letter case does not count, as on some disks.
  func create(_ id: String, _ bytes: [UInt8], at time: SessionTime) throws(ExportFailure) -> StoredClient? {
    try exclusively { () throws(ExportFailure) in
      guard Self.isID(id), try !isTaken(id) else { return nil }
      let new = StoredClient(id: id, bytes: bytes)
      try keep(new, at: time)
      try clients.write("\(id).json", bytes)
      return new
    }
  }

  /// Puts a client away; false where there is none.
  func archive(_ id: String) throws(ExportFailure) -> Bool {
    try exclusively { () throws(ExportFailure) in
      guard Self.isID(id) else { return false }
      return try clients.move("\(id).json", to: archive, as: "\(id).json")
    }
  }

  /// Takes a client out of the archive; false where none is there or the id has been given anew.
  func restore(_ id: String) throws(ExportFailure) -> Bool {
    try exclusively { () throws(ExportFailure) in
      guard Self.isID(id) else { return false }
      return try archive.move("\(id).json", to: clients, as: "\(id).json")
    }
  }

  /// Removes an archived client with all versions, drafts and reports, for good.
  func deleteForGood(_ id: String) throws(ExportFailure) -> Bool {
    try exclusively { () throws(ExportFailure) in
      guard Self.isID(id), archive.has("\(id).json") else { return false }
      archive.remove("\(id).json")
      drafts.remove("\(id).json")
      for folder in [versions, reports] { folder.remove(id) }
      return true
    }
  }

  // MARK: - Versions

  /// The saves of a client that are kept, the latest first.
  func versions(of id: String) throws(ExportFailure) -> [ClientVersion] {
    guard Self.isID(id), versions.has(id) else { return [] }
    return try versions.folder(id).files().compactMap { ClientVersion(fileName: $0.name) }.reversed()
  }

  /// The profile of a version; nil for none.
  func version(_ name: String, of id: String) throws(ExportFailure) -> [UInt8]? {
    guard Self.isID(id), let version = try versions(of: id).first(where: { $0.name == name }) else {
      return nil
    }
    return try versions.folder(id).read(version.fileName, largestBytes: Self.largestBytes)
  }

  /// Removes versions that are older than a month; a client's last one stays.
  package func sweep(at time: SessionTime) throws(ExportFailure) {
    try exclusively { () throws(ExportFailure) in
      for id in (try? FolderTree.names(versions.path)) ?? [] where Self.isID(id) {
        let folder = try versions.folder(id)
        let kept = try folder.files().compactMap { ClientVersion(fileName: $0.name) }
        for version in kept.dropLast() where version.seconds < time.seconds - Self.keptFor {
          folder.remove(version.fileName)
        }
      }
    }
  }

  private func keep(_ client: StoredClient, at time: SessionTime) throws(ExportFailure) {
    let version = ClientVersion(time: time, revision: client.revision)
    try versions.folder(client.id).write(version.fileName, client.bytes)
  }

  // MARK: - Drafts and reports

  /// What was typed and cannot be saved so far; nil for nothing.
  func draft(of id: String) -> [UInt8]? {
    guard Self.isID(id), drafts.stamp("\(id).json") != nil else { return nil }
    return try? drafts.read("\(id).json", largestBytes: Self.largestBytes)
  }

  /// - Parameter bytes: nil when there is nothing left that cannot be saved.
  func keepDraft(_ bytes: [UInt8]?, of id: String) throws(ExportFailure) {
    guard Self.isID(id) else { return }
    if let bytes {
      try drafts.write("\(id).json", bytes)
    } else if drafts.has("\(id).json") {
      drafts.remove("\(id).json")
    }
  }

  /// Keeps what a report said that was handed over, for the next one.
  func keepReport(_ csv: [UInt8], of id: String, on date: CalendarDate) throws(ExportFailure) {
    guard Self.isID(id) else { return }
    try reports.folder(id).write("\(date.iso).csv", csv)
  }

  /// The CSV of the last report that was handed over before a day; nil for none.
  func report(of id: String, before date: CalendarDate) throws(ExportFailure) -> String? {
    guard Self.isID(id), reports.has(id) else { return nil }
    let folder = try reports.folder(id)
    let days = try folder.files().compactMap { CalendarDate(iso: String($0.name.prefix(10))) }
    return days.filter { $0 < date }.max().map { folder.place(of: "\($0.iso).csv") }
  }

  // MARK: - Ids

  /// Whether a text can name a client, and with it a file in the folder and none elsewhere.
  static func isID(_ text: String) -> Bool { ClientProfile.isID(text) }

  private func isTaken(_ id: String) throws(ExportFailure) -> Bool {
    let folded = id.lowercased()
    return try (Self.profiles(in: clients) + Self.profiles(in: archive)).contains {
      $0.id.lowercased() == folded
    }
  }

  private static func profiles(in folder: PrivateFolder) throws(ExportFailure)
    -> [(id: String, stamp: PrivateFolder.Stamp)]
  {
    try folder.files().compactMap { file in
      guard file.name.hasSuffix(".json") else { return nil }
      let id = String(file.name.dropLast(5))
      return isID(id) ? (id, file.stamp) : nil
    }
  }

  /// One change at a time: between the look at what is there and the change nothing else may come.
  private func exclusively<Result>(_ change: () throws(ExportFailure) -> Result) throws(ExportFailure)
    -> Result
  {
    gate.wait()
    defer { gate.signal() }
    return try change()
  }
}

/// A client's profile as it lies in the folder.
struct StoredClient: Sendable, Equatable {
  let id: String
  let bytes: [UInt8]

  /// Tells one content from another.
  var revision: String { String(SHA256.text(bytes).prefix(16)) }
}
