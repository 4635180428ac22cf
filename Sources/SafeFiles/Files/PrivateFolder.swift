import Glibc

/// A folder of the user for personal data (0700), with its files (0600): each is read and written whole, and no link in
/// it is followed. Names are single ones, which the caller has made or checked.
package struct PrivateFolder: Sendable {
  package let path: String

  /// What tells one state of a file from another without reading it.
  package struct Stamp: Sendable, Hashable {
    let inode: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    /// When the file last changed.
    package var time: LocalTime { LocalTime(seconds: seconds) }
  }

  /// Makes the folder, and those above it, when it is missing. One that is there becomes private.
  package init(_ path: String) throws(ExportFailure) {
    _ = try OutputFolder(path: path)
    self.path = path
    // File systems without modes refuse this; there is nothing more to do on them.
    _ = chmod(path, 0o700)
  }

  /// A folder in it, made when it is missing.
  package func folder(_ name: String) throws(ExportFailure) -> PrivateFolder {
    try PrivateFolder(place(of: name))
  }

  /// Whether something has this name, if only a link.
  package func has(_ name: String) -> Bool { InputFile.isThere(place(of: name)) }

  /// The regular files in it that are not hidden, sorted by name.
  package func files() throws(ExportFailure) -> [(name: String, stamp: Stamp)] {
    let names: [String]
    do throws(FolderTree.Failure) { names = try FolderTree.names(path) } catch {
      throw .missingInput(path: path, reason: SystemError.last.reason)
    }
    return names.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in stamp(name).map { (name, $0) } }
  }

  /// Nil for what is no regular file.
  package func stamp(_ name: String) -> Stamp? {
    var status = stat()
    guard lstat(place(of: name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Stamp(
      inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  /// A file of at most so many bytes.
  package func read(_ name: String, largestBytes: Int) throws(ExportFailure) -> [UInt8] {
    let path = place(of: name)
    let descriptor: Int32
    do throws(SystemError) { descriptor = try PlainFile.open(path, O_RDONLY) } catch {
      throw .missingInput(path: path, reason: error.reason)
    }
    defer { close(descriptor) }
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try FileBytes(descriptor).bytes(largestBytes + 1) } catch {
      throw .readFailed(path: path, reason: error.reason)
    }
    guard bytes.count <= largestBytes else {
      let problem = "the file is larger than \(largestBytes >> 10) KiB; give a smaller one"
      throw .badData(path: path, problems: [problem])
    }
    return bytes
  }

  /// Writes a file, which is on the disk when this returns, and replaces what has its name.
  package func write(_ name: String, _ bytes: [UInt8]) throws(ExportFailure) {
    _ = try OutputFolder(path: path).write([(name, bytes)])
  }

  /// Gives a file a name in another folder that nothing has there.
  ///
  /// - Returns: false when something has it, or there is no such file.
  package func move(_ name: String, to other: PrivateFolder, as newName: String) throws(ExportFailure) -> Bool
  {
    guard has(name), !other.has(newName) else { return false }
    guard rename(place(of: name), other.place(of: newName)) == 0 else {
      throw SystemError.last.creating(other.place(of: newName))
    }
    sync()
    other.sync()
    return true
  }

  /// Removes a file, or a folder with all that is in it, if it is there.
  package func remove(_ name: String) {
    let path = place(of: name)
    if InputFile.isFolder(path), !InputFile.isSymbolicLink(path) {
      FolderTree.removeAll(path)
    } else {
      unlink(path)
    }
    sync()
  }

  /// Removes a file, and tells whether it was there: of two that try, one is told so.
  package func removeOnce(_ name: String) -> Bool { unlink(place(of: name)) == 0 }

  private func sync() { try? FolderTree.sync(path) }

  package func place(of name: String) -> String { "\(path)/\(name)" }
}

/// A moment on the clock and the calendar of the machine.
package struct LocalTime: Sendable, Equatable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int

  /// - Parameter seconds: since 1970, in UTC.
  package init(seconds: Int) {
    var (time, parts) = (time_t(seconds), tm())
    localtime_r(&time, &parts)
    (year, month, day) = (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    (hour, minute) = (Int(parts.tm_hour), Int(parts.tm_min))
  }
}
