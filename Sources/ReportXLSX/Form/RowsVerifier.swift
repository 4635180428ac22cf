import CExpat
import Glibc
import Zip

/// Holds a workbook on disk that was written row by row against what was written to it, in the memory of a piece of it.
///
/// A workbook in memory needs none of this. On a disk libxlsxwriter 1.1.4 reports success for parts that could not be
/// written; the stream of such a part gives nothing back, so that the part is no XML or has no cells.
struct RowsVerifier {
  let sheet: SheetName
  let cellCount: Int
  /// The rows that hold a cell.
  let rowCount: Int

  private static let sheetPart = "xl/worksheets/sheet1.xml"

  /// - Throws: `WorkbookError` with the cause `.damaged` and the first part that is not whole.
  func verify(fileAt path: String) throws(WorkbookError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WorkbookError(.system(errno: errno, path: path), operation: "open") }
    defer { _ = close(descriptor) }
    var hasSheet = false
    do throws(ZipError) {
      let archive = try ZipReader(descriptor: descriptor)
      for entry in try archive.entries() {
        let counts = try Self.elements(of: entry, in: archive)
        guard entry.name == Self.sheetPart else { continue }
        hasSheet = true
        guard counts == [cellCount, rowCount] else {
          throw ZipError(
            entry: entry.name,
            reason: "\(counts[0]) cells in \(counts[1]) rows, \(cellCount) in \(rowCount) written")
        }
      }
    } catch {
      throw damaged(error.entry ?? "the zip archive", error.reason)
    }
    guard hasSheet else { throw damaged(Self.sheetPart, "missing") }
  }

  /// How many cells and rows a part has. All parts of such a workbook are XML.
  private static func elements(
    of entry: ZipReader.Entry, in archive: borrowing ZipReader
  ) throws(ZipError) -> [Int] {
    guard let count = ElementCount(of: ["c", "row"]) else { throw ZipError(reason: "out of memory") }
    try archive.read(entry, atMost: Int(clamping: entry.size)) { count.read($0) }
    if let reason = count.finish() { throw ZipError(entry: entry.name, reason: reason) }
    return count.counts
  }

  private func damaged(_ part: String, _ reason: String) -> WorkbookError {
    WorkbookError(.damaged(part: part, reason: reason), operation: "verify", sheet: sheet.text)
  }
}

/// How often elements stand in an XML text that comes in pieces.
private final class ElementCount {
  private let parser: XML_Parser
  /// C strings: a sheet has many elements, and few of them count.
  private let names: [[CChar]]
  private(set) var counts: [Int]
  /// Why the text is not well-formed.
  private var malformed: String?

  /// Nil when there is no memory.
  init?(of names: [String]) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.names = names.map { Array($0.utf8CString) }
    counts = names.map { _ in 0 }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    // expat.h: names "are 0 terminated".
    XML_SetStartElementHandler(parser) { userData, name, _ in
      guard let userData, let name else { return }
      Unmanaged<ElementCount>.fromOpaque(userData).takeUnretainedValue().start(name)
    }
  }

  deinit { XML_ParserFree(parser) }

  private func start(_ name: UnsafePointer<CChar>) {
    for index in names.indices where strcmp(names[index], name) == 0 { counts[index] += 1 }
  }

  /// False when the rest need not be read.
  func read(_ piece: UnsafeRawBufferPointer, isLast: Bool = false) -> Bool {
    let bytes = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
    if XML_Parse(parser, bytes, Int32(clamping: piece.count), isLast ? 1 : 0) != XML_STATUS_OK,
      malformed == nil
    {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "malformed"
      malformed = "\(reason) in line \(XML_GetCurrentLineNumber(parser))"
    }
    return malformed == nil
  }

  /// Nil for a text that is well-formed, else why it is not.
  func finish() -> String? {
    if malformed == nil { _ = read(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }
    return malformed
  }
}
