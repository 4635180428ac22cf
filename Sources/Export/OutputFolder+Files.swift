import ReportModel
import SafeFiles

extension OutputFolder {
  /// Writes the files of a report: all of them, or none.
  ///
  /// - Returns: the paths, in the order of the files.
  package func write(_ files: [RenderedFile]) throws(ExportFailure) -> [String] {
    try write(files.map { (name: $0.name, bytes: $0.bytes) })
  }
}
