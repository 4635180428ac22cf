import Glibc

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
