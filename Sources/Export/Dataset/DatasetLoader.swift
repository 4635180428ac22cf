import AdvisingReport
import CareerData
import SafeFiles
import ShippedFiles

/// Finds and reads career datasets.
public enum DatasetLoader {
  /// The dataset in the binary.
  ///
  /// - Throws: never for a program that passed its tests.
  public static func shipped() throws(ExportFailure) -> CareerDataset {
    try read(shippedFiles, path: shippedName)
  }

  /// The files of the dataset in the binary.
  public static var shippedFiles: DatasetFiles { shippedFiles(defaultName) }

  /// The files of a dataset in the binary.
  ///
  /// - Parameter name: one of ``shippedNames``.
  public static func shippedFiles(_ name: String) -> DatasetFiles {
    DatasetFiles(checked: ShippedFile.folder("datasets/\(name)"))
  }

  /// What messages call the dataset in the binary.
  public static let shippedName = "shipped dataset"

  /// The dataset that is taken when none is named.
  public static let defaultName = "medical-coding"

  /// The name and the version of that dataset, from the first lines of its `datapackage.json`: to say them must not cost the
  /// reading of the dataset.
  package static let defaultEdition: String = {
    let start = ShippedFile.bytes("datasets/\(defaultName)/\(DatasetFiles.packageName)").prefix(2_000)
    let lines = String(decoding: start, as: UTF8.self).split(separator: "\n")
    let version = lines.lazy.compactMap { line -> Substring? in
      let parts = line.split(separator: "\"")
      return parts.count >= 4 && parts[1] == "version" ? parts[3] : nil
    }.first
    return "\(defaultName) \(version ?? "without a version")"
  }()

  /// The datasets in the binary, each of which a command takes by its name in place of a folder.
  public static var shippedNames: [String] { ShippedFile.folders(in: "datasets") }

  /// The datasets in the binary with the time of their wages, so that a report on older ones can name a newer one. A test
  /// compares them with the datasets.
  package static let editions = [
    ("medical-coding", 2024), ("medical-coding-2025", 2025),
  ].compactMap { name, year in
    CalendarDate(year: year, month: 5, day: 31).map {
      DatasetEdition(datasetName: name, socCode: "29-2072", lastDay: $0)
    }
  }

  /// A dataset by the name of a shipped one, in a folder with a `datapackage.json`, or in a `.zip` of one.
  public static func load(folder: String) throws(ExportFailure) -> CareerDataset {
    try read(files(folder: folder), path: folder)
  }

  /// The files of a dataset by the name of a shipped one, or in a folder or a `.zip`, unread: `datapackage.json` and
  /// those that it names. For a folder of a shipped dataset's name, write `./` before it.
  public static func files(folder: String) throws(ExportFailure) -> DatasetFiles {
    if shippedNames.contains(folder) { return shippedFiles(folder) }
    if InputFile.isFile(folder) { return try DatasetArchive.files(folder) }
    let names = try InputFile.names(inFolder: folder)
    // Looked for before the rest is read: a folder without it may hold anything, of any size.
    guard
      names.contains(DatasetFiles.packageName)
        || InputFile.isThere("\(folder)/\(DatasetFiles.packageName)")
    else {
      throw .missingInput(
        path: "\(folder)/\(DatasetFiles.packageName)", reason: "it is missing, and a dataset needs it")
    }
    var files = try InputFile.read([DatasetFiles.packageName], inFolder: folder)
    let paths = DatasetFiles.paths(namedBy: files[DatasetFiles.packageName] ?? [])
    // One that is missing is a problem of the dataset, among others.
    let present = paths.filter { InputFile.isThere("\(folder)/\($0)") }
    files.merge(try InputFile.read(present, inFolder: folder, totalBytes: DatasetLimits.totalBytes)) { $1 }
    return DatasetFiles(files: files)
  }

  /// - Parameter language: of the words for readers; nil for those of the tables themselves.
  static func read(
    _ files: DatasetFiles, path: String, language: String? = nil
  ) throws(ExportFailure) -> CareerDataset {
    do { return try DatasetReader.read(files, language: language) } catch { throw failure(error, path: path) }
  }

  static func failure(_ errors: DatasetErrors, path: String) -> ExportFailure {
    .badData(path: path, problems: errors.description.split(separator: "\n").map(String.init))
  }
}

/// The files that are part of the binary: the default dataset and the templates.
package enum ShippedFile {
  /// The files under a folder, by their names in it.
  static func folder(_ path: String) -> [String: [UInt8]] {
    let prefix = path + "/"
    var files: [String: [UInt8]] = [:]
    for index in 0..<shipped_file_count() {
      let name = String(cString: shipped_file_name(index))
      guard name.hasPrefix(prefix) else { continue }
      files[String(name.dropFirst(prefix.count))] = Array(
        UnsafeBufferPointer(start: shipped_file_bytes(index), count: shipped_file_length(index)))
    }
    return files
  }

  /// A file by its path; empty where there is none.
  static func bytes(_ path: String) -> [UInt8] {
    for index in 0..<shipped_file_count() where String(cString: shipped_file_name(index)) == path {
      return Array(
        UnsafeBufferPointer(start: shipped_file_bytes(index), count: shipped_file_length(index)))
    }
    return []
  }

  /// The text of a file that is there.
  package static func text(_ path: String) -> String {
    let bytes = bytes(path)
    precondition(!bytes.isEmpty, "the file \(path) is part of the binary")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names of the folders directly under one, sorted.
  static func folders(in path: String) -> [String] {
    let prefix = path + "/"
    let names = (0..<shipped_file_count()).compactMap { index -> Substring? in
      let name = String(cString: shipped_file_name(index))
      guard name.hasPrefix(prefix) else { return nil }
      return name.dropFirst(prefix.count).split(separator: "/").first
    }
    return Set(names.map(String.init)).sorted()
  }
}

/// The files of a dataset that a command works on, and what messages call it.
public struct DatasetInput: Sendable {
  public let files: DatasetFiles
  /// The folder as the user gave it, or the shipped dataset.
  public let name: String

  /// - Parameter folder: nil for the dataset in the binary.
  public init(folder: String?) throws(ExportFailure) {
    guard let folder else {
      files = DatasetLoader.shippedFiles
      name = DatasetLoader.shippedName
      return
    }
    files = try DatasetLoader.files(folder: folder)
    name = folder
  }

  /// The dataset that the files hold.
  public func dataset() throws(ExportFailure) -> CareerDataset { try DatasetLoader.read(files, path: name) }
}

/// The datasets in the binary, for a person at a terminal.
public enum ShippedDatasets {
  /// A line for each: its name, the time of its wages, and its title.
  public static func lines() throws(ExportFailure) -> [String] {
    let width = DatasetLoader.shippedNames.map(\.count).max() ?? 0
    var lines: [String] = []
    for name in DatasetLoader.shippedNames {
      let dataset = try DatasetLoader.read(DatasetLoader.shippedFiles(name), path: name)
      let period = dataset.pay(of: .national).first.map { ", wages of \($0.period)" } ?? ""
      let mark = name == DatasetLoader.defaultName ? " (taken when none is named)" : ""
      let space = String(repeating: " ", count: width - name.count + 2)
      lines.append("\(name)\(space)\(dataset.identity.title)\(period)\(mark)")
    }
    return lines
  }
}
