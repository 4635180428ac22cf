import Algorithms
import COpenSSL

/// The files of a career dataset, as the caller has read them.
public struct DatasetFiles: Sendable, Equatable {
  /// The name of the file that describes the others.
  public static let packageName = "datapackage.json"

  /// The bytes of each file by its path in the package: `datapackage.json`, `pay.csv`.
  public let files: [String: [UInt8]]
  /// True for files that ``DatasetReader`` has read without a problem: those in the binary, which tests read, and those
  /// that are read again for their words in another language. Their cells are not checked again, which takes as long as
  /// reading them.
  let areChecked: Bool

  public init(files: [String: [UInt8]]) {
    self.files = files
    areChecked = false
  }

  package init(checked files: [String: [UInt8]]) {
    self.files = files
    areChecked = true
  }

  /// The same files, whatever is known of them.
  public static func == (one: DatasetFiles, other: DatasetFiles) -> Bool { one.files == other.files }
}

extension DatasetFiles {
  /// The paths of the files that a package names, each once, in its order.
  ///
  /// - Parameter package: the bytes of `datapackage.json`; of one that cannot be read no file is known.
  /// - Returns: paths inside the package; those that lead out of it, `../pay.csv` or `/pay.csv`, are left out.
  public static func paths(namedBy package: [UInt8]) -> [String] {
    var log = ProblemLog()
    let paths = DataPackage(package, log: &log)?.resources.map(\.path) ?? []
    return Array(paths.filter(isInside).uniqued())
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

  /// The tables that Pathbook knows, with their columns, in the order of ``CareerDataset/Table``.
  var knownTables: [BoundTable] {
    CareerDataset.Table.allCases.compactMap { table in
      tables[table.rawValue].map { BoundTable(table.declaration, $0) }
    }
  }
}

extension DatasetFiles {
  /// The SHA-256 of the package's content, in 64 hexadecimal digits (lowercase): equal for equal content.
  ///
  /// The content is `datapackage.json` and the files of its resources, and no other file of the folder. What is hashed
  /// is, for each of them in the order of the bytes of its path, the path and then its bytes, both as netstrings: the
  /// number of bytes in decimal digits, a colon, the bytes, a comma. Two files `a.csv` ("x,y") and `datapackage.json`
  /// ("{}") hash as
  ///
  ///     5:a.csv,3:x,y,16:datapackage.json,2:{},
  ///
  /// A file that is missing is left out; of a package that cannot be read, `datapackage.json` alone is hashed.
  public var contentHash: String {
    var log = ProblemLog()
    let package = files[Self.packageName].flatMap { DataPackage($0, log: &log) }
    return contentHash(ofResources: package?.resources.map(\.path) ?? [])
  }

  func contentHash(ofResources paths: [String]) -> String {
    let sorted = Set(paths + [Self.packageName]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var hash = ContentHash()
    for path in sorted {
      guard let bytes = files[path] else { continue }
      hash.add(netstring: Array(path.utf8))
      hash.add(netstring: bytes)
    }
    return hash.text
  }
}

/// A SHA-256 of netstrings, piece by piece: together they take as much memory as the dataset.
private struct ContentHash {
  private var context = SHA256_CTX()
  private var isWhole: Bool

  init() { isWhole = SHA256_Init(&context) == 1 }

  mutating func add(netstring bytes: [UInt8]) {
    add(Array("\(bytes.count):".utf8))
    add(bytes)
    add([UInt8(ascii: ",")])
  }

  private mutating func add(_ bytes: [UInt8]) {
    isWhole = isWhole && SHA256_Update(&context, bytes, bytes.count) == 1
  }

  /// 64 hexadecimal digits.
  var text: String {
    var (context, digest) = (context, [UInt8](repeating: 0, count: 32))
    precondition(isWhole && SHA256_Final(&digest, &context) == 1, "libcrypto gives no SHA-256")
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }
}
