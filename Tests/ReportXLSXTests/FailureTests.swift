import Foundation
import ReportModel
import Testing

@testable import ReportXLSX

@Suite struct FailureTests {
  @Test func `a workbook in memory is the same when no disk has room`() async throws {
    await #expect(processExitsWith: .success) {
      let whole = try Scratch.bytes(of: Fixture.report())
      Disk.fill()
      exit(try Scratch.bytes(of: Fixture.report()) == whole ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  /// So many long texts that their part is in a file.
  private static func writeRows(
    to path: String, scratch directory: String, _ beforeRow: (Int) -> Void = { _ in }
  ) throws -> [UInt8] {
    try RowsWorkbook.write(to: path, sheet: "A", columns: 1, scratchDirectory: directory) { table in
      for row in 0..<60 {
        beforeRow(row)
        try table.append([.text(String(repeating: "\(row % 10)", count: 30_000))])
      }
    }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test(arguments: [("/nonexistent/scratch", ENOENT), ("/dev/null", ENOTDIR)])
  func `a scratch directory that is missing, or is no directory, is an error`(directory: String, code: Int32)
    throws
  {
    try Scratch.with { folder in
      do {
        _ = try Self.writeRows(to: folder + "/a.xlsx", scratch: directory)
        Issue.record("written without a scratch directory")
      } catch let error as WorkbookError {
        guard case .damaged(part: "xl/worksheets/sheet1.xml", _) = error.cause else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }

  @Test func `writes that fail from any length on never give a workbook of rows that is not whole`()
    async throws
  {
    await #expect(processExitsWith: .success) {
      try Scratch.with { directory in
        let path = directory + "/a.xlsx"
        let whole = try Self.writeRows(to: path, scratch: directory)
        var failures = 0
        for limit in stride(from: 0, to: 2_000_000, by: 61_001) {
          Disk.fill(after: limit)
          do {
            if try Self.writeRows(to: path, scratch: directory) != whole { exit(EXIT_FAILURE) }
          } catch is WorkbookError { failures += 1 }
        }
        exit(failures > 10 ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }
  }

  @Test(arguments: [40, 59])
  func `writes that fail for a while never give a workbook with a hole`(row: Int) async throws {
    await #expect(processExitsWith: .success) { [row = row as Int] in
      try Scratch.with { directory in
        do {
          _ = try Self.writeRows(to: directory + "/a.xlsx", scratch: directory) {
            // The row before is printed when this one begins.
            if $0 == row { Disk.fill() } else if $0 == row + 1 { Disk.free() }
          }
          exit(EXIT_FAILURE)
        } catch is WorkbookError { exit(EXIT_SUCCESS) }
      }
    }
  }

  @Test func `a workbook of rows that cannot be made says why`() throws {
    #expect(
      throws: WorkbookError(
        .library(code: 2, message: "Error creating output xlsx file. Usually a permissions error."),
        operation: "workbook_close")
    ) { try Scratch.with { _ = try Self.writeRows(to: "/nonexistent/a.xlsx", scratch: $0) } }
  }

  @Test func `a workbook that is dropped is freed`() throws {
    let workbook = try Workbook(branding: Branding())
    try workbook.addWorksheet(named: SheetName(text: "A")) {
      try $0.write(.cell("text"), at: CellAddress(row: 0, column: 0), style: .body)
    }
    _ = consume workbook
  }

  @Test func `an error names the sheet and the cell`() throws {
    let workbook = try Workbook(branding: Branding())
    try workbook.addWorksheet(named: SheetName(text: "Pay")) { sheet in
      do {
        try sheet.write(1, at: CellAddress(row: 1_048_576, column: 2), style: .body)
        Issue.record("written beyond the last row")
      } catch let error as WorkbookError {
        #expect(error.sheet == "Pay")
        #expect(error.cell == "C1048577")
        #expect(error.operation == "worksheet_write_number")
        #expect(
          error.description
            == "the workbook could not be written: the cell C1048577 of the sheet 'Pay' "
            + "(Worksheet row or column index out of range); leave out the format xlsx, and report this")
      }
    }
    do {
      try workbook.addWorksheet(named: SheetName(text: "pay")) { _ in }
      Issue.record("two sheets of one name")
    } catch let error as WorkbookError {
      #expect(error.operation == "workbook_validate_sheet_name")
      #expect(error.sheet == "pay")
    }
  }

  @Test func `a number format that the library would cut is refused`() throws {
    let workbook = try Workbook(branding: Branding())
    try workbook.addWorksheet(named: SheetName(text: "A")) { sheet in
      let style = CellStyle(numberFormat: "\"" + String(repeating: "x", count: 126) + "\"0")
      #expect(throws: WorkbookError.self) {
        try sheet.write(1, at: CellAddress(row: 0, column: 0), style: style)
      }
    }
  }

  @Test func `a sheet takes 65,530 links and no more`() throws {
    let workbook = try Workbook(branding: Branding())
    try workbook.addWorksheet(named: SheetName(text: "A")) { sheet in
      let link = try #require(SheetLink(web: "https://example.org/"))
      for row in 0..<65_530 {
        try sheet.writeLink(link, text: .cell("x"), at: CellAddress(row: row, column: 0), style: .body)
      }
      do {
        try sheet.writeLink(link, text: .cell("x"), at: CellAddress(row: 65_530, column: 0), style: .body)
        Issue.record("a link too many")
      } catch let error as WorkbookError { #expect(error.cause == .limit(name: "links", maximum: 65_530)) }
    }
  }
}
