import CareerData
import Glibc
import OEWSImport
import SafeFiles

/// Renews a catalogue of occupations, or makes one, from files as BLS and O*NET offer them.
public struct CatalogueRenewer: Sendable {
  private let paths: [String]
  private let period: OEWSEdition?
  private let onetVersion: String?

  /// - Parameters:
  ///   - paths: tables of OEWS, the workbook of the projections, and tables of O*NET.
  ///   - period: `May 2024`; nil when the files say it.
  ///   - onetVersion: `29.3`; nil for the one that the catalogue has.
  public init(files paths: [String], period: String?, onetVersion: String?) throws(ExportFailure) {
    self.paths = paths
    self.period = try DatasetImporter.edition(period)
    self.onetVersion = onetVersion
    if let onetVersion, onetVersion.wholeMatch(of: /[0-9]{1,3}\.[0-9]{1,2}/) == nil {
      throw .usage("--onet: '\(onetVersion)' is no version of O*NET; write it as 29.3")
    }
  }

  /// Renews the catalogue in a folder; in one that is missing or empty it makes one from the shipped catalogue.
  ///
  /// - Parameter allowsOlder: true to put figures of an older edition in the place of newer ones.
  /// - Returns: lines that say what changed, and notices.
  public func renew(
    _ path: String, allowsOlder: Bool = false
  ) throws(ExportFailure) -> (lines: [String], notices: [String]) {
    let isNew = !InputFile.isThere("\(path)/\(DatasetFiles.packageName)") && !InputFile.isFile(path)
    if isNew {
      let made = try renewed(CatalogueLoader.shippedFiles, path, allowsOlder)
      return (made.lines, try DatasetPlace.create(path, .catalogue, made.files))
    }
    let place = try DatasetPlace(path, .catalogue)
    _ = try CatalogueLoader.read(place.files, path: path)
    let made = try renewed(place.files, path, allowsOlder)
    return (made.lines, try place.replace(with: made.files))
  }

  private func renewed(
    _ base: DatasetFiles, _ path: String, _ allowsOlder: Bool
  ) throws(ExportFailure) -> CatalogueImporter.Renewed {
    var onet = ONETTables()
    var published: [String] = []
    for path in paths {
      guard let bytes = try Self.onetTable(path) else {
        published.append(path)
        continue
      }
      do throws(OEWSError) { try onet.add(bytes, name: path) } catch {
        throw PublishedFiles.failure(error, path)
      }
    }
    let files = try PublishedFiles(published, occupations: nil, where: CatalogueImporter.takes)
    do throws(OEWSImportError) {
      return try CatalogueImporter(
        wages: files.tables, period: period, projections: files.projections?.projections, onet: onet,
        onetVersion: onetVersion
      ).renew(base, allowsOlder: allowsOlder)
    } catch {
      throw .badData(path: error.table ?? paths.joined(separator: ", "), problems: [error.description])
    }
  }

  /// The bytes of a file that begins as a table of O*NET; nil for another.
  private static func onetTable(_ path: String) throws(ExportFailure) -> [UInt8]? {
    let descriptor = try InputFile.open(path)
    defer { close(descriptor) }
    let start: [UInt8]
    do throws(SystemError) { start = try FileBytes(descriptor).bytes(512) } catch {
      throw .missingInput(path: path, reason: error.reason)
    }
    return ONETTables.begins(start) ? try InputFile.read(path) : nil
  }
}
