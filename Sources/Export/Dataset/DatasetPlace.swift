import CareerData
import Glibc
import ReportModel
import SafeFiles
import Zip

/// What the files of a package must be before they are written.
enum PackageKind: Sendable {
  case dataset, catalogue

  /// - Throws: every problem of the files.
  func check(_ files: DatasetFiles, path: String) throws(ExportFailure) {
    switch self {
    case .dataset: _ = try DatasetLoader.read(files, path: path)
    case .catalogue: _ = try CatalogueLoader.read(files, path: path)
    }
  }
}

/// A dataset that a command changes, or a catalogue: a folder, or a `.zip`.
public struct DatasetPlace: Sendable {
  /// As the user gave it.
  public let path: String
  /// The files of the dataset, as they were read.
  public let files: DatasetFiles
  private let lock: FolderLock
  /// The `.zip`, which is replaced as one file, without symbolic links; nil for a folder.
  private let archive: String?
  private let kind: PackageKind

  /// Opens a dataset; no other run of the command can change its folder as long as the value lives.
  public init(_ path: String) throws(ExportFailure) { try self.init(path, .dataset) }

  init(_ path: String, _ kind: PackageKind) throws(ExportFailure) {
    self.path = path
    self.kind = kind
    let isFile = InputFile.isFile(path)
    let resolved = try WholeFolder(existing: path).path
    archive = isFile ? resolved : nil
    do throws(SystemError) { lock = try FolderLock(resolved, isFile: isFile) } catch {
      throw error.code == EWOULDBLOCK ? Self.busy(path) : .missingInput(path: path, reason: error.reason)
    }
    // Another run may have replaced it before the lock was taken.
    guard lock.isOf(resolved) else { throw Self.busy(path) }
    files = try DatasetLoader.files(folder: Self.onDisk(path))
  }

  /// Writes the dataset anew, all of it or nothing; a folder keeps every other file that is in it.
  ///
  /// - Parameter changed: a dataset without a problem, or an error.
  /// - Returns: what the user should know.
  public func replace(with changed: DatasetFiles) throws(ExportFailure) -> [String] {
    try kind.check(changed, path: path)
    guard changed != files else { return [] }
    if let archive {
      guard lock.isOf(archive) else { throw Self.busy(path) }
      let bytes = try DatasetArchive.bytes(changed, path: path)
      try OutputFolder.write(bytes, to: archive, like: lock.status)
      return []
    }
    let folder = try WholeFolder(existing: path)
    // Another run may have replaced the folder before the lock was taken.
    guard lock.isOf(folder.path) else { throw Self.busy(path) }
    let writes = changed.inOrder.filter { files.files[$0.path] != $0.bytes }
    for (name, _) in writes where files.files[name] == nil && InputFile.isThere("\(folder.path)/\(name)") {
      throw .datasetNotWritten(path: path, reason: "\(name), which is not part of the dataset, is in the way")
    }
    return try folder.replace(writes) { (new) throws(ExportFailure) in
      try Self.check(new, kind, is: changed, shown: path)
    }
  }

  /// Writes a new dataset into a folder that is missing or empty, all of it or nothing.
  ///
  /// - Returns: what the user should know.
  public static func create(_ path: String, _ files: DatasetFiles) throws(ExportFailure) -> [String] {
    try create(path, .dataset, files)
  }

  static func create(
    _ path: String, _ kind: PackageKind, _ files: DatasetFiles
  ) throws(ExportFailure) -> [String] {
    guard !path.hasSuffix(".zip") else {
      throw .usage("\(path): give a folder; \"pathbook dataset pack\" makes a .zip of it")
    }
    try kind.check(files, path: path)
    return try WholeFolder(new: path).create(files.inOrder) { (new) throws(ExportFailure) in
      try check(new, kind, is: files, shown: path)
    }
  }

  /// Writes a shipped dataset into a folder that is missing or empty.
  ///
  /// - Parameter name: one of ``DatasetLoader/shippedNames``.
  /// - Returns: what the user should know.
  public static func copyShipped(
    _ name: String = DatasetLoader.defaultName, to path: String
  ) throws(ExportFailure) -> [String] {
    guard DatasetLoader.shippedNames.contains(name) else {
      throw .missingInput(
        path: name,
        reason:
          "no dataset of this name; datasets: \(DatasetLoader.shippedNames.joined(separator: ", "))")
    }
    return try create(path, DatasetLoader.shippedFiles(name))
  }

  /// A command that changes a dataset means the folder, even where it has the name of a shipped one.
  private static func onDisk(_ path: String) -> String {
    DatasetLoader.shippedNames.contains(path) ? "./\(path)" : path
  }

  /// Reads a new folder back from the disk before it gets its name.
  private static func check(
    _ folder: String, _ kind: PackageKind, is files: DatasetFiles, shown: String
  ) throws(ExportFailure) {
    let found = try DatasetLoader.files(folder: onDisk(folder))
    try kind.check(found, path: shown)
    guard
      found
        == DatasetFiles(files: Dictionary(uniqueKeysWithValues: files.inOrder.map { ($0.path, $0.bytes) }))
    else { throw .writeFailed(path: shown, reason: "the files on the disk differ from what was written") }
  }

  private static func busy(_ path: String) -> ExportFailure {
    .datasetNotWritten(path: path, reason: "another run of pathbook is changing it; wait and try again")
  }
}

/// Datasets in one `.zip`: the files of the package as they stand in their folder, or below one folder.
public enum DatasetArchive {
  /// No dataset has more entries.
  static let mostEntries = 10_000
  /// Bytes that all files of a dataset may unpack to together, and that the archive may have.
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
        throw ZipError(entry: entry.name, reason: "the name occurs twice")
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
