import Glibc

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
