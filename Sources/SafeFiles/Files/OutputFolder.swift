import Glibc

/// A folder that receives finished files: all of a group, or none.
package struct OutputFolder {
  package let path: String

  /// Makes the folder, and those above it, when it is missing; new ones are private (0700).
  package init(path: String) throws(ExportFailure) {
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
  package static func write(_ bytes: [UInt8], to path: String, like status: stat? = nil) throws(ExportFailure)
  {
    let place = FilePlace(path)
    guard !place.name.isEmpty else { throw .usage("\(path) names no file; give one") }
    _ = try OutputFolder(path: place.folder).write([(place.name, bytes)], like: status)
  }

  /// Writes one file over another one: what a symbolic link leads to is replaced, not the link, and owner and permissions
  /// stay. A file that is not there is made, private.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(ExportFailure) {
    guard let found = realpath(path, nil) else { return try write(bytes, to: path) }
    defer { free(found) }
    let target = String(cString: found)
    var status = stat()
    let isFile = stat(target, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    try write(bytes, to: target, like: isFile ? status : nil)
  }

  /// Writes a group of files. Each is private (0600), has no name where the file system has such files, and reaches the
  /// disk before the first of the group gets its final name: a file under a final name is whole, also after a power cut.
  /// When one cannot be written, no final name has changed.
  ///
  /// - Parameter status: whose owner and permissions the files get; private (0600) without one.
  /// - Returns: the paths, in the order of the files.
  package func write(
    _ files: [(name: String, bytes: [UInt8])], like status: stat? = nil
  ) throws(ExportFailure) -> [String] {
    let final = files.map { "\(path)/\($0.name)" }
    for name in final where InputFile.isFolder(name) {
      throw .cannotCreate(path: name, reason: "a folder of this name is in the way")
    }
    guard let first = final.first else { return [] }
    UnfinishedFolder.sweep(path)
    let hidden = UnfinishedFile.canBeNameless(in: path) ? nil : try hiddenFolder(for: first)
    defer { hidden?.remove() }
    // Side by side, since each waits for the disk.
    let works = zip(files, final).enumerated().map { index, file in
      let place = hidden.map { UnfinishedFile.Place.named("\($0.path)/\(index)") } ?? .nameless(folder: path)
      return { @Sendable in Self.written(file.0.bytes, place, like: status, shownAs: file.1) }
    }
    var written: [UnfinishedFile] = []
    for result in InParallel.all(works) { written.append(try result.get()) }
    try Interruption.holdingOff { () throws(ExportFailure) in
      if hidden == nil, try Self.link(written, final) { return }
      try replace(final, by: written, in: hidden)
    }
    do throws(FolderTree.Failure) { try FolderTree.sync(path) } catch {
      guard case .system(_, let cause) = error else { return final }
      throw cause.failure(of: path)
    }
    return final
  }

  private func hiddenFolder(for file: String) throws(ExportFailure) -> UnfinishedFolder {
    do throws(SystemError) { return try UnfinishedFolder(in: path) } catch { throw error.creating(file) }
  }

  private static func written(
    _ bytes: [UInt8], _ place: UnfinishedFile.Place, like status: stat?, shownAs path: String
  ) -> Result<UnfinishedFile, ExportFailure> {
    do throws(SystemError) { return .success(try UnfinishedFile(bytes, place, like: status)) } catch {
      return .failure(error.writing(path))
    }
  }

  /// Gives nameless files their final names at once, where nothing has one of them: they are never to be seen under
  /// another.
  ///
  /// - Returns: false when something has one; then nothing has changed.
  private static func link(_ files: [UnfinishedFile], _ names: [String]) throws(ExportFailure) -> Bool {
    guard !names.contains(where: InputFile.isThere) else { return false }
    for (index, file) in files.enumerated() {
      do throws(SystemError) { try file.take(names[index]) } catch {
        for name in names[..<index] { unlink(name) }
        if error.code == EEXIST { return false }
        throw error.creating(names[index])
      }
    }
    return true
  }

  /// Gives files their final names by way of others in a hidden folder, from which they replace what is there.
  private func replace(
    _ names: [String], by files: [UnfinishedFile], in hidden: UnfinishedFolder?
  ) throws(ExportFailure) {
    let folder = if let hidden { hidden } else { try hiddenFolder(for: names.first ?? path) }
    defer { folder.remove() }
    let moves = names.enumerated().map { FinalNames.Move(temporary: "\(folder.path)/\($0)", final: $1) }
    for (file, move) in zip(files, moves) {
      do throws(SystemError) { try file.take(move.temporary) } catch { throw error.creating(move.final) }
    }
    try FinalNames.take(moves)
  }
}

/// A path as its folder and its name.
package struct FilePlace {
  package let folder: String
  /// Empty when the path ends in a slash.
  package let name: String

  package init(_ path: String) {
    // By bytes, as the system does: a letter may be joined with a slash before it.
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    name = String(path[(slash.map { path.utf8.index(after: $0) } ?? path.startIndex)...])
  }
}
