import Foundation
import Testing

/// `--format pdf` through the real command, looked at by pikepdf and pdftotext.
@Suite(.enabled(if: PDFTools.python != nil, "PATHBOOK_PYTHON names no Python"))
struct PDFCommandTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.makeFolder("scratch")
    try PDFTools.install(in: folder)
  }

  private var command: Command {
    Command(
      folder: folder.path,
      environment: ["XDG_DATA_HOME": folder.path("data"), "TMPDIR": folder.path("scratch")])
  }

  private func report(_ options: String..., to output: String = "out") throws -> Command.Result {
    try command.run(["report"] + options + ["--report-date", "2026-11-23", "--output", output])
  }

  @Test func `a PDF is tagged, has a title and a language, and is read in the order of the page`() throws {
    for template in ["standard", "brief", "standard-es"] {
      let result = try report(
        Repository.client("worked-example"), "--format", "pdf,html", "--template", template, to: template)
      #expect(result.exitCode == 0, "\(result.errors)")
    }
    let found = try PDFTools.read(
      ["standard", "brief", "standard-es"].map { folder.path("\($0)/worked-example.pdf") })
    for (pdf, language) in zip(found, ["en-US", "en-US", "es-US"]) {
      #expect(pdf.isMarked && pdf.part == "1" && pdf.showsTitle && pdf.language == language)
      #expect(pdf.title.hasPrefix(language == "en-US" ? "Where you stand" : "Dónde está"))
      #expect(pdf.width == 612, "Letter")
      #expect(pdf.problems == [] && !pdf.hasScript)
      #expect(pdf.headings.first == "H1" && pdf.headings.filter { $0 == "H1" }.count == 1)
      let levels = pdf.headings.compactMap { Int($0.dropFirst()) }
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
      #expect(pdf.tables.allSatisfy { $0.headers > 0 && $0.scopes.count == $0.headers })
      #expect(pdf.figures.allSatisfy { $0.count > 20 })
      // A page is read as a whole, and every part of it once.
      #expect(zip(pdf.content, pdf.content.dropFirst()).allSatisfy { $0[0] <= $1[0] })
      #expect(Set(pdf.content).count == pdf.content.count)
    }
    // Page one has a picture and no table.
    #expect(found[0].figures.count == 5 && found[0].tables.count == 6)
    #expect(found[1].figures.count == 1 && found[1].tables.isEmpty && found[1].pages == 1)
    let page = try folder.text("standard/worked-example.html")
    for alternative in found[0].figures { #expect(page.contains("\(alternative)</desc>"), "\(alternative)") }
  }

  @Test func `PDF, page and workbook are for the paper of the option, else of the template`() throws {
    try folder.makeFolder("mine")
    try folder.write("language: en-US\nparts: [page_one]\npaper: a4\n", to: "mine/template.yaml")
    let client = Repository.client("worked-example")
    let runs: [(output: String, options: [String], isA4: Bool)] = [
      ("none", [], false), ("option", ["--paper", "a4"], true), ("template", ["--template", "mine"], true),
      ("both", ["--template", "mine", "--paper", "letter"], false),
    ]
    for (output, options, isA4) in runs {
      let result = try command.run(
        ["report", client, "--format", "pdf,html,xlsx", "--output", output] + options)
      #expect(result.exitCode == 0, "\(result.errors)")
      let pdf = try PDFTools.read([folder.path("\(output)/worked-example.pdf")])[0]
      #expect(pdf.papers == 1 && (pdf.width < 600) == isA4, "\(output)")
      let page = try folder.text("\(output)/worked-example.html")
      #expect(page.contains("@page{size:A4}") == isA4)
      let sheet = try Command(words: ["unzip"], folder: folder.path).run(
        ["-p", "\(output)/worked-example.xlsx", "xl/worksheets/sheet1.xml"]
      ).output
      #expect(sheet.contains("paperSize=\"9\"") == isA4 && sheet.contains("paperSize=\"1\"") != isA4)
    }
    #expect(try report(client, "--paper", "a5").exitCode == 64)
  }

  @Test func `every figure of the text stands in the PDF`() throws {
    for id in ["worked-example", "part-time-freelancer"] {
      #expect(try report(Repository.client(id), "--format", "txt,pdf").exitCode == 0)
      let numbers = PDFTools.numbers(try folder.text("out/\(id).txt"))
      #expect(numbers.count > 60)
      let missing = numbers.subtracting(PDFTools.numbers(try PDFTools.text(folder.path("out/\(id).pdf"))))
      #expect(missing.isEmpty, "\(missing.sorted())")
    }
  }

  @Test func `words of a client are no markup`() throws {
    let words = ##"#eval("1+1") $x^2$ *bold* _it_ @ref <label> \#panic() "q" `raw` // [c] = h"##
    let json = try JSONSerialization.data(
      withJSONObject: ["id": "c", "state": "CA", "name": words, "advisor": words, "notes": words])
    try folder.write(String(decoding: json, as: UTF8.self), to: "c.json")
    let result = try report("c.json", "--format", "pdf", "--copy", "advisor")
    #expect(result.exitCode == 0, "\(result.errors)")
    let text = try PDFTools.text(folder.path("out/c.pdf")).split(whereSeparator: \.isWhitespace)
    let expected = words.split(separator: " ")
    let places = text.indices.filter { text[$0...].starts(with: expected) }
    #expect(places.count >= 3, "name, advisor and notes")
  }

  @Test(arguments: [
    ("王小明 田中さん 김철수", "王小明 田中さん 김철수"), ("Zoë Žižková", "Zoë Žižková"), ("Ann 🧑‍🚀 B", "Ann □ B"),
    ("กานต์ नेहा", "□"), ("a\u{202E}b\u{0}c\u{FFFF}", "a□b□c□"),
  ])
  func `no name makes a PDF fail`(name: String, shown: String) throws {
    let json = try JSONSerialization.data(withJSONObject: ["id": "c", "name": name, "notes": "محمد \(name)"])
    try folder.write(String(decoding: json, as: UTF8.self), to: "c.json")
    let result = try report("c.json", "--format", "pdf", "--template", "brief")
    // Some characters are refused in a profile.
    if result.exitCode == 65 { return }
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try PDFTools.text(folder.path("out/c.pdf")).contains(shown))
  }

  @Test func `the same input has the same bytes, also by a command of the same compiler`() throws {
    for output in ["one", "two"] {
      #expect(try report(Repository.client("auditor"), "--format", "pdf", to: output).exitCode == 0)
    }
    let bytes = try folder.bytes("one/auditor.pdf")
    #expect(try folder.bytes("two/auditor.pdf") == bytes)
    try PDFTools.makeCommand(in: folder)
    var command = command
    command.environment = ["PATH": "\(folder.path("bin")):/usr/bin:/bin", "TMPDIR": folder.path("scratch")]
    let result = try command.run([
      "report", Repository.client("auditor"), "--format", "pdf", "--report-date", "2026-11-23", "--output",
      "three",
    ])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try folder.bytes("three/auditor.pdf") == bytes)
    let words = try folder.text("bin/words")
    #expect(words.contains("--pdf-standard ua-1") && !words.contains("auditor"))
    #expect(try folder.names(in: "scratch") == [])
  }

  @Test func `without the compiler the message names the one command, and other formats are written`() throws
  {
    var command = command
    command.environment = ["HOME": folder.path("nobody"), "TMPDIR": folder.path("scratch")]
    let words = ["report", Repository.client("auditor"), "--output", "out", "--format"]
    let result = try command.run(words + ["csv,pdf"])
    #expect(result.exitCode == 66)
    #expect(
      result.errors.count == 1 && result.errors[0].contains("run \"pathbook setup pdf\" once"),
      "\(result.errors)")
    #expect(try !folder.names().contains("out") || folder.names(in: "out") == [])
    #expect(try command.run(words + ["csv,xlsx,txt,html"]).exitCode == 0)
  }

  @Test(arguments: ["pdf", "xlsx", "txt"])
  func `a template for the screen has no formats for paper, and says which it has`(format: String) throws {
    for template in ["session", "session-es"] {
      let result = try report(Repository.client("auditor"), "--format", format, "--template", template)
      #expect(result.exitCode == 64)
      #expect(result.errors.count == 1 && result.errors[0].contains("has csv, html"), "\(result.errors)")
      #expect(try !folder.names().contains("out") || folder.names(in: "out") == [])
      #expect(
        try report(Repository.client("auditor"), "--format", "html,csv", "--template", template).exitCode == 0
      )
      try FileManager.default.removeItem(atPath: folder.path("out"))
    }
  }

  @Test(arguments: ["session", "session-es"])
  func `a template for the screen writes its page and the figures where no format is asked for`(
    template: String
  ) throws {
    #expect(try report(Repository.client("auditor"), "--template", template).exitCode == 0)
    #expect(
      try Set(folder.names(in: "out")) == ["auditor.csv", "auditor.datapackage.json", "auditor.html"])
  }

  @Test func `standard output takes no PDF`() throws {
    #expect(try report(Repository.client("auditor"), "--format", "pdf", to: "-").exitCode == 64)
  }

  @Test(arguments: [
    (#"#read("/etc/hostname")"#, "line 2"), (##"#import "@preview/cetz:0.2.0""##, "line 2"),
    ("#panic(report.client_name)", "panicked"), ("#assert(false, message: report.client_name)", "line 2"),
    ("#report.client_name.at(report.client_name)", "line 2"), ("= H\n#nothing", "line 3: unknown variable"),
  ])
  func `a template can read, load and tell nothing`(line: String, told: String) throws {
    try folder.write("#set document(title: \"t\")\n\(line)", to: "mine/report.typ", makingFolder: true)
    try folder.write("language: en-US\n", to: "mine/template.yaml")
    try folder.write(#"{"id": "c", "name": "Wilhelmina"}"#, to: "c.json")
    let result = try report("c.json", "--format", "pdf", "--template", "mine")
    #expect(result.exitCode == 74)
    #expect(result.errors.count == 1 && result.errors[0].contains(told), "\(result.errors)")
    #expect(!result.errors.joined().contains("Wilhelmina"))
    #expect(try !folder.names().contains("out") || folder.names(in: "out") == [])
  }

  @Test func `a batch writes PDFs with several compilers, also into an archive, and restarts those that die`()
    throws
  {
    try folder.write(
      "id,state,pay_amount,pay_basis\n" + (1...24).map { "c\($0),CA,\(40_000 + $0),annual\n" }.joined(),
      to: "r.csv")
    let words = [
      "batch", "r.csv", "--format", "pdf", "--template", "brief", "--report-date", "2026-11-23", "--quiet",
    ]
    let plain = try command.run(words + ["--output", "plain", "--jobs", "2", "--summary"])
    #expect(plain.exitCode == 0, "\(plain.errors)")
    let expected = try folder.files(in: "plain").filter { $0.key.hasSuffix(".pdf") }
    #expect(expected.count == 25 && expected.keys.contains("summary.pdf"))
    let packed = try command.run(
      words + ["--output", "all.zip", "--pack", "zip", "--jobs", "1", "--summary"])
    #expect(packed.exitCode == 0, "\(packed.errors)")
    let unpacked = try Command(words: ["unzip"], folder: folder.path).run(["-q", "all.zip", "-d", "unpacked"])
    #expect(unpacked.exitCode == 0)
    #expect(try folder.files(in: "unpacked").filter { $0.key.hasSuffix(".pdf") } == expected)

    var disturbed = command
    let place = folder.path("scratch")
    var count = 0
    disturbed.isTimeToKill = {
      // Not the command but its compilers are killed.
      if count < 2, let worker = PDFTools.workers(withScratch: place).first {
        usleep(200_000)
        kill(worker, SIGKILL)
        count += 1
      }
      usleep(20_000)
      return false
    }
    let result = try disturbed.run(words + ["--output", "disturbed", "--jobs", "1", "--summary"])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try folder.files(in: "disturbed").filter { $0.key.hasSuffix(".pdf") } == expected)
    #expect(count > 0)
  }

  @Test(arguments: [SIGKILL, SIGTERM]) func `nothing is left of a killed run`(signal: Int32) throws {
    try folder.write(
      "id,state,notes\n" + (1...40).map { "c\($0),CA,Wilhelmina\n" }.joined(), to: "r.csv")
    var killed = command
    killed.signalOfKill = signal
    let place = folder.path("scratch")
    killed.isTimeToKill = {
      usleep(10_000)
      guard !PDFTools.workers(withScratch: place).isEmpty else { return false }
      usleep(400_000)
      return true
    }
    let result = try killed.run(["batch", "r.csv", "--format", "pdf", "--output", "out", "--quiet"])
    #expect(result.signal == signal || result.exitCode == 128 + signal || result.exitCode == 0)
    for _ in 0..<600 where !PDFTools.workers(withScratch: place).isEmpty { usleep(50_000) }
    #expect(PDFTools.workers(withScratch: place) == [])
    #expect(try folder.names(in: "scratch") == [])
  }
}

extension TestFolder {
  fileprivate func write(_ text: String, to name: String, makingFolder: Bool) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try write(text, to: name)
  }
}
