import CareerData
import Glibc
import ReportModel
import SafeFiles

/// Where a dataset is kept that a command changes: a folder, or a `.zip`.
public struct DatasetPlace: Sendable {
  /// As the user gave it.
  public let path: String
  /// The files of the dataset, as they were read.
  public let files: DatasetFiles
  private let lock: FolderLock
  /// The `.zip`, which is replaced as one file, without symbolic links; nil for a folder.
  private let archive: String?

  /// Opens a dataset; no other run of the command can change its folder as long as the value lives.
  public init(_ path: String) throws(ExportFailure) {
    self.path = path
    let isFile = InputFile.isFile(path)
    let resolved = try WholeFolder(existing: path).path
    archive = isFile ? resolved : nil
    do throws(SystemError) { lock = try FolderLock(resolved, isFile: isFile) } catch {
      throw error.code == EWOULDBLOCK ? Self.busy(path) : .missingInput(path: path, reason: error.reason)
    }
    // Another run may have replaced it between the look for its name and the lock.
    guard lock.isOf(resolved) else { throw Self.busy(path) }
    files = try DatasetLoader.files(folder: path)
  }

  /// Writes the dataset anew, all of it or nothing; a folder keeps every other file that is in it.
  ///
  /// - Parameter changed: a dataset without a problem, or an error.
  /// - Returns: what the user should know.
  public func replace(with changed: DatasetFiles) throws(ExportFailure) -> [String] {
    _ = try DatasetLoader.read(changed, path: path)
    guard changed != files else { return [] }
    if let archive {
      guard lock.isOf(archive) else { throw Self.busy(path) }
      let bytes = try DatasetArchive.bytes(changed, path: path)
      try OutputFolder.write(bytes, to: archive, like: lock.status)
      return []
    }
    let folder = try WholeFolder(existing: path)
    // Another run may have replaced the folder between the look for its name and the lock.
    guard lock.isOf(folder.path) else { throw Self.busy(path) }
    let writes = changed.inOrder.filter { files.files[$0.path] != $0.bytes }
    for (name, _) in writes where files.files[name] == nil && InputFile.isThere("\(folder.path)/\(name)") {
      throw .datasetNotWritten(path: path, reason: "\(name), which is not of the dataset, is in the way")
    }
    return try folder.replace(writes) { (new) throws(ExportFailure) in
      try Self.check(new, is: changed, shown: path)
    }
  }

  /// Writes a new dataset into a folder that is missing or empty, all of it or nothing.
  ///
  /// - Returns: what the user should know.
  public static func create(_ path: String, _ files: DatasetFiles) throws(ExportFailure) -> [String] {
    guard !path.hasSuffix(".zip") else {
      throw .usage("\(path): give a folder; \"pathbook dataset pack\" makes a .zip of it")
    }
    _ = try DatasetLoader.read(files, path: path)
    return try WholeFolder(new: path).create(files.inOrder) { (new) throws(ExportFailure) in
      try check(new, is: files, shown: path)
    }
  }

  /// Writes the shipped dataset into a folder that is missing or empty.
  ///
  /// - Returns: what the user should know.
  public static func copyShipped(to path: String) throws(ExportFailure) -> [String] {
    try create(path, DatasetLoader.shippedFiles)
  }

  /// Reads a new folder back from the disk before it gets its name.
  private static func check(
    _ folder: String, is files: DatasetFiles, shown: String
  ) throws(ExportFailure) {
    let found = try DatasetLoader.files(folder: folder)
    _ = try DatasetLoader.read(found, path: shown)
    guard
      found
        == DatasetFiles(files: Dictionary(uniqueKeysWithValues: files.inOrder.map { ($0.path, $0.bytes) }))
    else { throw .writeFailed(path: shown, reason: "the files on the disk are not those that were written") }
  }

  private static func busy(_ path: String) -> ExportFailure {
    .datasetNotWritten(path: path, reason: "another run of pathbook is changing it; wait and try again")
  }
}
