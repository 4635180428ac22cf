import Zip

extension OEWSReading {
  /// Reads every sheet of a workbook that is an OEWS table; of the others, what they tell of the period.
  mutating func readWorkbook(
    _ archive: borrowing OEWSArchive, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let roots = try relationships(OEWSArchive.rootRelationships, of: archive)
    let book = PartPath.target(
      roots.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml", of: "")
    // .xlsb: the parts are not XML.
    guard !book.hasSuffix(".bin") else { throw archive.place.error(.oldWorkbook) }
    let parts = try relationships(PartPath.relationships(of: book), of: archive)
    let strings = try sharedStrings(parts, book: book, of: archive)
    for sheet in try sheets(book, of: archive) {
      guard let part = parts.first(where: { $0.id == sheet.relationship }) else {
        throw archive.place.error(.partMissing, found: sheet.relationship)
      }
      // Sheets of charts and dialogs have no cells.
      guard part.kind == "worksheet" else { continue }
      let path = PartPath.target(part.target, of: book)
      try readSheet(path, named: sheet.name, strings, of: archive, take)
    }
  }

  private mutating func readSheet(
    _ path: String, named name: String, _ strings: SharedStrings, of archive: borrowing OEWSArchive,
    _ take: (OEWSRow) -> Void
  ) throws(OEWSError) {
    let place = OEWSPlace(file: archive.place.file, sheet: name)
    let reader = try SheetReader(path, table: newTable(place), strings: strings)
    let entry = try part(path, of: archive)
    try unpack(entry, of: archive, place) { (chunk) throws(OEWSError) in
      let goesOn = try reader.read(chunk)
      reader.drain(take)
      return goesOn
    }
    try reader.finish()
    try note(reader.table)
  }

  private mutating func relationships(
    _ path: String, of archive: borrowing OEWSArchive
  ) throws(OEWSError) -> [RelationshipsReader.Relationship] {
    let reader = try RelationshipsReader(path, place: archive.place)
    try read(path, with: reader, of: archive)
    return reader.relationships
  }

  private mutating func sheets(
    _ path: String, of archive: borrowing OEWSArchive
  ) throws(OEWSError) -> [(name: String, relationship: String)] {
    let reader = try SheetNamesReader(path, place: archive.place)
    try read(path, with: reader, of: archive)
    return reader.sheets
  }

  /// None when the workbook has no such part: its texts stand in the cells.
  private mutating func sharedStrings(
    _ parts: [RelationshipsReader.Relationship], book: String, of archive: borrowing OEWSArchive
  ) throws(OEWSError) -> SharedStrings {
    guard let part = parts.first(where: { $0.kind == "sharedStrings" }) else { return SharedStrings() }
    let path = PartPath.target(part.target, of: book)
    let reader = try SharedStringsReader(path, place: archive.place)
    try read(path, with: reader, of: archive)
    return reader.strings
  }

  private mutating func read(
    _ path: String, with reader: XMLPart, of archive: borrowing OEWSArchive
  ) throws(OEWSError) {
    try unpack(try part(path, of: archive), of: archive, archive.place) { (chunk) throws(OEWSError) in
      try reader.read(chunk)
    }
    try reader.finish()
  }

  private func part(
    _ path: String, of archive: borrowing OEWSArchive
  ) throws(OEWSError) -> ZipReader.Entry {
    guard let entry = archive.entry(path) else { throw archive.place.error(.partMissing, found: path) }
    return entry
  }
}
