import Export
import Foundation
import SampleReports
import TestValues
import Testing

/// The real files of BLS, imported and read by a second program. They are not in the repository: `PATHBOOK_OEWS` names
/// the folder with `national_M2024_dl.xlsx`, `natsector_M2024_dl.xlsx` and the states' rows of SOC 29-2072.
@Suite(.enabled(if: LongTests.filesOfBLS != nil, "PATHBOOK_OEWS names no folder with the files of BLS"))
struct OEWSFilesTests {
  private let work: URL

  init() throws {
    work = SampleClients.root.appendingPathComponent(".build/long-tests/oews")
    try? FileManager.default.removeItem(at: work)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  }

  private var files: [String] {
    let folder = LongTests.filesOfBLS ?? ""
    // What else lies there is of other editions and occupations.
    return ["national_M2024_dl.xlsx", "natsector_M2024_dl.xlsx", "state_M2024_29-2072.csv"].map {
      "\(folder)/\($0)"
    }
  }

  /// The rows of a table, whatever their order.
  private func rows(_ dataset: String, _ table: String) throws -> [Substring] {
    let path = work.appendingPathComponent("\(dataset)/\(table)").path
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").sorted()
  }

  /// The shipped dataset with each OEWS amount replaced, so that both programs have all to do.
  private func emptied(_ name: String) throws -> String {
    let path = work.appendingPathComponent(name).path
    _ = try DatasetPlace.copyShipped(to: path)
    for table in ["pay.csv", "figures.csv"] {
      let file = URL(fileURLWithPath: "\(path)/\(table)")
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      let changed = lines.map { line in
        line.hasPrefix("oews-")
          ? String(line.replacing(/,,[0-9]+(\.[0-9]+)?,/, with: ",,1,", maxReplacements: 1)) : String(line)
      }
      try changed.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    return path
  }

  @Test func `national, sector and state rows are the cells of the files, as a second program reads them`()
    throws
  {
    let ours = try emptied("ours")
    _ = try DatasetImporter(files: files, period: "May 2024").renew(ours, soc: "29-2072")
    let second = try emptied("second")
    let result = try LongTests.python(
      "oews_rows.py",
      ["--into", second, "--soc", "29-2072", "--compare", "11-9111", "--period", "May 2024"] + files)
    try #require(result.code == 0, "\(result.output)")
    for table in ["pay.csv", "figures.csv"] {
      let found = try rows("ours", table)
      #expect(found.count > 70)
      #expect(found == (try rows("second", table)))
    }
  }

  /// The files of the projections and of O*NET stand beside the folder with those of OEWS.
  @Test func `the lines that the catalogue is compared with are those of the files`() throws {
    let published = URL(fileURLWithPath: LongTests.filesOfBLS ?? "").deletingLastPathComponent().path
    let result = try LongTests.python("catalogue_cells.py", [published])
    try #require(result.code == 0, "\(result.output)")
    let expected = PublishedCells.tables.map { "\($0.0) \($0.1) \($0.2)\n" }.joined()
    #expect(result.output == expected)
  }
}
