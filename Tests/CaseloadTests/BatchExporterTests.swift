import Advising
import CareerData
import Caseload
import Export
import Foundation
import SafeFiles
import TestValues
import Testing

/// A caseload exported, interrupted, taken up again.
@Suite struct BatchExporterTests {
  private let folder: TestFolder
  private static let inputs = Result { () throws(ExportFailure) in
    try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
  }
  private static let today = CalendarDate(year: 2026, month: 11, day: 23)!

  init() throws { folder = try TestFolder() }

  private func run(
    _ roster: String, to output: String = "out", _ change: (inout BatchOptions) -> Void = { _ in }
  ) throws -> BatchResult {
    var options = BatchOptions()
    options.export.formats = [.csv]
    options.jobs = 2
    change(&options)
    let batch = BatchExporter(inputs: try Self.inputs.get(), options: options, today: Self.today)
    return try batch.run(RosterFile(folder.path(roster)), to: folder.path(output))
  }

  private static let header = "id,name,state,pay_amount,pay_basis,in_field"

  /// A roster in which one row in four is bad.
  @discardableResult private func roster(_ count: Int, to name: String = "roster.csv") throws -> [String] {
    let rows = (0..<count).map { index in
      let state = index % 4 == 3 ? "ZZ" : ["CA", "TX", "NY"][index % 3]
      return "client-\(index),Client \(index),\(state),\(40_000 + 100 * index),annual,yes"
    }
    try folder.write(([Self.header] + rows).joined(separator: "\n") + "\n", to: name)
    return rows
  }

  private func files(_ output: String = "out") throws -> [String: Data] {
    let root = folder.path(output)
    let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    var files: [String: Data] = [:]
    for name in names where name != "manifest.ndjson" {
      files[name] = FileManager.default.contents(atPath: "\(root)/\(name)")
    }
    return files
  }

  @Test func `good rows are done, bad ones listed as they came, with line and reason`() throws {
    let rows = try roster(40)
    let result = try run("roster.csv")
    #expect(result.count.done == 30 && result.count.rejected == 10 && result.exitCode == 65)
    let lines = try folder.text("out/rejects.csv").split(separator: "\r\n")
    #expect(lines[0] == "reject_line,reject_reasons,\(Self.header)")
    #expect(lines.count == 11)
    for (line, index) in zip(lines.dropFirst(), stride(from: 3, to: 40, by: 4)) {
      #expect(line.hasPrefix("\(index + 2),") && line.hasSuffix(rows[index]), "\(line)")
      #expect(line.contains("unknown state"))
    }
    #expect(try folder.mode("out/rejects.csv") == 0o600 && folder.mode("out/client-0.csv") == 0o600)
    let names = try folder.names(in: "out")
    #expect(names.count == 2 * 30 + 2, "\(names)")
  }

  @Test func `the manifest has each row, with files, sizes and hashes that hold`() throws {
    try roster(20)
    _ = try run("roster.csv")
    let lines = try folder.text("out/manifest.ndjson").split(separator: "\n")
    var (done, rejected) = (0, 0)
    for line in lines.dropFirst() {
      let entry = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(entry["program"] as? String == ProgramVersion.current)
      guard entry["status"] as? String == "done" else {
        rejected += 1
        continue
      }
      done += 1
      for file in try #require(entry["files"] as? [[String: Any]]) {
        let path = folder.path("out/\(try #require(file["path"] as? String))")
        let bytes = try #require(FileManager.default.contents(atPath: path))
        #expect(file["bytes"] as? Int == bytes.count)
        #expect(try Self.sha256(path) == file["sha256"] as? String)
      }
    }
    #expect(done == 15 && rejected == 5)
  }

  /// By another program.
  private static func sha256(_ path: String) throws -> String {
    String(try output(of: "/usr/bin/sha256sum", [path]).prefix(64))
  }

  private static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `one job and eight give the same files`() throws {
    try roster(60)
    for (jobs, output) in [(1, "one"), (8, "eight")] {
      _ = try run("roster.csv", to: output) {
        $0.jobs = jobs
        $0.combinesCSV = true
        $0.summarizes = true
      }
    }
    #expect(try files("one") == files("eight"))
    let combined = try folder.text("one/combined.csv").split(separator: "\r\n")
    let single = try folder.text("one/client-0.csv").split(separator: "\r\n")
    #expect(combined.prefix(single.count) == single[...])
    #expect(combined.count { $0.hasPrefix("client_id,") } == 1)
  }

  @Test func `the summary counts what the roster says`() throws {
    let rows = try roster(80).filter { !$0.contains(",ZZ,") }
    _ = try run("roster.csv") { $0.summarizes = true }
    let table = try folder.text("out/summary.csv").split(separator: "\r\n").map { $0.split(separator: ",") }
    /// By the columns section, item_id, measure and value.
    func count(_ section: String, _ item: String, _ measure: String) -> Int? {
      table.first { $0[2] == section && $0[3] == item && $0[5] == measure }
        .flatMap { $0.compactMap { Int($0) }.first }
    }
    #expect(count("caseload", "clients", "clients") == 60)
    #expect(count("caseload", "incomplete", "clients") == 60)
    // Each client of whom something is missing, with the columns of the roster that are empty.
    let missing = table.filter { $0[2] == "missing" && $0.contains("open_questions") }
    #expect(Set(missing.map(\.[3])) == Set(rows.map { $0.prefix { $0 != "," } }))
    #expect(try folder.text("out/summary.csv").contains("\"credentials, "))
    for state in ["CA", "TX", "NY"] {
      let wanted = rows.count { $0.contains(",\(state),") }
      #expect(wanted > 0 && count("states", "state:\(state)", "clients_by_state") == wanted, "\(state)")
    }
    let gaps = table.filter { $0[2] == "pay" }
    #expect(gaps.count == 8 && gaps.compactMap { $0.compactMap { Int($0) }.first }.reduce(0, +) == 60)
    #expect(
      try folder.names(in: "out").filter { $0.hasPrefix("summary") }
        == ["csv", "datapackage.json", "html", "txt", "xlsx"].map { "summary.\($0)" })
  }

  @Test func `resuming keeps what is there and whole, and does the rest`() throws {
    try roster(30)
    let first = try run("roster.csv") { $0.limit = 12 }
    #expect(first.count.done == 9)
    let second = try run("roster.csv") { $0.resumes = true }
    #expect(second.count.kept == 9 && second.count.done == 14 && second.count.rejected == 7)
    try folder.write("damaged", to: "out/client-0.csv")
    try FileManager.default.removeItem(atPath: folder.path("out/client-1.datapackage.json"))
    let third = try run("roster.csv") { $0.resumes = true }
    #expect(third.count.kept == 21 && third.count.done == 2)
    _ = try run("roster.csv", to: "whole")
    #expect(try files() == files("whole"))
  }

  @Test func `a changed profile, option or template is done again`() throws {
    try roster(8)
    _ = try run("roster.csv")
    var text = try folder.text("roster.csv")
    text = text.replacingOccurrences(of: "client-0,Client 0,CA,40000", with: "client-0,Client 0,CA,55555")
    try folder.write(text, to: "roster.csv")
    #expect(try run("roster.csv") { $0.resumes = true }.count.done == 1)
    #expect(
      try run("roster.csv") {
        $0.resumes = true
        $0.export.formats = [.csv, .txt]
      }.count.done == 6)
    #expect(
      try run("roster.csv") {
        $0.resumes = true
        $0.export.formats = [.csv, .txt]
      }.count.kept == 6)
  }

  @Test func `the date of the first run holds when it is taken up on another day`() throws {
    try roster(4)
    _ = try run("roster.csv") { $0.limit = 1 }
    var options = BatchOptions()
    options.export.formats = [.csv]
    options.resumes = true
    let later = try #require(CalendarDate(iso: "2027-01-01"))
    let result = try BatchExporter(inputs: Self.inputs.get(), options: options, today: later)
      .run(RosterFile(folder.path("roster.csv")), to: folder.path("out"))
    #expect(result.count.kept == 1 && result.count.done == 2)
    #expect(try folder.text("out/client-2.csv").contains("2026-11-23"))
  }

  @Test func `a date that is given is that of every report, one of a profile of its own`() throws {
    try folder.write("id,report_date\na,2026-01-02\nb,\n", to: "roster.csv")
    _ = try run("roster.csv")
    #expect(try folder.text("out/a.csv").contains(",2026-01-02,"))
    #expect(try folder.text("out/b.csv").contains(",2026-11-23,"))
    let again = try run("roster.csv") {
      $0.reportDate = CalendarDate(iso: "2026-05-06")
      $0.resumes = true
    }
    #expect(again.count.done == 2)
    #expect(try folder.text("out/a.csv").contains(",2026-05-06,"))
  }

  @Test func `a folder with a batch is not written over`() throws {
    try roster(4)
    _ = try run("roster.csv")
    let before = try files()
    let failure = #expect(throws: ExportFailure.self) { try run("roster.csv") }
    #expect(failure?.exitCode == 73)
    #expect(try files() == before)
  }

  @Test func `without names, an id that tells one is refused, and can be mended`() throws {
    try folder.write("id,name,notes\nada-1,Ada Example,secret\nc-2,Grace Example,secret\n", to: "roster.csv")
    let result = try run("roster.csv") { $0.redacts = true }
    #expect(result.count.done == 1 && result.count.rejected == 1)
    #expect(!(try folder.text("out/c-2.csv").contains("Grace")))
    let rejects = try folder.text("out/rejects.csv")
    #expect(rejects.contains("reveals nothing") && rejects.hasSuffix("\",ada-1,Ada Example,secret\r\n"))
    try folder.write(rejects.replacingOccurrences(of: "ada-1", with: "c-1"), to: "mended.csv")
    let mended = try run("mended.csv") {
      $0.redacts = true
      $0.resumes = true
    }
    #expect(mended.count.done == 1 && mended.exitCode == 0)
  }

  @Test func `a file in the place of the journal is kept`() throws {
    try roster(4)
    try folder.makeFolder("out")
    for text in ["", "a list of my own", "{\"a\": 1}\n"] {
      try folder.write(text, to: "out/manifest.ndjson")
      for resumes in [false, true] {
        let failure = #expect(throws: ExportFailure.self) {
          try run("roster.csv") { $0.resumes = resumes }
        }
        #expect(failure?.exitCode == 73)
        #expect(try folder.text("out/manifest.ndjson") == text && folder.names(in: "out").count == 1)
      }
    }
  }

  @Test func `two batches do not write into one folder at the same time`() throws {
    try roster(4)
    try folder.makeFolder("out")
    let descriptor = open(folder.path("out"), O_RDONLY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let failure = #expect(throws: ExportFailure.self) { try run("roster.csv") }
    #expect(failure?.exitCode == 73 && failure?.lines.first?.contains("another batch") == true)
    #expect(try folder.names(in: "out") == [])
    close(descriptor)
    #expect(try run("roster.csv").count.done == 3)
  }

  @Test(.enabled(if: BatchExporterTests.hasLibarchive, "needs libarchive13 and unzip"))
  func `two batches do not write one archive at the same time`() throws {
    try roster(4)
    try folder.makeFolder(".out.zip.unfinished")
    try folder.write("the other's", to: ".out.zip.unfinished/archive")
    let descriptor = open(folder.path(".out.zip.unfinished"), O_RDONLY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let failure = #expect(throws: ExportFailure.self) {
      try run("roster.csv", to: "out.zip") { $0.pack = .zip }
    }
    #expect(failure?.exitCode == 73)
    #expect(try folder.text(".out.zip.unfinished/archive") == "the other's")
    close(descriptor)
    #expect(try run("roster.csv", to: "out.zip") { $0.pack = .zip }.count.done == 3)
    #expect(try folder.names() == ["out.zip", "roster.csv"])
  }

  @Test func `files over the whole caseload are not replaced by those of rejects`() throws {
    try roster(8)
    _ = try run("roster.csv") { $0.combinesCSV = true }
    let before = try folder.text("out/combined.csv")
    let mended = try folder.text("out/rejects.csv").replacingOccurrences(of: ",ZZ,", with: ",WA,")
    try folder.write(mended, to: "mended.csv")
    let failure = #expect(throws: ExportFailure.self) {
      try run("mended.csv") {
        $0.resumes = true
        $0.combinesCSV = true
      }
    }
    #expect(failure?.exitCode == 64)
    #expect(try run("mended.csv") { $0.resumes = true }.count.done == 2)
    #expect(try folder.text("out/combined.csv") == before)
  }

  @Test func `rows are counted as they are read`() throws {
    try folder.write("\"# id: x\",\nid,state\na,CA\n,\n\nb,\"open\nc,CA,more\nd,\"CA\"", to: "roster.csv")
    #expect(try RosterFile(folder.path("roster.csv")).rowCount() == 4)
    let count = try run("roster.csv").count
    #expect(count.done == 2 && count.rejected == 2)
  }

  @Test func `clients with notices are counted`() throws {
    try folder.write("id,state,area\na,CA,Austin-Round Rock-San Marcos TX\nb,CA,\n", to: "roster.csv")
    #expect(try run("roster.csv").count.noticed == 1)
  }

  @Test func `mended rejects are read back, and those that are not stay`() throws {
    try folder.write(
      "id,state\na,CA\nb,ZZ\nA,TX\nc,NY\n", to: "roster.csv")
    #expect(try run("roster.csv").count.rejected == 2)
    let mended = try folder.text("out/rejects.csv").replacingOccurrences(of: ",b,ZZ", with: ",b,WA")
    try folder.write(mended, to: "mended.csv")
    let result = try run("mended.csv") { $0.resumes = true }
    #expect(result.count.done == 1 && result.count.rejected == 1)
    #expect(try folder.text("out/rejects.csv").contains("another client with this id has reports here"))
    #expect(try folder.text("out/a.csv").contains("state:CA"))
    #expect(!(try folder.text("out/a.csv").contains("state:TX")))
  }

  @Test func `ids that would be one file on some system are refused`() throws {
    try folder.write("id\nAda\nada\nCON\nnul.x\nLPT1\nsummary\nx.\nconrad\n", to: "roster.csv")
    let result = try run("roster.csv")
    #expect(result.count.done == 2 && result.count.rejected == 6)
    #expect(
      try folder.names(in: "out").filter { $0.hasSuffix(".csv") } == ["Ada.csv", "conrad.csv", "rejects.csv"])
  }

  @Test func `fanned out, a file lies under the hash of its client's id`() throws {
    try folder.write("id\nada\ngrace\n", to: "roster.csv")
    _ = try run("roster.csv") { $0.layout = .fanned }
    // sha256("ada") and sha256("grace") begin with these.
    let names = FileManager.default.enumerator(atPath: folder.path("out"))?.allObjects as? [String] ?? []
    #expect(
      Set(names.filter { $0.hasSuffix("ada.csv") || $0.hasSuffix("grace.csv") }) == [
        "fd/ada.csv", "e0/grace.csv",
      ])
    #expect(try run("roster.csv") { $0.resumes = true }.count.kept == 2)
  }

  @Test func `NDJSON and a folder of profiles are rosters too`() throws {
    try folder.write("{\"id\": \"a\"}\nnonsense\n{\"id\": \"b\"}\n", to: "roster.ndjson")
    let lines = try run("roster.ndjson", to: "n").count
    #expect(lines.done == 2 && lines.rejected == 1)
    #expect(try lines.bytes == size("n"))
    try folder.makeFolder("profiles")
    try folder.write("{\"id\": \"a\"}", to: "profiles/1.json")
    try folder.write("{\"id\": \"a b\"}", to: "profiles/2.json")
    try folder.write("not read", to: "profiles/readme.txt")
    let result = try run("profiles", to: "f")
    #expect(result.count.done == 1 && result.count.rejected == 1)
    #expect(try folder.text("f/rejects.csv").contains("2.json"))
  }

  @Test(arguments: ["roster.ndjson", "profiles"])
  func `rejects of profiles are read back too`(_ roster: String) throws {
    let profiles = [
      "{\"id\": \"a\"}", "{\"id\": \"b\", \"state\": \"ZZ\"}",
      "{\"id\": \"c\", \"notes\": \"x,\\ny\", \"state\": \"XX\"}",
    ]
    try folder.write(profiles.joined(separator: "\n"), to: "roster.ndjson")
    try folder.makeFolder("profiles")
    for (index, profile) in profiles.enumerated() { try folder.write(profile, to: "profiles/\(index).json") }
    #expect(try run(roster).count.rejected == 2)
    let rejects = try folder.text("out/rejects.csv")
    #expect(
      rejects.hasPrefix(
        roster == "profiles"
          ? "reject_file,reject_reasons,profile\r\n1.json," : "reject_line,reject_reasons,profile\r\n2,"))
    try folder.write(rejects.replacing("ZZ", with: "WA"), to: "mended.csv")
    let result = try run("mended.csv") { $0.resumes = true }
    #expect(result.count.done == 1 && result.count.rejected == 1)
    #expect(try folder.text("out/b.csv").contains("state:WA"))
    // As it came, also the second time.
    let last = try #require(rejects.split(separator: "\r\n").last)
    #expect(
      try folder.text("out/rejects.csv").split(separator: "\r\n").last?.split(separator: ",", maxSplits: 1)
        .last == last.split(separator: ",", maxSplits: 1).last)
  }

  @Test func `mended rows that a run does not reach are not lost`() throws {
    try roster(40)
    _ = try run("roster.csv") { $0.summarizes = true }
    let mended = try folder.text("out/rejects.csv").replacing(",ZZ,", with: ",WA,")
    try folder.write(mended, to: "out/rejects.csv")
    #expect(
      try run("out/rejects.csv") {
        $0.resumes = true
        $0.limit = 3
      }.count.done == 3)
    #expect(try folder.text("out/rejects.csv") == mended)
    let rest = try run("out/rejects.csv") { $0.resumes = true }.count
    #expect(rest.kept == 3 && rest.done == 7 && rest.rejected == 0)
    #expect(try !folder.names(in: "out").contains("rejects.csv"))
    #expect(try folder.text("out/rejects-before.csv") == mended)
    // With other formats they are still the same clients, and what they had is gone.
    let others = try run("out/rejects-before.csv") {
      $0.resumes = true
      $0.export.formats = [.txt]
    }
    #expect(others.count.done == 10 && others.count.rejected == 0)
    #expect(try !folder.names(in: "out").contains("client-3.csv"))
    #expect(try folder.names(in: "out").contains("client-3.txt"))
  }

  @Test func `a part of a caseload does not take the place of what is over more of it`() throws {
    try roster(40)
    _ = try run("roster.csv") {
      $0.summarizes = true
      $0.combinesCSV = true
    }
    let names = ["rejects.csv", "summary.csv", "combined.csv"]
    let before = try names.map { try folder.text("out/\($0)") }
    _ = try run("roster.csv") {
      $0.limit = 2
      $0.resumes = true
      $0.summarizes = true
      $0.combinesCSV = true
    }
    #expect(try names.map { try folder.text("out/\($0)") } == before)
  }

  @Test func `what a link in the place of unfinished files leads to stays`() throws {
    try roster(4)
    try folder.makeFolder("out")
    try folder.makeFolder("victim")
    try folder.write("mine", to: "victim/a.txt")
    for name in ["out/.pathbook-unfinished", ".out.tar.unfinished"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: folder.path("victim"))
    }
    #expect(try run("roster.csv").count.done == 3)
    if Self.hasLibarchive { #expect(try run("roster.csv", to: "out.tar") { $0.pack = .tar }.count.done == 3) }
    #expect(try folder.text("victim/a.txt") == "mine")
    #expect(try !folder.names(in: "out").contains(".pathbook-unfinished"))
  }

  @Test func `a layout holds for all of a batch`() throws {
    try roster(4)
    _ = try run("roster.csv")
    let failure = #expect(throws: ExportFailure.self) {
      try run("roster.csv") {
        $0.resumes = true
        $0.layout = .fanned
      }
    }
    #expect(failure?.exitCode == 64)
  }

  @Test func `a row with values in other columns only is refused, one of spaces is none`() throws {
    try folder.write("id,state,phone\n,,555-1234\n , ,\na,CA,\n", to: "roster.csv")
    let count = try run("roster.csv").count
    #expect(count.done == 1 && count.rejected == 1)
    #expect(try RosterFile(folder.path("roster.csv")).rowCount() == 2)
    #expect(try folder.text("out/rejects.csv").contains("id: the field is required"))
  }

  @Test(arguments: ["\u{FEFF}", ""])
  func `rejects have a byte order mark, whatever their roster has`(_ mark: String) throws {
    try folder.write("\(mark)id,name,state\na,José,ZZ\n", to: "roster.csv")
    _ = try run("roster.csv")
    let bytes = FileManager.default.contents(atPath: folder.path("out/rejects.csv")) ?? Data()
    let rejects = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.starts(with: Data("\u{FEFF}reject_line,".utf8)) && rejects.hasSuffix(",a,José,ZZ\r\n"))
    try folder.write(rejects.replacing("ZZ", with: "CA"), to: "mended.csv")
    #expect(try run("mended.csv") { $0.resumes = true }.count.done == 1)
  }

  @Test func `a folder without profiles is no roster`() throws {
    try folder.makeFolder("profiles")
    try folder.write("x", to: "profiles/readme.txt")
    #expect(throws: ExportFailure.self) { try run("profiles") }
    try folder.write("{\"id\": \"a\"}", to: "profiles/A.JSON")
    #expect(try run("profiles").count.done == 1)
  }

  @Test func `a row that is no row of the table stays as it came, however often it is read back`() throws {
    try folder.write("id,state\na,\"CA\nb,x\"y\nc,CA,more\nd,NY\n", to: "roster.csv")
    let first = try run("roster.csv").count
    #expect(first.done == 1 && first.rejected == 3)
    for _ in 1...3 {
      let rows = try folder.text("out/rejects.csv").split(separator: "\r\n").dropFirst()
      let ends = [",\"a,\"\"CA\"", ",\"b,x\"\"y\"", ",c,CA,more"]
      #expect(rows.count == 3 && zip(rows, ends).allSatisfy { $0.hasSuffix($1) }, "\(rows)")
      try folder.write(try folder.text("out/rejects.csv"), to: "again.csv")
      #expect(try run("again.csv") { $0.resumes = true }.count.rejected == 3)
    }
    let mended = try folder.text("again.csv").replacing("\"a,\"\"CA\"", with: "a,CA")
    try folder.write(mended, to: "mended.csv")
    let last = try run("mended.csv") { $0.resumes = true }.count
    #expect(last.done == 1 && last.rejected == 2)
  }

  private func size(_ output: String) throws -> Int {
    try files(output).filter { !$0.key.hasPrefix("rejects") }.reduce(0) { $0 + $1.value.count }
  }

  @Test func `a line of the manifest that was cut off is done again`() throws {
    try roster(7)
    _ = try run("roster.csv") { $0.jobs = 1 }
    let whole = try files()
    let path = folder.path("out/manifest.ndjson")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.dropLast(20).write(toFile: path, atomically: true, encoding: .utf8)
    let result = try run("roster.csv") { $0.resumes = true }
    #expect(result.count.done == 1 && result.count.kept == 5)
    #expect(try files() == whole)
  }

  @Test(.enabled(if: BatchExporterTests.hasLibarchive, "needs libarchive13 and unzip"), arguments: [1, 8])
  func `packed, an archive holds the same files in the order of the roster`(_ jobs: Int) throws {
    try roster(60)
    _ = try run("roster.csv") { $0.combinesCSV = true }
    let result = try run("roster.csv", to: "out.zip") {
      $0.jobs = jobs
      $0.pack = .zip
      $0.combinesCSV = true
    }
    #expect(result.count.done == 45 && result.exitCode == 65)
    let names = try Self.output(of: "/usr/bin/unzip", ["-Z1", folder.path("out.zip")])
    _ = try Self.output(of: "/usr/bin/unzip", ["-q", folder.path("out.zip"), "-d", folder.path("unpacked")])
    #expect(try files("unpacked") == files())
    #expect(try folder.names(in: "unpacked").contains("manifest.ndjson"))
    let clients = names.split(separator: "\n").filter { $0.hasPrefix("client-") && $0.hasSuffix(".csv") }
    #expect(clients.map(String.init) == (0..<60).filter { $0 % 4 != 3 }.map { "client-\($0).csv" })
    #expect(try folder.names().filter { $0.hasPrefix(".") } == [])
    #expect(try folder.mode("out.zip") == 0o600)
    let failure = #expect(throws: ExportFailure.self) {
      try run("roster.csv", to: "out.zip") { $0.pack = .zip }
    }
    #expect(failure?.exitCode == 73)
    #expect(try Self.output(of: "/usr/bin/unzip", ["-Z1", folder.path("out.zip")]) == names)
  }

  @Test func `an archive cannot be resumed`() throws {
    try roster(2)
    let failure = #expect(throws: ExportFailure.self) {
      try run("roster.csv", to: "out.zip") {
        $0.pack = .zip
        $0.resumes = true
      }
    }
    #expect(failure?.exitCode == 64)
    #expect(try folder.names() == ["roster.csv"])
  }

  private static let hasLibarchive =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")
    && ["x86_64", "aarch64"].contains {
      FileManager.default.fileExists(atPath: "/usr/lib/\($0)-linux-gnu/libarchive.so.13")
    }
}
