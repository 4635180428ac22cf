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
    package let isHidden: Bool
    fileprivate let relationship: String
  }

  /// In the order of the workbook; sheets of charts and dialogs are among them.
  package let sheets: [Sheet]

  private let archive: ZipEntries
  private let path: String
  private let parts: [RelationshipsReader.Relationship]
  private let strings: SharedStrings
  /// The formats of its numbers, by the style of a cell.
  let formats: [NumberFormat]
  /// From which day its dates count.
  let dates: SheetDate.System

  /// - Parameters:
  ///   - limits: of the shared strings, which stay in memory.
  ///   - readsFormats: false when no ``TypedCell``s are needed.
  package init(
    _ archive: consuming ZipEntries, _ budget: inout UnpackBudget, limits: SharedStrings.Limits = .init(),
    readsFormats: Bool = false
  ) throws(WorkbookReadingError) {
    let roots = try Self.relationships(ZipEntries.rootRelationships, of: archive, &budget)
    let book = PartPath.target(
      roots.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml", of: "")
    guard !book.hasSuffix(".bin") else { throw WorkbookReadingError(.binary) }
    let parts = try Self.relationships(PartPath.relationships(of: book), of: archive, &budget)
    let strings = try Self.sharedStrings(parts, book: book, limits, of: archive, &budget)
    let formats = readsFormats ? try Self.formats(parts, book: book, of: archive, &budget) : []
    let names = try SheetNamesReader(book)
    try Self.read(book, with: names, of: archive, &budget)
    sheets = names.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden, relationship: $0.relationship) }
    dates = names.dates
    self.formats = formats
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
    guard let entry = try entry(of: sheet) else { return false }
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

  /// Reads the rows of a sheet in their order, with what the cells' types and formats tell; the workbook must have been
  /// opened with its formats.
  ///
  /// - Returns: false for a sheet that has no cells: of a chart or a dialog.
  package func readTyped(
    _ sheet: Sheet, _ budget: inout UnpackBudget, _ take: (_ number: Int, [TypedCell]) -> SheetReader.Step
  ) throws(WorkbookReadingError) -> Bool {
    let (formats, dates) = (formats, dates)
    return try read(sheet, &budget) { number, cells in
      take(number, cells.map { TypedCell($0, formats, dates) })
    }
  }

  /// A sheet to read piece by piece, by a stream and by what reads it; nil for a sheet that has no cells.
  func open(
    _ sheet: Sheet, _ budget: inout UnpackBudget, _ take: @escaping SheetReader.Take
  ) throws(WorkbookReadingError) -> (SheetReader, ZipEntryStream)? {
    guard let entry = try entry(of: sheet) else { return nil }
    let reader = try SheetReader(entry.name, strings, { _ in true }, take)
    return (reader, try archive.stream(entry, &budget))
  }

  /// Which cells of a sheet are merged with those below them.
  ///
  /// - Parameter lastRow: cells that begin below this row do not count.
  package func merges(
    of sheet: Sheet, lastRow: Int, _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) -> SheetMerges {
    var merges = SheetMerges(lastRow: lastRow)
    guard let entry = try entry(of: sheet) else { return merges }
    try archive.unpack(entry, &budget) { chunk in
      merges.read(chunk)
      return true
    }
    return merges
  }

  /// Nil for a sheet of a chart or a dialog.
  private func entry(of sheet: Sheet) throws(WorkbookReadingError) -> ZipReader.Entry? {
    guard let part = parts.first(where: { $0.id == sheet.relationship }) else {
      throw WorkbookReadingError(.partMissing, found: sheet.relationship)
    }
    return part.kind == "worksheet"
      ? try Self.entry(PartPath.target(part.target, of: path), of: archive) : nil
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
    _ parts: [RelationshipsReader.Relationship], book: String, _ limits: SharedStrings.Limits,
    of archive: borrowing ZipEntries, _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) -> SharedStrings {
    guard let part = parts.first(where: { $0.kind == "sharedStrings" }) else { return SharedStrings() }
    let path = PartPath.target(part.target, of: book)
    let reader = try SharedStringsReader(path, limits: limits)
    try read(path, with: reader, of: archive, &budget)
    return reader.strings
  }

  private static func formats(
    _ parts: [RelationshipsReader.Relationship], book: String, of archive: borrowing ZipEntries,
    _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) -> [NumberFormat] {
    guard let part = parts.first(where: { $0.kind == "styles" }) else { return [] }
    let path = PartPath.target(part.target, of: book)
    let reader = try StylesReader(path)
    try read(path, with: reader, of: archive, &budget)
    return reader.formats
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
