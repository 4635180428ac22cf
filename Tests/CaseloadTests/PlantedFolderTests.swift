import CareerData
import Caseload
import Export
import Foundation
import SafeFiles
import TestValues
import Testing

/// Folders that somebody else has prepared: what is outside of them stays as it is.
@Suite struct PlantedFolderTests {
  private let folder: TestFolder
  private static let inputs = Result { () throws(ExportFailure) in
    try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
  }

  init() throws {
    folder = try TestFolder()
    try folder.makeFolder("victim")
    for name in ["f.txt", "ada.txt", "ada.csv"] { try folder.write("mine", to: "victim/\(name)") }
    try folder.write("id,state\nada,CA\n", to: "roster.csv")
  }

  private func run(
    to output: String = "out", _ change: (inout BatchOptions) -> Void = { $0.resumes = true }
  ) throws -> BatchResult {
    var options = BatchOptions()
    options.export.formats = [.csv]
    change(&options)
    let today = try #require(CalendarDate(iso: "2026-11-23"))
    let batch = BatchExporter(inputs: try Self.inputs.get(), options: options, today: today)
    return try batch.run(RosterFile(folder.path("roster.csv")), to: folder.path(output))
  }

  private func expectVictimIsWell() throws {
    #expect(try folder.names(in: "victim") == ["ada.csv", "ada.txt", "f.txt"])
    for name in try folder.names(in: "victim") { #expect(try folder.text("victim/\(name)") == "mine") }
  }

  private func plant(_ path: String, client: String = "ada", layout: String = "flat") throws {
    let file = "{\"path\":\"\(path)\",\"bytes\":4,\"sha256\":\"00\"}"
    try folder.write(
      "{\"run\":{\"report_date\":\"2026-11-23\",\"layout\":\"\(layout)\"}}\n"
        + "{\"client\":\"\(client)\",\"status\":\"done\",\"line\":2,\"input\":\"00\",\"files\":[\(file)]}\n",
      to: "out/manifest.ndjson")
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(name), withDestinationPath: folder.path(target))
  }

  @Test(arguments: [
    "../victim/f.txt", "/victim/f.txt", "../victim/ada.txt", "fd/../../victim/ada.txt",
    "ada.txt/../../victim/f.txt",
    "sub/ada.txt", "00/ada.txt", "..", ".", "", "ada", "ada.", "ada..txt", "other.txt", "Ada.txt",
    "ada.txt\\u0000",
    "fd//ada.txt", "./ada.txt", "ada.t/x",
  ])
  func `a journal that names a file that is none of its client's is refused, and nothing is removed`(
    _ path: String
  ) throws {
    try folder.makeFolder("out/sub")
    try folder.makeFolder("out/00")
    for name in ["other.txt", "sub/ada.txt", "00/ada.txt"] { try folder.write("kept", to: "out/\(name)") }
    try plant(path.hasPrefix("/") ? folder.path(String(path.dropFirst())) : path)
    let journal = try folder.text("out/manifest.ndjson")
    let failure = #expect(throws: ExportFailure.self) { try run() }
    #expect(
      failure?.exitCode == 65 && failure?.lines.first?.contains("line 2") == true,
      "\(String(describing: failure))")
    try expectVictimIsWell()
    for name in ["other.txt", "sub/ada.txt", "00/ada.txt"] {
      #expect(try folder.text("out/\(name)") == "kept")
    }
    #expect(try folder.text("out/manifest.ndjson") == journal)
  }

  @Test func `a name of another client's is refused, and a client's own former file removed`() throws {
    try folder.makeFolder("out")
    try folder.write("x", to: "out/ada.txt")
    try plant("../victim/f.txt", client: "../victim/f")
    #expect(throws: ExportFailure.self) { try run() }
    try plant("ada.txt")
    #expect(try run().count.done == 1)
    #expect(try folder.names(in: "out") == ["ada.csv", "ada.datapackage.json", "manifest.ndjson"])
    try expectVictimIsWell()
  }

  @Test(arguments: [false, true])
  func `a journal that is a link is refused`(_ resumes: Bool) throws {
    _ = try run(to: "other")
    let journal = try folder.text("other/manifest.ndjson")
    try folder.makeFolder("out")
    try link("out/manifest.ndjson", to: "other/manifest.ndjson")
    let failure = #expect(throws: ExportFailure.self) { try run { $0.resumes = resumes } }
    #expect(failure?.exitCode == 73)
    #expect(
      try folder.text("other/manifest.ndjson") == journal && folder.names(in: "out") == ["manifest.ndjson"])
  }

  @Test func `a journal that is a pipe is refused, and keeps nobody waiting`() throws {
    try folder.makeFolder("out")
    #expect(mkfifo(folder.path("out/manifest.ndjson"), 0o600) == 0)
    let failure = #expect(throws: ExportFailure.self) { try run() }
    #expect(failure?.exitCode == 73)
  }

  /// sha256("ada") begins with fd.
  @Test(arguments: ["fd", "00"])
  func `a link in the place of a folder of fanned files is refused`(_ name: String) throws {
    try folder.makeFolder("out")
    try link("out/\(name)", to: "victim")
    let failure = #expect(throws: ExportFailure.self) { try run { $0.layout = .fanned } }
    #expect(failure?.exitCode == 73 && failure?.lines.first?.contains("link") == true)
    try plant("fd/ada.txt", layout: "fanned")
    #expect(throws: ExportFailure.self) { try run() }
    // Whatever the journal says of the layout.
    try plant("fd/ada.txt")
    _ = try? run()
    try expectVictimIsWell()
  }

  @Test func `a link in the place of a file is replaced, and no file that is kept`() throws {
    _ = try run()
    for name in ["ada.csv", "ada.datapackage.json"] {
      try FileManager.default.moveItem(
        atPath: folder.path("out/\(name)"), toPath: folder.path("moved-\(name)"))
      try link("out/\(name)", to: "moved-\(name)")
    }
    let before = try folder.text("moved-ada.csv")
    let result = try run()
    #expect(result.count.done == 1 && result.count.kept == 0)
    #expect(try folder.text("moved-ada.csv") == before)
    let type = try FileManager.default.attributesOfItem(atPath: folder.path("out/ada.csv"))[.type]
    #expect(type as? FileAttributeType == .typeRegular)
  }

  @Test func `files over the whole caseload replace links in their places`() throws {
    try folder.makeFolder("out")
    try folder.write("id,state\nada,CA\nb,ZZ\n", to: "roster.csv")
    for name in ["rejects.csv", "combined.csv", "summary.txt", "rejects-before.csv"] {
      try link("out/\(name)", to: "victim/f.txt")
    }
    _ = try run {
      $0.combinesCSV = true
      $0.summarizes = true
    }
    try expectVictimIsWell()
  }

  @Test func `what is planted where an archive is made leads nowhere`() throws {
    try folder.makeFolder(".out.tar.unfinished/sub")
    for name in ["archive", "manifest.ndjson", "rejects.csv", ".pathbook-unfinished"] {
      try link(".out.tar.unfinished/\(name)", to: "victim/new")
    }
    try link(".out.tar.unfinished/sub/x", to: "victim")
    do { _ = try run(to: "out.tar") { $0.pack = .tar } } catch let failure as ExportFailure {
      // Without the library there is no archive.
      #expect(failure.exitCode == 74)
    }
    try expectVictimIsWell()
    #expect(try folder.names().allSatisfy { !$0.hasSuffix(".unfinished") })
  }

  @Test func `a journal with a line without an end is refused`() throws {
    try folder.makeFolder("out")
    try plant("ada.txt")
    let journal = try folder.text("out/manifest.ndjson") + String(repeating: "x", count: 3 << 20)
    try folder.write(journal, to: "out/manifest.ndjson")
    let failure = #expect(throws: ExportFailure.self) { try run() }
    #expect(failure?.exitCode == 65 && failure?.lines.first?.contains("1 MiB") == true)
  }
}
