import Foundation
import SampleReports
import Synchronization
import Testing

/// Readers that share no code with Pathbook: Python packages in the environment that `make test` sets up.
enum IndependentReaders {
  /// The interpreter of that environment; nil when the tests run without `make`.
  static let python = ProcessInfo.processInfo.environment["PATHBOOK_PYTHON"]

  static let missing = "needs the Python environment of `make test` (PATHBOOK_PYTHON)"

  struct Workbook: Decodable {
    struct Cell: Decodable {
      let cell: String
      let row: Int
      let column: Int
      let kind: String
      /// Nil for a cell without one; the text or the number beside it is what it came to when it was written.
      let formula: String?
      let text: String?
      let number: Double?
      let format: String
      let link: String?
    }
    struct Table: Decodable {
      let name: String
      let ref: String
      let headers: [String]
      let filter: Bool
    }
    struct Sheet: Decodable {
      let name: String
      let cells: [Cell]
      let tables: [Table]
      let charts: Int
      let isSeen: Bool
      /// The first row of each chart.
      let chartRows: [Int]
      /// Of columns and rows, in pixels.
      let widths: [Int]
      let heights: [Int]
      let frozen: String?
      let fitsWidth: Bool
      let titleRows: String?
      /// Nil for all that is used.
      let printArea: String?
      /// The references of the lists that drop down.
      let choices: [String]
    }
    struct Named: Decodable {
      let text: String?
      let number: Double?
    }
    struct Chart: Decodable {
      struct Series: Decodable {
        let values: String
        let numbers: [Double]
        /// Of a chart of points, where they stand across.
        let places: [Double]
      }
      let title: String
      /// `barChart`, `scatterChart`.
      let kind: String
      let axes: Int
      let series: [Series]
    }
    let sheets: [Sheet]
    let charts: [Chart]
    let names: [String: Named]
    let title: String?
    let creator: String?
    let created: String

    func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

    /// The sheets that a reader sees, in their order.
    var seen: [Sheet] { sheets.filter(\.isSeen) }
  }

  private struct Rows: Decodable {
    let rows: [[String: String]]
  }

  static func workbooks(_ paths: [String]) throws -> [Workbook] {
    try JSONDecoder().decode([Workbook].self, from: run(["\(folder)/read_back.py"] + paths).output)
  }

  /// The rows of CSV files, in the order of the files.
  static func rows(_ paths: [String]) throws -> [[[String: String]]] {
    try JSONDecoder().decode([Rows].self, from: run(["\(folder)/read_back.py"] + paths).output).map(\.rows)
  }

  /// What frictionless says of data packages, in their order; empty for one that is valid.
  static func frictionlessProblems(_ paths: [String]) throws -> [String] {
    let script = """
      import frictionless, json, sys
      reports = [frictionless.validate(path) for path in sys.argv[1:]]
      print(json.dumps(["" if report.valid else report.to_json() for report in reports]))
      """
    return try JSONDecoder().decode([String].self, from: run(["-c", script] + paths).output)
  }

  /// The content hash of a dataset folder, by Python's own JSON and SHA-256.
  static func contentHash(_ path: String) throws -> String {
    let script = """
      import hashlib, json, pathlib, sys
      folder = pathlib.Path(sys.argv[1])
      package = json.loads((folder / "datapackage.json").read_bytes())
      paths = {"datapackage.json"} | {resource["path"] for resource in package["resources"]}
      def netstring(data): return b"%d:%s," % (len(data), data)
      content = b"".join(
        netstring(path.encode()) + netstring((folder / path).read_bytes())
        for path in sorted(paths, key=str.encode))
      sys.stdout.write(hashlib.sha256(content).hexdigest())
      """
    return String(decoding: try run(["-c", script, path]).output, as: UTF8.self)
  }

  /// What the schema of Vega-Lite v5 says against a specification; empty when it is valid.
  static func vegaLiteProblems(_ specifications: [[UInt8]]) throws -> String {
    let script = """
      import importlib.util, json, jsonschema, pathlib, sys
      folder = pathlib.Path(importlib.util.find_spec("altair").origin).parent
      schema = json.loads((folder / "vegalite/v5/schema/vega-lite-schema.json").read_text())
      validator = jsonschema.Draft7Validator(schema)
      for document in json.load(sys.stdin):
        for error in validator.iter_errors(document): print(error.message[:300])
      """
    let result = try run(["-c", script], input: list(specifications))
    return result.code == 0 ? String(decoding: result.output, as: UTF8.self) : "the validator did not run"
  }

  /// Specifications as SVG, drawn by Vega-Lite.
  static func drawnByVegaLite(_ specifications: [[UInt8]]) throws -> [String] {
    let script = """
      import json, sys, vl_convert
      print(json.dumps([vl_convert.vegalite_to_svg(one, "v5.20") for one in json.load(sys.stdin)]))
      """
    return try JSONDecoder().decode(
      [String].self, from: run(["-c", script], input: list(specifications)).output)
  }

  private static func list(_ documents: [[UInt8]]) -> Data {
    Data("[\(documents.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ","))]".utf8)
  }

  /// How hard texts are to read, by textstat 0.7.3: the Flesch-Kincaid grade of English (years of school), the ease of
  /// Fernández-Huerta of Spanish (0 to 100, 70 and more is easy).
  static func readability(_ texts: [String], language: String) throws -> [Double] {
    let script = """
      import json, sys, textstat
      language = sys.argv[1]
      textstat.set_lang(language)
      measure = textstat.flesch_kincaid_grade if language == "en" else textstat.fernandez_huerta
      print(json.dumps([measure(text) for text in json.load(sys.stdin)]))
      """
    return try JSONDecoder().decode(
      [Double].self, from: run(["-c", script, language], input: JSONEncoder().encode(texts)).output)
  }

  /// Templates as chevron, a reader of Mustache, fills them.
  ///
  /// - Parameter values: the same for each template, in JSON.
  static func filledByChevron(_ templates: [String], values: String) throws -> [String] {
    let script = """
      import chevron, json, sys
      values = json.loads(sys.argv[1])
      print(json.dumps([chevron.render(template, values) for template in json.load(sys.stdin)]))
      """
    return try JSONDecoder().decode(
      [String].self, from: run(["-c", script, values], input: JSONEncoder().encode(templates)).output)
  }

  /// By Python's hashlib.
  static func sha256InBase64(_ text: String) throws -> String {
    let script =
      "import sys,hashlib,base64;print(base64.b64encode(hashlib.sha256(bytes.fromhex(sys.argv[1])).digest()).decode())"
    let hex = text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    return String(decoding: try run(["-c", script, hex]).output, as: UTF8.self)
      .trimmingCharacters(in: .newlines)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  /// What Chromium saw of pages, in the order of the requests; see `browser.py`.
  static func browser(_ requests: [BrowserRequest]) throws -> [BrowserSight] {
    let answer = try chromium.withLock { chromium in
      if chromium == nil {
        chromium = try Conversation(with: ["\(folder)/browser.py"])
        atexit { IndependentReaders.endBrowser() }
      }
      guard let running = chromium else { return Data() }
      let answer = try running.ask(JSONEncoder().encode(requests))
      // The script has failed: the next test starts another one.
      if answer.isEmpty { chromium = nil }
      return answer
    }
    return try JSONDecoder().decode([BrowserSight].self, from: answer)
  }

  /// Started once for all tests.
  private static let chromium = Mutex<Conversation?>(nil)

  /// The tests end when the browser has: nothing of it is left.
  private static func endBrowser() {
    chromium.withLock { chromium in
      chromium?.end()
      chromium = nil
    }
  }

  /// A script that answers each line with a line. It ends with its input.
  private final class Conversation: Sendable {
    private let process: Process
    private let question: Pipe
    private let answer: Pipe

    init(with arguments: [String]) throws {
      (process, question, answer) = try start(arguments)
    }

    /// The line without its end; empty when the script has ended.
    func ask(_ line: Data) throws -> Data {
      try question.fileHandleForWriting.write(contentsOf: line + Data("\n".utf8))
      var found = Data()
      while found.last != UInt8(ascii: "\n") {
        let more = answer.fileHandleForReading.availableData
        if more.isEmpty { return Data() }
        found.append(more)
      }
      return found.dropLast()
    }

    func end() {
      try? question.fileHandleForWriting.close()
      process.waitUntilExit()
    }
  }

  /// Whether a browser and its driver are there.
  static let hasBrowser =
    python != nil
    && ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy(FileManager.default.fileExists)

  private static func run(
    _ arguments: [String], input: Data = Data()
  ) throws -> (code: Int32, output: Data) {
    let (process, question, answer) = try start(arguments)
    try question.fileHandleForWriting.write(contentsOf: input)
    try question.fileHandleForWriting.close()
    let output = answer.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  private static func start(_ arguments: [String]) throws -> (Process, question: Pipe, answer: Pipe) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python ?? "/usr/bin/python3")
    process.arguments = arguments
    let (question, answer) = (Pipe(), Pipe())
    process.standardInput = question
    process.standardOutput = answer
    try process.run()
    return (process, question, answer)
  }
}

/// The files of every sample client, written once for all tests and read once by the independent readers.
enum WrittenReports {
  static let folder = SampleClients.root.appendingPathComponent(".build/test-reports").path

  private static let written = Result { () throws in
    try? FileManager.default.removeItem(atPath: folder)
    for id in SampleClients.ids {
      _ = try SampleClients.exporter().write(SampleClients.report(id), to: folder)
    }
  }

  private static let workbooks = read("xlsx", by: IndependentReaders.workbooks)
  private static let rows = read("csv", by: IndependentReaders.rows)
  private static let problems = read("datapackage.json", by: IndependentReaders.frictionlessProblems)

  /// What a reader finds in the files of all clients, started once for them.
  private static func read<Found>(
    _ suffix: String, by reader: ([String]) throws -> [Found]
  ) -> Result<[String: Found], any Error> {
    Result {
      try written.get()
      let found = try reader(SampleClients.ids.map { "\(folder)/\($0).\(suffix)" })
      return Dictionary(uniqueKeysWithValues: zip(SampleClients.ids, found))
    }
  }

  /// The path of a file of a client: `txt`.
  static func path(_ id: String, _ suffix: String) throws -> String {
    try written.get()
    return "\(folder)/\(id).\(suffix)"
  }

  static func workbook(_ id: String) throws -> IndependentReaders.Workbook {
    try #require(try workbooks.get()[id])
  }

  static func rows(_ id: String) throws -> [[String: String]] { try #require(try rows.get()[id]) }

  /// What frictionless says of the CSV's data package.
  static func problems(_ id: String) throws -> String { try #require(try problems.get()[id]) }
}
