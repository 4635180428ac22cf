import CareerData
import SafeFiles
import Tabular

/// Adds training programs to a dataset: one at a time, or a spreadsheet of them.
public struct ProgramEditor: Sendable {
  /// The cells of a program by the names of the columns of `programs`; the id may be left out.
  public typealias Program = [String: String]

  private let path: String

  /// - Parameter path: a dataset's folder, or a `.zip` of one.
  public init(_ path: String) { self.path = path }

  /// Adds programs, all of them or none; one with the id of a program that is there takes its place.
  ///
  /// - Returns: lines that say what changed, and notices.
  public func add(_ programs: [Program]) throws(ExportFailure) -> (lines: [String], notices: [String]) {
    let place = try DatasetPlace(path)
    var draft: DatasetDraft
    do throws(DatasetErrors) { draft = try DatasetDraft(place.files) } catch {
      throw DatasetLoader.failure(error, path: path)
    }
    let package = DatasetLoader.shippedFiles.files[DatasetFiles.packageName] ?? []
    let change: DatasetDraft.Change
    do throws(DraftError) {
      try draft.addTable(.programs, from: TableCatalog(package: package))
      change = try draft.renew(
        .programs, key: "id", with: programs.map(Self.withID),
        dispensable: ["note", "funding", "link"])
    } catch { throw .badData(path: path, problems: [error.description]) }
    guard draft.isChanged else { return (["\(path): nothing changed, the programs are there already"], []) }
    draft.raiseVersion()
    let notices = try place.replace(with: draft.files)
    return (["\(change.file): \(change.added) programs added, \(change.changed) changed"], notices)
  }

  /// The programs of a table with a header, as spreadsheet programs save it: CSV in UTF-8.
  public static func programs(from path: String) throws(ExportFailure) -> [Program] {
    let bytes = try InputFile.read(path)
    let document = CSVDocument(
      bytes, limits: DatasetLimits.csv(ofTable: CareerDataset.Table.programs.rawValue))
    if let error = document.errors.first { throw .badData(path: path, problems: [error.description]) }
    return (0..<document.rowCount).map { row in
      Dictionary(
        document.header.enumerated().map { ($0.element, document.text(row, $0.offset)) },
        uniquingKeysWith: { first, _ in first }
      ).filter { !$0.value.isEmpty }
    }
  }

  /// `example-college-coding-certificate-online-cpc`: the same program has the same id another time.
  private static func withID(_ program: Program) -> Program {
    guard (program["id"] ?? "").isEmpty else { return program }
    let name = [program["provider"], program["title"], program["place"], program["credential"]]
      .compactMap(\.self).joined(separator: " ")
    return program.merging(["id": name.asID]) { _, made in made }
  }
}
