import COpenSSL

package enum SHA256 {
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = pathbook_sha256(bytes, bytes.count, &digest)
    precondition(isDone == 1, Self.needsNothing)
    return digest
  }

  /// 64 hexadecimal digits, in small letters.
  package static func text(_ bytes: [UInt8]) -> String { hexadecimal(digest(bytes)) }

  /// The same of a file, however large, and how many bytes it has.
  ///
  /// - Parameter descriptor: of a regular file; it stays the caller's.
  package static func text(of descriptor: Int32) throws(SystemError) -> (sha256: String, bytes: Int) {
    var context = SHA256_CTX()
    var count = 0
    var isWhole = SHA256_Init(&context) == 1
    try FileBytes(descriptor).forEachChunk { chunk in
      count += chunk.count
      isWhole = isWhole && SHA256_Update(&context, chunk.baseAddress, chunk.count) == 1
      return isWhole
    }
    var digest = [UInt8](repeating: 0, count: 32)
    isWhole = isWhole && SHA256_Final(&digest, &context) == 1
    precondition(isWhole, Self.needsNothing)
    return (hexadecimal(digest), count)
  }

  private static let needsNothing = "a hash of bytes needs nothing that can be missing"

  /// The first 64 bits.
  package static func prefix(_ bytes: [UInt8]) -> UInt64 {
    digest(bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
