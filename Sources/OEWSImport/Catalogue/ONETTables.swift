import CareerData
import Tabular

/// Tables of the O*NET database as text: occupations, related occupations, alternate titles. Which one a file is, its header
/// tells; fields are separated by commas or, as in the download of O*NET, by tabs.
public struct ONETTables: Sendable, Equatable {
  struct Related: Sendable, Equatable {
    let code: String
    let relatedCode: String
    let tier: RelatedOccupation.Tier
    let index: Int
  }

  /// Codes of eight digits and titles.
  private(set) var occupations: [(code: String, title: String)] = []
  private(set) var alternateTitles: [(code: String, title: String)] = []
  private(set) var related: [Related] = []

  public init() {}

  public static func == (a: ONETTables, b: ONETTables) -> Bool {
    a.occupations.elementsEqual(b.occupations, by: ==)
      && a.alternateTitles.elementsEqual(b.alternateTitles, by: ==) && a.related == b.related
  }

  public var isEmpty: Bool { occupations.isEmpty && alternateTitles.isEmpty && related.isEmpty }

  private static let codeNames = ["onet_soc_code", "O*NET-SOC Code"]

  /// Whether a text begins as a table of O*NET does.
  public static func begins(_ start: [UInt8]) -> Bool {
    let line = start.prefix { $0 != UInt8(ascii: "\n") }
    let first = line.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\t") }.first ?? []
    let name = first.starts(with: [0xEF, 0xBB, 0xBF]) ? first.dropFirst(3) : first
    return codeNames.contains { name.elementsEqual($0.utf8) }
  }

  /// Adds a table.
  ///
  /// - Parameter name: of the file; errors name it.
  public mutating func add(_ bytes: [UInt8], name: String) throws(OEWSError) {
    let place = OEWSPlace(file: name)
    let rows = try Self.rows(bytes, place)
    guard let header = rows.first else { throw place.error(.noRows) }
    func column(_ names: String...) -> Int? { header.cells.firstIndex { names.contains($0) } }
    guard let code = header.cells.firstIndex(where: Self.codeNames.contains) else {
      throw place.error(
        .columnMissing, row: 1, column: "O*NET-SOC Code", found: header.cells.joined(separator: ", "))
    }
    let body = rows.dropFirst()
    for row in body where !Self.isCode(row.cells[code]) {
      throw place.error(
        .badForm, row: row.line, column: header.cells[code], found: row.cells[code], allowed: ["29-2072.00"])
    }
    if let other = column("related_onet_soc_code", "Related O*NET-SOC Code"),
      let tier = column("relatedness_tier", "Relatedness Tier"), let index = column("index", "Index")
    {
      for row in body { related.append(try Self.related(row, code, other, tier, index, place)) }
    } else if let title = column("Alternate Title", "alternate_title") {
      let short = column("Short Title", "short_title")
      for row in body {
        for text in [row.cells[title], short.map { row.cells[$0] } ?? ""] where !text.isEmpty && text != "n/a"
        {
          alternateTitles.append((row.cells[code], text))
        }
      }
    } else if let title = column("title", "Title"), column("description", "Description") != nil {
      occupations += body.map { ($0.cells[code], $0.cells[title]) }
    } else {
      throw place.error(.noTable, found: header.cells.joined(separator: ", "), allowed: Self.allowed)
    }
  }

  private static let allowed = [
    "Description (occupations)", "Related O*NET-SOC Code, Relatedness Tier, Index (related occupations)",
    "Alternate Title (alternate titles)",
  ]

  private static func related(
    _ row: (line: Int, cells: [String]), _ code: Int, _ other: Int, _ tier: Int, _ index: Int,
    _ place: OEWSPlace
  ) throws(OEWSError) -> Related {
    let names = [
      "Primary-Short": RelatedOccupation.Tier.primaryShort, "Primary-Long": .primaryLong,
      "Supplemental": .supplemental,
    ]
    guard let tier = names[row.cells[tier]] else {
      throw place.error(
        .notAllowed, row: row.line, column: "Relatedness Tier", found: row.cells[tier],
        allowed: names.keys.sorted())
    }
    guard let number = Int(row.cells[index]), isCode(row.cells[other]) else {
      throw place.error(
        .badForm, row: row.line, column: "Related O*NET-SOC Code, Index",
        found: "\(row.cells[other]), \(row.cells[index])", allowed: ["29-2072.00, 1"])
    }
    return Related(code: row.cells[code], relatedCode: row.cells[other], tier: tier, index: number)
  }

  /// Two digits, a dash, four digits, a point, two digits.
  private static func isCode(_ text: String) -> Bool {
    let form = Array(text.utf8)
    return form.count == 10
      && form.indices.allSatisfy {
        switch $0 {
        case 2: form[$0] == UInt8(ascii: "-")
        case 7: form[$0] == UInt8(ascii: ".")
        default: (0x30...0x39).contains(form[$0])
        }
      }
  }

  private static func rows(
    _ bytes: [UInt8], _ place: OEWSPlace
  ) throws(OEWSError) -> [(line: Int, cells: [String])] {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let tab = UInt8(ascii: "\t")
    var scanner = CSVScanner(
      recordLimit: OEWSLimits.rowBytes, delimiter: line.contains(tab) ? tab : UInt8(ascii: ","))
    var rows: [(line: Int, cells: [String])] = []
    var position = 0
    do throws(CSVError) {
      while true {
        let isRecord = try scanner.next(in: bytes, at: &position)
        if !isRecord, try !scanner.finish() { break }
        let record = scanner.record
        scanner.fieldCount = record.count
        rows.append((record.line, (0..<record.count).map(record.text)))
      }
    } catch {
      throw place.error(.malformedCSV(error.kind), row: error.line, column: error.field.map { "field \($0)" })
    }
    return rows
  }
}
