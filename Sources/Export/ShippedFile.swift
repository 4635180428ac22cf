import ShippedFiles

/// The files that are part of the binary: the default dataset and the templates.
enum ShippedFile {
  /// The files under a folder, by their names in it.
  static func folder(_ path: String) -> [String: [UInt8]] {
    let prefix = path + "/"
    var files: [String: [UInt8]] = [:]
    for index in 0..<shipped_file_count() {
      let name = String(cString: shipped_file_name(index))
      guard name.hasPrefix(prefix) else { continue }
      files[String(name.dropFirst(prefix.count))] = Array(
        UnsafeBufferPointer(start: shipped_file_bytes(index), count: shipped_file_length(index)))
    }
    return files
  }

  /// The names of the folders directly under one, sorted.
  static func folders(in path: String) -> [String] {
    let prefix = path + "/"
    let names = (0..<shipped_file_count()).compactMap { index -> Substring? in
      let name = String(cString: shipped_file_name(index))
      guard name.hasPrefix(prefix) else { return nil }
      return name.dropFirst(prefix.count).split(separator: "/").first
    }
    return Set(names.map(String.init)).sorted()
  }
}
