import Foundation
import Tabular
import Testing
import Zip

@testable import ReportXLSX

/// Workbooks that are written row by row.
@Suite struct RowsWorkbookTests {
  private static let rows: [[RowsWorkbook.Cell]] = [
    [.text("id"), .text("pay"), .text("=1+1"), .empty, .text("dates")],
    [
      .text("00123", isTyped: true), .number(46_000.5, format: "#,##0.00"), .flag(true), .empty,
      .number(46_349, format: "m/d/yyyy"),
    ],
    [],
    [.empty, .error("#N/A"), .error("#REF!"), .flag(false), .text("\"é\"\n_x0041_<&>")],
    [.number(123, format: "00000"), .number(-1e-7, format: "General")],
  ]

  private static func written(_ rows: [[RowsWorkbook.Cell]], sheet: String = "Clients") throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rows-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("rows.xlsx").path
    try RowsWorkbook.write(to: path, sheet: sheet, columns: 5, scratchDirectory: folder.path) { table in
      for row in rows { try table.append(row) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["rows.xlsx"])
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test func `cells are read back with their types and formats`() throws {
    var budget = UnpackBudget()
    let workbook = try WorkbookFile(ZipEntries(Self.written(Self.rows)), &budget, readsFormats: true)
    #expect(workbook.sheets.map(\.name) == ["Clients"])
    let sheet = workbook.sheets[0]
    let rows = try SheetRows(of: sheet, in: workbook, &budget)
    var read: [String] = []
    while let row = try rows.next() {
      read += row.cells.map { "\(row.number) \($0.column) \($0.value) \($0.text) \($0.format.code)" }
    }
    #expect(
      read == [
        "1 0 text id General", "1 1 text pay General", "1 2 text =1+1 General", "1 4 text dates General",
        "2 0 text 00123 @", "2 1 number(46000.5) 46000.5 #,##0.00", "2 2 flag(true) TRUE General",
        "2 4 date(Tabular.SheetDate(year: 2026, month: 11, day: 23)) 2026-11-23 m/d/yyyy",
        "4 1 error #N/A General", "4 2 error #REF! General", "4 3 flag(false) FALSE General",
        "4 4 text \"é\"\n_x0041_<&> General", "5 0 number(123.0) 00123 00000",
        "5 1 number(-1e-07) -0.0000001 General",
      ])
  }

  @Test func `the same rows give the same bytes, whatever the name of the sheet asks for`() throws {
    #expect(try Self.written(Self.rows) == Self.written(Self.rows))
    var budget = UnpackBudget()
    let workbook = try WorkbookFile(ZipEntries(Self.written([], sheet: "a/b:c*'")), &budget)
    #expect(workbook.sheets.map(\.name) == ["a b c"])
  }

  @Test func `an error in the midst leaves no file in the scratch directory`() throws {
    struct Stop: Error {}
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rows-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("rows.xlsx").path
    #expect(throws: Stop.self) {
      try RowsWorkbook.write(to: path, sheet: "A", columns: 1, scratchDirectory: folder.path) { table in
        try table.append([.text("x")])
        throw Stop()
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }
}
