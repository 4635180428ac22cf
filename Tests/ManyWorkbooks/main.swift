// A thousand workbooks, one in five of which fails, for a checker of memory: `make test-memory`. The tests themselves
// cannot run under valgrind, since the library that waits for them ends its main thread.

import Foundation
import ReportModel
import ReportXLSX
import SampleReports

let whole = try SampleClients.report("worked-example")
/// Sections with a chart and a table.
let short = Report(
  clientID: whole.clientID, reportDate: whole.reportDate, language: whole.language, title: whole.title,
  heading: whole.heading, footer: whole.footer, sections: whole.sections.filter { $0.id == "settings" },
  sources: whole.sources, properties: whole.properties, style: whole.style)
let words = try SampleClients.template().report.workbookWords

/// As when the disk is full: writes beyond a length fail.
func withFilesNoLonger<Result>(than limit: Int, _ body: () -> Result) -> Result {
  let kind = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
  var limits = rlimit()
  getrlimit(kind, &limits)
  let before = limits.rlim_cur
  limits.rlim_cur = rlim_t(limit)
  setrlimit(kind, &limits)
  defer {
    limits.rlim_cur = before
    setrlimit(kind, &limits)
  }
  return body()
}

/// Whether the workbook was made in memory.
func isMade(_ report: Report) -> Bool { (try? XLSXReportWriter(words: words).files(for: report)) != nil }

/// Whether a workbook of long rows was made in a folder.
func isMade(in folder: String, _ scratch: String) -> Bool {
  let path = "\(folder)/rows.xlsx"
  defer { unlink(path) }
  let rows: Void? = try? RowsWorkbook.write(to: path, sheet: "A", columns: 1, scratchDirectory: scratch) {
    table in
    for _ in 0..<40 { try table.append([.text(String(repeating: "a", count: 30_000))]) }
  }
  return rows != nil
}

signal(SIGXFSZ, SIG_IGN)
var template = Array("/tmp/many-workbooks-XXXXXX".utf8CString)
guard mkdtemp(&template) != nil else { exit(EXIT_FAILURE) }
let scratch = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
var failures = 0
for round in 0..<1_000 {
  let hasMade =
    switch round % 10 {
    case 3: isMade(in: scratch, scratch)
    case 4: isMade(in: "/nonexistent", scratch)
    case 9: withFilesNoLonger(than: round * 4) { isMade(in: scratch, scratch) }
    default: isMade(round % 50 == 0 ? whole : short)
    }
  if !hasMade { failures += 1 }
}
let left = try FileManager.default.contentsOfDirectory(atPath: scratch)
try FileManager.default.removeItem(atPath: scratch)
print("\(failures) of 1000 workbooks failed, \(left.count) files left behind")
exit(failures == 200 && left.isEmpty ? EXIT_SUCCESS : EXIT_FAILURE)
