import CareerData
import Foundation
import OEWSImport
import Zip

/// A table as OEWS tables are, for tests to change.
struct OEWSFixture {
  /// A cell of a workbook.
  enum Cell: ExpressibleByStringLiteral {
    case text(String)
    /// As the part writes it: `5.025E4`.
    case number(String)
    case boolean(Bool)
    case error(String)
    case none

    init(stringLiteral text: String) { self = .text(text) }

    /// As CSV has it.
    var plain: String {
      switch self {
      case .text(let text), .number(let text), .error(let text): text
      case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
      case .none: ""
      }
    }
  }

  /// How a workbook keeps texts.
  enum TextStyle: CaseIterable {
    case shared
    case inline
    case formulaResult
  }

  var header: [String]
  var rows: [[Cell]]

  /// One row of the nation, as `national_M2024_dl.xlsx` has it.
  init() {
    header = Self.columns.map(\.name)
    rows = [Self.columns.map(\.cell)]
  }

  private static let columns: [(name: String, cell: Cell)] = [
    ("AREA", "99"), ("AREA_TITLE", "U.S."), ("AREA_TYPE", "1"), ("PRIM_STATE", "US"), ("NAICS", "000000"),
    ("NAICS_TITLE", "Cross-industry"), ("I_GROUP", "cross-industry"), ("OWN_CODE", "1235"),
    ("OCC_CODE", "29-2072"), ("OCC_TITLE", "Medical Records Specialists"), ("O_GROUP", "detailed"),
    ("TOT_EMP", .number("187910")), ("EMP_PRSE", .number("1.1000000000000001")), ("JOBS_1000", .none),
    ("PCT_RPT", "~"),
    ("H_MEAN", .number("26.91")), ("A_MEAN", .number("55970.0")), ("H_PCT10", .number("17.2")),
    ("H_PCT25", .number("20")), ("H_MEDIAN", .number("24.16")), ("H_PCT75", .number("30.8")),
    ("H_PCT90", .number("38.92")), ("A_PCT10", .number("35780")), ("A_PCT25", .number("4.16E4")),
    ("A_MEDIAN", .number("50250")), ("A_PCT75", .number("64070")), ("A_PCT90", .number("80950")),
    ("ANNUAL", .none), ("HOURLY", .none),
  ]

  /// The table with cells of its last row changed.
  func with(_ cells: [String: Cell]) -> OEWSFixture {
    var result = self
    for (name, cell) in cells {
      guard let column = header.firstIndex(of: name) else { preconditionFailure("no column \(name)") }
      result.rows[rows.count - 1][column] = cell
    }
    return result
  }

  /// The table with a row more, like the last one but for these cells.
  func adding(_ cells: [String: Cell]) -> OEWSFixture {
    var result = self
    result.rows.append(rows[rows.count - 1])
    return result.with(cells)
  }

  func without(_ names: String...) -> OEWSFixture {
    var result = self
    for name in names {
      guard let column = result.header.firstIndex(of: name) else { preconditionFailure("no column \(name)") }
      result.header.remove(at: column)
      for row in result.rows.indices { result.rows[row].remove(at: column) }
    }
    return result
  }

  func renaming(_ old: String, to new: String) -> OEWSFixture {
    var result = self
    result.header = header.map { $0 == old ? new : $0 }
    return result
  }

  // MARK: Files

  func csv(lineEnd: String = "\n", isQuoted: Bool = false) -> [UInt8] {
    let lines = [header] + rows.map { $0.map(\.plain) }
    let text = lines.map { line in
      line.map { isQuoted || $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + lineEnd
    }
    return Array(text.joined().utf8)
  }

  func workbook(named sheet: String = "national_M2024_dl", _ style: TextStyle = .shared) throws -> [UInt8] {
    try TestWorkbook(sheets: [(sheet, [header.map(Cell.text)] + rows)], style: style).bytes()
  }
}

/// A workbook made of XML, part by part.
struct TestWorkbook: Sendable {
  var sheets: [(name: String, rows: [[OEWSFixture.Cell]])]
  var style = OEWSFixture.TextStyle.shared
  /// Changes the XML of each part.
  var edit: @Sendable (_ part: String, _ xml: String) -> String = { $1 }

  func bytes() throws -> [UInt8] { try ZipWriter.archive(parts()) }

  func parts() -> [(name: String, bytes: [UInt8])] {
    var strings: [String] = []
    let sheetParts = sheets.indices.map { ("xl/worksheets/sheet\($0 + 1).xml", sheet($0, &strings)) }
    let items = strings.map { "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>" }.joined()
    let parts =
      [
        ("_rels/.rels", Self.relationships([("r1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", bookRelationships),
        ("xl/sharedStrings.xml", "\(Self.head)<sst>\(items)</sst>"),
      ] + sheetParts
    return parts.map { (name: $0.0, bytes: Array(edit($0.0, $0.1).utf8)) }
  }

  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

  private var book: String {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"s\(index + 1)\"/>"
    }
    return "\(Self.head)<workbook xmlns:r=\"r\"><sheets>\(list.joined())</sheets></workbook>"
  }

  private var bookRelationships: String {
    let list = sheets.indices.map { ("s\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    return Self.relationships(list + [("t1", "sharedStrings", "sharedStrings.xml")])
  }

  private static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(type)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "\(head)<Relationships>\(items.joined())</Relationships>"
  }

  private func sheet(_ index: Int, _ strings: inout [String]) -> String {
    var xml = "\(Self.head)<worksheet><sheetData>"
    for (row, cells) in sheets[index].rows.enumerated() {
      xml += "<row r=\"\(row + 1)\">"
      for (column, cell) in cells.enumerated() {
        xml += self.cell("\(Self.letters(column))\(row + 1)", cell, &strings)
      }
      xml += "</row>"
    }
    return xml + "</sheetData></worksheet>"
  }

  private func cell(_ reference: String, _ cell: OEWSFixture.Cell, _ strings: inout [String]) -> String {
    let start = "<c r=\"\(reference)\" s=\"1\""
    switch cell {
    case .none: return "\(start)/>"
    case .number(let text): return "\(start)><v>\(text)</v></c>"
    case .boolean(let isTrue): return "\(start) t=\"b\"><v>\(isTrue ? 1 : 0)</v></c>"
    case .error(let text): return "\(start) t=\"e\"><v>\(text)</v></c>"
    case .text(let text):
      switch style {
      case .inline: return "\(start) t=\"inlineStr\"><is><t>\(Self.escaped(text))</t></is></c>"
      case .formulaResult: return "\(start) t=\"str\"><f>A1&amp;9</f><v>\(Self.escaped(text))</v></c>"
      case .shared:
        strings.append(text)
        return "\(start) t=\"s\"><v>\(strings.count - 1)</v></c>"
      }
    }
  }

  private static func letters(_ column: Int) -> String {
    let letter = String(Unicode.Scalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

/// What the reading of a file gave.
struct OEWSResult {
  var rows: [OEWSRow] = []
  var info: OEWSTableInfo?
  var error: OEWSError?

  var message: String? { error?.description }

  /// Reads bytes as a file of this name.
  init(_ bytes: [UInt8], name: String = "national.xlsx", occupations: Set<String>? = nil) {
    guard let file = tmpfile() else { preconditionFailure("no temporary file") }
    defer { fclose(file) }
    precondition(fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0)
    self.init(descriptor: fileno(file), name: name, occupations: occupations)
  }

  init(descriptor: Int32, name: String, occupations: Set<String>? = nil) {
    var taken: [OEWSRow] = []
    do throws(OEWSError) {
      info = try OEWSFile(name: name, descriptor: descriptor).read(occupations: occupations) {
        taken.append($0)
      }
    } catch {
      self.error = error
    }
    rows = taken
  }
}
