import Zip

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension WorkbookVerifier {
  /// Holds a workbook on disk that was written row by row, without pictures, against what was written to it, in the memory
  /// of a piece of it.
  func verify(fileAt path: String) throws(WorkbookError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WorkbookError(.system(errno: errno, path: path), operation: "open") }
    defer { _ = close(descriptor) }
    var sheetsFound = 0
    do throws(ZipError) {
      let archive = try ZipReader(descriptor: descriptor)
      for entry in try archive.entries() where ["xml", "rels"].contains(Self.fileExtension(entry.name)) {
        let outline = try Self.outline(of: entry, in: archive)
        guard case .success(let outline) = outline else {
          throw ZipError(entry: entry.name, reason: "it is no XML")
        }
        guard let index = Self.sheetIndex(entry.name) else { continue }
        guard sheets.indices.contains(index), outline.counts["c", default: 0] == sheets[index].cellCount,
          outline.counts["row", default: 0] == sheets[index].rowCount
        else { throw ZipError(entry: entry.name, reason: "it has not the cells that were written") }
        sheetsFound += 1
      }
    } catch {
      throw damaged(error.entry ?? "the zip archive", error.reason)
    }
    guard sheetsFound == sheets.count else {
      throw damaged("xl/worksheets", "\(sheetsFound) of \(sheets.count) sheets")
    }
  }

  private static func outline(
    of entry: ZipReader.Entry, in archive: borrowing ZipReader
  ) throws(ZipError) -> Result<XMLOutline, XMLOutline.Malformed> {
    let reading = XMLOutline.Reading(counting: sheetIndex(entry.name) == nil ? [] : ["c", "row"])
    try archive.read(entry, atMost: Int(clamping: entry.size)) { chunk in reading?.read(chunk) ?? false }
    return reading?.finish() ?? .failure(.init(line: 0, reason: "out of memory"))
  }
}
