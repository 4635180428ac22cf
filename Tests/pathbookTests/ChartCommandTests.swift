import Foundation
import Testing

@Suite struct ChartCommandTests {
  private let folder: TestFolder
  private let client = Repository.client("worked-example")

  init() throws { folder = try TestFolder() }

  @Test func `a chart is a private file of its own`() throws {
    let result = try Command.run(
      "chart", client, "--kind", "settings", "--output", "new/settings.svg", in: folder.path)
    #expect(result == .init(exitCode: 0, output: "new/settings.svg\n", errors: []))
    #expect(try folder.text("new/settings.svg").hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("new/settings.svg"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }

  @Test func `all charts are named after the client and the chart, the same each time`() throws {
    let result = try Command.run("chart", client, "--all", "--output", "a", in: folder.path)
    #expect(result.exitCode == 0 && result.errors == [])
    _ = try Command.run("chart", client, "--all", "--output", "b", in: folder.path)
    #expect(try folder.files(in: "a") == folder.files(in: "b"))
    let names = ["credentials", "distribution", "earnings", "ladder", "settings", "specializations"]
    #expect(try folder.names(in: "a") == names.map { "worked-example-\($0).svg" })
  }

  @Test func `a language brings its words, numbers and dates`() throws {
    let result = try Command.run(
      "chart", client, "--kind", "ladder", "--locale", "es-MX", "--output", "a.svg", in: folder.path)
    #expect(result.exitCode == 0)
    #expect(try folder.text("a.svg").contains("Su salario actual"))
    let unknown = try Command.run(
      "chart", client, "--kind", "ladder", "--locale", "fr", "--output", "b.svg", in: folder.path)
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.joined().contains("allowed: en-US, es-US"), "\(unknown.errors)")
  }

  @Test(.enabled(if: ChartCommandTests.hasRSVG, "librsvg is not installed"))
  func `PNG has the size of the chart times the scale, and the same bytes each time`() throws {
    for name in ["a.png", "b.png"] {
      let result = try Command.run(
        "chart", client, "--kind", "ladder", "--format", "png", "--width", "500", "--scale", "2", "--output",
        name, in: folder.path)
      #expect(result.exitCode == 0, "\(result.errors)")
    }
    let bytes = try folder.bytes("a.png")
    #expect(try bytes == folder.bytes("b.png"))
    #expect(bytes.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(bytes[16..<20].reduce(0) { $0 << 8 | Int($1) } == 1_000)
    // The chunk pHYs: 7,559 pixels in a meter are 192 in an inch.
    #expect(bytes[37..<41] == Data("pHYs".utf8) && bytes[41..<45] == Data([0, 0, 0x1D, 0x87]))
  }

  @Test(.enabled(if: ChartCommandTests.hasRSVG, "librsvg is not installed"))
  func `each failure to draw or write a PNG is told as what it is`() throws {
    try folder.write("no library", to: "librsvg-2.so.2")
    let chart = "\"$PATHBOOK\" chart '\(client)' --kind ladder --format png --output x.png"
    for (script, exitCode, words) in [
      ("LD_LIBRARY_PATH=. \(chart)", 74, "a library is missing (./librsvg-2.so.2"),
      // The pixels alone take a million KiB.
      (
        "ulimit -v 1000000; \(chart) --scale 4 --width 4000 --height 4000", 74,
        "there is not enough memory for the picture"
      ),
      ("ulimit -f 1; \(chart) --scale 2", 74, "x.png: writing failed (File too large)"),
      ("mkdir x.png; \(chart)", 73, "a folder of this name is in the way"),
    ] {
      let result = try Command.shell(script, in: folder.path)
      #expect(result.exitCode == Int32(exitCode), "\(result)")
      #expect(result.errors.count == 1 && result.errors[0].contains(words), "\(result)")
    }
    #expect(try folder.names() == ["librsvg-2.so.2", "x.png"])
  }

  private static let hasRSVG = ["/lib", "/usr/lib"].contains { root in
    FileManager.default.fileExists(atPath: "\(root)/x86_64-linux-gnu/librsvg-2.so.2")
      || FileManager.default.fileExists(atPath: "\(root)/aarch64-linux-gnu/librsvg-2.so.2")
  }

  @Test(arguments: [
    (["--all", "--kind", "ladder"], "give either --kind or --all"), ([], "give either --kind or --all"),
    (["--kind", "ladder", "--width", "10"], "--width is 280 to 4000"),
    (["--kind", "ladder", "--locale", "es", "--template", "brief"], "give either --template or --locale"),
    (["--kind", "ladder", "--scale", "9"], "--scale is 0.5 to 4"), (["--kind", "pie"], "pie"),
  ])
  func `wrong words are a usage error, and nothing is written`(_ words: [String], _ message: String) throws {
    let result = try Command(folder: folder.path).run(["chart", client, "--output", "x.svg"] + words)
    #expect(result.exitCode == 64)
    #expect(result.errors.joined().contains(message), "\(result.errors)")
    #expect(try folder.names() == [])
  }

  @Test func `a chart that the report does not have is told, with those that it has`() throws {
    try folder.write(#"{"id": "c"}"#, to: "c.json")
    let result = try Command.run(
      "chart", "c.json", "--kind", "earnings", "--output", "x.svg", in: folder.path)
    #expect(result.exitCode == 65)
    #expect(result.errors.joined().contains("there are: ladder, distribution"), "\(result.errors)")
    #expect(try folder.names() == ["c.json"])
  }
}
