import CareerData
import Glibc
import OEWSImport
import SafeFiles

/// Reads OEWS files, as BLS offers them, from the disk.
enum OEWSFiles {
  /// The rows of some occupations, a table for each file.
  static func tables(
    _ paths: [String], occupations: Set<String>
  ) throws(ExportFailure) -> [OEWSImport.Table] {
    var tables: [OEWSImport.Table] = []
    for path in paths { tables.append(try table(path, occupations: occupations)) }
    return tables
  }

  private static func table(
    _ path: String, occupations: Set<String>
  ) throws(ExportFailure) -> OEWSImport.Table {
    guard !OEWSFile.isLockFile(path) else { throw failure(OEWSError(file: path, kind: .lockFile), path) }
    let descriptor = try InputFile.open(path)
    defer { close(descriptor) }
    var rows: [OEWSRow] = []
    do throws(OEWSError) {
      let info = try OEWSFile(name: path, descriptor: descriptor).read(occupations: occupations) {
        rows.append($0)
      }
      return OEWSImport.Table(name: path, period: info.period.flatMap { OEWSEdition($0) }, rows: rows)
    } catch { throw failure(error, path) }
  }

  private static func failure(_ error: OEWSError, _ path: String) -> ExportFailure {
    switch error.kind {
    case .unreadable: return .missingInput(path: path, reason: error.found ?? "unreadable")
    default:
      // The error names the file, and in an archive the table in it.
      let text = error.description
      let rest = text.hasPrefix("\(path): ") ? text.dropFirst(path.count + 2) : text[...]
      return .badData(path: path, problems: [String(rest)])
    }
  }
}
