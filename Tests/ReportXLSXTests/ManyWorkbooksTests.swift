import Foundation
import ReportModel
import Testing

@testable import ReportXLSX

/// A thousand workbooks in a process of their own, one in four of which fails in some way. Nothing to see by itself:
/// `make test-memory` runs it under AddressSanitizer, which ends the process when something leaks, and valgrind.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["PATHBOOK_MEMORY_TESTS"] != nil, "see `make test-memory`"))
struct ManyWorkbooksTests {
  @Test func `a thousand workbooks, failed ones among them, leave nothing behind`() async throws {
    await #expect(processExitsWith: .success) {
      var failures = 0
      for round in 0..<1_000 where !Self.isWhole(round) { failures += 1 }
      exit(failures == 250 ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  /// Every fourth round fails, each time in another of four ways.
  private static func isWhole(_ round: Int) -> Bool {
    do {
      switch (round % 4, round / 4 % 4) {
      case (3, 0): try onFullDisk(limit: round * 40)
      case (3, 1): try rows(to: "/nonexistent/a.xlsx", 1)
      case (3, 2): try withBadSheetName()
      case (3, _): try withTextBeyondTheSheet()
      default:
        // A whole report now and then, and a small one else, since each instruction is looked at.
        let report = round % 100 == 0 ? Fixture.report(branding: branding) : Fixture.report(sections: [small])
        _ = try Scratch.bytes(of: report)
      }
      return true
    } catch { return false }
  }

  private static let small = Section(
    id: "a", title: "A", shortTitle: "A",
    blocks: Array(Fixture.settings.blocks.prefix(3)))

  private static let branding: Branding = {
    var branding = Branding()
    branding.logo = try? PNGImage(bytes: PNGBytes.file(width: 30, height: 10))
    return branding
  }()

  private static func onFullDisk(limit: Int) throws {
    Disk.fill(after: limit % 4_000)
    defer { Disk.free() }
    try Scratch.with { try rows(to: $0 + "/a.xlsx", 40) }
  }

  private static func rows(to path: String, _ count: Int) throws {
    try Scratch.with { directory in
      try RowsWorkbook.write(to: path, sheet: "A", columns: 1, scratchDirectory: directory) { table in
        for _ in 0..<count { try table.append([.text(String(repeating: "a", count: 30_000))]) }
      }
    }
  }

  private static func withBadSheetName() throws {
    let workbook = try Workbook(branding: Branding())
    try workbook.addWorksheet(named: SheetName(text: "A")) {
      try $0.write(.cell("text"), at: CellAddress(row: 0, column: 0), style: .body)
    }
    try workbook.addWorksheet(named: SheetName(text: "a:b")) { _ in }
  }

  private static func withTextBeyondTheSheet() throws {
    let workbook = try Workbook(branding: Branding())
    try workbook.addWorksheet(named: SheetName(text: "A")) {
      try $0.write(.cell("text"), at: CellAddress(row: 0, column: 0), style: .body)
      try $0.write(.cell("text"), at: CellAddress(row: 1_048_576, column: 0), style: .body)
    }
  }
}
