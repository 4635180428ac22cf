import Foundation
import Testing

@testable import ReportXLSX

/// Workbooks on a disk that are held against what was written to them.
@Suite struct RowsVerifierTests {
  private static let verifier = RowsVerifier(sheet: SheetName(text: "One"), cellCount: 3, rowCount: 2)

  private static let whole: [(name: String, text: String)] = [
    ("[Content_Types].xml", #"<Types><Override PartName="/xl/worksheets/sheet1.xml"/></Types>"#),
    ("_rels/.rels", "<Relationships/>"),
    (
      "xl/worksheets/sheet1.xml",
      #"<?xml version="1.0"?><worksheet><sheetData>"#
        + #"<row><c r="A1"/><c r="B1"/></row><row><c r="A2"><v>1</v></c></row></sheetData></worksheet>"#
    ),
  ]

  private static func zip(_ change: (inout [(name: String, text: String)]) -> Void = { _ in }) -> StoredZip {
    var parts = whole
    change(&parts)
    return StoredZip(parts: parts.map { ($0.name, Array($0.text.utf8)) })
  }

  private static func cause(_ bytes: [UInt8]) throws -> WorkbookError.Cause? {
    try Scratch.with { directory in
      let path = directory + "/rows.xlsx"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do throws(WorkbookError) {
        try verifier.verify(fileAt: path)
        return nil
      } catch { return error.cause }
    }
  }

  private static func damagedPart(_ bytes: [UInt8]) throws -> String? {
    if case .damaged(let part, _) = try cause(bytes) { part } else { nil }
  }

  @Test func `a whole workbook passes`() throws {
    #expect(try Self.cause(Self.zip().bytes) == nil)
  }

  @Test(arguments: whole.indices)
  func `a part that is cut anywhere is found`(part: Int) throws {
    for kept in 0..<Self.whole[part].text.utf8.count {
      let bytes = Self.zip { $0[part].text = String($0[part].text.prefix(kept)) }.bytes
      #expect(try Self.damagedPart(bytes) == Self.whole[part].name, "cut after \(kept) characters")
    }
  }

  @Test(arguments: whole.indices)
  func `a part whose sum does not hold is found`(part: Int) throws {
    var zip = Self.zip()
    zip.badSum = Self.whole[part].name
    #expect(try Self.damagedPart(zip.bytes) == Self.whole[part].name)
  }

  @Test func `an archive that is cut anywhere is found`() throws {
    let bytes = Self.zip().bytes
    for kept in stride(from: 0, to: bytes.count, by: 7) {
      #expect(try Self.cause(Array(bytes.prefix(kept))) != nil, "cut after \(kept) bytes")
    }
  }

  @Test(arguments: [
    (#"<c r="B1"/>"#, "2 cells in 2 rows, 3 in 2 written"),
    (#"<row><c r="A2"><v>1</v></c></row>"#, "2 cells in 1 rows, 3 in 2 written"),
  ])
  func `a well-formed sheet with something left out is found`(left: String, reason: String) throws {
    let bytes = Self.zip { $0[2].text = $0[2].text.replacing(left, with: "") }.bytes
    #expect(try Self.cause(bytes) == .damaged(part: Self.whole[2].name, reason: reason))
  }

  @Test func `a workbook without its sheet, and a file that is not there, are found`() throws {
    #expect(try Self.damagedPart(Self.zip { $0.remove(at: 2) }.bytes) == Self.whole[2].name)
    #expect(throws: WorkbookError(.system(errno: ENOENT, path: "/nonexistent/a.xlsx"), operation: "open")) {
      try Self.verifier.verify(fileAt: "/nonexistent/a.xlsx")
    }
  }
}
