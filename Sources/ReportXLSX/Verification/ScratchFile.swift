#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of its own in a private directory, gone when the value is.
struct ScratchFile: ~Copyable {
  let path: String

  /// Creates an empty file that only its owner can read (mode 0600).
  init(inDirectory directory: String) throws(WorkbookError) {
    var template = Array("\(directory)/workbook-XXXXXX.xlsx".utf8CString)
    // mkstemps(3): replaces the six X, opens with O_EXCL and mode 0600, returns -1 and sets errno on error.
    let descriptor = mkstemps(&template, 5)
    guard descriptor >= 0 else {
      throw WorkbookError(.system(errno: errno, path: directory), operation: "mkstemps")
    }
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    // close(2) of a file that nothing was written to has nothing to report.
    _ = close(descriptor)
  }

  func readBytes() throws(WorkbookError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemError("open") }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemError("fstat") }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      // read(2): returns how many bytes it read, fewer than asked for at times, 0 at the end, -1 on error.
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw systemError("read") }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  private func systemError(_ operation: String) -> WorkbookError {
    WorkbookError(.system(errno: errno, path: path), operation: operation)
  }

  deinit { unlink(path) }
}
