import Glibc

/// Reads input files and folders whole.
enum InputFile {
  /// Larger files are no template or dataset table: they are refused before they fill the memory.
  static let largestBytes = 64 << 20

  /// Reads a file; `-` is standard input.
  ///
  /// - Parameter largestBytes: what the file may have at most, a number of whole KiB.
  static func read(_ path: String, largestBytes: Int = Self.largestBytes) throws(ExportFailure) -> [UInt8] {
    if path == "-" {
      return try read(descriptor: STDIN_FILENO, path: "standard input", largestBytes: largestBytes)
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, path: path, largestBytes: largestBytes)
  }

  private static func read(
    descriptor: Int32, path: String, largestBytes: Int
  ) throws(ExportFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .missingInput(path: path, reason: SystemError.last.reason)
      }
      bytes += chunk[..<count]
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
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// True for a regular file, also behind a symbolic link.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names of the regular files directly in a folder, sorted; hidden ones are left out.
  static func names(inFolder path: String) throws(ExportFailure) -> [String] {
    guard let folder = opendir(path) else {
      throw .missingInput(path: path, reason: SystemError.last.reason)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard !name.hasPrefix("."), stat("\(path)/\(name)", &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      names.append(name)
    }
    return names.sorted()
  }

  /// Reads files of a folder, by name.
  static func read(_ names: [String], inFolder path: String) throws(ExportFailure) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in names { files[name] = try read("\(path)/\(name)") }
    return files
  }
}
