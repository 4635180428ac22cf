import Glibc

/// A file in a folder that somebody else may have made: what has its name and is no file, a link above all, is refused.
package enum PlainFile {
  /// - Parameters:
  ///   - folder: an open one, against which the name counts.
  ///   - flags: as of open(2); a new file is private (0600).
  /// - Returns: a descriptor, to be closed.
  package static func open(
    _ name: String, in folder: Int32 = AT_FDCWD, _ flags: Int32
  ) throws(SystemError) -> Int32 {
    // open(2): with O_NOFOLLOW "if the trailing component of pathname is a symbolic link, then the open fails, with the
    // error ELOOP". Without O_NONBLOCK a pipe would keep us waiting.
    let descriptor = openat(folder, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw SystemError(code: ELOOP)
    }
    return descriptor
  }

  /// The first bytes of a file; nil when there is none.
  package static func start(of path: String, count: Int) -> [UInt8]? {
    guard let descriptor = try? open(path, O_RDONLY) else { return nil }
    defer { close(descriptor) }
    return read(descriptor, atMost: count)
  }

  /// The bytes of a file of exactly this length; nil for any other.
  package static func bytes(of name: String, in folder: Int32, count: Int) -> [UInt8]? {
    guard let descriptor = try? open(name, in: folder, O_RDONLY) else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int(status.st_size) == count else { return nil }
    return read(descriptor, atMost: count)
  }

  private static func read(_ descriptor: Int32, atMost limit: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: limit)
    var done = 0
    while done < limit {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + done }, limit - done, done)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { break }
      done += count
    }
    return Array(bytes[..<done])
  }
}
