import CArchive
import Glibc
import Synchronization

/// One archive of all files of a batch, written as a stream; it gets its name when it is whole.
package final class PackedFile: Sendable {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  /// The address of the library's archive, which one thread at a time may use; 0 when it is finished.
  private let archive: Mutex<UInt>
  /// Of every file in a tar, 2020-01-01, so that the same batch gives the same bytes. A zip has no such time.
  private static let seconds: Int64 = 1_577_836_800

  /// - Parameters:
  ///   - isZip: a zip file; otherwise a tar.
  ///   - temporary: a file of the same file system.
  package init(
    _ path: String, isZip: Bool, temporary: String
  ) throws(ExportFailure) {
    self.path = path
    self.temporary = temporary
    descriptor = open(temporary, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError.last.creating(path) }
    var reason = [CChar](repeating: 0, count: 200)
    guard let opened = pathbook_archive_open(descriptor, isZip ? 1 : 0, &reason) else {
      Glibc.close(descriptor)
      unlink(temporary)
      throw .notRendered(
        path: path,
        reason: "\(Self.words(reason)) (on Debian: apt-get install libarchive13), or leave out --pack")
    }
    archive = Mutex(UInt(bitPattern: opened))
  }

  package func add(_ name: String, _ bytes: [UInt8]) throws(ExportFailure) {
    try withArchive { (archive, reason) in
      let code = pathbook_archive_begin(archive, name, Int64(bytes.count), Self.seconds, &reason)
      return code == 0 ? pathbook_archive_add(archive, bytes, bytes.count, &reason) : code
    }
  }

  /// Adds a file of any length, all of it.
  package func add(_ name: String, from source: String) throws(ExportFailure) {
    let (file, size): (AppendFile, Int)
    do throws(SystemError) {
      file = try AppendFile(reading: source)
      size = try file.size()
    } catch { throw .writeFailed(path: path, reason: "\(name): \(error.reason)") }
    try withArchive { (archive, reason) in
      pathbook_archive_begin(archive, name, Int64(size), Self.seconds, &reason)
    }
    var offset = 0
    while offset < size {
      let chunk = try file.read(min(1 << 20, size - offset), at: offset)
      guard !chunk.isEmpty else {
        throw .writeFailed(path: path, reason: "\(name) has become shorter while it was read")
      }
      try withArchive { (archive, reason) in
        pathbook_archive_add(archive, chunk, chunk.count, &reason)
      }
      offset += chunk.count
    }
  }

  /// Ends the archive, waits until it is on the disk, and gives it its name.
  package func finish() throws(ExportFailure) {
    var reason = [CChar](repeating: 0, count: 200)
    let code = close(&reason)
    guard code == 0 else { throw failure(code, reason) }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw SystemError.last.failure(of: path)
    }
    guard rename(temporary, path) == 0 else { throw SystemError.last.creating(path) }
  }

  private func withArchive(
    _ body: (OpaquePointer, inout [CChar]) -> Int32
  ) throws(ExportFailure) {
    var reason = [CChar](repeating: 0, count: 200)
    let code = archive.withLock { address in
      OpaquePointer(bitPattern: address).map { body($0, &reason) } ?? -1
    }
    if code != 0 { throw failure(code, reason) }
  }

  /// 0 when it was whole, or closed before; else the error number of libarchive.
  private func close(_ reason: inout [CChar]) -> Int32 {
    archive.withLock { address in
      defer { address = 0 }
      return OpaquePointer(bitPattern: address).map { pathbook_archive_close($0, &reason) } ?? 0
    }
  }

  private func failure(_ code: Int32, _ reason: [CChar]) -> ExportFailure {
    .writeFailed(path: path, reason: Self.words(reason), isFull: SystemError(code: code).isFull)
  }

  private static func words(_ reason: [CChar]) -> String {
    String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    var reason = [CChar](repeating: 0, count: 200)
    _ = close(&reason)
    Glibc.close(descriptor)
    unlink(temporary)
  }
}
