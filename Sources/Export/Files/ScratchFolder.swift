import Glibc

/// A private folder (0700) for unfinished files; it goes with the value.
final class ScratchFolder: Sendable {
  let path: String

  /// Makes the folder under `TMPDIR`; else in memory, where unfinished files are never on a disk and are made
  /// faster; else under `/tmp`.
  init() throws(ExportFailure) {
    let chosen = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    for base in chosen.map({ [$0] }) ?? ["/dev/shm", "/tmp"] {
      if let made = Self.make(under: base) {
        path = made
        return
      }
    }
    throw SystemError.last.preparing(chosen ?? "/tmp")
  }

  private static func make(under base: String) -> String? {
    var template = Array("\(base)/pathbook-XXXXXX".utf8CString)
    // mkdtemp(3) makes the folder with mode 0700.
    return mkdtemp(&template).map { String(cString: $0) }
  }

  /// Whether a few workbooks find room here, tried by writing: a quota or a limit on files shows in no free space.
  var hasRoom: Bool {
    var template = Array("\(path)/room-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Without its name at once: it is gone when it is closed.
    unlink(template)
    let block = [UInt8](repeating: 0, count: 1 << 20)
    do throws(SystemError) {
      for _ in 0..<8 { try OutputFolder.writeAll(block, to: descriptor) }
      return true
    } catch { return false }
  }

  /// What is left inside is the writer's to remove; a folder that is not empty stays.
  deinit { rmdir(path) }
}
