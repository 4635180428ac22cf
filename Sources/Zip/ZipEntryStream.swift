import CZip

/// An entry of a zip file that is unpacked piece by piece, on request. It ends with its archive: there is
/// nothing to read from it after that.
///
/// ```swift
/// let stream = try archive.stream(entry)
/// while case let chunk = try stream.next(), !chunk.isEmpty { print(chunk.count) }
/// ```
public final class ZipEntryStream {
  private let entry: ZipReader.Entry
  private let file: OpaquePointer
  private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
  private var total: UInt64 = 0

  init(_ entry: ZipReader.Entry, _ file: OpaquePointer) {
    self.entry = entry
    self.file = file
  }

  /// The next bytes, up to 64 KiB of them, valid until the next call; none at the end, when the sum has been checked.
  public func next() throws(ZipError) -> UnsafeRawBufferPointer {
    // zip_fread(3): "the number of bytes actually read is returned … 0 at the end … Otherwise, -1"; a sum that does not
    // hold is an error of the last read.
    let count = zip_fread(file, chunk.baseAddress, UInt64(chunk.count))
    guard count >= 0 else {
      throw ZipError(entry: entry.name, reason: String(cString: zip_file_strerror(file)))
    }
    total += UInt64(count)
    guard total <= entry.size, count > 0 || total == entry.size else {
      throw ZipError(entry: entry.name, reason: "its length is wrong")
    }
    return UnsafeRawBufferPointer(rebasing: chunk[..<Int(count)])
  }

  deinit {
    // zip_fclose(3) has nothing left to report after the last zip_fread.
    zip_fclose(file)
    chunk.deallocate()
  }
}
