import Glibc
import Synchronization

/// A private folder for unfinished files, see ``UnfinishedFolder``. All that live share one, which goes with the last.
package final class ScratchFolder: Sendable {
  private let folder: UnfinishedFolder

  package var path: String { folder.path }

  /// Makes the folder, when there is none, under `TMPDIR`; else in memory, where unfinished files are never on a disk and are made
  /// faster; else under `/tmp`.
  package init() throws(ExportFailure) {
    folder = try Self.shared.withLock { (shared) throws(ExportFailure) in
      if let folder = shared.folder { return folder }
      let made = try Self.made()
      shared.folder = made
      return made
    }
  }

  private struct Shared { weak var folder: UnfinishedFolder? }

  private static let shared = Mutex(Shared())

  private static func made() throws(ExportFailure) -> UnfinishedFolder {
    _ = sweptOnce
    var failure = SystemError(code: ENOENT)
    for base in chosen.map({ [$0] }) ?? bases {
      do throws(SystemError) {
        return try UnfinishedFolder(in: base)
      } catch { failure = error }
    }
    throw failure.preparing(chosen ?? "/tmp")
  }

  /// Whether a few workbooks find room here, tried by writing: a quota or a limit on files shows in no free space.
  package var hasRoom: Bool {
    var template = Array("\(path)/room-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Without its name at once: it is gone when it is closed.
    unlink(template)
    let block = [UInt8](repeating: 0, count: 1 << 20)
    do throws(SystemError) {
      for _ in 0..<8 { try WholeWrite.all(block, to: descriptor) }
      return true
    } catch { return false }
  }

  private static let bases = ["/dev/shm", "/tmp"]

  private static var chosen: String? {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A run that was killed may have had another `TMPDIR`.
  private static let sweptOnce: Void = {
    for base in bases { UnfinishedFolder.sweep(base) }
  }()
}
