import Glibc

/// Keeps other runs of the command from changing a folder, or a file that is replaced as a whole; it goes with the value,
/// or with the process.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// - Parameters:
  ///   - path: of a folder, without symbolic links.
  ///   - isFile: true for the path of a regular file.
  init(_ path: String, isFile: Bool = false) throws(SystemError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | (isFile ? O_NONBLOCK : O_DIRECTORY))
    guard descriptor >= 0 else { throw .last }
    // Where the file system knows no locks there is nothing more to do.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw SystemError(code: EWOULDBLOCK)
    }
  }

  /// The status of what is locked.
  var status: stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  /// True as long as the path leads to the folder or file that is locked.
  func isOf(_ path: String) -> Bool {
    var (locked, found) = (stat(), stat())
    return fstat(descriptor, &locked) == 0 && stat(path, &found) == 0 && locked.st_ino == found.st_ino
      && locked.st_dev == found.st_dev
  }

  deinit { close(descriptor) }
}
