import Glibc

/// The files of a folder with all that is in its subfolders, to be kept in a second folder beside it.
struct FolderTree {
  enum Failure: Error, Equatable {
    case system(path: String, SystemError)
    /// Something that is no file, folder or symbolic link, or a folder of another file system.
    case cannotBeKept(path: String, what: String)
  }

  /// The paths in the folder, folders before what is in them.
  private(set) var paths: [String] = []
  private let root: String
  private let device: dev_t

  /// Walks through the folder.
  init(_ root: String) throws(Failure) {
    self.root = root
    device = try Self.status(root).st_dev
    try walk("")
  }

  private mutating func walk(_ folder: String) throws(Failure) {
    for name in try Self.names(folder.isEmpty ? root : "\(root)/\(folder)") {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let status = try Self.status("\(root)/\(path)")
      paths.append(path)
      switch status.st_mode & S_IFMT {
      case S_IFREG, S_IFLNK: continue
      case S_IFDIR where status.st_dev == device: try walk(path)
      case S_IFDIR: throw .cannotBeKept(path: path, what: "another file system")
      default: throw .cannotBeKept(path: path, what: "no file and no folder")
      }
    }
  }

  /// Gives every file a second name in another folder of the same file system, or copies it where that is not
  /// possible; owners and permissions are kept.
  ///
  /// - Parameter replaced: paths of files that the other folder gets anew.
  func keep(in target: String, except replaced: Set<String>) throws(Failure) {
    var folders: [(path: String, status: stat)] = []
    for path in paths where !replaced.contains(path) {
      let status = try Self.status("\(root)/\(path)")
      let (old, new) = ("\(root)/\(path)", "\(target)/\(path)")
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        try Self.check(mkdir(new, 0o700), new)
        folders.append((new, status))
      case S_IFLNK: try Self.copyLink(old, new, status)
      default:
        // link(2) fails on file systems without second names, and for files of other users on some systems.
        if link(old, new) != 0 { try Self.copyFile(old, new, status) }
      }
    }
    // What is inside comes first: a folder may forbid to write into it.
    for folder in folders.reversed() {
      try Self.take(folder.status, to: folder.path)
      try Self.sync(folder.path)
    }
  }

  /// Removes the files and folders that were there at the walk; what came later stays, and the folders it is in.
  ///
  /// - Returns: true when nothing stays.
  static func remove(_ root: String, _ paths: [String]) -> Bool {
    for path in paths { _ = openToRemoval("\(root)/\(path)") }
    for path in paths.reversed() {
      let path = "\(root)/\(path)"
      if unlink(path) != 0 { rmdir(path) }
    }
    return rmdir(root) == 0
  }

  /// A folder that forbids to write into it forbids to remove what is inside.
  private static func openToRemoval(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && chmod(path, 0o700) == 0
  }

  // MARK: - One file

  private static func copyLink(_ old: String, _ new: String, _ status: stat) throws(Failure) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(old, &target, target.count - 1)
    try check(count < 0 ? -1 : 0, old)
    try check(symlink(target, new), new)
    _ = lchown(new, status.st_uid, status.st_gid)
  }

  private static func copyFile(_ old: String, _ new: String, _ status: stat) throws(Failure) {
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
      do throws(SystemError) { try OutputFolder.writeAll(Array(chunk[..<count]), to: target) } catch {
        throw .system(path: new, error)
      }
    }
    let times = [status.st_atim, status.st_mtim]
    _ = futimens(target, times)
    try take(status, to: new)
    try check(fsync(target), new)
  }

  /// Gives a new file or folder the owner and the permissions of a former one; the owner as far as the system lets us.
  static func take(_ status: stat, to path: String) throws(Failure) {
    // Before the permissions: chown(2) takes the bits set-user-ID and set-group-ID away.
    if chown(path, status.st_uid, status.st_gid) != 0 { _ = chown(path, uid_t.max, status.st_gid) }
    try check(chmod(path, status.st_mode & 0o7777), path)
  }

  // MARK: - System

  static func status(_ path: String) throws(Failure) -> stat {
    var status = stat()
    try check(lstat(path, &status), path)
    return status
  }

  /// Makes the names in a folder last: they are in the folder, which is a file of its own to the disk.
  static func sync(_ folder: String) throws(Failure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL; there is nothing more to do on them.
    if fsync(descriptor) != 0, errno != EINVAL { throw .system(path: folder, .last) }
  }

  private static func check(_ result: Int32, _ path: String) throws(Failure) {
    if result < 0 { throw .system(path: path, .last) }
  }

  /// Everything in a folder but `.` and `..`, sorted.
  private static func names(_ path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw .system(path: path, .last) }
    defer { closedir(folder) }
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
