import CareerData
import Caseload
import Export
import Foundation
import SafeFiles
import SampleReports
import Testing

/// Rosters that went through LibreOffice.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing), .serialized)
struct RosterProgramsTests {
  private let folder = SampleClients.root.appendingPathComponent(".build/long-tests/roster").path

  init() throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// The lines of a check, the counts last.
  private func check(_ roster: String) throws -> [String] {
    var lines: [String] = []
    let dataset = try DatasetLoader.shipped()
    let result = try RosterCheck(dataset: dataset).check(RosterFile(roster)) { lines.append($0) }
    return lines + ["\(result.good) good, \(result.bad) bad"]
  }

  private func convert(_ file: String, to format: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
    process.arguments = [
      "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", format, "--outdir",
      "\(folder)/out", file,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    return "\(folder)/out/\(name).\(format)"
  }

  @Test func `what is typed into the template in LibreOffice stays what was typed`() throws {
    let template = "\(folder)/template.xlsx"
    let inputs = try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
    try RosterTemplate(inputs: inputs).write(to: template)
    let roster = "\(folder)/typed.xlsx"
    let result = try LongTests.python("typed_cells.py", [template, roster])
    #expect(result.code == 0, "\(result.output)")
    let today = try #require(CalendarDate(iso: "2026-11-25"))
    var options = BatchOptions()
    options.export.formats = [.csv]
    let batch = BatchExporter(inputs: inputs, options: options, today: today)
    let done = try batch.run(RosterFile(roster), to: "\(folder)/reports")
    // 1/2 and +5 can name no files; they are refused as they were typed.
    #expect(done.count.done == 6 && done.count.rejected == 2)
    for id in ["00123", "12E5", "3-5", "12345678901234567", "TRUE", "1.20"] {
      let text = try String(contentsOfFile: "\(folder)/reports/\(id).csv", encoding: .utf8)
      #expect(text.contains("2026-11-23") && text.contains("46000"), "\(id)")
    }
    let lines = try check(roster)
    #expect(lines.contains { $0.contains("Roster!A7") && $0.contains("\"1/2\"") }, "\(lines)")
    #expect(lines.contains { $0.contains("Roster!A9") && $0.contains("\"+5\"") }, "\(lines)")
  }

  @Test func `a workbook that LibreOffice has saved is the same roster, and one of another kind is named`()
    throws
  {
    let script = SampleClients.root.appendingPathComponent("Tests/pathbookTests/roster_workbooks.py").path
    #expect(try LongTests.run([script, folder]).code == 0)
    for name in ["typed", "typed-1904", "typed-inline", "merged"] {
      let saved = try convert("\(folder)/\(name).xlsx", to: "xlsx")
      func own(_ path: String) throws -> [String] {
        try check(path).map { $0.replacingOccurrences(of: path, with: "") }
      }
      #expect(try own(saved) == own("\(folder)/\(name).xlsx"), "\(name)")
    }
    for (format, word) in [("xls", "Excel 97-2003"), ("ods", ".ods"), ("html", "web page"), ("fods", ".ods")]
    {
      let saved = try convert("\(folder)/typed.xlsx", to: format)
      let failure = #expect(throws: ExportFailure.self) { try RosterFile(saved) }
      #expect(failure?.lines.first?.contains(word) == true, "\(format)")
    }
  }
}
