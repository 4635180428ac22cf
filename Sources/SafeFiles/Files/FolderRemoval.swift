import Glibc

/// Removes what is in a folder that is open, name by name in the folder itself: whatever somebody puts in the place of a
/// path meanwhile, and whatever a link leads to, stays.
package enum FolderRemoval {
  package static func empty(_ folder: Int32) {
    for name in names(in: folder) {
      // unlink(2) of a folder is EISDIR on Linux; nothing else is left that could have this name.
      if unlinkat(folder, name, 0) == 0 || errno != EISDIR { continue }
      // A folder that forbids to look into it is one of a dataset, copied with its permissions.
      fchmodat(folder, name, 0o700, 0)
      let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard inner >= 0 else { continue }
      fchmod(inner, 0o700)
      empty(inner)
      close(inner)
      unlinkat(folder, name, AT_REMOVEDIR)
    }
  }

  private static func names(in folder: Int32) -> [String] {
    // The descriptor goes with the stream.
    let again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0 else { return [] }
    guard let stream = fdopendir(again) else {
      close(again)
      return []
    }
    defer { closedir(stream) }
    return FolderTree.names(stream)
  }
}
