import Zip

/// The entries of a zip file: a workbook, or an archive of workbooks and other files.
package struct ZipEntries: ~Copyable {
  package let entries: [ZipReader.Entry]
  private let zip: ZipReader

  /// Opens a file on disk and leaves it there, however large it is.
  ///
  /// - Parameter descriptor: of a regular file, open for reading; it stays the caller's.
  package init(descriptor: Int32) throws(WorkbookReadingError) {
    let zip = try Self.open { () throws(ZipError) in try ZipReader(descriptor: descriptor) }
    entries = try Self.entries(zip)
    self.zip = zip
  }

  /// Opens a file in memory.
  package init(_ bytes: [UInt8]) throws(WorkbookReadingError) {
    let zip = try Self.open { () throws(ZipError) in try ZipReader(bytes) }
    entries = try Self.entries(zip)
    self.zip = zip
  }

  private static func open(
    _ open: () throws(ZipError) -> ZipReader
  ) throws(WorkbookReadingError) -> ZipReader {
    do throws(ZipError) { return try open() } catch { throw failure(error) }
  }

  private static func entries(_ zip: borrowing ZipReader) throws(WorkbookReadingError) -> [ZipReader.Entry] {
    guard zip.entryCount <= WorkbookLimits.entries else {
      throw WorkbookReadingError(.tooMany(.entries, limit: WorkbookLimits.entries))
    }
    do throws(ZipError) { return try zip.entries() } catch { throw failure(error) }
  }

  /// How a zip file begins: with an entry or, when it has none, with the end of its directory. APPNOTE 4.3.7, 4.3.16.
  package static func isZip(_ start: [UInt8]) -> Bool {
    start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// The part that leads to all others, by ECMA-376 part 2.
  static let rootRelationships = "_rels/.rels"

  package var isWorkbook: Bool { entries.contains { $0.name == Self.rootRelationships } }

  func entry(_ name: String) -> ZipReader.Entry? { entries.first { $0.name == name } }

  /// The first bytes of an entry, up to 64 KiB.
  package func start(of entry: ZipReader.Entry) throws(WorkbookReadingError) -> [UInt8] {
    var start: [UInt8] = []
    try read(entry) { chunk in
      start = Array(chunk)
      return false
    }
    return start
  }

  /// Unpacks an entry piece by piece, within a budget; false from `take` ends the reading.
  package func unpack(
    _ entry: ZipReader.Entry, _ budget: inout UnpackBudget, _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(WorkbookReadingError) {
    try budget.take(size: entry.size, packedSize: entry.packedSize)
    try read(entry, take)
  }

  /// An entry to unpack piece by piece, within a budget.
  func stream(
    _ entry: ZipReader.Entry, _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) -> ZipEntryStream {
    try budget.take(size: entry.size, packedSize: entry.packedSize)
    do throws(ZipError) { return try zip.stream(entry) } catch { throw Self.failure(error) }
  }

  private func read(
    _ entry: ZipReader.Entry, _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(WorkbookReadingError) {
    do throws(ZipError) { try zip.read(entry, atMost: Int(clamping: entry.size), take) } catch {
      throw Self.failure(error)
    }
  }

  static func failure(_ error: ZipError) -> WorkbookReadingError {
    // libzip has no other way to tell: ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP in its words.
    let isEncrypted = ["password", "ncryption"].contains { error.reason.contains($0) }
    guard !isEncrypted else { return WorkbookReadingError(.encrypted) }
    return WorkbookReadingError(.brokenZip, found: error.entry == nil ? error.reason : error.description)
  }
}

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
