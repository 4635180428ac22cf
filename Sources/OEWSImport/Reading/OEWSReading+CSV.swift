import SafeFiles

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
