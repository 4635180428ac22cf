import Foundation
import Testing

/// `batch --print-file` through the real command: one PDF of all clients.
@Suite(.enabled(if: PDFTools.python != nil, "PATHBOOK_PYTHON names no Python"))
struct PrintFileTests {
  private let folder: TestFolder

  /// In no order of the alphabet; the third is no client.
  private static let roster = """
    id,name,state,pay_amount,pay_basis,notes,advisor
    zoe,王小明,CA,45000,annual,Wilhelmina,Ann
    ann,محمد علي,TX,52000,annual,Wilhelmina,Bea
    bad,Bad,Atlantis,1,annual,Wilhelmina,Cid
    kim,Kim 🧑‍🚀,NY,,,Wilhelmina,Dan

    """

  init() throws {
    folder = try TestFolder()
    try folder.makeFolder("scratch")
    try PDFTools.install(in: folder)
    try folder.write(Self.roster, to: "r.csv")
  }

  private var command: Command {
    Command(
      folder: folder.path,
      environment: ["XDG_DATA_HOME": folder.path("data"), "TMPDIR": folder.path("scratch")])
  }

  private func batch(_ options: String..., to output: String) throws -> Command.Result {
    try command.run(
      ["batch", "r.csv", "--report-date", "2026-11-23", "--quiet", "--output", output] + options)
  }

  @Test(arguments: ["standard", "brief-es"])
  func `all clients stand in one tagged PDF, in the order of the roster, each on a sheet of their own`(
    template: String
  ) throws {
    let result = try batch(
      "--format", "pdf", "--template", template, "--print-file", "two-sided", to: "out")
    #expect(result.exitCode == 65, "one row is refused: \(result.errors)")
    let clients = ["zoe", "ann", "kim"]
    let files = try PDFTools.read(
      ["print"].map { folder.path("out/\($0).pdf") } + clients.map { folder.path("out/\($0).pdf") })
    let (all, single) = (files[0], Array(files.dropFirst()))
    #expect(all.isMarked && all.part == "1" && all.showsTitle && all.problems == [] && !all.hasScript)
    #expect(all.language == (template == "standard" ? "en-US" : "es-US") && all.title == single[0].title)
    #expect(all.author == "" && all.papers == 1 && all.width == 612)
    #expect(all.bookmarks.map(\.title) == clients.map { "\($0): \(all.title)" })
    #expect(all.bookmarks.allSatisfy { $0.page % 2 == 0 })
    // What each has alone it has among the others.
    #expect(all.headings == single.flatMap(\.headings) && all.figures == single.flatMap(\.figures))
    #expect(all.tables.map(\.cells) == single.flatMap(\.tables).map(\.cells))
    #expect(all.tables.allSatisfy { $0.headers > 0 && $0.scopes.count == $0.headers })
    #expect(zip(all.content, all.content.dropFirst()).allSatisfy { $0[0] <= $1[0] })
    #expect(Set(all.content).count == all.content.count)
    for (index, client) in clients.enumerated() {
      let start = all.bookmarks[index].page
      for page in 1...single[index].pages {
        #expect(
          try PDFTools.text(folder.path("out/print.pdf"), page: start + page)
            == PDFTools.text(folder.path("out/\(client).pdf"), page: page))
      }
      let next = index + 1 < clients.count ? all.bookmarks[index + 1].page : all.pages
      for page in (start + single[index].pages)..<max(next, start + single[index].pages) {
        let text = try PDFTools.text(folder.path("out/print.pdf"), page: page + 1)
        let isBlank = text.allSatisfy { $0.isWhitespace }
        #expect(isBlank, "a back without words")
      }
    }
    let words = try PDFTools.text(folder.path("out/print.pdf"))
    for name in ["王小明", "Kim □"] { #expect(words.contains(name)) }
    #expect(!words.contains("Wilhelmina") && !words.contains("Atlantis"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("out/print.pdf"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `the same roster has the same bytes, in an archive and after an interruption too`() throws {
    let options = ["--format", "csv", "--template", "brief", "--print-file", "one-sided"]
    func run(_ more: String..., to output: String) throws {
      let result = try command.run(
        ["batch", "r.csv", "--report-date", "2026-11-23", "--quiet", "--output", output] + options + more)
      #expect(result.exitCode != 74 && result.exitCode != 64, "\(result.errors)")
    }
    try run("--jobs", "1", to: "one")
    let bytes = try folder.bytes("one/print.pdf")
    #expect(try PDFTools.read([folder.path("one/print.pdf")])[0].pages == 3)
    try run("--pack", "zip", to: "all.zip")
    #expect(
      try Command(words: ["unzip"], folder: folder.path).run(["-q", "all.zip", "-d", "two"]).exitCode == 0)
    #expect(try folder.bytes("two/print.pdf") == bytes)
    try run("--limit", "1", to: "three")
    #expect(try PDFTools.read([folder.path("three/print.pdf")])[0].pages == 1)
    try run("--resume", to: "three")
    #expect(try folder.bytes("three/print.pdf") == bytes)
    // A run without the option leaves it, and says so.
    let stale = try batch("--format", "txt", "--template", "brief", "--resume", to: "three")
    #expect(stale.errors.contains { $0.contains("print.pdf is from an earlier run") }, "\(stale.errors)")
    #expect(try folder.bytes("three/print.pdf") == bytes)
    #expect(try folder.names(in: "scratch") == [])
  }

  @Test func `what is wrong with it stops no other file`() throws {
    try folder.makeFolder("mine")
    try folder.write("language: en-US\n", to: "mine/template.yaml")
    try folder.write(
      "#set document(title: \"t\")\n= T\n#if report.client_id == \"ann\" { panic(report.client_name) }",
      to: "mine/report.typ")
    let result = try batch(
      "--format", "csv", "--template", "mine", "--print-file", "one-sided", "--combined-csv", to: "out")
    #expect(result.exitCode == 74)
    #expect(
      result.errors.contains { $0.contains("print.pdf: report.typ, line 3: panicked") }, "\(result.errors)")
    #expect(!result.errors.joined().contains("محمد"))
    let names = try folder.names(in: "out")
    #expect(Set(["ann.csv", "kim.csv", "zoe.csv", "combined.csv", "rejects.csv"]).isSubset(of: names))
    #expect(!names.contains("print.pdf"))
  }

  @Test func `a template for the screen has none`() throws {
    let result = try batch("--format", "csv", "--template", "session", "--print-file", "one-sided", to: "out")
    #expect(result.exitCode == 64 && result.errors.joined().contains("--print-file"), "\(result.errors)")
  }
}
