import CFolder
import Glibc
import Synchronization

/// A hidden, private folder for what is not finished: nothing of it outlives the process.
///
/// It goes with the value, and when a signal ends the process (see ``Interruption``). What a process that was killed has
/// left is removed by the next one that makes such a folder beside it. The lock tells live processes from
/// dead ones: the kernel releases it when the process ends, and process ids may be reused. The sticky bit tells
/// such a folder from any other of the user's, which somebody may have moved to its name: only the owner can set it.
package final class UnfinishedFolder: Sendable {
  package let path: String
  package let lock: FolderLock
  private static let mode: mode_t = 0o1700
  /// The folders of this process. Global, since the thread that waits for signals looks here.
  private static let living = Mutex<[String: FolderLock]>([:])

  /// Makes a new one in a folder, and removes those of dead processes there.
  package init(in folder: String) throws(SystemError) {
    Self.sweep(folder)
    while true {
      let path = "\(folder)/.pathbook-\(Self.randomName())"
      if let lock = try Self.made(path) {
        (self.path, self.lock) = (path, lock)
        return
      }
    }
  }

  /// Makes one of this name; what a dead process has left in it is removed.
  ///
  /// - Throws: `EWOULDBLOCK` when a living process has it, `EPERM` when it is another user's, `EEXIST` when it may be no
  ///   such folder.
  package init(at path: String) throws(SystemError) {
    while true {
      if InputFile.isSymbolicLink(path) { unlink(path) }
      if let lock = try Self.made(path, mayBeThere: true) {
        (self.path, self.lock) = (path, lock)
        return
      }
    }
  }

  /// Removes it with all that is in it. May be called more than once.
  package func remove() {
    Self.living.withLock { living in
      if let lock = living.removeValue(forKey: path) { Self.remove(path, lock) }
    }
  }

  /// Leaves it where it is, as a folder of the user's.
  package func keep() {
    Self.living.withLock { living in
      if living.removeValue(forKey: path) != nil { fchmod(lock.descriptor, 0o700) }
    }
  }

  /// Gives a finished folder in this one its final name in one step; what has that name is removed with this one.
  ///
  /// - Parameter path: in the file system of this one.
  package func giveAway(_ name: String, as path: String) throws(SystemError) {
    let new = "\(self.path)/\(name)"
    let whole = try? OpenFolder(new)
    try? whole?.syncFileSystem()
    try Interruption.holdingOff { () throws(SystemError) in
      let isThere = InputFile.isThere(path)
      guard (isThere ? pathbook_exchange(new, path) : rename(new, path)) == 0 else { throw .last }
    }
  }

  deinit { remove() }

  /// Removes those of this process, which can then make no more. To be called at its end.
  package static func removeAllForEver() -> Never {
    living.withLock { living in
      for (path, lock) in living { remove(path, lock) }
      Interruption.end()
    }
  }

  /// Removes what is left at a normal end: another thread may still hold a value whose folder goes with it.
  static func removeAll() {
    living.withLock { living in
      for (path, lock) in living { remove(path, lock) }
      living = [:]
    }
  }

  // MARK: - Making

  /// The lock of the folder; nil when somebody else was faster, and it must be tried again.
  ///
  /// A signal finds it made and known, or not made.
  private static func made(_ path: String, mayBeThere: Bool = false) throws(SystemError) -> FolderLock? {
    let result = living.withLock { living -> Result<FolderLock?, SystemError> in
      do throws(SystemError) {
        let lock = try locked(path, mayBeThere: mayBeThere)
        if let lock { living[path] = lock }
        return .success(lock)
      } catch {
        // It may be gone again; but its place must be there.
        let isGone = error.code == ENOENT && InputFile.isFolder(FilePlace(path).folder)
        return isGone ? .success(nil) : .failure(error)
      }
    }
    return try result.get()
  }

  private static func locked(_ path: String, mayBeThere: Bool) throws(SystemError) -> FolderLock? {
    let isNew = mkdir(path, mode) == 0
    if !isNew {
      let error = SystemError.last
      guard error.code == EEXIST else { throw error }
      guard mayBeThere else { return nil }
    }
    let lock = try FolderLock(path, mayBeThere ? .atOnce : .waiting, followsLink: false)
    // Whoever removes what dead processes have left may have had it before the lock was taken.
    guard lock.isOf(path) else { return nil }
    guard let status = lock.status, status.st_uid == geteuid() else { throw SystemError(code: EPERM) }
    if !isNew {
      guard isOurs(status) || isSafe(FilePlace(path).folder) else { throw SystemError(code: EEXIST) }
      FolderRemoval.empty(lock.descriptor)
    }
    // In a folder of a group what is made has its group.
    fchmod(lock.descriptor, mode | status.st_mode & S_ISGID)
    return lock
  }

  /// Whether nobody else can have moved another folder of the user's to a name in this one. Former versions did not mark
  /// what they made.
  private static func isSafe(_ folder: String) -> Bool {
    var status = stat()
    return stat(folder, &status) == 0 && [0, geteuid()].contains(status.st_uid)
      && (status.st_mode & 0o022 == 0 || status.st_mode & S_ISVTX != 0)
  }

  private static func randomName() -> String {
    String((0..<8).map { _ in "abcdefghijklmnopqrstuvwxyz0123456789".randomElement() ?? "a" })
  }

  // MARK: - Removing

  private static func remove(_ path: String, _ lock: FolderLock) {
    // Other threads may still write into it, until it is gone.
    for _ in 0..<1_000 where lock.isOf(path) {
      FolderRemoval.empty(lock.descriptor)
      if rmdir(path) == 0 || errno != ENOTEMPTY { return }
    }
  }

  /// Removes what dead processes of this user have left in a folder.
  package static func sweep(_ folder: String) {
    for name in (try? FolderTree.names(folder)) ?? [] where isName(name) {
      let path = "\(folder)/\(name)"
      // First without a lock: a folder that is none of ours is not even locked.
      var status = stat()
      guard lstat(path, &status) == 0, isOurs(status), let lock = try? FolderLock(path, followsLink: false),
        lock.isSure,
        lock.status.map(isOurs) == true, lock.isOf(path)
      else { continue }
      remove(path, lock)
    }
  }

  /// Those of this type, of a batch in its folder and of an archive.
  private static func isName(_ name: String) -> Bool {
    name.hasPrefix(".pathbook-") || (name.hasPrefix(".") && name.hasSuffix(".unfinished"))
  }

  private static func isOurs(_ status: stat) -> Bool {
    status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid()
      && status.st_mode & 0o7777 & ~S_ISGID == mode
  }
}

/// A private folder for unfinished files, see ``UnfinishedFolder``. All that live share one, which goes with the last.
package final class ScratchFolder: Sendable {
  private let folder: UnfinishedFolder

  package var path: String { folder.path }

  /// Makes the folder, when there is none, under `TMPDIR`; else in memory, where unfinished files are never on a disk and are made
  /// faster; else under `/tmp`.
  package init() throws(ExportFailure) {
    folder = try Self.shared.withLock { (shared) throws(ExportFailure) in
      if let folder = shared.folder { return folder }
      let made = try Self.made()
      shared.folder = made
      return made
    }
  }

  private struct Shared { weak var folder: UnfinishedFolder? }

  private static let shared = Mutex(Shared())

  private static func made() throws(ExportFailure) -> UnfinishedFolder {
    _ = sweptOnce
    var failure = SystemError(code: ENOENT)
    for base in chosen.map({ [$0] }) ?? bases {
      do throws(SystemError) {
        return try UnfinishedFolder(in: base)
      } catch { failure = error }
    }
    throw failure.preparing(chosen ?? "/tmp")
  }

  /// Two folders in it for another program: an empty one, and one with links to files. They go with this one.
  package func folders(linkingTo files: [String]) throws(ExportFailure) -> (empty: String, links: String) {
    var template = Array("\(path)/program-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last.preparing(path) }
    let place = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let (empty, links) = ("\(place)/empty", "\(place)/links")
    guard mkdir(empty, 0o700) == 0, mkdir(links, 0o700) == 0 else { throw SystemError.last.preparing(place) }
    for (index, file) in files.enumerated() {
      guard symlink(file, "\(links)/\(index)-\(FilePlace(file).name)") == 0 else {
        throw SystemError.last.preparing(links)
      }
    }
    return (empty, links)
  }

  private static let bases = ["/dev/shm", "/tmp"]

  /// `TMPDIR`, when it names a folder.
  static var chosen: String? {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A run that was killed may have had another `TMPDIR`.
  private static let sweptOnce: Void = {
    for base in bases { UnfinishedFolder.sweep(base) }
  }()
}
