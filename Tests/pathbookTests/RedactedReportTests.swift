import Foundation
import Testing

@Suite struct RedactedReportTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private static let profile = """
    {"id": "c-17", "name": "Zebulina Quarkmire", "advisor": "Ottokar Blomquist", "notes": "Keeps ferrets.",
     "state": "CA", "pay_amount": 46000, "pay_basis": "annual", "credentials": ["CPC-A"]}
    """
  private static let words = ["Zebulina", "Quarkmire", "Ottokar", "Blomquist", "ferrets"]

  /// Every byte of every file; a workbook unpacked.
  private func everything() throws -> String {
    let script = "for f in out/*.xlsx; do unzip -p \"$f\"; done; cat out/*; ls out"
    return try Command.shell(script, in: folder.path).output
  }

  @Test func `no name and no note is in any file, property or file name`() throws {
    try folder.write(Self.profile, to: "c.json")
    let result = try Command.run(
      "report", "c.json", "--redact", "--copy", "advisor", "--output", "out", in: folder.path)
    #expect(result.exitCode == 0 && result.errors == [])
    let text = try everything()
    #expect(text.contains("c-17"))
    for word in Self.words { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `without the flag they are there, so that the test above can find them`() throws {
    try folder.write(Self.profile, to: "c.json")
    let result = try Command.run("report", "c.json", "--copy", "advisor", "--output", "out", in: folder.path)
    #expect(result.exitCode == 0)
    let text = try everything()
    for word in Self.words { #expect(text.contains(word), "\(word)") }
  }

  @Test func `an id that holds the name is refused, and the message does not tell it`() throws {
    try folder.write(Self.profile.replacingOccurrences(of: "c-17", with: "z-quarkmire"), to: "c.json")
    let result = try Command.run("report", "c.json", "--redact", "--output", "out", in: folder.path)
    let line =
      "c.json: id: it contains part of the client's name, and the report files are named after it; "
      + "use an id that reveals nothing, or leave out --redact"
    #expect(result == .init(exitCode: 65, output: "", errors: [line]))
    #expect(try folder.names() == ["c.json"])
  }
}
