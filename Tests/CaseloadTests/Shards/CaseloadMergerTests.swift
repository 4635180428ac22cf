import Advising
import CareerData
import Export
import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Caseload

/// A caseload in parts is, merged, the caseload as a whole.
@Suite struct CaseloadMergerTests {
  private let caseload: PartedCaseload
  private var folder: TestFolder { caseload.folder }

  init() throws { caseload = try PartedCaseload() }

  private func overviews(_ options: inout BatchOptions) {
    options.combinesCSV = true
    options.summarizes = true
  }

  /// Compares the caseload as a whole with that in parts.
  private func compare(parts count: Int, _ change: (inout BatchOptions) -> Void) throws {
    let whole = try caseload.whole(change)
    try caseload.parts(of: count, change)
    let merged = try caseload.merge()
    #expect(
      merged.clients == whole.count.done && merged.rejected == whole.count.rejected && merged.parts == count)
    #expect(whole.count.done > 30 && whole.count.rejected > 10)
    #expect(try caseload.overviews("merged") == caseload.overviews("whole"))
    #expect(try caseload.overviews("merged").count >= 6)
    #expect(try caseload.journal("merged") == caseload.journal("whole"))
    #expect(try folder.mode("merged") == 0o700 && folder.mode("parts") == 0o700)
    for name in try folder.names(in: "merged") {
      #expect(try folder.mode("merged/\(name)") == 0o600, "\(name)")
    }
    #expect(try folder.names().filter { $0.hasPrefix(".") } == [])
    #expect(try folder.names(in: "parts").filter { $0.hasPrefix(".") } == [])
  }

  @Test func `a table in five parts, with rows of all kinds`() throws {
    try caseload.writeCSV(330)
    try compare(parts: 5) {
      overviews(&$0)
      $0.export.formats = [.csv, .txt, .html]
    }
    let parts = (1...5).map { "parts/part-\($0)-of-5" }
    #expect(try caseload.clients(parts) == caseload.clients(["whole"]))
    for part in parts {
      #expect(try folder.names(in: part).filter { $0.hasPrefix("client-") }.count > 20)
      #expect(try folder.mode(part) == 0o700 && folder.mode("\(part).done.json") == 0o600)
    }
  }

  @Test func `a workbook`() throws {
    try caseload.writeWorkbook(140)
    try compare(parts: 3, overviews)
    #expect(try caseload.overviews("merged").keys.contains("rejects.xlsx"))
  }

  @Test(arguments: [true, false])
  func `profiles in JSON, those of one line too`(_ isOneLine: Bool) throws {
    try caseload.writeJSON(140, isOneLine: isOneLine)
    try compare(parts: 4, overviews)
  }

  @Test func `a folder of profiles`() throws {
    try caseload.writeFolder(80)
    try compare(parts: 4, overviews)
  }

  @Test(
    .enabled(if: PartedCaseload.hasLibarchive, "needs libarchive13"), arguments: BatchOptions.Pack.allCases)
  func `archives`(_ pack: BatchOptions.Pack) throws {
    try caseload.writeCSV(150, sign: ";")
    let whole = try caseload.whole(overviews)
    try caseload.parts(of: 3) {
      overviews(&$0)
      $0.pack = pack
    }
    #expect(
      try folder.names(in: "parts")
        == (1...3).flatMap { ["part-\($0)-of-3.\(pack.rawValue)", "part-\($0)-of-3.done.json"] }.sorted())
    #expect(try caseload.merge().rejected == whole.count.rejected)
    #expect(try caseload.overviews("merged") == caseload.overviews("whole"))
    #expect(try caseload.journal("merged") == caseload.journal("whole"))
    let text = try folder.text("merged/manifest.ndjson")
    #expect(text.contains("\"part\":\"part-2-of-3.\(pack.rawValue)\"}\n"))
  }

  @Test func `fanned out as the whole would be`() throws {
    try caseload.writeCSV(60)
    for (output, layout) in [("flat", BatchOptions.Layout.flat), ("fanned", .fanned)] {
      try caseload.whole(to: "whole-\(output)") { $0.layout = layout }
      try caseload.parts(of: 2, to: output) { $0.layout = layout }
      try caseload.merge(output, to: "merged-\(output)")
      #expect(try caseload.journal("merged-\(output)") == caseload.journal("whole-\(output)"))
      let parts = [1, 2].map { "\(output)/part-\($0)-of-2" }
      #expect(try caseload.clients(parts) == caseload.clients(["whole-\(output)"]))
    }
  }

  @Test func `parts without a row, a rejected row, or what was not asked for`() throws {
    try folder.write("id,state\nada,CA\ngrace,TX\n", to: "roster.csv")
    try caseload.whole()
    try caseload.parts(of: 7)
    #expect(try caseload.merge() == .init(parts: 7, clients: 2, rejected: 0, rejectsName: nil, notes: []))
    #expect(try folder.names(in: "merged") == ["manifest.ndjson"])
    #expect(try caseload.journal("merged") == caseload.journal("whole"))
    try folder.write("id,state\n", to: "roster.csv")
    try caseload.parts(of: 2, to: "none")
    #expect(try caseload.merge("none", to: "nothing").clients == 0)
  }

  @Test func `names are left out of all`() throws {
    try folder.write("id,name,state\nada-1,Ada Example,CA\nc-2,Grace Example,TX\n", to: "roster.csv")
    let redacts = { (options: inout BatchOptions) in
      options.redacts = true
      options.combinesCSV = true
    }
    #expect(try caseload.whole(redacts).count.rejected == 1)
    try caseload.parts(of: 2, redacts)
    try caseload.merge()
    #expect(try caseload.overviews("merged") == caseload.overviews("whole"))
    #expect(try !folder.text("merged/combined.csv").contains("Grace"))
  }

  // MARK: - What is refused

  private func problems(_ parts: String = "parts") throws -> [String] {
    let failure = #expect(throws: ExportFailure.self) { try caseload.merge(parts) }
    #expect(failure?.exitCode == 65)
    #expect(try !folder.names().contains("merged"))
    let lead = "\(folder.path(parts)): "
    return (failure?.lines ?? []).map { $0.hasPrefix(lead) ? String($0.dropFirst(lead.count)) : $0 }
  }

  @Test func `every part that is missing, mixed or doubled is named in one run`() throws {
    try caseload.writeCSV(40)
    try caseload.parts(of: 8)
    try caseload.whole(to: "other-whole")
    try caseload.part(1, of: 3, to: "other")
    try caseload.part(6, of: 8, to: "other-date") { $0.reportDate = CalendarDate(iso: "2026-01-01") }
    try caseload.writeCSV(41)
    try caseload.part(7, of: 8, to: "other-roster") { $0.export.formats = [.txt] }
    let files = FileManager.default
    func remove(_ name: String) throws { try files.removeItem(atPath: folder.path("parts/\(name)")) }
    func take(_ folderName: String, _ name: String) throws {
      for ending in ["", ".done.json"] {
        if files.fileExists(atPath: folder.path("parts/\(name)\(ending)")) { try remove(name + ending) }
        try files.copyItem(
          atPath: folder.path("\(folderName)/\(name)\(ending)"), toPath: folder.path("parts/\(name)\(ending)")
        )
      }
    }
    try remove("part-1-of-8")
    try remove("part-1-of-8.done.json")
    try remove("part-2-of-8.done.json")
    try remove("part-3-of-8")
    try files.copyItem(atPath: folder.path("parts/part-5-of-8.done.json"), toPath: folder.path("copy"))
    try remove("part-4-of-8.done.json")
    try files.moveItem(atPath: folder.path("copy"), toPath: folder.path("parts/part-4-of-8.done.json"))
    try folder.write("x", to: "parts/part-5-of-8.zip")
    try take("other", "part-1-of-3")
    try take("other-date", "part-6-of-8")
    try take("other-roster", "part-7-of-8")
    try remove("part-8-of-8.done.json")
    try folder.write("{}", to: "parts/part-8-of-8.done.json")
    let found = try problems()
    let wanted = [
      "part-1-of-3: mixed: ", "part-1-of-8: missing; run \"pathbook batch --shard 1/8\"",
      "part-2-of-8: not finished",
      "part-3-of-8: missing", "part-4-of-8.done.json: doubled: it is the record of part-5-of-8",
      "part-5-of-8.zip: doubled", "part-8-of-8.done.json: not the record of a part",
    ]
    #expect(found.count == wanted.count + 2, "\(found)")
    for (line, start) in zip(found, wanted) { #expect(line.hasPrefix(start)) }
    // Three parts are left, each of another origin; which of them is the right one nobody knows.
    #expect(found.suffix(2).allSatisfy { $0.contains("mixed: it was made with ") })
    #expect(found.joined().contains("--report-date 2026-01-01") || found.joined().contains("another roster"))
  }

  @Test func `one part of other options is named, and how it differs`() throws {
    try caseload.writeCSV(40)
    for number in [1, 2, 4] { try caseload.part(number, of: 4) }
    try caseload.part(3, of: 4) { $0.export.formats = [.csv, .txt] }
    #expect(
      try problems() == [
        "part-3-of-4: mixed: it was made with formats csv,txt, and most parts were not; make it again like the others"
      ])
  }

  @Test func `a folder without parts, and none at all`() throws {
    try folder.makeFolder("parts")
    try folder.write("x", to: "parts/part-1-of-2.txt")
    #expect(try problems().first?.hasPrefix("no parts are here") == true)
    let failure = #expect(throws: ExportFailure.self) { try caseload.merge("absent") }
    #expect(failure?.exitCode == 66)
  }

  @Test(arguments: ["manifest.ndjson", "merge.ndjson", "rejects.csv", "combined.csv"])
  func `a file of a part that has changed is named, and nothing is merged`(_ name: String) throws {
    try caseload.writeCSV(60)
    try caseload.parts(of: 2, overviews)
    let path = "parts/part-2-of-2/\(name)"
    let text = try folder.text(path)
    // Of the same length.
    try folder.write(String(text.dropLast(3)) + "xyz", to: path)
    let found = try problems()
    #expect(
      found.count == 1 && found[0].contains("\(name) is not as part-2-of-2.done.json has it"), "\(found)")
    #expect(try folder.names().filter { $0.hasPrefix(".") } == [])
  }

  @Test func `ids that are in two rows are found`() throws {
    // As no shard makes them: each of another roster, and the records say it was one.
    try folder.write("id,state\nada,CA\ngrace,CA\n", to: "roster.csv")
    try caseload.parts(of: 2)
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path("parts")).sorted()
    where path.hasSuffix("manifest.ndjson") {
      let text = try folder.text("parts/\(path)").replacing("\"grace\"", with: "\"ADA\"").replacing(
        "grace.", with: "ADA.")
      try folder.write(text, to: "parts/\(path)")
    }
    try PartForger.renewHashes(in: folder.path("parts"))
    let found = try problems()
    #expect(found.count == 1 && found[0].hasPrefix("line 2 and line 3, in part-"), "\(found)")
  }

  @Test func `what is there is never written over`() throws {
    try caseload.writeCSV(10)
    try caseload.parts(of: 2)
    try folder.makeFolder("merged")
    try folder.write("mine", to: "merged/a.txt")
    let failure = #expect(throws: ExportFailure.self) { try caseload.merge() }
    #expect(failure?.exitCode == 73)
    #expect(try folder.names(in: "merged") == ["a.txt"])
    try folder.makeFolder("empty")
    try caseload.merge(to: "empty")
    #expect(try folder.names(in: "empty").contains("manifest.ndjson"))
    // Among the parts it is in nobody's way.
    try caseload.merge(to: "parts/all")
    try caseload.merge(to: "again")
    #expect(throws: ExportFailure.self) { try caseload.merge(to: "parts") }
  }
}
