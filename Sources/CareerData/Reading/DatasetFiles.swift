/// The files of a career dataset, as the caller has read them.
public struct DatasetFiles: Sendable, Equatable {
  /// The name of the file that describes the others.
  public static let packageName = "datapackage.json"

  /// The bytes of each file by its path in the package: `datapackage.json`, `pay.csv`.
  public let files: [String: [UInt8]]

  public init(files: [String: [UInt8]]) {
    self.files = files
  }
}

extension DatasetFiles {
  /// The paths of the files that a package names, each once, in its order.
  ///
  /// - Parameter package: the bytes of `datapackage.json`; of one that cannot be read no file is known.
  /// - Returns: paths inside the package; those that lead out of it, `../pay.csv` or `/pay.csv`, are left out.
  public static func paths(namedBy package: [UInt8]) -> [String] {
    var log = ProblemLog()
    var paths: [String] = []
    var known: Set<String> = []
    for resource in DataPackage(package, log: &log)?.resources ?? []
    where isInside(resource.path) && known.insert(resource.path).inserted { paths.append(resource.path) }
    return paths
  }

  /// True for a path that stays in its folder, names no place twice and is no hidden file.
  public static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path != packageName && !path.utf8.contains(0)
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
  }

  /// `datapackage.json` and the files that it names, in its order; files that are not there are left out.
  public var inOrder: [(path: String, bytes: [UInt8])] {
    guard let package = files[Self.packageName] else { return [] }
    return ([Self.packageName] + Self.paths(namedBy: package)).compactMap { path in
      files[path].map { (path, $0) }
    }
  }
}

/// A dataset without a problem, with the tables that its records were read from.
struct OpenDataset {
  let dataset: CareerDataset
  /// In the order of the package.
  let resources: [DataPackage.Resource]
  /// By name.
  let tables: [String: OpenTable]

  /// The file of a table, and the line of it on which a record begins.
  ///
  /// - Parameter index: of the record in its table; every row of a dataset without a problem is a record.
  func place(_ table: CareerDataset.Table, _ index: Int) -> (file: String, row: Int)? {
    guard let open = tables[table.rawValue], index < open.document.rowCount else { return nil }
    return (open.file, open.document.line(ofRow: index))
  }
}
