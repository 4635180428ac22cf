import Glibc
import ReportModel

/// A folder that receives finished files: all of a group, or none.
struct OutputFolder {
  let path: String

  /// Makes the folder, and those above it, when it is missing; new ones are private (0700).
  init(path: String) throws(ExportFailure) {
    // "" is an unset variable most likely; as the start of a path it would be the root of the file system.
    guard !path.isEmpty else { throw .usage("--output names no folder; give one, . for this one") }
    self.path = path
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .cannotCreate(path: path, reason: "a file of this name is in the way")
      }
      return
    }
    // By bytes, as the system does: a letter may be joined with a slash before it.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    var current = path.hasPrefix("/") ? "" : "."
    for part in parts {
      current += "/\(Substring(part))"
      if mkdir(current, 0o700) != 0, errno != EEXIST { throw SystemError.last.creating(path) }
    }
  }

  /// Writes one file into a folder, which is made when it is missing; all of it or nothing.
  ///
  /// - Parameter status: whose owner and permissions the file gets; private (0600) without one.
  static func write(_ bytes: [UInt8], to path: String, like status: stat? = nil) throws(ExportFailure) {
    let place = FilePlace(path)
    guard !place.name.isEmpty else { throw .usage("\(path) names no file; give one") }
    let file = RenderedFile(name: place.name, bytes: bytes)
    _ = try OutputFolder(path: place.folder).write([file], like: status)
  }

  /// Writes one file over another one: what a symbolic link leads to is replaced, not the link, and owner and permissions
  /// stay. A file that is not there is made, private.
  static func replace(_ path: String, with bytes: [UInt8]) throws(ExportFailure) {
    guard let found = realpath(path, nil) else { return try write(bytes, to: path) }
    defer { free(found) }
    let target = String(cString: found)
    var status = stat()
    let isFile = stat(target, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    try write(bytes, to: target, like: isFile ? status : nil)
  }

  /// Writes a group of files. Each is written under a temporary name, private (0600), and reaches the disk
  /// before the first of the group gets its final name: a file under a final name is whole, also after a power
  /// cut. When one cannot be written, the temporary files are removed and no final name has changed.
  ///
  /// - Parameter status: whose owner and permissions the files get; private (0600) without one.
  /// - Returns: the paths, in the order of the files.
  func write(_ files: [RenderedFile], like status: stat? = nil) throws(ExportFailure) -> [String] {
    var temporary: [String] = []
    var isDone = false
    defer { if !isDone { for name in temporary { unlink(name) } } }
    let final = files.map { "\(path)/\($0.name)" }
    for name in final where Self.isFolder(name) {
      throw .cannotCreate(path: name, reason: "a folder of this name is in the way")
    }
    // Side by side, since each waits for the disk.
    let written = InParallel.all(files.map { file in { @Sendable in temporaryFile(file, like: status) } })
    temporary = written.compactMap { try? $0.get() }
    for result in written { _ = try result.get() }
    try FinalNames.take(zip(temporary, final).map { .init(temporary: $0, final: $1) })
    isDone = true
    try sync()
    return final
  }

  private func temporaryFile(_ file: RenderedFile, like status: stat?) -> Result<String, ExportFailure> {
    do throws(ExportFailure) { return .success(try writeTemporary(file, like: status)) } catch {
      return .failure(error)
    }
  }

  /// The path of the finished temporary file; after a failure there is none.
  private func writeTemporary(_ file: RenderedFile, like status: stat?) throws(ExportFailure) -> String {
    var template = Array("\(path)/.pathbook-XXXXXX".utf8CString)
    // mkstemp(3) makes the file with mode 0600, less the umask, and a name that no other file has.
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError.last.creating("\(path)/\(file.name)") }
    let name = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    do throws(SystemError) {
      defer { close(descriptor) }
      // File systems without modes refuse this; there is nothing more to do on them.
      _ = fchmod(descriptor, 0o600)
      try Self.writeAll(file.bytes, to: descriptor)
      if let status { try Self.take(status, to: descriptor) }
      guard fsync(descriptor) == 0 else { throw .last }
    } catch {
      unlink(name)
      throw .writeFailed(path: "\(path)/\(file.name)", reason: error.reason)
    }
    return name
  }

  /// Gives a new file the owner and the permissions of the former one; the owner as far as the system lets us.
  private static func take(_ status: stat, to descriptor: Int32) throws(SystemError) {
    // Before the permissions: chown(2) takes the bits set-user-ID and set-group-ID away.
    if fchown(descriptor, status.st_uid, status.st_gid) != 0 {
      _ = fchown(descriptor, uid_t.max, status.st_gid)
    }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw .last }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes the new names last: a rename is in the folder, which is a file of its own to the disk.
  private func sync() throws(ExportFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL; there is nothing more to do on them.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .writeFailed(path: path, reason: SystemError.last.reason)
    }
  }

  /// Writes all bytes, however many calls it takes.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      offset += count
    }
  }
}
