import Advising
import CareerData
import Export
import Foundation
import ReportXLSX
import SafeFiles
import Synchronization
import TestValues
import Testing

@testable import Caseload

/// A roster in which everything happens, worked on as a whole and in parts.
final class PartedCaseload: Sendable {
  static let date = CalendarDate(year: 2026, month: 11, day: 23)!
  private static let inputs = Result { () throws(ExportFailure) in
    try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
  }

  let folder: TestFolder
  private let rosterName = Mutex("roster.csv")

  /// The name of the roster that was written last.
  private(set) var roster: String {
    get { rosterName.withLock { $0 } }
    set { rosterName.withLock { $0 = newValue } }
  }

  init() throws { folder = try TestFolder() }

  private func options(_ change: (inout BatchOptions) -> Void) -> BatchOptions {
    var options = BatchOptions()
    options.export.formats = [.csv]
    options.jobs = 2
    options.reportDate = Self.date
    change(&options)
    return options
  }

  @discardableResult func whole(
    to output: String = "whole", _ change: (inout BatchOptions) -> Void = { _ in }
  ) throws -> BatchResult {
    let batch = BatchExporter(inputs: try Self.inputs.get(), options: options(change), today: Self.date)
    return try batch.run(RosterFile(folder.path(roster)), to: folder.path(output))
  }

  @discardableResult func part(
    _ number: Int, of count: Int, to output: String = "parts",
    _ change: (inout BatchOptions) -> Void = { _ in }
  ) throws -> ShardExporter.Result {
    var options = options(change)
    options.shard = Shard(number: number, of: count)
    return try ShardExporter(
      inputs: Self.inputs.get(), options: options,
      given: (datasets: [], template: TemplateLoader.standardName)
    )
    .run(RosterFile(folder.path(roster)), to: folder.path(output))
  }

  /// Not in their order.
  func parts(of count: Int, to output: String = "parts", _ change: (inout BatchOptions) -> Void = { _ in })
    throws
  {
    for number in (1...count).reversed() { try part(number, of: count, to: output, change) }
  }

  @discardableResult func merge(_ parts: String = "parts", to output: String = "merged") throws
    -> CaseloadMerger.Result
  {
    try CaseloadMerger(folder.path(parts)).merge(to: folder.path(output))
  }

  /// libarchive is loaded when it is needed, and may be missing.
  static let hasLibarchive = dlopen("libarchive.so.13", RTLD_NOW) != nil

  // MARK: - What is there

  /// The files over the whole caseload, without the journal.
  func overviews(_ output: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try folder.names(in: output)
    where ["rejects", "combined", "summary"].contains(name.prefix { $0 != "." }) {
      files[name] = FileManager.default.contents(atPath: folder.path("\(output)/\(name)"))
    }
    return files
  }

  /// The lines of a journal, without what may differ between a batch and its parts.
  func journal(_ output: String) throws -> [NSDictionary] {
    try folder.text("\(output)/manifest.ndjson").split(separator: "\n").map { line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return object.filter { $0.key != "seconds" && $0.key != "part" } as NSDictionary
    }
  }

  /// The clients' files in folders, by their paths in these.
  func clients(_ outputs: [String]) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for output in outputs {
      let root = folder.path(output)
      for path in FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
      where path.contains("client-") {
        #expect(files[path] == nil, "\(path) is there twice")
        files[path] = FileManager.default.contents(atPath: "\(root)/\(path)")
      }
    }
    return files
  }

  // MARK: - Rosters

  private static let names = [
    "id", "name", "state", "pay_amount", "pay_basis", "in_field", "setting", "credentials", "shoe size",
    "report_date",
  ]

  /// Clients of all kinds, and rows that are none: bad values, ids that are there before in another letter case, no ids, ids that a
  /// spreadsheet has changed.
  private static func cells(_ index: Int) -> [String] {
    let id =
      switch index % 23 {
      case 5: "CLIENT-\(index - 5)"
      case 7: ""
      case 11: "1.20E+06"
      case 13: " client-\(index) "
      default: "client-\(index)"
      }
    return [
      id, "Client \(index)", index % 9 == 4 ? "ZZ" : ["CA", "TX", "NY", ""][index % 4],
      index % 6 == 3 ? "N/A" : String(40_000 + 700 * (index % 31)), "annual", ["yes", "no", ""][index % 3],
      index % 5 == 0 ? "hospital" : "", index % 7 == 0 ? "" : "CPC", "4\(index % 3)",
      index % 4 == 0 ? "" : "\(index % 12 + 1)/\(index % 28 + 1)/2026",
    ]
  }

  func writeCSV(_ count: Int, sign: String = ",") throws {
    roster = "roster.csv"
    var lines = [Self.names.joined(separator: sign)]
    for index in 0..<count {
      lines.append(Self.cells(index).joined(separator: sign))
      // No row of a table; a row of totals; a row with too much; a formula.
      if index % 40 == 17 { lines.append("client-\(index)-b\(sign)\"open") }
      if index % 50 == 20 { lines.append("Total\(sign)\(sign)\(sign)123456") }
      if index % 60 == 30 {
        lines.append(Self.cells(index + 100_000).joined(separator: sign) + "\(sign)x\(sign)y")
      }
      if index % 70 == 40 { lines.append("=client-\(index)\(sign)=1+1") }
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: roster)
  }

  /// - Parameter isOneLine: a list in one line; else a profile a line.
  func writeJSON(_ count: Int, isOneLine: Bool) throws {
    roster = isOneLine ? "roster.json" : "roster.ndjson"
    let rows = try (0..<count).map { index in
      if index % 30 == 12, !isOneLine { return "nonsense" }
      var object: [String: Any] = [:]
      for (name, cell) in zip(Self.names, Self.cells(index)) where !cell.isEmpty && name != "shoe size" {
        object[name] = cell
      }
      return String(
        decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
    }
    try folder.write(
      isOneLine ? "[\(rows.joined(separator: ","))]" : rows.joined(separator: "\n"), to: roster)
  }

  func writeFolder(_ count: Int) throws {
    roster = "profiles"
    try folder.makeFolder(roster)
    for index in 0..<count {
      let text =
        index % 10 == 3
        ? "{}" : "{\"id\": \"client-\(index % 45)\", \"state\": \"\(index % 8 == 1 ? "ZZ" : "CA")\"}"
      try folder.write(text, to: "profiles/\(index).json")
    }
  }

  /// With numbers as numbers, and rows of several widths.
  func writeWorkbook(_ count: Int) throws {
    roster = "roster.xlsx"
    try RowsWorkbook.write(
      to: folder.path(roster), sheet: "Clients", columns: Self.names.count + 2, scratchDirectory: folder.path
    ) { table in
      let padding = [RowsWorkbook.Cell](repeating: .empty, count: 2)
      try table.append(Self.names.map { .text($0) } + padding)
      for index in 0..<count {
        let cells = Self.cells(index).enumerated().map { column, text -> RowsWorkbook.Cell in
          if text.isEmpty { return .empty }
          return column == 3
            ? Double(text).map { .number($0, format: "General") } ?? .text(text) : .text(text)
        }
        try table.append(cells + (index % 25 == 6 ? [.empty, .text("more")] : padding))
      }
    }
  }
}

/// Makes the records of parts fit what somebody has changed in them.
enum PartForger {
  static func renewHashes(in folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".done.json")
    {
      let path = "\(folder)/\(name)"
      let part = "\(folder)/\(name.dropLast(".done.json".count))"
      var record = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any]
      )
      let files = try #require(record["files"] as? [[String: Any]])
      record["files"] = try files.map { file in
        let name = try #require(file["path"] as? String)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(part)/\(name)")))
        if name == "manifest.ndjson" { record["bytes"] = bytes.count }
        return ["path": name, "bytes": bytes.count, "sha256": SHA256.text(bytes)] as [String: Any]
      }
      try JSONSerialization.data(withJSONObject: record).write(to: URL(fileURLWithPath: path))
    }
  }
}
