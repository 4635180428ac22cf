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

/// Gives finished temporary files their final names: all of them, or none.
package struct FinalNames {
  package struct Move {
    package let temporary: String
    package let final: String
  }

  /// What a final name stood for before.
  private enum Former {
    case nothing
    /// A second name of the former file.
    case kept(String)
    /// It cannot be kept: the file system has no hard links, or the file is another user's.
    case lost
  }

  /// Renames every file. When one cannot be renamed, those before it get their former contents back, as far as
  /// the file system allows.
  package static func take(_ moves: [Move]) throws(ExportFailure) {
    var taken: [(move: Move, former: Former)] = []
    defer { for step in taken { if case .kept(let name) = step.former { unlink(name) } } }
    for move in moves {
      let former = keepFormer(of: move)
      // rename(2) replaces an existing file in one step.
      guard rename(move.temporary, move.final) == 0 else {
        let failure = SystemError.last.creating(move.final)
        taken.append((move, former))
        for step in taken.dropLast().reversed() { giveBack(step.move, step.former) }
        throw failure
      }
      taken.append((move, former))
    }
  }

  private static func keepFormer(of move: Move) -> Former {
    let second = move.temporary + ".old"
    if link(move.final, second) == 0 { return .kept(second) }
    return errno == ENOENT ? .nothing : .lost
  }

  private static func giveBack(_ move: Move, _ former: Former) {
    switch former {
    case .nothing: unlink(move.final)
    case .kept(let second): rename(second, move.final)
    case .lost: break
    }
  }
}
