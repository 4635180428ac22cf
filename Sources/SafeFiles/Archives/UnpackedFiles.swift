import CArchive
import Glibc

/// A few files of an archive (see ``PackedFile``), unpacked into a folder. The others are passed over.
package enum UnpackedFiles {
  /// Writes each as a private file (0600).
  ///
  /// - Parameters:
  ///   - wanted: by their names, with how many bytes each has.
  ///   - path: of the archive; a link is not followed.
  /// - Throws: ``ExportFailure/badData(path:problems:)`` when one of them is not there once, and of just that length.
  package static func write(
    _ wanted: [String: Int], of path: String, into folder: String
  ) throws(ExportFailure) {
    let descriptor: Int32
    do throws(SystemError) { descriptor = try PlainFile.open(path, O_RDONLY) } catch {
      throw .missingInput(path: path, reason: error.reason)
    }
    defer { close(descriptor) }
    var reason = [CChar](repeating: 0, count: 200)
    guard let archive = pathbook_archive_read(descriptor, &reason) else {
      guard pathbook_archive_is_there() != 0 else {
        throw .missingProgram(
          reason:
            "\(path): libarchive is not installed (on Debian: apt-get install libarchive13), which reads archives"
        )
      }
      throw .badData(path: path, problems: [words(reason)])
    }
    defer { pathbook_archive_read_end(archive) }
    var missing = wanted
    while !missing.isEmpty {
      var name: UnsafePointer<CChar>?
      switch pathbook_archive_read_next(archive, &name, &reason) {
      case 0: break
      case 1:
        throw .badData(path: path, problems: ["it has no \(missing.keys.sorted().joined(separator: ", "))"])
      default: throw .badData(path: path, problems: [words(reason)])
      }
      guard let name = name.map({ String(cString: $0) }), let bytes = missing.removeValue(forKey: name) else {
        continue
      }
      try write(archive, to: "\(folder)/\(name)", bytes: bytes, of: path)
    }
  }

  /// Writes the file that the archive stands at.
  private static func write(
    _ archive: OpaquePointer, to file: String, bytes: Int, of path: String
  ) throws(ExportFailure) {
    let output = try AppendFile(file)
    var (rest, chunk) = (bytes, [UInt8](repeating: 0, count: 1 << 18))
    while true {
      var reason = [CChar](repeating: 0, count: 200)
      let count = pathbook_archive_read_bytes(archive, &chunk, chunk.count, &reason)
      guard count >= 0 else { throw .badData(path: path, problems: [words(reason)]) }
      rest -= count
      guard count > 0, rest >= 0 else { break }
      try output.append(Array(chunk[..<count]))
    }
    guard rest == 0 else {
      throw .badData(path: path, problems: ["\(FilePlace(file).name) in it has not the length that it had"])
    }
  }

  private static func words(_ reason: [CChar]) -> String {
    String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
