import Glibc

/// Reads a regular file by its descriptor, wherever that stands in the file.
package struct FileBytes {
  private let descriptor: Int32

  /// - Parameter descriptor: open for reading; it stays the caller's.
  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// At most this many of the first bytes; fewer when the file has no more.
  package func start(count: Int) throws(SystemError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { buffer.deallocate() }
    return Array(buffer[..<(try fill(buffer, at: 0))])
  }

  /// All bytes, piece by piece; false from `take` ends the reading.
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
  private func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
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

/// A temporary file without a name, which is gone when it is closed or the process ends.
package struct NamelessFile: ~Copyable {
  private let stream: UnsafeMutablePointer<FILE>
  package let descriptor: Int32

  package init() throws(SystemError) {
    // tmpfile(3): "opens a unique temporary file in binary read/write (w+b) mode. The file will be automatically
    // deleted when it is closed or the program terminates … NULL if a unique filename cannot be generated or the
    // unique file cannot be opened".
    guard let opened = tmpfile() else { throw .last }
    stream = opened
    descriptor = fileno(opened)
  }

  deinit { fclose(stream) }

  /// Adds bytes at the end.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try WholeWrite.all(bytes, to: descriptor)
  }
}
