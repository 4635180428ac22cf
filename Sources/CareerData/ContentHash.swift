import COpenSSL

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
    var content: [UInt8] = []
    content.reserveCapacity(sorted.reduce(0) { $0 + (files[$1]?.count ?? 0) + $1.utf8.count + 24 })
    for path in sorted {
      guard let bytes = files[path] else { continue }
      Self.appendNetstring(path.utf8, to: &content)
      Self.appendNetstring(bytes, to: &content)
    }
    return Self.sha256(content)
  }

  private static func appendNetstring(_ bytes: some Collection<UInt8>, to content: inout [UInt8]) {
    content += "\(bytes.count):".utf8
    content += bytes
    content.append(UInt8(ascii: ","))
  }

  private static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    // "EVP_Digest … 1 for success and 0 for failure": without memory, or without the algorithms of the library.
    guard pathbook_sha256(bytes, bytes.count, &digest) == 1 else {
      preconditionFailure("libcrypto gives no SHA-256")
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }
}

extension String {
  /// At most 60 scalars, for a message about a cell that could hold anything.
  package var excerpt: String {
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(scalars[..<end]) + "…"
  }
}
