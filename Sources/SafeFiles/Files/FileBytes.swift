import CFolder
import Glibc

/// Reads a file by its descriptor.
package struct FileBytes {
  private let descriptor: Int32

  /// - Parameter descriptor: open for reading; it stays the caller's.
  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// What comes next, of a pipe or a terminal too: up to so many bytes, none at the end.
  package func next(_ count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      // read(2): "the number of bytes read is returned (zero indicates end of file) … On error, -1".
      let got = read(descriptor, &bytes, count)
      if got >= 0 { return Array(bytes[..<got]) }
      if errno != EINTR { throw .last }
    }
  }

  /// So many bytes of a regular file, wherever the descriptor stands in it; fewer at the end of the file alone.
  package func bytes(_ count: Int, at offset: Int = 0) throws(SystemError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { buffer.deallocate() }
    return Array(buffer[..<(try fill(buffer, at: offset))])
  }

  /// All bytes of a regular file, piece by piece; false from `take` ends the reading.
  package func forEachChunk(_ take: (UnsafeRawBufferPointer) -> Bool) throws(SystemError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 1)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let count = try fill(buffer, at: offset)
      guard count > 0 else { return }
      offset += count
      guard take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
    }
  }

  /// Fills a buffer from an offset; returns how far, less than the whole at the end of the file alone.
  package func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      // pread(2): "returns the number of bytes read (a return of zero indicates end of file) … On error, -1".
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, offset + filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}

/// Writes all bytes, however many calls it takes.
package enum WholeWrite {
  /// - Parameter offset: in a regular file; nil for where the descriptor stands.
  package static func all(
    _ bytes: [UInt8], to descriptor: Int32, at offset: Int? = nil
  ) throws(SystemError) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(SystemError) in try all(bytes, to: descriptor, at: offset) }
    }
    try result.get()
  }

  package static func all(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int? = nil
  ) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let (rest, left) = (bytes.baseAddress?.advanced(by: written), bytes.count - written)
      // write(2): "the number of bytes written is returned. On error, -1"; fewer than asked for are no error.
      let count =
        if let offset { pwrite(descriptor, rest, left, offset + written) } else {
          write(descriptor, rest, left)
        }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      written += count
    }
  }
}

/// A private file without a name, to read and to write, which is gone when it is closed or the process ends.
package struct NamelessFile: ~Copyable {
  package let descriptor: Int32

  package init() throws(SystemError) {
    descriptor = Self.open()
    guard descriptor >= 0 else { throw .last }
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try WholeWrite.all(bytes, to: descriptor)
  }

  /// Where such files are made.
  package static var folder: String { ScratchFolder.chosen ?? "/tmp" }

  /// Its descriptor alone, which the caller closes; negative when there is none, and errno says why.
  package static func open() -> Int32 {
    let nameless = pathbook_open_nameless(folder)
    if nameless >= 0 { return nameless }
    var template = Array("\(folder)/pathbook-XXXXXX".utf8CString)
    // mkstemp(3) makes the file with mode 0600; without its name it goes with the process.
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return descriptor }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }
}

/// Standard output, which can fail as any file can.
public enum StandardOutput {
  /// Writes all bytes.
  public static func write(_ bytes: [UInt8]) throws(ExportFailure) {
    do { try WholeWrite.all(bytes, to: STDOUT_FILENO) } catch {
      if error.code == EPIPE { Interruption.endWithBrokenPipe() }
      throw .printFailed(reason: error.reason)
    }
  }
}
