import Caseload
import Export
import SafeFiles

extension FuzzTarget {
  /// The journal of a batch, which `--resume` believes: whoever planted it, it leads to files of the batch's own folder
  /// only, and without a last line that was cut off it says the same.
  static let manifest = FuzzTarget("manifest") { input in
    try ScratchFile.at(input, suffix: ".ndjson") { path in
      let files: [(client: String, paths: [String])]
      do throws(ExportFailure) { files = try JournalNames.files(namedBy: path) } catch {
        try Messages.check(error.lines, about: input)
        return .refused
      }
      for path in files.flatMap(\.paths) {
        try promise("\"\(path)\" is the name of a file of the batch", isInside(path))
      }
      let again = try JournalNames.files(namedBy: path)
      try promise("a journal says the same again", again.elementsEqual(files) { $0 == $1 })
      return files.isEmpty ? .refused : .accepted
    }
  }

  /// A name, or two hexadecimal digits and a name.
  private static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, parts.count <= 2, !name.isEmpty, !name.hasPrefix("."), !name.utf8.contains(0)
    else { return false }
    return parts.count == 1 || parts[0].utf8.count == 2 && parts[0].allSatisfy("0123456789abcdef".contains)
  }
}
