import Glibc
import Synchronization

/// A private file (0600) that grows, or one that is read.
package final class AppendFile: Sendable {
  package let path: String
  /// What failures call it.
  private let name: String
  private let descriptor: Int32
  private let writing = Mutex(())

  /// - Parameter name: the name that it will have in the end; nil when that is its path.
  package init(_ path: String, shownAs name: String? = nil) throws(ExportFailure) {
    self.path = path
    self.name = name ?? path
    do { descriptor = try PlainFile.open(path, O_RDWR | O_CREAT | O_APPEND) } catch {
      throw error.creating(self.name)
    }
    _ = fchmod(descriptor, 0o600)
  }

  /// Opens a file to read it; a link is not followed.
  package init(reading path: String) throws(SystemError) {
    self.path = path
    name = path
    descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
  }

  /// How many bytes it has.
  package func size() throws(SystemError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    return Int(status.st_size)
  }

  /// Appends all of it or nothing: after half a line, the next one would be lost, too.
  package func append(_ bytes: [UInt8]) throws(ExportFailure) {
    try writing.withLock { (_) throws(ExportFailure) in
      var status = stat()
      let length = fstat(descriptor, &status) == 0 ? status.st_size : nil
      do throws(SystemError) { try WholeWrite.all(bytes, to: descriptor) } catch {
        if let length { _ = ftruncate(descriptor, length) }
        throw error.failure(of: name)
      }
    }
  }

  /// Waits until all is on the disk.
  package func sync() throws(ExportFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw SystemError.last.failure(of: name)
    }
  }

  /// Cuts the file off behind a length.
  package func truncate(to length: Int) throws(ExportFailure) {
    guard ftruncate(descriptor, length) == 0 else {
      throw SystemError.last.failure(of: name)
    }
  }

  /// Some bytes of the file; fewer at its end.
  package func read(_ count: Int, at offset: Int) throws(ExportFailure) -> [UInt8] {
    do { return try FileBytes(descriptor).bytes(count, at: offset) } catch {
      throw .readFailed(path: name, reason: error.reason)
    }
  }

  deinit { close(descriptor) }
}
