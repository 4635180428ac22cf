import CZip

/// A zip file, opened for reading.
///
/// ```swift
/// let archive = try ZipReader(bytes)
/// for entry in try archive.entries() { print(entry.name, try archive.bytes(of: entry, atMost: 1 << 20).count) }
/// ```
public struct ZipReader: ~Copyable {
  /// A file in the archive, as the directory of the archive has it.
  public struct Entry: Sendable, Equatable {
    /// Its path in the archive.
    public let name: String
    /// Bytes, unpacked. The directory's word: ``ZipReader/read(_:atMost:_:)`` holds the content against it.
    public let size: UInt64
    /// Bytes in the archive.
    public let packedSize: UInt64
    fileprivate let index: UInt64
  }

  private let archive: OpaquePointer
  /// libzip reads from these bytes as long as the archive is open; empty when it reads from a file.
  private let bytes: UnsafeMutableRawBufferPointer

  /// Opens an archive in memory.
  public init(_ content: [UInt8]) throws(ZipError) {
    // libzip takes nothing for an archive without entries.
    guard !content.isEmpty else { throw ZipError(reason: "an empty file") }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 1)
    copy.copyBytes(from: content)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // zip_source_buffer_create(3): with freep 0 the buffer stays the caller's and "must remain valid for the
    // lifetime of the created source".
    guard let source = zip_source_buffer_create(copy.baseAddress, UInt64(content.count), 0, &error) else {
      copy.deallocate()
      throw Self.failure(&error)
    }
    // zip_open_from_source(3): "Upon successful completion … the zip archive takes ownership of the source";
    // "Otherwise, NULL is returned", and the source is still ours. ZIP_CHECKCONS compares the directory with the
    // headers of the entries.
    guard let opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      copy.deallocate()
      throw Self.failure(&error)
    }
    archive = opened
    bytes = copy
  }

  /// Opens an archive on disk and leaves it there, however large it is.
  ///
  /// - Parameter descriptor: of a regular file, open for reading; it stays the caller's.
  public init(descriptor: Int32) throws(ZipError) {
    var code: Int32 = 0
    // zip_fdopen(3): "Upon successful completion, the file descriptor fd is closed by zip_discard"; so it gets one
    // of its own. "Otherwise, NULL is returned", and the descriptor is still ours.
    let own = pathbook_zip_dup(descriptor)
    guard own >= 0 else { throw ZipError(reason: "the file cannot be opened a second time") }
    guard let opened = zip_fdopen(own, ZIP_CHECKCONS, &code) else {
      pathbook_zip_close(own)
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw Self.failure(&error)
    }
    archive = opened
    bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  deinit {
    // zip_discard(3): "closes archive and frees the memory allocated for it. Any changes … are not written".
    zip_discard(archive)
    bytes.deallocate()
  }

  /// The number of entries in the directory, folders among them.
  public var entryCount: Int {
    // zip_get_num_entries(3): "If archive is NULL, -1 is returned."
    Int(clamping: max(0, zip_get_num_entries(archive, 0)))
  }

  /// All entries, in the order of the directory.
  public func entries() throws(ZipError) -> [Entry] {
    var result: [Entry] = []
    for index in 0..<UInt64(entryCount) {
      var status = zip_stat_t()
      zip_stat_init(&status)
      // zip_stat_index(3): "Upon successful completion 0 is returned. Otherwise, -1".
      guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name else {
        throw ZipError(reason: "an entry of the directory cannot be read")
      }
      result.append(
        Entry(name: String(cString: name), size: status.size, packedSize: status.comp_size, index: index))
    }
    return result
  }

  /// The content of an entry, its sum checked.
  ///
  /// - Parameter atMost: more bytes than this are an error, and are never held: a small archive may unpack to more
  ///   than the memory.
  public func bytes(of entry: Entry, atMost limit: Int) throws(ZipError) -> [UInt8] {
    guard entry.size <= UInt64(limit) else { throw ZipError(entry: entry.name, reason: Self.tooLarge(limit)) }
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw ZipError(entry: entry.name, reason: String(cString: zip_strerror(archive)))
    }
    defer { zip_fclose(file) }
    // One byte more than the directory says: what is longer than that shows, and the last read is the one that checks
    // the sum.
    let capacity = Int(entry.size) + 1
    var failure: String?
    let content = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        // As in ``read(_:atMost:_:)``.
        let read = zip_fread(file, buffer.baseAddress.map { $0 + count }, UInt64(capacity - count))
        if read < 0 { failure = String(cString: zip_file_strerror(file)) }
        guard read > 0 else { return }
        count += Int(read)
      }
    }
    if let failure { throw ZipError(entry: entry.name, reason: failure) }
    guard content.count == Int(entry.size) else {
      throw ZipError(entry: entry.name, reason: "its length is wrong")
    }
    return content
  }

  /// Unpacks an entry piece by piece, its sum checked at the end.
  ///
  /// - Parameters:
  ///   - limit: more bytes than this are an error.
  ///   - take: receives up to 64 KiB at a time, valid during the call; false ends the reading.
  public func read(
    _ entry: Entry, atMost limit: Int, _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(ZipError) {
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw ZipError(entry: entry.name, reason: String(cString: zip_strerror(archive)))
    }
    // zip_fclose(3) has nothing left to report after the last zip_fread.
    defer { zip_fclose(file) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { chunk.deallocate() }
    var total: UInt64 = 0
    while true {
      // zip_fread(3): "the number of bytes actually read is returned … 0 at the end … Otherwise, -1"; a sum that
      // does not hold is an error of the last read.
      let count = zip_fread(file, chunk.baseAddress, UInt64(chunk.count))
      guard count >= 0 else {
        throw ZipError(entry: entry.name, reason: String(cString: zip_file_strerror(file)))
      }
      if count == 0 { break }
      total += UInt64(count)
      guard total <= UInt64(limit) else { throw ZipError(entry: entry.name, reason: Self.tooLarge(limit)) }
      guard take(UnsafeRawBufferPointer(rebasing: chunk[..<Int(count)])) else { return }
    }
    guard total == entry.size else { throw ZipError(entry: entry.name, reason: "its length is wrong") }
  }

  /// An entry to unpack piece by piece, on request; the stream ends with the archive.
  public func stream(_ entry: Entry) throws(ZipError) -> ZipEntryStream {
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw ZipError(entry: entry.name, reason: String(cString: zip_strerror(archive)))
    }
    return ZipEntryStream(entry, file)
  }

  private static func tooLarge(_ limit: Int) -> String { "it unpacks to more than \(limit) bytes" }

  private static func failure(_ error: inout zip_error_t) -> ZipError {
    // zip_error_strerror(3): the string belongs to the error.
    ZipError(reason: zip_error_strerror(&error).map { String(cString: $0) } ?? "not a zip file")
  }
}

/// Why a zip file cannot be read or made.
public struct ZipError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The entry, by its path in the archive; nil for the archive as a whole.
  public let entry: String?
  /// In the words of the library.
  public let reason: String

  public init(entry: String? = nil, reason: String) {
    self.entry = entry
    self.reason = reason
  }

  public var description: String { "\(entry ?? "the zip archive"): \(reason)" }
}

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
