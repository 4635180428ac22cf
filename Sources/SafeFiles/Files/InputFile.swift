import Glibc

/// Reads input files and folders whole.
package enum InputFile {
  /// No template or dataset table is larger; larger files are refused before they fill the memory.
  package static let largestBytes = 64 << 20

  /// Reads a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - largestBytes: what the file may have at most, a number of whole KiB.
  ///   - takesPipes: see ``open(_:takesPipes:)``.
  package static func read(
    _ path: String, largestBytes: Int = Self.largestBytes, takesPipes: Bool = false
  ) throws(ExportFailure) -> [UInt8] {
    if path == "-" {
      return try read(descriptor: STDIN_FILENO, path: "standard input", largestBytes: largestBytes)
    }
    let descriptor = try open(path, takesPipes: takesPipes)
    defer { close(descriptor) }
    return try read(descriptor: descriptor, path: path, largestBytes: largestBytes)
  }

  /// Opens a regular file for reading; the descriptor is the caller's. Never blocks, as open(2) of a named pipe or a
  /// device may.
  ///
  /// - Parameter takesPipes: true where a pipe is as good as a file, as `/dev/stdin` and `<(command)` of a shell are, and
  ///   waiting for it is what the user asks for.
  package static func open(_ path: String, takesPipes: Bool = false) throws(ExportFailure) -> Int32 {
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (takesPipes ? 0 : O_NONBLOCK)
    let descriptor = Glibc.open(path, flags)
    guard descriptor >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    return takesPipes ? descriptor : try regular(descriptor, path: path)
  }

  /// Opens a regular file in a folder, without following a link inside the folder: it could lead to what the folder's
  /// author was not to see. The folder itself may be a link.
  ///
  /// - Parameters:
  ///   - name: the path of the file in the folder.
  ///   - folder: as the user gave it.
  package static func open(_ name: String, inFolder folder: String) throws(ExportFailure) -> Int32 {
    var place = folder
    var directory = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw .missingInput(path: folder, reason: SystemError.last.reason) }
    defer { close(directory) }
    let parts = name.split(separator: "/")
    for (index, part) in parts.enumerated() {
      place += "/\(part)"
      let isLast = index == parts.count - 1
      let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | (isLast ? O_NONBLOCK : O_DIRECTORY)
      let descriptor = openat(directory, String(part), flags)
      guard descriptor >= 0 else {
        let failure = SystemError.last
        throw isSymbolicLink(place) ? linkRefused(place) : .missingInput(path: place, reason: failure.reason)
      }
      if isLast { return try regular(descriptor, path: place) }
      close(directory)
      directory = descriptor
    }
    throw .missingInput(path: folder, reason: SystemError(code: EISDIR).reason)
  }

  private static func linkRefused(_ path: String) -> ExportFailure {
    .badData(
      path: path,
      problems: ["a symbolic link, which may lead out of the folder; put the file itself in its place"])
  }

  /// The descriptor, when it is of a regular file; else it is closed.
  private static func regular(_ descriptor: Int32, path: String) throws(ExportFailure) -> Int32 {
    var status = stat()
    let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
    guard kind == S_IFREG else {
      close(descriptor)
      throw .missingInput(path: path, reason: reason(of: kind))
    }
    return descriptor
  }

  private static func reason(of kind: mode_t) -> String {
    switch kind {
    case S_IFDIR: SystemError(code: EISDIR).reason
    case S_IFIFO: "it is a pipe, and a regular file is needed"
    case S_IFCHR, S_IFBLK: "it is a device, and a regular file is needed"
    default: "it is not a regular file"
    }
  }

  private static func read(
    descriptor: Int32, path: String, largestBytes: Int
  ) throws(ExportFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk: [UInt8]
      do { chunk = try FileBytes(descriptor).next(1 << 16) } catch {
        throw .missingInput(path: path, reason: error.reason)
      }
      if chunk.isEmpty { return bytes }
      bytes += chunk
      if bytes.count > largestBytes {
        let problem = "the file is larger than \(size(largestBytes)); give a smaller one"
        throw .badData(path: path, problems: [problem])
      }
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\(bytes >> 10) KiB" : "\(bytes >> 20) MiB"
  }

  /// Whether something has this name, if only a link that leads nowhere.
  package static func isThere(_ path: String) -> Bool { kind(of: path, lstat) != nil }

  /// True for a regular file, also behind a symbolic link.
  package static func isFile(_ path: String) -> Bool { kind(of: path, stat) == S_IFREG }

  /// True for a folder, also behind a symbolic link.
  package static func isFolder(_ path: String) -> Bool { kind(of: path, stat) == S_IFDIR }

  package static func isSymbolicLink(_ path: String) -> Bool { kind(of: path, lstat) == S_IFLNK }

  /// Nil for nothing.
  private static func kind(
    of path: String, _ look: (UnsafePointer<CChar>, UnsafeMutablePointer<stat>) -> Int32
  ) -> mode_t? {
    var status = stat()
    return look(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The names of the regular files directly in a folder, sorted; hidden ones are left out.
  package static func names(inFolder path: String) throws(ExportFailure) -> [String] {
    guard let folder = opendir(path) else {
      throw .missingInput(path: path, reason: SystemError.last.reason)
    }
    defer { closedir(folder) }
    return FolderTree.names(folder).filter { !$0.hasPrefix(".") && isFile("\(path)/\($0)") }
  }

  /// Reads files of a folder, by their paths in it; links in the folder are refused.
  ///
  /// - Parameter totalBytes: what all of them together may have at most.
  package static func read(
    _ names: [String], inFolder path: String, totalBytes: Int = .max
  ) throws(ExportFailure) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var rest = totalBytes
    for name in names {
      let descriptor = try open(name, inFolder: path)
      defer { close(descriptor) }
      let bytes = try read(descriptor: descriptor, path: "\(path)/\(name)", largestBytes: largestBytes)
      rest -= bytes.count
      guard rest >= 0 else {
        throw .badData(
          path: path, problems: ["the files are together larger than \(size(totalBytes)); give smaller ones"])
      }
      files[name] = bytes
    }
    return files
  }
}
