import Foundation
import Testing

/// The advisor's notes and the open questions: on the advisor's copy, and in no file of a client's, whatever the template.
@Suite struct CopyTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try PDFTools.install(in: folder)
    try folder.write(Self.profile, to: "c.json")
  }

  /// Nothing but an id, an aim that nobody else has, and notes: every question is open.
  private static let profile = """
    {"id": "c-17", "notes": "Keeps ferrets. Wants to leave Quarkmire & Sons."}
    """
  private static let notes = ["ferrets", "Quarkmire"]

  /// The first words of each question, as the templates of a language ask it.
  private static func questions(_ template: String) throws -> [String] {
    let standard = template.hasSuffix("-es") ? "standard-es" : "standard"
    let yaml = try String(
      contentsOfFile: Repository.path("Templates/\(standard)/template.yaml"), encoding: .utf8)
    let group = try #require(yaml.firstMatch(of: /\n  question:\n((?:    .*\n)+)/)?.1)
    return group.split(separator: "\n").compactMap { line in
      line.split(separator: ": ", maxSplits: 1).last.map { words in
        words.trimmingCharacters(in: CharacterSet(charactersIn: "\" ¿")).split(separator: "?").first.map {
          String($0)
        } ?? ""
      }
    }
  }

  /// Every byte of every file, a workbook unpacked and a PDF as text; on one line, as words may be wrapped.
  private func everything(_ template: String, _ copy: String) throws -> String {
    let formats =
      template.hasPrefix("session")
      ? "html,csv" : PDFTools.python == nil ? "csv,xlsx,txt,html" : "csv,xlsx,txt,html,pdf"
    let output = "\(template)-\(copy)"
    let command = Command(folder: folder.path, environment: ["XDG_DATA_HOME": folder.path("data")])
    let result = try command.run([
      "report", "c.json", "--template", template, "--copy", copy, "--format", formats, "--output", output,
    ])
    #expect(result.exitCode == 0, "\(result.errors)")
    let script = """
      cd \(output)
      for f in *.xlsx; do [ -e "$f" ] && unzip -p "$f"; done
      for f in *.pdf; do [ -e "$f" ] && pdftotext "$f" - && pdfinfo "$f"; done
      cat *; ls
      """
    return try Command.shell(script, in: folder.path).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test(arguments: [
    "brief", "brief-es", "full", "full-es", "session", "session-es", "standard", "standard-es",
  ])
  func `notes and open questions stand on the advisor's copy alone`(template: String) throws {
    let questions = try Self.questions(template)
    #expect(questions.count == 11 && questions.allSatisfy { $0.count > 10 })
    let client = try everything(template, "client")
    for words in Self.notes + questions { #expect(!client.contains(words), "\(words)") }
    let advisor = try everything(template, "advisor")
    for words in Self.notes { #expect(advisor.contains(words), "\(words)") }
    #expect(questions.count { advisor.contains($0) } >= 4)
  }
}
