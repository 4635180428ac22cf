import Zip

/// A workbook (.xlsx), opened for reading: the names of its sheets, and their rows as text. What is beyond
/// ``WorkbookLimits`` or ``UnpackBudget`` is not read.
///
/// ```swift
/// var budget = UnpackBudget()
/// let workbook = try WorkbookFile(ZipEntries(descriptor: descriptor), &budget)
/// for sheet in workbook.sheets {
///   try workbook.read(sheet, &budget) { number, cells in
///     print(sheet.name, number, cells.map(\.text))
///     return .next
///   }
/// }
/// ```
package struct WorkbookFile: ~Copyable {
  package struct Sheet: Sendable, Equatable {
    package let name: String
    fileprivate let relationship: String
  }

  /// In the order of the workbook; sheets of charts and dialogs are among them.
  package let sheets: [Sheet]

  private let archive: ZipEntries
  private let path: String
  private let parts: [RelationshipsReader.Relationship]
  private let strings: SharedStrings

  package init(_ archive: consuming ZipEntries, _ budget: inout UnpackBudget) throws(WorkbookReadingError) {
    let roots = try Self.relationships(ZipEntries.rootRelationships, of: archive, &budget)
    let book = PartPath.target(
      roots.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml", of: "")
    guard !book.hasSuffix(".bin") else { throw WorkbookReadingError(.binary) }
    let parts = try Self.relationships(PartPath.relationships(of: book), of: archive, &budget)
    let strings = try Self.sharedStrings(parts, book: book, of: archive, &budget)
    let names = try SheetNamesReader(book)
    try Self.read(book, with: names, of: archive, &budget)
    sheets = names.sheets.map { Sheet(name: $0.name, relationship: $0.relationship) }
    path = book
    self.parts = parts
    self.strings = strings
    self.archive = archive
  }

  /// Reads the rows of a sheet in their order.
  ///
  /// - Parameters:
  ///   - isWanted: after ``SheetReader/Step/keep(columns:key:)``, whether the rest of a row is wanted, by its cell in
  ///     the column of the key; a row without text there is always handed over.
  ///   - take: receives the number of a row, from 1, and its cells that are not empty.
  /// - Returns: false for a sheet that has no cells: of a chart or a dialog.
  /// - Throws: what is wrong with the workbook; the error names the sheet when it is about its content.
  package func read(
    _ sheet: Sheet, _ budget: inout UnpackBudget, isWanted: SheetReader.IsWanted = { _ in true },
    _ take: SheetReader.Take
  ) throws(WorkbookReadingError) -> Bool {
    guard let part = parts.first(where: { $0.id == sheet.relationship }) else {
      throw WorkbookReadingError(.partMissing, found: sheet.relationship)
    }
    guard part.kind == "worksheet" else { return false }
    let entry = try Self.entry(PartPath.target(part.target, of: path), of: archive)
    var failure: WorkbookReadingError?
    withoutActuallyEscaping(isWanted) { isWanted in
      withoutActuallyEscaping(take) { take in
        do throws(WorkbookReadingError) {
          let reader = try SheetReader(entry.name, strings, isWanted, take)
          try Self.read(entry, with: reader, of: archive, &budget)
        } catch {
          failure = error
        }
      }
    }
    if var failure {
      failure.sheet = sheet.name
      throw failure
    }
    return true
  }

  private static func relationships(
    _ path: String, of archive: borrowing ZipEntries, _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) -> [RelationshipsReader.Relationship] {
    let reader = try RelationshipsReader(path)
    try read(path, with: reader, of: archive, &budget)
    return reader.relationships
  }

  /// None when the workbook has no such part: its texts stand in the cells.
  private static func sharedStrings(
    _ parts: [RelationshipsReader.Relationship], book: String, of archive: borrowing ZipEntries,
    _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) -> SharedStrings {
    guard let part = parts.first(where: { $0.kind == "sharedStrings" }) else { return SharedStrings() }
    let path = PartPath.target(part.target, of: book)
    let reader = try SharedStringsReader(path)
    try read(path, with: reader, of: archive, &budget)
    return reader.strings
  }

  private static func read(
    _ path: String, with reader: XMLPart, of archive: borrowing ZipEntries, _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) {
    try read(entry(path, of: archive), with: reader, of: archive, &budget)
  }

  private static func read(
    _ entry: ZipReader.Entry, with reader: XMLPart, of archive: borrowing ZipEntries,
    _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) {
    var failure: WorkbookReadingError?
    try archive.unpack(entry, &budget) { chunk in
      do throws(WorkbookReadingError) { return try reader.read(chunk) } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    try reader.finish()
  }

  private static func entry(
    _ path: String, of archive: borrowing ZipEntries
  ) throws(WorkbookReadingError) -> ZipReader.Entry {
    guard let entry = archive.entry(path) else {
      throw WorkbookReadingError(.partMissing, found: path)
    }
    return entry
  }
}
