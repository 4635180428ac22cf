import CareerData
import SafeFiles
import Tabular

/// The programs of a table with a header: CSV in UTF-8, or the first sheet of a workbook (.xlsx) that has cells.
struct ProgramTable {
  let programs: [ProgramEditor.Program]

  init(_ path: String) throws(ExportFailure) {
    let bytes = try InputFile.read(path)
    programs = ZipEntries.isZip(bytes) ? try Self.workbook(bytes, path) : try Self.csv(bytes, path)
  }

  private static let limits = DatasetLimits.csv(ofTable: CareerDataset.Table.programs.rawValue)

  private static func csv(_ bytes: [UInt8], _ path: String) throws(ExportFailure) -> [ProgramEditor.Program] {
    let document = CSVDocument(bytes, limits: limits)
    if let error = document.errors.first { throw .badData(path: path, problems: [error.description]) }
    return (0..<document.rowCount).map { row in
      Dictionary(
        document.header.enumerated().map { ($0.element, document.text(row, $0.offset)) },
        uniquingKeysWith: { first, _ in first }
      ).filter { !$0.value.isEmpty }
    }
  }

  private static func workbook(
    _ bytes: [UInt8], _ path: String
  ) throws(ExportFailure) -> [ProgramEditor.Program] {
    var rows: [[TypedCell]] = []
    var isTooLong = false
    do throws(WorkbookReadingError) {
      var budget = UnpackBudget()
      let book = try WorkbookFile(ZipEntries(bytes), &budget, readsFormats: true)
      for sheet in book.sheets where rows.isEmpty && !sheet.isHidden {
        _ = try book.readTyped(sheet, &budget) { _, cells in
          if cells.contains(where: { !text($0).isEmpty }) { rows.append(cells) }
          isTooLong = rows.count > limits.rows
          return isTooLong ? .stop : .next
        }
      }
    } catch { throw WorkbookProblem.failure(error, path: path) }
    guard let header = rows.first else {
      throw .badData(
        path: path, problems: ["no sheet of the workbook has cells; give one with a table of programs"])
    }
    guard !isTooLong else {
      throw .badData(path: path, problems: ["more than \(limits.rows) rows; give fewer programs"])
    }
    let names = Dictionary(header.map { ($0.column, text($0)) }, uniquingKeysWith: { first, _ in first })
    return rows.dropFirst().map { cells in
      // A cell without a header over it is kept, so that the table says what it does not know.
      Dictionary(
        cells.map { (names[$0.column] ?? "column \($0.column + 1)", text($0)) },
        uniquingKeysWith: { first, _ in first }
      ).filter { !$0.value.isEmpty }
    }
  }

  /// A number without the money sign and the separators of its format, a day as `2026-11-01`.
  private static func text(_ cell: TypedCell) -> String {
    let text: String
    switch cell.value {
    case .number(let number): text = Int(exactly: number).map(String.init) ?? "\(number)"
    case .text, .date, .flag, .error, .uncalculated, .otherNumber: text = cell.text
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? "" : text
  }
}
