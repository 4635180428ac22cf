import CZip

/// Makes zip files in memory.
public enum ZipWriter {
  /// An archive of the files, deflated, in their order. The same files give the same bytes: every entry is dated
  /// 1 January 1980, the first day that a zip file knows.
  public static func archive(_ files: [(name: String, bytes: [UInt8])]) throws(ZipError) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure(&error) }
    // The archive takes the source over; it is kept alive beyond the archive to read the result from it.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw failure(&error)
    }
    // libzip reads the contents when the archive is closed.
    let contents = files.map { file in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, file.bytes.count), alignment: 1)
      copy.copyBytes(from: file.bytes)
      return copy
    }
    defer { for content in contents { content.deallocate() } }
    for (file, content) in zip(files, contents) {
      do throws(ZipError) { try add(file.name, content, file.bytes.count, to: archive) } catch {
        zip_discard(archive)
        throw error
      }
    }
    // zip_close(3): "If writing fails, archive is not freed".
    guard zip_close(archive) == 0 else {
      let reason = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw ZipError(reason: reason)
    }
    return try content(of: target)
  }

  private static func add(
    _ name: String, _ content: UnsafeMutableRawBufferPointer, _ count: Int, to archive: OpaquePointer
  ) throws(ZipError) {
    func failed() -> ZipError { ZipError(entry: name, reason: String(cString: zip_strerror(archive))) }
    guard let source = zip_source_buffer(archive, content.baseAddress, UInt64(count), 0) else {
      throw failed()
    }
    // zip_file_add(3): "Upon successful completion, the index of the new file … Otherwise, -1", and the source is
    // still ours.
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failed()
    }
    // 1 January 1980, 00:00, in the fields of MS-DOS, which no time zone shifts.
    guard zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0 else { throw failed() }
  }

  private static func content(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw ZipError(reason: "the finished archive cannot be read")
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, UInt64($0.count)) }
    guard count == Int64(bytes.count) else { throw ZipError(reason: "the finished archive cannot be read") }
    return bytes
  }

  private static func failure(_ error: inout zip_error_t) -> ZipError {
    ZipError(reason: zip_error_strerror(&error).map { String(cString: $0) } ?? "no archive can be made")
  }
}
