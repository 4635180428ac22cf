import Glibc
import ReportModel
import SafeFiles

/// The folder of a batch: finished files under their names, unfinished ones in a hidden folder.
struct OutputTree: Sendable {
  /// From so many clients on a folder of all files is slow to open: they are fanned out.
  static let fannedFrom = 10_000

  let root: String
  /// True for files in folders by the first two hexadecimal digits of the SHA-256 of the client's id.
  let isFanned: Bool
  private let folder: OpenFolder
  private let lock: FolderLock
  private let hidden: UnfinishedFolder

  /// The hidden folder.
  var unfinished: String { hidden.path }

  /// Creates the folder when it is missing, and removes what killed runs left unfinished.
  ///
  /// - Parameter lock: of the folder, when it is held already.
  init(_ root: String, isFanned: Bool, lock: FolderLock? = nil) throws(ExportFailure) {
    _ = try OutputFolder(path: root)
    self.root = root
    self.isFanned = isFanned
    self.lock = if let lock { lock } else { try Self.lock(root) }
    folder = try OpenFolder(root)
    // Before anything is written: no batch makes links among them.
    if isFanned { for byte: UInt8 in 0...255 { try folder.checkFolder(SHA256.hexadecimal([byte])) } }
    UnfinishedFolder.sweep(root)
    let path = "\(root)/.pathbook-unfinished"
    do throws(SystemError) { hidden = try UnfinishedFolder(at: path) } catch { throw error.creating(path) }
  }

  /// Keeps other batches out of a folder.
  static func lock(_ folder: String) throws(ExportFailure) -> FolderLock {
    do throws(SystemError) { return try FolderLock(folder) } catch { throw Self.failure(error, folder) }
  }

  /// Why a folder cannot be locked.
  static func failure(_ error: SystemError, _ folder: String) -> ExportFailure {
    guard error.code == EWOULDBLOCK else { return error.creating(folder) }
    return .cannotCreate(path: folder, reason: "another batch is being written here; wait until it ends")
  }

  /// Must be called at the end of a run.
  func close() { hidden.remove() }

  /// The path of a client's file in the folder.
  func path(_ file: RenderedFile, of client: String) -> String {
    isFanned ? "\(Self.fan(of: client))/\(file.name)" : file.name
  }

  /// The name of the folder for the files of a client when they are fanned out.
  static func fan(of client: String) -> String {
    SHA256.hexadecimal(SHA256.digest(Array(client.utf8)).prefix(1))
  }

  /// A file that is written and has no final name yet.
  struct Unfinished: Sendable {
    let temporary: String
    /// In the folder.
    let path: String
  }

  /// Writes a client's files under temporary names; after a failure there is none.
  ///
  /// - Parameter mark: what tells the group from others at work.
  func write(
    _ files: [RenderedFile], of client: String, mark: String
  ) throws(ExportFailure) -> [Unfinished] {
    var written: [Unfinished] = []
    for file in files {
      let path = path(file, of: client)
      let temporary = "\(unfinished)/\(mark)-\(file.name)"
      do throws(ExportFailure) { try Self.write(file.bytes, to: temporary, shownAs: "\(root)/\(path)") } catch
      {
        unlink(temporary)
        for file in written { unlink(file.temporary) }
        throw error
      }
      written.append(Unfinished(temporary: temporary, path: path))
    }
    return written
  }

  /// Writes files of the whole batch under temporary names.
  func writeAtRoot(_ files: [RenderedFile]) throws(ExportFailure) -> [Unfinished] {
    var written: [Unfinished] = []
    for file in files {
      let temporary = "\(unfinished)/batch-\(file.name)"
      try Self.write(file.bytes, to: temporary, shownAs: "\(root)/\(file.name)")
      written.append(Unfinished(temporary: temporary, path: file.name))
    }
    return written
  }

  private static func write(_ bytes: [UInt8], to path: String, shownAs name: String) throws(ExportFailure) {
    let descriptor: Int32
    do { descriptor = try PlainFile.open(path, O_WRONLY | O_CREAT | O_TRUNC) } catch {
      throw error.creating(name)
    }
    do {
      // close(2) may report a failed write, too.
      defer { Glibc.close(descriptor) }
      try WholeWrite.all(bytes, to: descriptor)
    } catch { throw error.failure(of: name) }
  }

  /// Gives files their names once all of them are on the disk, and waits until the names are, too.
  func finish(_ files: [Unfinished]) throws(ExportFailure) {
    try folder.syncFileSystem()
    for file in files { try folder.take(file.temporary, as: file.path) }
    try folder.syncFileSystem()
  }

  /// Whether a file of an earlier run is there.
  func has(_ path: String) -> Bool { InputFile.isThere("\(root)/\(path)") }

  /// What stands in the folder, sorted; empty when it cannot be listed.
  var names: [String] { (try? FolderTree.names(root)) ?? [] }

  /// Whether a file over the whole caseload may get its name: one that covers less never replaces one that covers more.
  func takes(_ path: String, _ end: BatchEnd) -> Bool {
    switch end {
    case .whole: true
    case .limited: !has(path)
    case .interrupted: false
    }
  }

  /// Gives a file of an earlier run, if there is one, a second name.
  func keep(_ path: String, as name: String) throws(ExportFailure) {
    guard has(path) else { return }
    remove(name)
    guard link("\(root)/\(path)", "\(root)/\(name)") == 0 || rename("\(root)/\(path)", "\(root)/\(name)") == 0
    else { throw SystemError.last.creating("\(root)/\(name)") }
  }

  /// Removes a file of an earlier run.
  func remove(_ path: String) { folder.remove(path) }

  /// The room that is left, in bytes; nil when the file system does not say.
  var freeBytes: Int? {
    var status = statvfs()
    guard statvfs(root, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }

  /// Whether files are there, and as they were written.
  func holds(_ files: [ManifestEntry.File]) -> Bool {
    !files.isEmpty
      && files.allSatisfy { file in
        folder.bytes(of: file.path, count: file.bytes).map(SHA256.text) == file.sha256
      }
  }
}
