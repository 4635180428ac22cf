import CFolder
import Glibc

/// A folder kept open, with files in it and in folders directly in it: `name` and `ab/name`. No link inside is followed:
/// the folder may be somebody else's work, and a link would lead out of it.
package final class OpenFolder: Sendable {
  private let path: String
  private let descriptor: Int32

  /// - Parameter path: whoever gives it knows where it leads; it may be a link.
  package init(_ path: String) throws(ExportFailure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError.last.creating(path) }
  }

  /// Waits until all that was written is on the disk: one wait for all files of a group.
  package func syncFileSystem() throws(ExportFailure) {
    // syncfs(2): "returns -1 and sets errno"; EIO and ENOSPC for what was written before.
    guard pathbook_sync_file_system(descriptor) == 0 || errno == EINVAL || errno == ENOSYS else {
      throw SystemError.last.failure(of: path)
    }
  }

  /// Refuses what stands in the place of a folder and is none.
  package func checkFolder(_ name: String) throws(ExportFailure) {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    if status.st_mode & S_IFMT != S_IFDIR { throw noFolder(name) }
  }

  /// Gives a finished file its name, and replaces what has it. The folder that it is in is made when it is missing.
  package func take(_ temporary: String, as file: String) throws(ExportFailure) {
    let (folder, name) = Self.parts(file)
    if let folder, mkdirat(descriptor, folder, 0o700) != 0, errno != EEXIST {
      throw SystemError.last.creating("\(path)/\(folder)")
    }
    let place = try opened(folder)
    defer { if place != descriptor { close(place) } }
    guard renameat(AT_FDCWD, temporary, place, name) == 0 else {
      throw SystemError.last.creating("\(path)/\(file)")
    }
  }

  /// Removes a file, or a link itself, if it is there.
  package func remove(_ file: String) {
    let (folder, name) = Self.parts(file)
    guard let place = try? opened(folder) else { return }
    defer { if place != descriptor { close(place) } }
    unlinkat(place, name, 0)
  }

  /// The bytes of a file of exactly this length; nil for any other, and for a link.
  package func bytes(of file: String, count: Int) -> [UInt8]? {
    let (folder, name) = Self.parts(file)
    guard let place = try? opened(folder) else { return nil }
    defer { if place != descriptor { close(place) } }
    return PlainFile.bytes(of: name, in: place, count: count)
  }

  /// Nil for the folder itself.
  private func opened(_ folder: String?) throws(ExportFailure) -> Int32 {
    guard let folder else { return descriptor }
    let opened = openat(descriptor, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if opened >= 0 { return opened }
    let error = SystemError.last
    throw [ELOOP, ENOTDIR].contains(error.code) ? noFolder(folder) : error.creating("\(path)/\(folder)")
  }

  private func noFolder(_ name: String) -> ExportFailure {
    .cannotCreate(
      path: "\(path)/\(name)",
      reason: "a link or a file is in the place of this folder, and no link is followed")
  }

  private static func parts(_ file: String) -> (folder: String?, name: String) {
    let parts = file.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : (nil, file)
  }

  deinit { close(descriptor) }
}

/// A file in a folder that somebody else may have made: what has its name and is no file, a link above all, is refused.
package enum PlainFile {
  /// - Parameters:
  ///   - folder: an open one, against which the name counts.
  ///   - flags: as of open(2); a new file is private (0600).
  /// - Returns: a descriptor, to be closed.
  package static func open(
    _ name: String, in folder: Int32 = AT_FDCWD, _ flags: Int32
  ) throws(SystemError) -> Int32 {
    // open(2): with O_NOFOLLOW "if the trailing component of pathname is a symbolic link, then the open fails, with the
    // error ELOOP". Without O_NONBLOCK a pipe would keep us waiting.
    let descriptor = openat(folder, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw SystemError(code: ELOOP)
    }
    return descriptor
  }

  /// The first bytes of a file; nil when there is none.
  package static func start(of path: String, count: Int) -> [UInt8]? {
    guard let descriptor = try? open(path, O_RDONLY) else { return nil }
    defer { close(descriptor) }
    return try? FileBytes(descriptor).bytes(count)
  }

  /// The bytes of a file of exactly this length; nil for any other.
  package static func bytes(of name: String, in folder: Int32, count: Int) -> [UInt8]? {
    guard let descriptor = try? open(name, in: folder, O_RDONLY) else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int(status.st_size) == count else { return nil }
    return try? FileBytes(descriptor).bytes(count)
  }
}
