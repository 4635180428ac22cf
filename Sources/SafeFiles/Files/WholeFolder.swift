import CFolder
import Glibc

/// A folder that is written as a whole: under its name it is the old one or the new one, at any moment.
///
/// The new folder is made in a hidden one beside it (see ``UnfinishedFolder``), reaches the disk, is checked, and then
/// exchanged with the old one in one step.
package struct WholeFolder {
  /// As the user gave it.
  package let shown: String
  /// The same without symbolic links.
  package let path: String
  private let parent: String

  /// A folder that is there.
  package init(existing shown: String) throws(ExportFailure) {
    guard let resolved = Self.resolved(shown) else {
      throw .missingInput(path: shown, reason: SystemError.last.reason)
    }
    self.shown = shown
    path = resolved
    parent = Self.parent(of: resolved)
  }

  /// A folder to be made; those above it are made when they are missing.
  package init(new shown: String) throws(ExportFailure) {
    guard !shown.isEmpty else { throw .usage("the folder's name is empty; give one") }
    self.shown = shown
    if let resolved = Self.resolved(shown) {
      path = resolved
      parent = Self.parent(of: resolved)
      return
    }
    let trimmed = String(shown.reversed().drop { $0 == "/" }.reversed())
    let above = trimmed.contains("/") ? Self.parent(of: trimmed) : "."
    try Self.makeFolders(above, shown: shown)
    guard let resolved = Self.resolved(above) else {
      throw .datasetNotWritten(path: shown, reason: SystemError.last.reason)
    }
    parent = resolved
    path = (resolved == "/" ? "" : resolved) + "/" + (trimmed.split(separator: "/").last ?? "")
  }

  /// Makes the folder with these files; an empty folder may be there.
  package func create(
    _ files: [(path: String, bytes: [UInt8])], check: (String) throws(ExportFailure) -> Void
  ) throws(ExportFailure) -> [String] {
    let former = try emptyFolder()
    let isInside = isWorkingFolder
    try attempt { (new) throws(FolderTree.Failure) in
      try write(files, into: new) { _ in nil }
      if let former { try FileCopy.take(former, to: new) }
      try FolderTree.sync(new)
    } check: { (new) throws(ExportFailure) in
      try check(new)
    } finish: { (new, _) throws(FolderTree.Failure) in
      // rename(2) takes the place of an empty folder, and of no other.
      try SafeFiles.check(rename(new, path), path)
      try FolderTree.sync(parent)
    }
    return isInside ? [enterAgain] : []
  }

  /// Puts a folder with these files, and with all others that are in it, in its place.
  ///
  /// - Parameter files: those that change or come, by their paths in the folder.
  /// - Returns: what the user should know.
  package func replace(
    _ files: [(path: String, bytes: [UInt8])], check: (String) throws(ExportFailure) -> Void
  ) throws(ExportFailure) -> [String] {
    try requireReplaceable()
    removeLeftovers()
    let isInside = isWorkingFolder
    var tree: FolderTree?
    var left: String?
    try attempt { (new) throws(FolderTree.Failure) in
      let old = try FolderTree(path)
      tree = old
      let replaced = Set(files.map(\.path))
      try old.keep(in: new, except: replaced)
      var statuses: [String: stat] = [:]
      for entry in old.entries where entry.status.st_mode & S_IFMT == S_IFREG {
        statuses[entry.path] = entry.status
      }
      try write(files, into: new) { statuses[$0] ?? statuses["datapackage.json"] }
      try old.finishFolders(of: new)
      try FileCopy.take(old.status, to: new)
      try FolderTree.sync(new)
    } check: { (new) throws(ExportFailure) in
      try check(new)
    } finish: { (new, hidden) throws(FolderTree.Failure) in
      try SafeFiles.check(pathbook_exchange(new, path), path)
      // From here on the new folder is in its place, whatever happens.
      try? FolderTree.sync(parent)
      if tree?.remove(from: new) == false {
        hidden.keep()
        left = new
      }
    }
    return (left.map { ["the rest of the old folder is in \($0)"] } ?? [])
      + (isInside ? [enterAgain] : [])
  }

  // MARK: - Steps

  /// Makes the new folder under a hidden name; when something fails it is removed, and nothing has changed.
  private func attempt(
    prepare: (String) throws(FolderTree.Failure) -> Void, check: (String) throws(ExportFailure) -> Void,
    finish: (String, UnfinishedFolder) throws(FolderTree.Failure) -> Void
  ) throws(ExportFailure) {
    let hidden: UnfinishedFolder
    do throws(SystemError) { hidden = try UnfinishedFolder(in: parent) } catch {
      throw failure(.system(path: parent, error))
    }
    defer { hidden.remove() }
    let name = "\(hidden.path)/new"
    do throws(FolderTree.Failure) {
      try SafeFiles.check(mkdir(name, 0o700), name)
      try prepare(name)
    } catch { throw failure(error) }
    try check(name)
    do throws(FolderTree.Failure) {
      try Interruption.holdingOff { () throws(FolderTree.Failure) in try finish(name, hidden) }
    } catch { throw failure(error) }
  }

  /// How former versions began the names of unfinished folders in place of this one.
  private var hiddenPrefix: String { ".pathbook-\((path.split(separator: "/").last ?? "").prefix(50))-" }

  /// What runs of former versions that were killed have left; the caller has the lock of the folder, so none of them is at work.
  private func removeLeftovers() {
    for name in (try? FolderTree.names(parent)) ?? []
    where name.hasPrefix(hiddenPrefix) && name.count == hiddenPrefix.count + 6 {
      let leftover = "\(parent)/\(name)"
      var status = stat()
      // Nothing that another user, or a link, has put there under such a name.
      guard lstat(leftover, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid()
      else { continue }
      FolderTree.removeAll(leftover)
    }
  }

  private func write(
    _ files: [(path: String, bytes: [UInt8])], into new: String, like status: (String) -> stat?
  ) throws(FolderTree.Failure) {
    for file in files {
      let folders = file.path.split(separator: "/").dropLast()
      for count in 0..<folders.count {
        let folder = "\(new)/\(folders[...count].joined(separator: "/"))"
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .system(path: folder, .last) }
      }
      try FileCopy.write(file.bytes, to: "\(new)/\(file.path)", like: status(file.path))
    }
  }

  // MARK: - What is there

  /// The status of the empty folder that is there; nil when nothing is.
  private func emptyFolder() throws(ExportFailure) -> stat? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .datasetNotWritten(path: shown, reason: "a file of this name is in the way; give a new folder")
    }
    let names = (try? FolderTree.names(path)) ?? ["unreadable"]
    guard names.isEmpty else {
      throw .datasetNotWritten(path: shown, reason: "the folder is not empty; give a new one")
    }
    return status
  }

  private func requireReplaceable() throws(ExportFailure) {
    guard access(path, W_OK) == 0 else {
      throw .datasetNotWritten(path: shown, reason: SystemError.last.reason)
    }
    var (own, above) = (stat(), stat())
    guard stat(path, &own) == 0, stat(parent, &above) == 0 else {
      throw .datasetNotWritten(path: shown, reason: SystemError.last.reason)
    }
    guard own.st_dev == above.st_dev, own.st_ino != above.st_ino else {
      let reason = "the folder is the top of a file system and cannot be replaced; use a folder in it"
      throw .datasetNotWritten(path: shown, reason: reason)
    }
  }

  /// True when the command was started in the folder or below it.
  private var isWorkingFolder: Bool {
    guard let here = Self.resolved(".") else { return false }
    return here == path || here.hasPrefix(path + "/")
  }

  private var enterAgain: String {
    "the folder that you are in was replaced; enter it again: cd \"$PWD\""
  }

  private func failure(_ failure: FolderTree.Failure) -> ExportFailure {
    switch failure {
    case .cannotBeKept(let path, let what):
      return .datasetNotWritten(path: shown, reason: "\(path) \(what); move it elsewhere")
    case .system(let place, let error):
      if error.isDeviceFailure { return error.failure(of: shown) }
      if [EINVAL, ENOSYS, EXDEV, EOPNOTSUPP].contains(error.code) {
        let reason =
          "this file system cannot replace a folder in one step: \(error.reason); keep it on another"
        return .datasetNotWritten(path: shown, reason: reason)
      }
      return .datasetNotWritten(
        path: shown, reason: place == path ? error.reason : "\(place): \(error.reason)")
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func makeFolders(_ path: String, shown: String) throws(ExportFailure) {
    var current = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      current += "/\(part)"
      guard mkdir(current, 0o700) != 0, errno != EEXIST else { continue }
      let error = SystemError.last
      throw error.isDeviceFailure
        ? error.failure(of: shown)
        : .datasetNotWritten(path: shown, reason: "\(current): \(error.reason)")
    }
  }
}
