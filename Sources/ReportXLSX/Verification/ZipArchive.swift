import CZip

/// A zip file in memory, opened for reading.
struct ZipArchive: ~Copyable {
  struct Entry: Equatable {
    let name: String
    let bytes: [UInt8]
  }

  private let archive: OpaquePointer
  /// libzip reads from these bytes as long as the archive is open.
  private let bytes: UnsafeMutableRawBufferPointer

  init(_ content: [UInt8]) throws(WorkbookError) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 1)
    copy.copyBytes(from: content)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // zip_source_buffer_create(3): with freep 0 the buffer stays the caller's and "must remain valid for the
    // lifetime of the created source".
    guard let source = zip_source_buffer_create(copy.baseAddress, UInt64(content.count), 0, &error) else {
      copy.deallocate()
      throw Self.damaged(Self.message(&error))
    }
    // zip_open_from_source(3): "Upon successful completion … the zip archive takes ownership of the source";
    // "Otherwise, NULL is returned", and the source is still ours. ZIP_CHECKCONS compares the directory with the
    // headers of the entries.
    guard let opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      copy.deallocate()
      throw Self.damaged(Self.message(&error))
    }
    archive = opened
    bytes = copy
  }

  deinit {
    // zip_discard(3): "closes archive and frees the memory allocated for it. Any changes … are not written".
    zip_discard(archive)
    bytes.deallocate()
  }

  /// All entries in the order of the directory, unpacked, their sums checked.
  func entries() throws(WorkbookError) -> [Entry] {
    var result: [Entry] = []
    // zip_get_num_entries(3): "If archive is NULL, -1 is returned."
    for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) { result.append(try entry(at: index)) }
    return result
  }

  private func entry(at index: UInt64) throws(WorkbookError) -> Entry {
    var status = zip_stat_t()
    zip_stat_init(&status)
    // zip_stat_index(3): "Upon successful completion 0 is returned. Otherwise, -1".
    guard zip_stat_index(archive, index, 0, &status) == 0, let cName = status.name else {
      throw Self.damaged("an entry of the directory cannot be read")
    }
    let name = String(cString: cName)
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw Self.damaged(String(cString: zip_strerror(archive)), part: name)
    }
    // zip_fclose(3) has nothing left to report after the last zip_fread.
    defer { zip_fclose(file) }
    var unpacked = [UInt8](repeating: 0, count: Int(clamping: status.size) + 1)
    var filled = 0
    while filled < unpacked.count {
      // zip_fread(3): "the number of bytes actually read is returned … 0 at the end … Otherwise, -1"; a sum that
      // does not hold is an error of the last read. One byte more than the entry has is asked for, so that the
      // end is reached.
      let count = unpacked.withUnsafeMutableBytes {
        zip_fread(file, $0.baseAddress.map { $0 + filled }, UInt64($0.count - filled))
      }
      guard count >= 0 else { throw Self.damaged(String(cString: zip_file_strerror(file)), part: name) }
      if count == 0 { break }
      filled += Int(count)
    }
    guard filled == Int(clamping: status.size) else { throw Self.damaged("its length is wrong", part: name) }
    unpacked.removeLast(unpacked.count - filled)
    return Entry(name: name, bytes: unpacked)
  }

  private static func message(_ error: inout zip_error_t) -> String {
    // zip_error_strerror(3): the string belongs to the error.
    zip_error_strerror(&error).map { String(cString: $0) } ?? ""
  }

  private static func damaged(_ reason: String, part: String = "the zip archive") -> WorkbookError {
    WorkbookError(.damaged(part: part, reason: reason), operation: "verify")
  }
}
