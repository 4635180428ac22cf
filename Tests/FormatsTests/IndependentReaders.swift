import Foundation
import SampleReports

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
      }
      let title: String
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
  }

  struct Rows: Decodable {
    let rows: [[String: String]]
  }

  static func workbooks(_ paths: [String]) throws -> [Workbook] {
    try JSONDecoder().decode([Workbook].self, from: run(["\(folder)/read_back.py"] + paths).output)
  }

  static func rows(_ path: String) throws -> [[String: String]] {
    try JSONDecoder().decode([Rows].self, from: run(["\(folder)/read_back.py", path]).output)[0].rows
  }

  /// What frictionless says of a data package; empty when it is valid.
  static func frictionlessProblems(_ path: String) throws -> String {
    let result = try run(["-m", "frictionless", "validate", "--json", path])
    return result.code == 0 ? "" : String(decoding: result.output, as: UTF8.self)
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
    let documents = "[\(specifications.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ","))]"
    let result = try run(["-c", script], input: Data(documents.utf8))
    return result.code == 0 ? String(decoding: result.output, as: UTF8.self) : "the validator did not run"
  }

  /// A specification as SVG, drawn by Vega-Lite.
  static func drawnByVegaLite(_ specification: [UInt8]) throws -> String {
    let path = NSTemporaryDirectory() + "vega-lite-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(specification).write(to: URL(fileURLWithPath: path))
    let script = "import sys,vl_convert;print(vl_convert.vegalite_to_svg(open(sys.argv[1]).read(),'v5.20'))"
    return String(decoding: try run(["-c", script, path]).output, as: UTF8.self)
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
    let input = try JSONEncoder().encode(requests)
    let result = try run(["\(folder)/browser.py"], input: input)
    return try JSONDecoder().decode([BrowserSight].self, from: result.output)
  }

  /// Whether a browser and its driver are there.
  static let hasBrowser =
    python != nil
    && ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy(FileManager.default.fileExists)

  private static func run(
    _ arguments: [String], input: Data = Data()
  ) throws -> (code: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python ?? "/usr/bin/python3")
    process.arguments = arguments
    let question = Pipe()
    process.standardInput = question
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    try question.fileHandleForWriting.write(contentsOf: input)
    try question.fileHandleForWriting.close()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}

/// The files of every sample client, written once for all tests and read once by the independent readers.
enum WrittenReports {
  static let folder = SampleClients.root.appendingPathComponent(".build/test-reports").path

  private static let workbooks = Result { () throws -> [String: IndependentReaders.Workbook] in
    try? FileManager.default.removeItem(atPath: folder)
    for id in SampleClients.ids {
      _ = try SampleClients.exporter().write(SampleClients.report(id), to: folder)
    }
    let found = try IndependentReaders.workbooks(SampleClients.ids.map { "\(folder)/\($0).xlsx" })
    return Dictionary(uniqueKeysWithValues: zip(SampleClients.ids, found))
  }

  static func workbook(_ id: String) throws -> IndependentReaders.Workbook {
    guard let workbook = try workbooks.get()[id] else { throw CocoaError(.fileNoSuchFile) }
    return workbook
  }

  /// The path of a file of a client: `csv`, `txt`, `datapackage.json`.
  static func path(_ id: String, _ suffix: String) throws -> String {
    _ = try workbooks.get()
    return "\(folder)/\(id).\(suffix)"
  }
}
