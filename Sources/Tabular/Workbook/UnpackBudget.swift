/// What all that is read of a file may unpack to: a small zip file can hold more than any memory.
package struct UnpackBudget: Sendable {
  /// Bytes of all entries together: twice the largest table of public statistics, all areas and industries of OEWS.
  package static let bytes: UInt64 = 1 << 30

  /// How many times their size the entries may unpack to, all together. Sheets unpack to 6 to 13 times their size; the
  /// packing cannot do more than 1,032 times, which bombs come close to.
  package static let ratio: UInt64 = 50

  /// Bytes of unpacked entries from which the ratio counts: a small part may well be all alike.
  package static let ratioFromBytes: UInt64 = 16 << 20

  private let bytes: UInt64
  private let ratio: UInt64?
  private var unpacked: UInt64 = 0
  private var packed: UInt64 = 0

  /// - Parameters:
  ///   - bytes: of all entries together.
  ///   - ratio: how many times their size the entries may unpack to; nil for any.
  package init(bytes: UInt64 = UnpackBudget.bytes, ratio: UInt64? = UnpackBudget.ratio) {
    self.bytes = bytes
    self.ratio = ratio
  }

  /// Takes an entry in. It never unpacks to more than its directory says: ``ZipEntries/unpack(_:_:_:)`` sees to it.
  mutating func take(size: UInt64, packedSize: UInt64) throws(WorkbookReadingError) {
    let (total, hasOverflowed) = unpacked.addingReportingOverflow(size)
    guard !hasOverflowed, total <= bytes else {
      throw WorkbookReadingError(.tooLarge(limit: bytes))
    }
    unpacked = total
    packed += min(packedSize, size)
    // Of all entries together: a thousand small bombs are a great one.
    guard let ratio, total >= Self.ratioFromBytes, total / max(1, packed) >= ratio else { return }
    throw WorkbookReadingError(.tooDense(limit: ratio))
  }
}
