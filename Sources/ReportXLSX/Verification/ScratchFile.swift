#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of its own in a private directory that loses its name at once, so that nothing of it stays when the process
/// ends, however that is.
struct ScratchFile: ~Copyable {
  /// What others open it by.
  let path: String
  private let descriptor: Int32
  /// The name, where the system has no paths to open files.
  private let name: String?

  /// Creates an empty file that only its owner can read (mode 0600).
  init(inDirectory directory: String) throws(WorkbookError) {
    var template = Array("\(directory)/workbook-XXXXXX.xlsx".utf8CString)
    // mkstemps(3): replaces the six X, opens with O_EXCL and mode 0600, returns -1 and sets errno on error.
    descriptor = mkstemps(&template, 5)
    guard descriptor >= 0 else {
      throw WorkbookError(.system(errno: errno, path: directory), operation: "mkstemps")
    }
    let name = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    // proc(5), /proc/pid/fd: "opening the link gives the open file", also one without a name.
    let place = "/proc/self/fd/\(descriptor)"
    let isOpenByNumber = access(place, F_OK) == 0
    if isOpenByNumber { unlink(name) }
    path = isOpenByNumber ? place : name
    self.name = isOpenByNumber ? nil : name
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  func readBytes() throws(WorkbookError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemError("fstat") }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      // pread(2): returns how many bytes it read, fewer than asked for at times, 0 at the end, -1 on error.
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(filled))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw systemError("pread") }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  private func systemError(_ operation: String) -> WorkbookError {
    WorkbookError(.system(errno: errno, path: path), operation: operation)
  }

  deinit {
    _ = close(descriptor)
    if let name { unlink(name) }
  }
}
