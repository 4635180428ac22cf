import CareerData
import Tabular

extension OEWSImport {
  /// The version of a dataset that has just been made.
  private static let firstVersion = "1.0.0"

  /// The tables of a new dataset: those that OEWS has figures for.
  private static let newTables: [CareerDataset.Table] = [
    .sources, .populations, .occupations, .areas, .industries, .pay, .figures,
  ]

  /// Makes a dataset about an occupation from these tables alone.
  ///
  /// - Parameters:
  ///   - soc: the code of the occupation, such as `29-2052`.
  ///   - title: the title of the dataset and what its reports call the work; when nil, the title that OEWS gives.
  public func newDataset(soc: String, title: String? = nil) throws(OEWSImportError) -> Renewal {
    guard let row = tables.lazy.flatMap(\.rows).first(where: { $0.socCode == soc }) else {
      throw OEWSImportError(.noRows(soc: soc))
    }
    let title = title ?? row.occupationTitle
    var files: [String: [UInt8]] = [:]
    var resources: [[UInt8]] = []
    for table in Self.newTables {
      guard let entry = catalog.entry(table) else {
        throw OEWSImportError(.draft(.tableMissing(table.rawValue)))
      }
      resources.append(entry.text)
      files[entry.path] = CSVWriter.exact.table(columns: entry.columns, rows: [])
    }
    files[DatasetFiles.packageName] = Self.package(soc: soc, title: title, resources: resources)
    let occupation = [
      "soc_code": soc, "title": row.occupationTitle, "common_name": title, "is_subject": "true",
    ]
    if let entry = catalog.entry(.occupations) {
      let cells = entry.columns.map { occupation[$0] ?? "" }
      files[entry.path] = CSVWriter.exact.table(columns: entry.columns, rows: [cells])
    }
    let renewal = try renew(try Self.draft(files))
    var draft = renewal.draft
    draft.package.set("version", to: Self.firstVersion)
    return Renewal(draft: draft, summary: renewal.summary, figureIDs: renewal.figureIDs)
  }

  private static func draft(_ files: [String: [UInt8]]) throws(OEWSImportError) -> DatasetDraft {
    do throws(DatasetErrors) { return try DatasetDraft(DatasetFiles(files: files)) } catch {
      throw OEWSImportError(.notADataset(error))
    }
  }

  private static func package(soc: String, title: String, resources: [[UInt8]]) -> [UInt8] {
    let description =
      "What the U.S. Bureau of Labor Statistics publishes about pay and employment of one occupation, SOC \(soc), in the United States. Every figure names its source, statistic and population."
    var bytes = Array("{\n".utf8)
    for (key, value) in [
      ("profile", "tabular-data-package"), ("name", name(soc: soc, title: title)), ("title", title),
      ("version", firstVersion), ("description", description),
    ] {
      bytes += Array("  \"\(key)\": ".utf8) + PackageText.json(value) + Array(",\n".utf8)
    }
    bytes += Array("  \"sources\": [],\n  \"resources\": [\n    ".utf8)
    bytes += Array(resources.joined(separator: Array(",\n    ".utf8)))
    return bytes + Array("\n  ]\n}\n".utf8)
  }

  /// `29-2052-pharmacy-technicians`: what the standard allows in a name.
  private static func name(soc: String, title: String) -> String {
    let words = title.lowercased().unicodeScalars.split {
      !("a"..."z").contains($0) && !("0"..."9").contains($0)
    }
    return ([soc] + words.map { String(String.UnicodeScalarView($0)) }).joined(separator: "-")
  }
}
