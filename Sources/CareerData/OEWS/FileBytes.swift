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

/// A temporary file without a name, which is gone when it is closed or the process ends.
struct NamelessFile: ~Copyable {
  private let stream: UnsafeMutablePointer<FILE>
  let descriptor: Int32

  init(place: OEWSPlace) throws(OEWSError) {
    // tmpfile(3): "opens a unique temporary file in binary read/write (w+b) mode. The file will be automatically
    // deleted when it is closed or the program terminates … NULL if a unique filename cannot be generated or the
    // unique file cannot be opened".
    guard let opened = tmpfile() else { throw place.error(.noScratchFile, found: FileBytes.reason()) }
    stream = opened
    descriptor = fileno(opened)
  }

  deinit { fclose(stream) }

  /// Adds bytes at the end.
  func write(_ bytes: UnsafeRawBufferPointer, place: OEWSPlace) throws(OEWSError) {
    var rest = bytes
    while !rest.isEmpty {
      // write(2): "the number of bytes written is returned. On error, -1".
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw place.error(.noScratchFile, found: FileBytes.reason()) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
