import Glibc

/// Reads a regular file by its descriptor, wherever that stands in the file.
struct FileBytes {
  let descriptor: Int32
  let place: OEWSPlace

  /// At most this many of the first bytes; fewer when the file has no more.
  func start(count: Int) throws(OEWSError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { buffer.deallocate() }
    return Array(buffer[..<(try fill(buffer, at: 0))])
  }

  /// All bytes, piece by piece; false from `take` ends the reading.
  func forEachChunk(
    _ take: (UnsafeRawBufferPointer) throws(OEWSError) -> Bool
  ) throws(OEWSError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 1)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let count = try fill(buffer, at: offset)
      guard count > 0 else { return }
      offset += count
      guard try take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
    }
  }

  /// Fills a buffer from an offset; returns how far, less than the whole at the end of the file alone.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(OEWSError) -> Int {
    var filled = 0
    while filled < buffer.count {
      // pread(2): "returns the number of bytes read (a return of zero indicates end of file) … On error, -1".
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, offset + filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw place.error(.unreadable, found: Self.reason()) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Why the last call of the system failed, in its words.
  static func reason() -> String { String(cString: strerror(errno)) }
}
