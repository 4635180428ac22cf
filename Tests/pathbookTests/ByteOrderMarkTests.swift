import Foundation
import Testing

/// A byte order mark tells a spreadsheet that a CSV is UTF-8; a program may trip over it.
@Suite struct ByteOrderMarkTests {
  private static let mark = Data([0xEF, 0xBB, 0xBF])
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `a report's CSV has a byte order mark where it is asked for`() throws {
    let client = Repository.client("worked-example")
    for (output, options) in [("plain", [String]()), ("marked", ["--bom"])] {
      let result = try Command(folder: folder.path).run(
        ["report", client, "--format", "csv,txt,html", "--output", output] + options)
      #expect(result.exitCode == 0, "\(result.errors)")
    }
    let plain = try folder.bytes("plain/worked-example.csv")
    #expect(!plain.starts(with: Self.mark))
    #expect(try folder.bytes("marked/worked-example.csv") == Self.mark + plain)
    for name in ["worked-example.txt", "worked-example.html", "worked-example.datapackage.json"] {
      #expect(try folder.bytes("plain/\(name)") == folder.bytes("marked/\(name)"))
    }
  }

  @Test func `in a batch, what people open has the mark, what programs read has it where it is asked for`()
    throws
  {
    try folder.write("id,state\na,CA\nb,ZZ\n", to: "roster.csv")
    for (output, options) in [("plain", [String]()), ("marked", ["--bom"])] {
      let result = try Command(folder: folder.path).run(
        [
          "batch", "roster.csv", "--format", "csv", "--combined-csv", "--summary", "--quiet", "--output",
          output,
        ]
          + options)
      #expect(result.exitCode == 65, "\(result.errors)")
    }
    for name in ["a.csv", "combined.csv"] {
      let plain = try folder.bytes("plain/\(name)")
      #expect(!plain.starts(with: Self.mark))
      #expect(try folder.bytes("marked/\(name)") == Self.mark + plain)
    }
    for name in ["rejects.csv", "summary.csv"] {
      #expect(
        try folder.bytes("plain/\(name)").starts(
          with: Self.mark + Data(name == "rejects.csv" ? "reject".utf8 : "client_id".utf8)))
    }
    // The list is a roster again.
    let again = try Command.run("roster", "check", "plain/rejects.csv", in: folder.path)
    #expect(again.exitCode == 65 && again.output == "plain/rejects.csv: 0 good, 1 bad\n", "\(again)")
  }
}
