import ReportModel
import Tabular

/// Writes the figures of a report as tidy CSV, and a data package that describes it.
///
/// The files are `<client-id>.csv` (RFC 4180, UTF-8, CRLF, one row for each figure) and
/// `<client-id>.datapackage.json` (Frictionless Data Package with a Table Schema).
public struct CSVReportWriter: ReportWriter {
  private let writer: CSVWriter
  private let byteOrderMark: [UInt8]

  /// - Parameters:
  ///   - escapesFormulas: puts an apostrophe before a text that a spreadsheet would run as a formula; false keeps every
  ///     text as it is. Numbers are never changed.
  ///   - marksUTF8: begins the file with a byte order mark, by which spreadsheets know UTF-8; programs may take it for a
  ///     part of the first header.
  public init(escapesFormulas: Bool = true, marksUTF8: Bool = false) {
    byteOrderMark = marksUTF8 ? Self.byteOrderMark : []
    writer = .spreadsheet(escapesFormulas: escapesFormulas)
  }

  /// - Throws: ``CSVReportError`` for a figure with a number that is not finite.
  public func files(for report: Report) throws -> [RenderedFile] {
    let csvName = report.clientID + ".csv"
    let package = CSVDataPackage(
      report: report, csvName: csvName, escapesFormulas: writer.escapesFormulas)
    return [
      RenderedFile(name: csvName, bytes: try csv(report)),
      RenderedFile(name: report.clientID + ".datapackage.json", bytes: package.bytes),
    ]
  }

  private func csv(_ report: Report) throws(CSVReportError) -> [UInt8] {
    let formatter = ValueFormatter(for: report)
    let reportDate = report.reportDate.iso
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 * (1 + report.sections.reduce(0) { $0 + $1.figures.count }))
    bytes += byteOrderMark + Self.header
    for section in report.sections {
      for figure in section.figures {
        let row = CSVRow(
          clientID: report.clientID, reportDate: reportDate, sectionID: section.id, figure: figure,
          note: formatter.text(figure.note), writer: writer)
        for (index, column) in CSVColumn.allCases.enumerated() {
          if index > 0 { bytes.append(CSVWriter.comma) }
          try row.append(column, to: &bytes)
        }
        writer.endRecord(in: &bytes)
      }
    }
    return bytes
  }

  /// The byte order mark of UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The first line of every file.
  public static let header: [UInt8] =
    CSVWriter.spreadsheet(escapesFormulas: false).table(columns: CSVColumn.allCases.map(\.rawValue), rows: [])
}
