import Foundation
import FoundationXML
import ReportModel

@testable import ReportXLSX

/// Reads a workbook with unzip and an XML parser that the writer does not use.
struct WorkbookReader {
  struct Cell: Equatable {
    /// As it stands in the sheet, or the shared text.
    let value: String?
    let isText: Bool
    let format: String
    let isBold: Bool
    let fill: String?
  }

  struct Sheet {
    let name: String
    let part: String
    let root: Element
    let cells: [String: Cell]
    /// The parts that the sheet's relationships name, by their ids.
    let related: [String: String]

    /// Of the first cell with this text: its column and row.
    func row(of text: String) -> Int? {
      cells.filter { $0.value.value == text }.keys.compactMap { Int($0.drop { $0.isLetter }) }.min()
    }
  }

  let directory: String
  let names: [String]
  private(set) var sheets: [Sheet] = []

  init(_ bytes: [UInt8]) throws {
    directory = try Scratch.make()
    let file = directory + "/read.xlsx"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    try Self.run("/usr/bin/unzip", ["unzip", "-q", "-o", file, "-d", directory])
    try FileManager.default.removeItem(atPath: file)
    names = (FileManager.default.enumerator(atPath: directory)?.allObjects ?? []).compactMap { $0 as? String }
      .filter { $0.contains(".") }.sorted()
    sheets = try readSheets()
  }

  /// Foundation's Process leaks a little, and the leak checker must have nothing to say.
  private static func run(_ path: String, _ arguments: [String]) throws {
    var list: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for argument in list { free(argument) } }
    var id = pid_t()
    var status: Int32 = 0
    guard posix_spawn(&id, path, nil, nil, &list, environ) == 0, waitpid(id, &status, 0) == id, status == 0
    else { throw ReadError(what: "\(path): \(status)") }
  }

  func remove() { try? FileManager.default.removeItem(atPath: directory) }

  func part(_ name: String) throws -> Element {
    let url = URL(fileURLWithPath: directory + "/" + name)
    return try Element.parse(Data(contentsOf: url), name: name)
  }

  func sheet(_ name: String) throws -> Sheet {
    guard let sheet = sheets.first(where: { $0.name == name }) else {
      throw ReadError(what: "no sheet \(name)")
    }
    return sheet
  }

  private func readSheets() throws -> [Sheet] {
    let strings = try part("xl/sharedStrings.xml").all("si").map { $0.all("t").map(\.text).joined() }
    let styles = try part("xl/styles.xml")
    var formats = ["0": "General", "1": "0"]
    for format in styles.all("numFmt") { formats[format["numFmtId"]] = format["formatCode"] }
    let fonts = styles.first("fonts")?.all("font") ?? []
    let fills = styles.first("fills")?.all("fill") ?? []
    let looks = (styles.first("cellXfs")?.all("xf") ?? []).map { look in
      (
        format: formats[look["numFmtId"]] ?? "built in \(look["numFmtId"])",
        isBold: fonts[Int(look["fontId"]) ?? 0].first("b") != nil,
        fill: fills[Int(look["fillId"]) ?? 0].first("fgColor")?.attributes["rgb"]
      )
    }
    let relations = try related(to: "xl/workbook.xml")
    return try part("xl/workbook.xml").all("sheet").map { sheet in
      let name = "xl/" + (relations[sheet["r:id"]] ?? "")
      let root = try part(name)
      var cells: [String: Cell] = [:]
      for cell in root.all("c") {
        let look = looks[Int(cell["s"]) ?? 0]
        let raw = cell.first("v")?.text
        let isText = cell["t"] == "s"
        cells[cell["r"]] = Cell(
          value: isText ? raw.flatMap { Int($0) }.map { Self.unescaped(strings[$0]) } : raw, isText: isText,
          format: look.format, isBold: look.isBold, fill: look.fill)
      }
      return Sheet(name: sheet["name"], part: name, root: root, cells: cells, related: try related(to: name))
    }
  }

  func related(to part: String) throws -> [String: String] {
    let pieces = part.split(separator: "/")
    let name = pieces.dropLast().joined(separator: "/") + "/_rels/" + (pieces.last ?? "") + ".rels"
    guard names.contains(name) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: try self.part(name).all("Relationship").map { ($0["Id"], $0["Target"]) })
  }

  /// As Excel reads `_xHHHH_`.
  static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      let next = rest.dropFirst(2)
      let digits = next.prefix(4)
      if rest.hasPrefix("_x"), digits.count == 4, next.dropFirst(4).first == "_",
        let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code)
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(character)
        rest.removeFirst()
      }
    }
    return result
  }
}

struct ReadError: Error { let what: String }

/// An element of an XML text.
final class Element {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [Element] = []
  fileprivate(set) var text = ""

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  subscript(attribute: String) -> String { attributes[attribute] ?? "" }

  /// All elements of the name below this one, in the order of the text; prefixes of names are not looked at.
  func all(_ name: String) -> [Element] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  func first(_ name: String) -> Element? { all(name).first }

  static func parse(_ data: Data, name: String) throws -> Element {
    let builder = TreeBuilder()
    let parser = XMLParser(data: data)
    parser.delegate = builder
    guard parser.parse() else { throw ReadError(what: "\(name) is not well-formed") }
    return builder.root
  }
}

private final class TreeBuilder: NSObject, XMLParserDelegate {
  let root = Element(name: "", attributes: [:])
  private lazy var open = [root]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let local = name.split(separator: ":").last.map(String.init) ?? name
    let element = Element(name: local, attributes: attributes)
    open.last?.children.append(element)
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }
}

/// Private directories for tests.
enum Scratch {
  static func make() throws -> String {
    var template = Array("/tmp/pathbook-xlsx-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ReadError(what: "mkdtemp") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
    let directory = try make()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    return try body(directory)
  }

  static func bytes(
    of report: ReportModel.Report, _ options: XLSXReportWriter.Options = .init()
  ) throws -> [UInt8] {
    try XLSXReportWriter(words: Fixture.words, options: options).files(for: report)[0].bytes
  }
}
