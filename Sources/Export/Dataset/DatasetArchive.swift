import CareerData
import Glibc
import SafeFiles
import Zip

/// Datasets in one `.zip`: the files of the package as they stand in their folder, or below one folder.
public enum DatasetArchive {
  /// More entries than this have nothing to do with a dataset.
  static let mostEntries = 10_000
  /// What all files of a dataset may unpack to together, and what the archive may have itself, in bytes.
  static let largestBytes = DatasetLimits.totalBytes

  /// Makes one `.zip` of a dataset.
  ///
  /// - Parameter output: the file, replaced when it is there; nil: the name of the package, in this folder. What a link
  ///   leads to is replaced, and keeps its permissions.
  /// - Returns: the path of the file.
  public static func pack(_ path: String, to output: String?) throws(ExportFailure) -> String {
    let files = try DatasetLoader.files(folder: path)
    let name = try DatasetLoader.read(files, path: path).identity.name
    let output = output ?? String(name.split(separator: "/").last ?? "dataset") + ".zip"
    try OutputFolder.replace(output, with: bytes(files, path: path))
    return output
  }

  /// The archive of a dataset: `datapackage.json` and the files that it names, and no others. The same files give the
  /// same bytes.
  static func bytes(_ files: DatasetFiles, path: String) throws(ExportFailure) -> [UInt8] {
    do throws(ZipError) { return try ZipWriter.archive(files.inOrder.map { ($0.path, $0.bytes) }) } catch {
      throw .notRendered(path, error)
    }
  }

  /// The files of a dataset in an archive.
  static func files(_ path: String) throws(ExportFailure) -> DatasetFiles {
    let descriptor = try InputFile.open(path)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size <= largestBytes else {
      let problem = "the file is larger than \(largestBytes >> 20) MiB; give a smaller one"
      throw .badData(path: path, problems: [problem])
    }
    do throws(ZipError) {
      return DatasetFiles(files: try files(in: try ZipReader(descriptor: descriptor)))
    } catch {
      let problem =
        "\(error); give a dataset's folder, or the .zip that \"pathbook dataset pack\" makes of it"
      throw .badData(path: path, problems: [problem])
    }
  }

  private static func files(in archive: borrowing ZipReader) throws(ZipError) -> [String: [UInt8]] {
    guard archive.entryCount <= mostEntries else {
      throw ZipError(reason: "more than \(mostEntries) files in it")
    }
    let entries = try ArchiveNames(archive.entries())
    var rest = largestBytes
    func read(_ entry: ZipReader.Entry, of archive: borrowing ZipReader) throws(ZipError) -> [UInt8] {
      let bytes = try archive.bytes(of: entry, atMost: min(rest, InputFile.largestBytes))
      rest -= bytes.count
      return bytes
    }
    guard let package = entries.byPath[DatasetFiles.packageName] else {
      throw ZipError(reason: "there is no \(DatasetFiles.packageName), and a dataset needs it")
    }
    var files = [DatasetFiles.packageName: try read(package, of: archive)]
    let paths = DatasetFiles.paths(namedBy: files[DatasetFiles.packageName] ?? [])
    for path in entries.byPath.keys.sorted() where path.contains("/") && !paths.contains(path) {
      throw ZipError(entry: path, reason: "a file in a folder that the dataset does not name")
    }
    for path in paths {
      if let entry = entries.byPath[path] { files[path] = try read(entry, of: archive) }
    }
    return files
  }
}

/// The entries of an archive by their paths in the dataset.
private struct ArchiveNames {
  private(set) var byPath: [String: ZipReader.Entry] = [:]

  init(_ all: [ZipReader.Entry]) throws(ZipError) {
    // Folders have entries too, and a Mac adds files of its own.
    let entries = all.filter { !$0.name.hasSuffix("/") && !Self.isOfMac($0.name) }
    for entry in all where !Self.isInside(entry.name) {
      throw ZipError(entry: entry.name, reason: "a name that leads out of the archive")
    }
    let top = Self.topFolder(entries.map(\.name))
    for entry in entries {
      let path = String(entry.name.dropFirst(top.count))
      guard byPath.updateValue(entry, forKey: path) == nil else {
        throw ZipError(entry: entry.name, reason: "the name is there twice")
      }
    }
  }

  private static func isOfMac(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || name.hasSuffix(".DS_Store")
  }

  private static func isInside(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.hasPrefix("/") && !name.contains("\\") && !parts.contains("..") && !parts.contains(".")
  }

  /// The one folder that holds everything, with its slash; empty when there is none.
  private static func topFolder(_ names: [String]) -> String {
    guard let name = names.first, let slash = name.firstIndex(of: "/") else { return "" }
    let top = String(name[...slash])
    return names.allSatisfy { $0.hasPrefix(top) } ? top : ""
  }
}
