import ReportModel
import Tabular

/// The Frictionless Data Package (version 1) that describes the CSV of a report to programs.
struct CSVDataPackage {
  let report: Report
  /// The name of the CSV beside it.
  let csvName: String
  let escapesFormulas: Bool

  var bytes: [UInt8] {
    var members: [(name: String, value: JSONText)] = [
      ("profile", "tabular-data-package"), ("name", .string(name)), ("title", .string(report.title)),
      ("description", .string(description)),
    ]
    if let origin = report.origin {
      members += [("dataset", Self.dataset(origin)), ("program", Self.program(origin))]
    }
    if !report.sources.isEmpty { members.append(("sources", .array(report.sources.map(Self.source)))) }
    members.append(("resources", [resource]))
    return JSONText.object(members).bytes
  }

  /// Data Package names are lowercase.
  private var name: String {
    "report-"
      + report.clientID.lowercased().map { Self.isAllowedInName($0) ? String($0) : "-" }.joined()
  }

  private static func isAllowedInName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-._".contains(character))
  }

  private var description: String {
    let rows = "One row for each figure of the report, with its unit, statistic and sources."
    guard escapesFormulas else { return rows }
    return rows
      + " A text that starts with =, +, -, @, a tab or a carriage return has an apostrophe before it, so "
      + "that no spreadsheet runs it as a formula."
  }

  /// What the report was made from: `name`, `version`, `content_sha256`.
  private static func dataset(_ origin: ReportOrigin) -> JSONText {
    [
      "name": .string(origin.datasetName), "version": .string(origin.datasetVersion),
      "content_sha256": .string(origin.contentHash),
    ]
  }

  private static func program(_ origin: ReportOrigin) -> JSONText {
    ["name": "pathbook", "version": .string(origin.programVersion)]
  }

  private static func source(_ note: SourceNote) -> JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("id", .string(note.id)), ("title", .string(note.title)),
      ("publisher", .string(note.publisher)), ("period", .string(note.period)),
    ]
    if let link = note.link { members.append(("path", .string(link))) }
    return .object(members)
  }

  private var resource: JSONText {
    [
      "profile": "tabular-data-resource",
      "name": "figures",
      "path": .string(csvName),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "dialect": [
        "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true,
        "skipInitialSpace": false, "header": true,
      ],
      "schema": CSVColumn.schema(of: report),
    ]
  }
}
