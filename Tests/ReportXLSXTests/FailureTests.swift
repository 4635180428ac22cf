import Foundation
import ReportModel
import Testing

@testable import ReportXLSX

@Suite struct FailureTests {
  @Test func `a scratch directory that is missing, or is no directory, is an error of the system`() throws {
    for (directory, code) in [("/nonexistent/scratch", ENOENT), ("/dev/null", ENOTDIR)] {
      #expect(
        throws: WorkbookError(.system(errno: code, path: directory), operation: "mkstemps")
      ) {
        try XLSXReportWriter(scratchDirectory: directory, words: Fixture.words).files(for: Fixture.report())
      }
    }
  }

  @Test func `a scratch directory that one may not write to is an error of the system`() async throws {
    let directory = try Scratch.make()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    chmod(directory, 0o555)
    await #expect(processExitsWith: .success) { [directory = directory as String] in
      // The mode does not stop root.
      if geteuid() == 0, setgid(65_534) != 0 || setuid(65_534) != 0 { exit(EXIT_FAILURE) }
      do {
        _ = try XLSXReportWriter(scratchDirectory: directory, words: Fixture.words).files(
          for: Fixture.report())
        exit(EXIT_FAILURE)
      } catch let error as WorkbookError {
        exit(error.cause == .system(errno: EACCES, path: directory) ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }
  }

  /// A limit on the length of files fails writes as a full disk does, at every place in turn.
  @Test func `writes that fail never give a workbook that is not whole`() async throws {
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      let lengthOfFiles = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      let whole = try Scratch.bytes(of: Fixture.report())
      var failures = 0
      for limit in stride(from: 0, to: 48_000, by: 1_201) {
        var limits = rlimit()
        getrlimit(lengthOfFiles, &limits)
        limits.rlim_cur = rlim_t(limit)
        guard setrlimit(lengthOfFiles, &limits) == 0 else { exit(EXIT_FAILURE) }
        do {
          if try Scratch.bytes(of: Fixture.report()) != whole { exit(EXIT_FAILURE) }
        } catch is WorkbookError { failures += 1 }
      }
      exit(failures > 10 ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test func `a workbook that cannot be written is freed, and says why`() throws {
    #expect(
      throws: WorkbookError(
        .library(code: 2, message: "Error creating output xlsx file. Usually a permissions error."),
        operation: "workbook_close")
    ) {
      var workbook = try Workbook(
        path: "/nonexistent/a.xlsx", temporaryDirectory: "/tmp", branding: Branding())
      try workbook.addWorksheet(named: SheetName(text: "A")) { _ in }
      _ = try workbook.close()
    }
  }

  @Test func `a workbook that is dropped is freed and writes nothing`() throws {
    try Scratch.with { directory in
      var workbook = try Workbook(
        path: directory + "/a.xlsx", temporaryDirectory: directory, branding: Branding())
      try workbook.addWorksheet(named: SheetName(text: "A")) {
        try $0.write(.cell("text"), at: CellAddress(row: 0, column: 0), style: .body)
      }
      _ = consume workbook
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == [])
    }
  }

  @Test func `an error names the sheet and the cell`() throws {
    try Scratch.with { directory in
      var workbook = try Workbook(
        path: directory + "/a.xlsx", temporaryDirectory: directory, branding: Branding())
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
  }

  @Test func `a number format that the library would cut is refused`() throws {
    try Scratch.with { directory in
      var workbook = try Workbook(
        path: directory + "/a.xlsx", temporaryDirectory: directory, branding: Branding())
      try workbook.addWorksheet(named: SheetName(text: "A")) { sheet in
        let style = CellStyle(numberFormat: "\"" + String(repeating: "x", count: 126) + "\"0")
        #expect(throws: WorkbookError.self) {
          try sheet.write(1, at: CellAddress(row: 0, column: 0), style: style)
        }
      }
    }
  }

  @Test func `a sheet takes 65,530 links and no more`() throws {
    try Scratch.with { directory in
      var workbook = try Workbook(
        path: directory + "/a.xlsx", temporaryDirectory: directory, branding: Branding())
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
}
