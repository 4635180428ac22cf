import COpenSSL

package enum SHA256 {
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = pathbook_sha256(bytes, bytes.count, &digest)
    precondition(isDone == 1, "a hash of bytes needs nothing that can be missing")
    return digest
  }

  /// 64 hexadecimal digits, in small letters.
  package static func text(_ bytes: [UInt8]) -> String { hexadecimal(digest(bytes)) }

  /// The first 64 bits.
  package static func prefix(_ bytes: [UInt8]) -> UInt64 {
    digest(bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
