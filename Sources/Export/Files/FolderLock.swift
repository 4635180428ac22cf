import Glibc

/// Keeps other runs of the command from changing a folder; it goes with the value, or with the process.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// - Parameter path: of a folder, without symbolic links.
  init(_ path: String) throws(SystemError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    // Where the file system knows no locks there is nothing more to do.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw SystemError(code: EWOULDBLOCK)
    }
  }

  /// True as long as the path leads to the folder that is locked.
  func isOf(_ path: String) -> Bool {
    var (locked, found) = (stat(), stat())
    return fstat(descriptor, &locked) == 0 && stat(path, &found) == 0 && locked.st_ino == found.st_ino
      && locked.st_dev == found.st_dev
  }

  deinit { close(descriptor) }
}
