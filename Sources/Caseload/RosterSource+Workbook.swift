import Glibc
import SafeFiles

extension RosterSource {
  /// What it is when it is not a roster as text; nil when it may be one.
  func unsupported() throws(ExportFailure) -> UnsupportedFile? {
    var failure: ExportFailure?
    let unsupported = UnsupportedFile(start) { offset, count in
      do throws(ExportFailure) { return try bytes(at: offset, count: count) } catch {
        failure = error
        return []
      }
    }
    if let failure { throw failure }
    return unsupported
  }

  /// Bytes from anywhere; fewer at the end.
  func bytes(at offset: Int, count: Int) throws(ExportFailure) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: count)
    let file = try wholeFile()
    while true {
      let got = pread(file, &chunk, count, offset)
      if got >= 0 { return Array(chunk[..<got]) }
      if errno != EINTR { throw failure(.last) }
    }
  }

  /// The file opened once more, for whoever moves about in it; the caller closes it.
  func reopened() throws(ExportFailure) -> Int32 {
    let file = try wholeFile()
    // proc(5), /proc/pid/fd: opening it gives the file anew, also one without a name, with a place of its own in it.
    let opened = open("/proc/self/fd/\(file)", O_RDONLY | O_CLOEXEC)
    let own = opened >= 0 ? opened : fcntl(file, F_DUPFD_CLOEXEC, 0)
    guard own >= 0 else { throw failure(.last) }
    return own
  }
}
