import CFolder
import Glibc

/// A private file (0600) that is written and whole, and has no final name yet.
package final class UnfinishedFile: Sendable {
  /// Where it is written.
  package enum Place: Sendable, Equatable {
    /// Without a name, in the file system of a folder: nothing stays of it when the process ends.
    case nameless(folder: String)
    /// Under a name, where the file system has no files without one.
    case named(String)
  }

  private let descriptor: Int32
  private let place: Place

  /// Whether files without a name can be made in a folder, and be given one.
  package static func canBeNameless(in folder: String) -> Bool {
    let descriptor = pathbook_open_nameless(folder)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return access(path(of: descriptor), F_OK) == 0
  }

  /// Writes a file that reaches the disk.
  ///
  /// - Parameter status: whose owner and permissions the file gets; private (0600) without one.
  package init(_ bytes: [UInt8], _ place: Place, like status: stat? = nil) throws(SystemError) {
    self.place = place
    switch place {
    case .nameless(let folder): descriptor = pathbook_open_nameless(folder)
    case .named(let path): descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { throw .last }
    // File systems without modes refuse this; there is nothing more to do on them.
    _ = fchmod(descriptor, 0o600)
    try WholeWrite.all(bytes, to: descriptor)
    if let status { try Self.take(status, to: descriptor) }
    guard fsync(descriptor) == 0 else { throw .last }
  }

  /// Gives it a name that nothing has.
  ///
  /// - Throws: `EEXIST` when something has it.
  package func take(_ name: String) throws(SystemError) {
    let result =
      switch place {
      // open(2), O_TMPFILE: "linkat(AT_FDCWD, "/proc/self/fd/…", AT_FDCWD, path, AT_SYMLINK_FOLLOW)" gives it a name.
      case .nameless: linkat(AT_FDCWD, Self.path(of: descriptor), AT_FDCWD, name, AT_SYMLINK_FOLLOW)
      case .named(let path): path == name ? 0 : rename(path, name)
      }
    guard result == 0 else { throw .last }
  }

  /// Gives a new file the owner and the permissions of the former one; the owner as far as the system lets us.
  private static func take(_ status: stat, to descriptor: Int32) throws(SystemError) {
    // Before the permissions: chown(2) takes the bits set-user-ID and set-group-ID away.
    if fchown(descriptor, status.st_uid, status.st_gid) != 0 {
      _ = fchown(descriptor, uid_t.max, status.st_gid)
    }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw .last }
  }

  private static func path(of descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  deinit { close(descriptor) }
}
