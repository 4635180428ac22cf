import Glibc

/// A failed system call: its `errno`.
package struct SystemError: Error, Equatable {
  package let code: Int32

  /// The error of the call that has just failed.
  package static var last: SystemError { SystemError(code: errno) }

  /// The system's words for it.
  package var reason: String { String(cString: strerror(code)) }

  /// True when the device, and not the place, is the trouble: no space, a quota, an I/O error.
  package var isDeviceFailure: Bool {
    [ENOSPC, EDQUOT, EIO, EFBIG].contains(code)
  }

  /// True when there is no room, or no more of it for this user.
  package var isFull: Bool { [ENOSPC, EDQUOT].contains(code) }

  /// The failure to write what was begun.
  package func failure(of path: String) -> ExportFailure {
    .writeFailed(path: path, reason: reason, isFull: isFull)
  }

  /// The failure to make an output file or folder.
  package func creating(_ path: String) -> ExportFailure {
    isDeviceFailure
      ? failure(of: path) : .cannotCreate(path: path, reason: reason)
  }

  /// The failure to write a file, which may be one to make it.
  package func writing(_ path: String) -> ExportFailure {
    [EACCES, EPERM, ENOENT, ENOTDIR, EMFILE, ENFILE, EROFS].contains(code)
      ? creating(path) : failure(of: path)
  }

  /// The failure to make a folder for unfinished files.
  package func preparing(_ path: String) -> ExportFailure {
    isDeviceFailure ? failure(of: path) : .noScratch(path: path, reason: reason)
  }
}

/// Writes all bytes, however many calls it takes.
package enum WholeWrite {
  package static func all(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(SystemError) in try all(bytes, to: descriptor) }
    }
    try result.get()
  }

  package static func all(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemError) {
    var offset = 0
    while offset < bytes.count {
      // write(2): "the number of bytes written is returned. On error, -1"; fewer than asked for are no error.
      let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      offset += count
    }
  }
}
