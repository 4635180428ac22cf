import Glibc

/// Keeps other runs of the command from changing a folder, or a file that is replaced as a whole; it goes with the value,
/// or with the process, however that ends.
package final class FolderLock: Sendable {
  package enum Patience { case atOnce, waiting }

  /// The folder or file, open.
  package let descriptor: Int32
  /// False where the file system knows no locks.
  package let isSure: Bool

  /// - Parameter isFile: true for the path of a regular file.
  package init(
    _ path: String, _ patience: Patience = .atOnce, followsLink: Bool = true, isFile: Bool = false
  ) throws(SystemError) {
    let kind = isFile ? O_NONBLOCK : O_DIRECTORY
    descriptor = open(path, O_RDONLY | O_CLOEXEC | kind | (followsLink ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { throw .last }
    // Where the file system knows no locks there is nothing more to do.
    while flock(descriptor, patience == .atOnce ? LOCK_EX | LOCK_NB : LOCK_EX) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK {
        close(descriptor)
        throw SystemError(code: EWOULDBLOCK)
      }
      isSure = false
      return
    }
    isSure = true
  }

  /// The status of what is locked.
  package var status: stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  /// True as long as the path leads to the folder or file that is locked.
  package func isOf(_ path: String) -> Bool {
    var found = stat()
    guard let status, stat(path, &found) == 0 else { return false }
    return status.st_ino == found.st_ino && status.st_dev == found.st_dev
  }

  deinit {
    // A child process that is just being started has copies of all descriptors until it runs its program: closing ours
    // would leave the lock with it for that long.
    if isSure { flock(descriptor, LOCK_UN) }
    close(descriptor)
  }
}
