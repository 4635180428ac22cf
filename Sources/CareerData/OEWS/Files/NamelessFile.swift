import Glibc

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
