import Foundation

/// What the tests of PDFs use: the compiler of the tests' own Python, and independent readers.
enum PDFTools {
  /// The Python that has the libraries of Scripts/test-requirements.txt.
  static let python = ProcessInfo.processInfo.environment["PATHBOOK_PYTHON"]

  enum Failure: Error {
    case cannotRead([String])
  }

  /// What pikepdf finds in a file.
  struct Found: Decodable {
    struct Table: Decodable {
      let headers: Int
      let cells: Int
      let scopes: [String]
    }

    struct Bookmark: Decodable {
      let title: String
      /// From 0.
      let page: Int
    }

    let headings: [String]
    /// The alternative texts.
    let figures: [String]
    let tables: [Table]
    /// For each part of a page, in reading order: the page, and its number there.
    let content: [[Int]]
    let language: String
    let isMarked: Bool
    let showsTitle: Bool
    let title: String
    let author: String
    /// Of the first level.
    let bookmarks: [Bookmark]
    /// Of PDF/UA.
    let part: String?
    let width: Double
    /// How many sizes its pages have.
    let papers: Int
    let pages: Int
    let hasScript: Bool
    let problems: [String]
  }

  /// As `pathbook setup pdf` does it, in the folder for data `data`.
  static func install(in folder: TestFolder) throws {
    try folder.makeFolder("data/pathbook")
    guard let python else { return }
    let environment = URL(fileURLWithPath: python).deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("data/pathbook/typst"), withDestinationPath: environment.path)
  }

  /// A stand-in for the command `typst`, with the same options and the same compiler, which notes its words.
  static func makeCommand(in folder: TestFolder) throws {
    try folder.makeFolder("bin")
    let script = """
      #!\(python ?? "/usr/bin/python3")
      import sys, typst
      words = sys.argv[1:]
      open("\(folder.path("bin/words"))", "w").write(" ".join(words))
      assert words[0] == "compile" and words[-2:] == ["-", "-"]
      assert {"--ignore-system-fonts", "--ignore-embedded-fonts"} <= set(words)
      option = lambda name: words[words.index(name) + 1]
      fonts = typst.Fonts(False, False, [option("--font-path")])
      pdf = typst.Compiler(root=option("--root"), font_paths=fonts, ignore_system_fonts=True).compile(
          input=sys.stdin.buffer.read(), format="pdf", pdf_standards=[option("--pdf-standard")],
          timestamp=int(option("--creation-timestamp")))
      sys.stdout.buffer.write(pdf)
      """
    try folder.write(script, to: "bin/typst")
    try folder.setMode(0o755, of: "bin/typst")
  }

  static func read(_ paths: [String]) throws -> [Found] {
    let script = Repository.path("Tests/pathbookTests/read_pdf.py")
    let result = try Command(words: [python ?? "python3", script]).run(paths)
    guard result.exitCode == 0 else { throw Failure.cannotRead(result.errors) }
    return try JSONDecoder().decode([Found].self, from: Data(result.output.utf8))
  }

  /// What pdftotext reads, with these options.
  ///
  /// - Parameter page: from 1; nil for all.
  static func text(_ path: String, page: Int? = nil, _ options: String...) throws -> String {
    let range = page.map { ["-f", "\($0)", "-l", "\($0)"] } ?? []
    let result = try Command(words: ["pdftotext"]).run(range + ["-enc", "UTF-8"] + options + [path, "-"])
    guard result.exitCode == 0 else { throw Failure.cannotRead(result.errors) }
    return result.output
  }

  /// The numbers in words, with the sign of dollars or percent.
  static func numbers(_ text: String) -> Set<String> {
    Set(text.matches(of: /[+\-]?\$?\d+(,\d+)*(\.\d+)?%?/).map { String($0.output.0) })
  }

  /// The processes that have a folder as their `TMPDIR` and compile PDFs.
  static func workers(withScratch place: String) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { process in
      func bytes(_ name: String) -> Data {
        FileManager.default.contents(atPath: "/proc/\(process)/\(name)") ?? Data()
      }
      return bytes("environ").range(of: Data("TMPDIR=\(place)\u{0}".utf8)) != nil
        && bytes("cmdline").range(of: Data("usage: typst-worker.py".utf8)) != nil
    }
  }
}
