import Glibc

/// A failed system call: its `errno`.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The error of the call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's words for it.
  var reason: String { String(cString: strerror(code)) }

  /// True when the device, and not the place, is the trouble: no space, a quota, an I/O error.
  var isDeviceFailure: Bool {
    [ENOSPC, EDQUOT, EIO, EFBIG].contains(code)
  }

  /// The failure to make an output file or folder.
  func creating(_ path: String) -> ExportFailure {
    isDeviceFailure
      ? .writeFailed(path: path, reason: reason) : .cannotCreate(path: path, reason: reason)
  }

  /// The failure to write a file, which may be one to make it.
  func writing(_ path: String) -> ExportFailure {
    [EACCES, EPERM, ENOENT, ENOTDIR, EMFILE, ENFILE, EROFS].contains(code)
      ? creating(path) : .writeFailed(path: path, reason: reason)
  }

  /// The failure to make a folder for unfinished files.
  func preparing(_ path: String) -> ExportFailure {
    isDeviceFailure ? .writeFailed(path: path, reason: reason) : .noScratch(path: path, reason: reason)
  }
}
