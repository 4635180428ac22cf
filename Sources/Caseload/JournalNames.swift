import Export
import SafeFiles

/// What the journal of a batch names, as a run that is taken up again believes it: a journal that somebody has planted
/// must lead to no other file.
package enum JournalNames {
  /// The files of every client by which a journal knows him, in the order of its lines.
  ///
  /// - Parameter path: of a copy of the journal: a last line that was cut off is removed from it.
  /// - Throws: why nothing of the journal is believed.
  package static func files(namedBy path: String) throws(ExportFailure) -> [(client: String, paths: [String])]
  {
    let lines = try InputFile.read(path).split(separator: 0x0A)
    let clients = lines.compactMap { ManifestEntry(Array($0))?.client }
    let manifest = try Manifest(resuming: path, dataset: "", program: "")
    var files: [(client: String, paths: [String])] = []
    for client in clients {
      guard let entry = try manifest.lastEntry(client: client) else { continue }
      files.append((client, entry.files.map(\.path)))
    }
    return files
  }
}
