import SafeFiles
import Tabular
import Zip

extension OEWSReading {
  /// Reads a zip file on disk: a workbook, or an archive of workbooks and CSV files.
  mutating func readArchive(
    _ descriptor: Int32, name: String, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let file = OEWSPlace(file: name)
    let archive = try open(descriptor, file)
    guard !archive.isWorkbook else { return try readWorkbook(archive, file, take) }
    for entry in archive.entries where entry.size > 0 && !OEWSFile.isLockFile(entry.name) {
      let place = file.entry(entry.name)
      switch try start(of: entry, in: archive, place) {
      case let start where ZipEntries.isZip(start):
        try readInner(entry, of: archive, place, take)
      case let start where start.starts(with: OEWSFile.compoundFileSignature):
        passOver(place.error(.oldWorkbook, found: entry.name))
      case let start where OEWSTable.begins(start):
        notePeriod(ofFileNamed: entry.name)
        try readCSV(entry, of: archive, place, take)
      default: continue
      }
    }
  }

  /// Reads a zip file in an archive, when it is a workbook. Its directory stands at its end, so that it is unpacked as
  /// a whole before it is read.
  private mutating func readInner(
    _ entry: ZipReader.Entry, of archive: borrowing ZipEntries, _ place: OEWSPlace, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    guard entry.size <= OEWSLimits.innerFileBytes else {
      throw place.error(.workbook(.tooLarge(limit: OEWSLimits.innerFileBytes)))
    }
    let file = try scratchFile(place)
    try unpack(entry, of: archive, place) { (chunk) throws(OEWSError) in
      do throws(SystemError) { try file.write(chunk) } catch {
        throw place.error(.noScratchFile, found: error.reason)
      }
      return true
    }
    let inner = try open(file.descriptor, place)
    guard inner.isWorkbook else { return }
    let before = self
    try readWorkbook(inner, place, take)
    noteMember(named: entry.name, before: before)
  }

  private func scratchFile(_ place: OEWSPlace) throws(OEWSError) -> NamelessFile {
    do throws(SystemError) { return try NamelessFile() } catch {
      throw place.error(.noScratchFile, found: error.reason)
    }
  }

  private mutating func readCSV(
    _ entry: ZipReader.Entry, of archive: borrowing ZipEntries, _ place: OEWSPlace, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    var csv = CSVTableReader(newTable(place))
    try unpack(entry, of: archive, place) { (chunk) throws(OEWSError) in try csv.read(chunk, take) }
    try csv.finish(take)
    try note(csv.table)
  }

  /// Unpacks an entry piece by piece; false from `take` ends the reading.
  private mutating func unpack(
    _ entry: ZipReader.Entry, of archive: borrowing ZipEntries, _ place: OEWSPlace,
    _ take: (UnsafeRawBufferPointer) throws(OEWSError) -> Bool
  ) throws(OEWSError) {
    var failure: OEWSError?
    do throws(WorkbookReadingError) {
      try archive.unpack(entry, &budget) { chunk in
        do throws(OEWSError) { return try take(chunk) } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw place.error(error)
    }
    if let failure { throw failure }
  }

  private func open(_ descriptor: Int32, _ place: OEWSPlace) throws(OEWSError) -> ZipEntries {
    do throws(WorkbookReadingError) { return try ZipEntries(descriptor: descriptor) } catch {
      throw place.error(error)
    }
  }

  private func start(
    of entry: ZipReader.Entry, in archive: borrowing ZipEntries, _ place: OEWSPlace
  ) throws(OEWSError) -> [UInt8] {
    do throws(WorkbookReadingError) { return try archive.start(of: entry) } catch {
      throw place.error(error)
    }
  }
}

extension OEWSReading {
  /// Reads a file on disk as CSV.
  mutating func readCSV(
    _ descriptor: Int32, name: String, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let place = OEWSPlace(file: name)
    var csv = CSVTableReader(newTable(place))
    var failure: OEWSError?
    do throws(SystemError) {
      try FileBytes(descriptor).forEachChunk { chunk in
        do throws(OEWSError) { return try csv.read(chunk, take) } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw place.error(.unreadable, found: error.reason)
    }
    if let failure { throw failure }
    try csv.finish(take)
    try note(csv.table)
  }
}
