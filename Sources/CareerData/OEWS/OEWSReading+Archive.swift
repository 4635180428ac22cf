import Zip

extension OEWSReading {
  /// Reads a zip file on disk: a workbook, or an archive of workbooks and CSV files.
  mutating func readArchive(
    _ descriptor: Int32, name: String, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let archive = try OEWSArchive.open(descriptor, OEWSPlace(file: name))
    guard !archive.isWorkbook else { return try readWorkbook(archive, take) }
    for entry in archive.entries where entry.size > 0 {
      let place = archive.place.entry(entry.name)
      switch try archive.start(of: entry) {
      case let start where start.starts(with: OEWSFile.zipSignature):
        try readInner(entry, of: archive, take)
      case let start where start.starts(with: OEWSFile.compoundFileSignature):
        throw place.error(.oldWorkbook)
      case let start where OEWSArchive.isTable(start):
        notePeriod(ofFileNamed: entry.name)
        try readCSV(entry, of: archive, take)
      default: continue
      }
    }
  }

  /// Reads a zip file in an archive, when it is a workbook. Its directory stands at its end, so that it is unpacked as
  /// a whole before it is read.
  private mutating func readInner(
    _ entry: ZipReader.Entry, of archive: borrowing OEWSArchive, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let place = archive.place.entry(entry.name)
    guard entry.size <= OEWSLimits.innerFileBytes else {
      throw place.error(.tooLarge(limit: OEWSLimits.innerFileBytes))
    }
    let file = try NamelessFile(place: place)
    try unpack(entry, of: archive, place) { (chunk) throws(OEWSError) in
      try file.write(chunk, place: place)
      return true
    }
    let inner = try OEWSArchive.open(file.descriptor, place)
    guard inner.isWorkbook else { return }
    notePeriod(ofFileNamed: entry.name)
    try readWorkbook(inner, take)
  }

  private mutating func readCSV(
    _ entry: ZipReader.Entry, of archive: borrowing OEWSArchive, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let place = archive.place.entry(entry.name)
    var csv = CSVTableReader(OEWSTable(place, wanted: wanted))
    try unpack(entry, of: archive, place) { (chunk) throws(OEWSError) in try csv.read(chunk, take) }
    try csv.finish(take)
    try note(csv.table)
  }

  /// Unpacks an entry piece by piece, within the limits.
  mutating func unpack(
    _ entry: ZipReader.Entry, of archive: borrowing OEWSArchive, _ place: OEWSPlace,
    _ take: (UnsafeRawBufferPointer) throws(OEWSError) -> Bool
  ) throws(OEWSError) {
    // An entry never unpacks to more than the directory says: ``OEWSArchive/unpack(_:_:_:)`` sees to it.
    let (total, hasOverflowed) = unpackedBytes.addingReportingOverflow(entry.size)
    guard !hasOverflowed, total <= OEWSLimits.unpackedBytes else {
      throw place.error(.tooLarge(limit: OEWSLimits.unpackedBytes))
    }
    unpackedBytes = total
    guard
      entry.size < OEWSLimits.ratioFromBytes
        || entry.size / max(1, entry.packedSize) < OEWSLimits.unpackedRatio
    else { throw place.error(.tooDense(limit: OEWSLimits.unpackedRatio)) }
    try archive.unpack(entry, place, take)
  }
}

/// A zip file on disk, with its errors in the words of the reader.
struct OEWSArchive: ~Copyable {
  let place: OEWSPlace
  let entries: [ZipReader.Entry]
  private let zip: ZipReader

  static func open(_ descriptor: Int32, _ place: OEWSPlace) throws(OEWSError) -> OEWSArchive {
    do throws(ZipError) {
      let zip = try ZipReader(descriptor: descriptor)
      return OEWSArchive(place: place, entries: try zip.entries(), zip: zip)
    } catch {
      throw failure(error, place)
    }
  }

  /// The part that leads to all others, by ECMA-376 part 2.
  static let rootRelationships = "_rels/.rels"

  var isWorkbook: Bool { entries.contains { $0.name == Self.rootRelationships } }

  func entry(_ name: String) -> ZipReader.Entry? { entries.first { $0.name == name } }

  /// The first bytes of an entry, up to 64 KiB.
  func start(of entry: ZipReader.Entry) throws(OEWSError) -> [UInt8] {
    var start: [UInt8] = []
    try unpack(entry, place.entry(entry.name)) { (chunk) throws(OEWSError) in
      start = Array(chunk)
      return false
    }
    return start
  }

  /// Whether a text begins as a table does: one of its first lines names columns of OEWS tables.
  static func isTable(_ start: [UInt8]) -> Bool {
    let name = Array(OEWSColumn.occupation.name.utf8)
    let lines = start.split(separator: UInt8(ascii: "\n")).prefix(OEWSLimits.rowsBeforeHeader)
    return lines.contains { line in
      line.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }.contains { field in
        field.trimmed.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 } == name
      }
    }
  }

  /// Unpacks an entry piece by piece; false from `take` ends the reading.
  func unpack(
    _ entry: ZipReader.Entry, _ place: OEWSPlace,
    _ take: (UnsafeRawBufferPointer) throws(OEWSError) -> Bool
  ) throws(OEWSError) {
    var failure: OEWSError?
    do throws(ZipError) {
      try zip.read(entry, atMost: Int(clamping: entry.size)) { chunk in
        do throws(OEWSError) { return try take(chunk) } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw Self.failure(error, place)
    }
    if let failure { throw failure }
  }

  private static func failure(_ error: ZipError, _ place: OEWSPlace) -> OEWSError {
    // libzip has no other way to tell: ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP in its words.
    let isEncrypted = ["password", "ncryption"].contains { error.reason.contains($0) }
    return isEncrypted ? place.error(.encrypted) : place.error(.brokenZip, found: error.description)
  }
}
