import ReportModel
import Zip

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds a finished workbook against what was written to it.
///
/// libxlsxwriter 1.1.4 builds each part in a temporary file and does not check that the writes succeed: on a full
/// disk it packs parts whose XML is cut short, and reports success.
struct WorkbookVerifier {
  /// The sheets in their order.
  let sheets: [SheetContents]

  private static let contentTypes = "[Content_Types].xml"
  private static let sharedStrings = "xl/sharedStrings.xml"

  /// - Throws: `WorkbookError` with the cause `.damaged` and the first part that is not whole.
  func verify(_ bytes: [UInt8]) throws(WorkbookError) {
    let parts = try parts(of: bytes)
    try checkNames(parts)
    var sheetsFound = 0
    for part in parts {
      let outline = try outline(of: part)
      if let index = Self.sheetIndex(part.name) {
        guard sheets.indices.contains(index) else { throw damaged(part.name, "a sheet that nobody wrote") }
        try check(outline, of: part.name, against: sheets[index])
        sheetsFound += 1
      } else if part.name == Self.sharedStrings {
        try checkStrings(outline)
      }
    }
    guard sheetsFound == sheets.count else {
      throw damaged("xl/worksheets", "\(sheetsFound) of \(sheets.count) sheets")
    }
  }

  private struct Part {
    let name: String
    let bytes: [UInt8]
  }

  /// libxlsxwriter's own limits keep a part far below a gigabyte.
  static let largestPart = 1 << 30

  private func parts(of bytes: [UInt8]) throws(WorkbookError) -> [Part] {
    do throws(ZipError) {
      let archive = try ZipReader(bytes)
      var parts: [Part] = []
      for entry in try archive.entries() {
        parts.append(Part(name: entry.name, bytes: try archive.bytes(of: entry, atMost: Self.largestPart)))
      }
      return parts
    } catch {
      throw damaged(error.entry ?? "the zip archive", error.reason)
    }
  }

  /// Every part is named in the list of content types, and every named part is there, once.
  private func checkNames(_ parts: [Part]) throws(WorkbookError) {
    let names = Set(parts.map(\.name))
    guard names.count == parts.count else { throw damaged("the zip archive", "two parts of one name") }
    guard let list = parts.first(where: { $0.name == Self.contentTypes }) else {
      throw damaged(Self.contentTypes, "missing")
    }
    let types = try outline(of: list).attributes
    let named = Set(types.compactMap { $0["PartName"] }.map { String($0.drop { $0 == "/" }) })
    let extensions = Set(types.compactMap { $0["Extension"] }).subtracting(["xml"])
    if let missing = named.subtracting(names).min() { throw damaged(missing, "missing") }
    for part in parts where part.name != Self.contentTypes && !named.contains(part.name) {
      guard extensions.contains(Self.fileExtension(part.name)) else {
        throw damaged(part.name, "without a content type")
      }
    }
  }

  private func outline(of part: Part) throws(WorkbookError) -> XMLOutline {
    switch Self.fileExtension(part.name) {
    case "xml", "rels", "vml": break
    case "png":
      do { _ = try PNGImage(bytes: part.bytes) } catch { throw damaged(part.name, "\(error)") }
      fallthrough
    default: return XMLOutline(counts: [:], attributes: [])
    }
    let counted =
      Self.sheetIndex(part.name) != nil
      ? ["c", "row"] : part.name == Self.sharedStrings ? ["si"] : []
    let kept =
      part.name == Self.contentTypes
      ? ["Override", "Default"] : part.name == Self.sharedStrings ? ["sst"] : []
    do {
      return try PartScanner.outline(of: part.bytes, counting: counted, attributesOf: kept)
    } catch {
      throw damaged(part.name, "\(error.reason) in line \(error.line)")
    }
  }

  func check(
    _ outline: XMLOutline, of part: String, against sheet: SheetContents
  ) throws(WorkbookError) {
    let (cells, rows) = (outline.counts["c", default: 0], outline.counts["row", default: 0])
    guard cells == sheet.cellCount else {
      throw damaged(part, "\(cells) cells, \(sheet.cellCount) written", sheet: sheet.name)
    }
    guard rows == sheet.rowCount else {
      throw damaged(part, "\(rows) rows, \(sheet.rowCount) written", sheet: sheet.name)
    }
  }

  private func checkStrings(_ outline: XMLOutline) throws(WorkbookError) {
    let strings = outline.counts["si", default: 0]
    guard let promised = outline.attributes.first?["uniqueCount"], promised == String(strings) else {
      throw damaged(Self.sharedStrings, "\(strings) texts, not as many as it says")
    }
  }

  func damaged(_ part: String, _ reason: String, sheet: SheetName? = nil) -> WorkbookError {
    WorkbookError(.damaged(part: part, reason: reason), operation: "verify", sheet: sheet?.text)
  }

  /// 0 for `xl/worksheets/sheet1.xml`.
  static func sheetIndex(_ part: String) -> Int? {
    let start = "xl/worksheets/sheet"
    let end = ".xml"
    guard part.hasPrefix(start), part.hasSuffix(end) else { return nil }
    return Int(part.dropFirst(start.count).dropLast(end.count)).map { $0 - 1 }
  }

  static func fileExtension(_ part: String) -> String {
    part.lastIndex(of: ".").map { String(part[part.index(after: $0)...]).lowercased() } ?? ""
  }
}

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
