import Zip

/// A zip file on disk, with its errors in the words of the reader.
struct OEWSArchive: ~Copyable {
  let place: OEWSPlace
  let entries: [ZipReader.Entry]
  private let zip: ZipReader

  static func open(_ descriptor: Int32, _ place: OEWSPlace) throws(OEWSError) -> OEWSArchive {
    do throws(ZipError) {
      let zip = try ZipReader(descriptor: descriptor)
      if zip.entryCount <= OEWSLimits.entries {
        return OEWSArchive(place: place, entries: try zip.entries(), zip: zip)
      }
    } catch {
      throw failure(error, place)
    }
    throw place.error(.tooMany(.entries, limit: OEWSLimits.entries))
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
    guard !isEncrypted else { return place.error(.encrypted) }
    return place.error(.brokenZip, found: error.entry == nil ? error.reason : error.description)
  }
}
