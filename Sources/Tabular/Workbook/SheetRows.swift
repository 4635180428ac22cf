import Zip

/// The rows of a sheet one after another, as somebody wants them, in the memory of a few of them and of the shared
/// strings.
///
/// ```swift
/// let sheet = workbook.sheets[0]
/// let rows = try SheetRows(of: sheet, in: workbook, &budget)
/// while let row = try rows.next() { print(row.number, row.cells.map(\.text)) }
/// ```
package final class SheetRows {
  package struct Row: Sendable, Equatable {
    /// From 1.
    package let number: Int
    /// Those that are not empty, in the order of the file.
    package let cells: [TypedCell]
  }

  private final class Waiting {
    var rows: [(number: Int, cells: [SheetReader.Cell])] = []
    var next = 0
  }

  private let formats: [NumberFormat]
  private let dates: SheetDate.System
  private let sheet: String
  private let reader: SheetReader
  private let waiting = Waiting()
  // The stream reads from the archive of the workbook.
  private var stream: ZipEntryStream?
  private let workbook: WorkbookFile

  /// - Throws: what is wrong with the workbook; with the kind `.partMissing` for a sheet without cells.
  package init(
    of sheet: WorkbookFile.Sheet, in workbook: consuming WorkbookFile, _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) {
    formats = workbook.formats
    dates = workbook.dates
    self.sheet = sheet.name
    let waiting = waiting
    let opened = try workbook.open(sheet, &budget) { number, cells in
      waiting.rows.append((number, cells))
      return .next
    }
    guard let opened else { throw WorkbookReadingError(.partMissing, found: sheet.name) }
    (reader, stream) = opened
    self.workbook = workbook
  }

  /// Nil at the end.
  package func next() throws(WorkbookReadingError) -> Row? {
    while waiting.next == waiting.rows.count {
      waiting.rows.removeAll(keepingCapacity: true)
      waiting.next = 0
      guard stream != nil else { return nil }
      do throws(WorkbookReadingError) { try readOn() } catch {
        stream = nil
        var failure = error
        failure.sheet = sheet
        throw failure
      }
    }
    defer { waiting.next += 1 }
    let (number, cells) = waiting.rows[waiting.next]
    return Row(number: number, cells: cells.map { TypedCell($0, formats, dates) })
  }

  private func readOn() throws(WorkbookReadingError) {
    let chunk: UnsafeRawBufferPointer?
    do throws(ZipError) { chunk = try stream?.next() } catch { throw ZipEntries.failure(error) }
    guard let chunk, !chunk.isEmpty else {
      stream = nil
      return try reader.finish()
    }
    if try !reader.read(chunk) { stream = nil }
  }

  deinit { stream = nil }
}
