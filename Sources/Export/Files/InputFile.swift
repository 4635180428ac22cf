import Glibc

/// Reads input files and folders whole.
enum InputFile {
  /// Larger files are no profile, template or dataset table: they are refused before they fill the memory.
  static let largestBytes = 64 << 20

  /// Reads a file; `-` is standard input.
  static func read(_ path: String) throws(ExportFailure) -> [UInt8] {
    if path == "-" { return try read(descriptor: STDIN_FILENO, path: "standard input") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, path: path)
  }

  private static func read(descriptor: Int32, path: String) throws(ExportFailure) -> [UInt8] {
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
        throw .badData(path: path, problems: ["the file is larger than 64 MiB; give a smaller one"])
      }
    }
  }

  /// The regular files directly in a folder, by name.
  static func readFolder(_ path: String) throws(ExportFailure) -> [String: [UInt8]] {
    guard let folder = opendir(path) else {
      throw .missingInput(path: path, reason: SystemError.last.reason)
    }
    defer { closedir(folder) }
    var files: [String: [UInt8]] = [:]
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let filePath = "\(path)/\(name)"
      var status = stat()
      guard !name.hasPrefix("."), stat(filePath, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      files[name] = try read(filePath)
    }
    return files
  }
}
