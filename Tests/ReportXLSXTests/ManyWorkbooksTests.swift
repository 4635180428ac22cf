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
      signal(SIGXFSZ, SIG_IGN)
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
      case (3, 1): _ = try writer("/nonexistent").files(for: Fixture.report())
      case (3, 2): try withBadSheetName()
      case (3, _): try intoMissingFolder()
      default:
        // A whole report now and then, and a small one else, since each instruction is looked at.
        let report = round % 100 == 0 ? Fixture.report(branding: branding) : Fixture.report(sections: [small])
        try Scratch.with { _ = try writer($0).files(for: report) }
      }
      return true
    } catch { return false }
  }

  private static func writer(_ directory: String) -> XLSXReportWriter {
    XLSXReportWriter(scratchDirectory: directory, words: Fixture.words)
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
    let kind = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    var limits = rlimit()
    getrlimit(kind, &limits)
    let before = limits.rlim_cur
    limits.rlim_cur = rlim_t(limit % 4_000)
    setrlimit(kind, &limits)
    defer {
      limits.rlim_cur = before
      setrlimit(kind, &limits)
    }
    try Scratch.with { _ = try writer($0).files(for: Fixture.report(sections: [small])) }
  }

  private static func withBadSheetName() throws {
    try Scratch.with { directory in
      var workbook = try Workbook(
        path: directory + "/a.xlsx", temporaryDirectory: directory, branding: Branding())
      try workbook.addWorksheet(named: SheetName(text: "A")) {
        try $0.write(.cell("text"), at: CellAddress(row: 0, column: 0), style: .body)
      }
      try workbook.addWorksheet(named: SheetName(text: "a:b")) { _ in }
    }
  }

  private static func intoMissingFolder() throws {
    var workbook = try Workbook(
      path: "/nonexistent/a.xlsx", temporaryDirectory: "/tmp", branding: Branding())
    try workbook.addWorksheet(named: SheetName(text: "A")) { _ in }
    _ = try workbook.close()
  }
}
