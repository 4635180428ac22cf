import CFolder
import Glibc

/// One attempt at a result, of which several may be at work, on this machine or on others, and any may be killed: a hidden folder
/// of its own beside the result (see ``UnfinishedFolder``), which then gets its name in one step.
///
/// Beside the result stands its record, whose name is taken last: where there is a record, there is a whole result.
package struct AttemptFolder {
  /// Where the attempt writes.
  package var path: String { hidden.path }
  package var lock: FolderLock { hidden.lock }
  private let folder: String
  private let hidden: UnfinishedFolder

  /// Makes the folder for results when it is missing, removes what dead attempts have left there, and begins a new one.
  package init(in folder: String) throws(ExportFailure) {
    _ = try OutputFolder(path: folder)
    self.folder = folder
    do throws(SystemError) { hidden = try UnfinishedFolder(in: folder) } catch {
      throw error.creating(folder)
    }
  }

  /// Removes what dead attempts have left in a folder for results.
  package static func sweep(_ folder: String) { UnfinishedFolder.sweep(folder) }

  /// The names of what attempts have in a folder for results and ``sweep(_:)`` has left: they are at work, or the file system
  /// knows no locks by which to tell.
  package static func leftovers(in folder: String) -> [String] {
    ((try? FolderTree.names(folder)) ?? []).filter { $0.hasPrefix(".pathbook-") }
  }

  /// Must be called at the end of an attempt.
  package func remove() { hidden.remove() }

  /// Gives a result its name and writes its record, unless another attempt was faster. All of it is on the disk when this
  /// returns.
  ///
  /// - Parameters:
  ///   - name: of the result, here in the hidden folder and then beside it. What has the name and no record goes.
  ///   - record: the name of the record, and what it says.
  ///   - isDone: whether a result with a record that counts is there.
  /// - Returns: false when another attempt was faster, and this one's result is not needed.
  package func publish(
    _ name: String, record: (name: String, bytes: [UInt8]), unless isDone: () throws(ExportFailure) -> Bool
  ) throws(ExportFailure) -> Bool {
    // One wait for all files; the rest takes no time, and others wait for it.
    try OpenFolder(path).syncFileSystem()
    let waiting: FolderLock?
    do throws(SystemError) { waiting = try FolderLock(folder, .waiting) } catch {
      throw error.creating(folder)
    }
    defer { withExtendedLifetime(waiting) {} }
    guard try !isDone() else { return false }
    return try Interruption.holdingOff { () throws(ExportFailure) in
      try take(name)
      try sync()
      let temporary = "\(path)/.record"
      do throws(SystemError) { _ = try UnfinishedFile(record.bytes, .named(temporary)) } catch {
        throw error.writing("\(folder)/\(record.name)")
      }
      let final = "\(folder)/\(record.name)"
      guard rename(temporary, final) == 0 else { throw SystemError.last.creating(final) }
      try sync()
      return true
    }
  }

  /// Gives a result without a record its name, which nothing but an empty folder has. All of it is on the disk when this
  /// returns.
  package func publish(_ name: String, as final: String) throws(ExportFailure) {
    try OpenFolder(path).syncFileSystem()
    try Interruption.holdingOff { () throws(ExportFailure) in
      guard rename("\(path)/\(name)", "\(folder)/\(final)") == 0 else {
        throw SystemError.last.creating("\(folder)/\(final)")
      }
      try sync()
    }
  }

  /// What an attempt has left that was killed between its two names, or somebody else, is exchanged for the result and goes
  /// with the hidden folder. No link is followed.
  private func take(_ name: String) throws(ExportFailure) {
    let (new, final) = ("\(path)/\(name)", "\(folder)/\(name)")
    guard InputFile.isThere(final) else {
      guard rename(new, final) == 0 else { throw SystemError.last.creating(final) }
      return
    }
    // A name that neither has.
    let old = "\(path)/.before"
    guard pathbook_exchange(new, final) == 0 || (rename(final, old) == 0 && rename(new, final) == 0) else {
      throw SystemError.last.creating(final)
    }
  }

  private func sync() throws(ExportFailure) {
    do throws(FolderTree.Failure) { try FolderTree.sync(folder) } catch {
      guard case .system(_, let cause) = error else { return }
      throw cause.failure(of: folder)
    }
  }
}
