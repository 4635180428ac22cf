import Zip

extension OEWSReading {
  /// Reads a zip file on disk: a workbook, or an archive of workbooks and CSV files.
  mutating func readArchive(
    _ descriptor: Int32, name: String, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let archive = try OEWSArchive.open(descriptor, OEWSPlace(file: name))
    guard !archive.isWorkbook else { return try readWorkbook(archive, take) }
    for entry in archive.entries where entry.size > 0 && !OEWSFile.isLockFile(entry.name) {
      let place = archive.place.entry(entry.name)
      switch try archive.start(of: entry) {
      case let start where OEWSFile.isZip(start):
        try readInner(entry, of: archive, take)
      case let start where start.starts(with: OEWSFile.compoundFileSignature):
        passOver(place.error(.oldWorkbook, found: entry.name))
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
    try readMember(named: entry.name) { (reading) throws(OEWSError) in
      try reading.readWorkbook(inner, take)
    }
  }

  private mutating func readCSV(
    _ entry: ZipReader.Entry, of archive: borrowing OEWSArchive, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let place = archive.place.entry(entry.name)
    var csv = CSVTableReader(newTable(place))
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
    packedBytes += min(entry.packedSize, entry.size)
    // Of all entries together: a thousand small bombs are a great one.
    guard
      total < OEWSLimits.ratioFromBytes || total / max(1, packedBytes) < OEWSLimits.unpackedRatio
    else { throw place.error(.tooDense(limit: OEWSLimits.unpackedRatio)) }
    try archive.unpack(entry, place, take)
  }
}
