import Glibc

/// A private folder (0700) for unfinished files; it goes with the value.
final class ScratchFolder: Sendable {
  let path: String

  /// Makes the folder under `TMPDIR`, or `/tmp`.
  init() throws(ExportFailure) {
    let base = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(base)/pathbook-XXXXXX".utf8CString)
    // mkdtemp(3) makes the folder with mode 0700.
    guard let made = mkdtemp(&template) else { throw SystemError.last.preparing(base) }
    path = String(cString: made)
  }

  /// What is left inside is the writer's to remove; a folder that is not empty stays.
  deinit { rmdir(path) }
}
