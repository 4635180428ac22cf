extension OEWSReading {
  /// Reads a file on disk as CSV.
  mutating func readCSV(
    _ descriptor: Int32, name: String, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let place = OEWSPlace(file: name)
    var csv = CSVTableReader(newTable(place))
    try FileBytes(descriptor: descriptor, place: place).forEachChunk { (chunk) throws(OEWSError) in
      try csv.read(chunk, take)
    }
    try csv.finish(take)
    try note(csv.table)
  }
}
