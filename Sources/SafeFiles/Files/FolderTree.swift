import Glibc

/// The files of a folder with all that is in its subfolders, to be kept in a second folder beside it.
package struct FolderTree {
  package enum Failure: Error, Equatable {
    case system(path: String, SystemError)
    /// Something that is no file, folder or symbolic link, or a folder of another file system.
    case cannotBeKept(path: String, what: String)
  }

  package struct Entry {
    /// The path in the folder.
    package let path: String
    package let status: stat
  }

  /// Folders before what is in them.
  package private(set) var entries: [Entry] = []
  package let root: String
  /// The folder's own status.
  package let status: stat

  /// Walks through the folder.
  package init(_ root: String) throws(Failure) {
    self.root = root
    status = try Self.status(root)
    try walk("")
  }

  package var paths: Set<String> { Set(entries.map(\.path)) }

  private mutating func walk(_ folder: String) throws(Failure) {
    for name in try Self.names(folder.isEmpty ? root : "\(root)/\(folder)") {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let status = try Self.status("\(root)/\(path)")
      entries.append(Entry(path: path, status: status))
      switch status.st_mode & S_IFMT {
      case S_IFREG, S_IFLNK: continue
      case S_IFDIR where status.st_dev == self.status.st_dev: try walk(path)
      case S_IFDIR: throw .cannotBeKept(path: path, what: "is another file system")
      default: throw .cannotBeKept(path: path, what: "is no file and no folder")
      }
    }
  }

  /// Gives every file a second name in another folder of the same file system, or copies it where that is not
  /// possible; owners and permissions are kept.
  ///
  /// - Parameter replaced: paths of files that the other folder gets anew.
  package func keep(in target: String, except replaced: Set<String>) throws(Failure) {
    for entry in entries where !replaced.contains(entry.path) {
      let (old, new) = ("\(root)/\(entry.path)", "\(target)/\(entry.path)")
      switch entry.status.st_mode & S_IFMT {
      case S_IFDIR: try check(mkdir(new, 0o700), new)
      case S_IFLNK: try FileCopy.link(old, new, entry.status)
      default:
        // link(2) fails on file systems without second names, and for files of other users on some systems.
        if link(old, new) != 0 { try FileCopy.file(old, new, entry.status) }
      }
    }
  }

  /// Gives the subfolders of another folder the owners and permissions of those here, and makes their names last.
  /// To be called when nothing more is written into them: a folder may forbid it.
  package func finishFolders(of target: String) throws(Failure) {
    for entry in entries.reversed() where entry.isFolder {
      try FileCopy.take(entry.status, to: "\(target)/\(entry.path)")
      try Self.sync("\(target)/\(entry.path)")
    }
  }

  /// Removes from a folder the files and folders that were here at the walk; what came later stays, and the folders it
  /// is in.
  ///
  /// - Returns: true when nothing stays.
  package func remove(from root: String) -> Bool {
    // A folder that forbids to write into it forbids to remove what is inside.
    for entry in entries where entry.isFolder { chmod("\(root)/\(entry.path)", 0o700) }
    for entry in entries.reversed() {
      let path = "\(root)/\(entry.path)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_ino == entry.status.st_ino else { continue }
      if entry.isFolder { rmdir(path) } else { unlink(path) }
    }
    return rmdir(root) == 0
  }

  /// Removes a folder of our own with all that is in it. What has its name and is no folder goes, and not what a link
  /// leads to.
  package static func removeAll(_ root: String) {
    var status = stat()
    guard lstat(root, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(root)
      return
    }
    chmod(root, 0o700)
    if let tree = try? FolderTree(root) { _ = tree.remove(from: root) }
  }

  // MARK: - System

  private static func status(_ path: String) throws(Failure) -> stat {
    var status = stat()
    try check(lstat(path, &status), path)
    return status
  }

  /// Makes the names in a folder last: they are in the folder, which is a file of its own to the disk.
  package static func sync(_ folder: String) throws(Failure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL; there is nothing more to do on them.
    if fsync(descriptor) != 0, errno != EINVAL { throw .system(path: folder, .last) }
  }

  /// Everything in a folder but `.` and `..`, sorted.
  package static func names(_ path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw .system(path: path, .last) }
    defer { closedir(folder) }
    return names(folder)
  }

  /// What is left in an open folder, as above.
  package static func names(_ folder: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

extension FolderTree.Entry {
  fileprivate var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
}

/// Throws what a system call has just failed with.
package func check(_ result: Int32, _ path: String) throws(FolderTree.Failure) {
  if result < 0 { throw .system(path: path, .last) }
}

/// Removes what is in a folder that is open, name by name in the folder itself: whatever somebody puts in the place of a
/// path meanwhile, and whatever a link leads to, stays.
package enum FolderRemoval {
  package static func empty(_ folder: Int32) {
    for name in names(in: folder) {
      // unlink(2) of a folder is EISDIR on Linux; nothing else is left that could have this name.
      if unlinkat(folder, name, 0) == 0 || errno != EISDIR { continue }
      // A folder that forbids to look into it is one of a dataset, copied with its permissions.
      fchmodat(folder, name, 0o700, 0)
      let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard inner >= 0 else { continue }
      fchmod(inner, 0o700)
      empty(inner)
      close(inner)
      unlinkat(folder, name, AT_REMOVEDIR)
    }
  }

  private static func names(in folder: Int32) -> [String] {
    // The descriptor goes with the stream.
    let again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0 else { return [] }
    guard let stream = fdopendir(again) else {
      close(again)
      return []
    }
    defer { closedir(stream) }
    return FolderTree.names(stream)
  }
}

/// Copies and writes single files with their owners and permissions.
package enum FileCopy {
  /// Makes a symbolic link that leads where another one leads.
  package static func link(_ old: String, _ new: String, _ status: stat) throws(FolderTree.Failure) {
    // One byte stays zero, which readlink(2) does not write.
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(old, &target, target.count - 1)
    try check(count < 0 ? -1 : 0, old)
    try check(symlink(target, new), new)
    _ = lchown(new, status.st_uid, status.st_gid)
  }

  /// Copies a file; the copy reaches the disk.
  package static func file(_ old: String, _ new: String, _ status: stat) throws(FolderTree.Failure) {
    let source = open(old, O_RDONLY | O_CLOEXEC)
    try check(source, old)
    defer { close(source) }
    let target = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    try check(target, new)
    defer { close(target) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      try check(count < 0 ? -1 : 0, old)
      if count == 0 { break }
      try write(Array(chunk[..<count]), to: target, new)
    }
    try take(status, to: new)
    _ = futimens(target, [status.st_atim, status.st_mtim])
    try check(fsync(target), new)
  }

  /// Writes a new file that reaches the disk.
  ///
  /// - Parameter status: whose owner and permissions it gets; private (0600) without one.
  package static func write(_ bytes: [UInt8], to path: String, like status: stat?) throws(FolderTree.Failure)
  {
    let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    try check(target, path)
    defer { close(target) }
    try write(bytes, to: target, path)
    if let status { try take(status, to: path) }
    try check(fsync(target), path)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FolderTree.Failure)
  {
    do throws(SystemError) { try WholeWrite.all(bytes, to: descriptor) } catch {
      throw .system(path: path, error)
    }
  }

  /// Gives a new file or folder the owner and the permissions of a former one; the owner as far as the system lets us.
  package static func take(_ status: stat, to path: String) throws(FolderTree.Failure) {
    // Before the permissions: chown(2) takes the bits set-user-ID and set-group-ID away.
    if chown(path, status.st_uid, status.st_gid) != 0 { _ = chown(path, uid_t.max, status.st_gid) }
    try check(chmod(path, status.st_mode & 0o7777), path)
  }
}
