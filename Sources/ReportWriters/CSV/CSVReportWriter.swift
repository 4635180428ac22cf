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
    let csvName = report.fileName + ".csv"
    let package = CSVDataPackage(
      report: report, csvName: csvName, escapesFormulas: writer.escapesFormulas)
    return [
      RenderedFile(name: csvName, bytes: try csv(report)),
      RenderedFile(name: report.fileName + ".datapackage.json", bytes: package.bytes),
    ]
  }

  private func csv(_ report: Report) throws(CSVReportError) -> [UInt8] {
    let formatter = ValueFormatter(for: report)
    let reportDate = report.reportDate.iso
    let columns = CSVColumn.columns(of: report)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 * (1 + report.figures.reduce(0) { $0 + $1.figures.count }))
    bytes += byteOrderMark + Self.header(columns)
    for group in report.figures {
      for figure in group.figures {
        let row = CSVRow(
          clientID: report.clientID, reportDate: reportDate, sectionID: group.sectionID,
          occupation: group.occupation ?? "", figure: figure,
          note: formatter.text(figure.note), writer: writer)
        for (index, column) in columns.enumerated() {
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

  /// The first line of every file on one occupation.
  public static let header: [UInt8] = header(CSVColumn.ofReports)

  private static func header(_ columns: [CSVColumn]) -> [UInt8] {
    CSVWriter.spreadsheet(escapesFormulas: false).table(columns: columns.map(\.rawValue), rows: [])
  }
}

/// A figure as a row of the CSV.
struct CSVRow {
  let clientID: String
  let reportDate: String
  let sectionID: String
  /// Empty for a report on one occupation.
  let occupation: String
  let figure: Figure
  /// The figure's note in words.
  let note: String
  let writer: CSVWriter

  func append(_ column: CSVColumn, to bytes: inout [UInt8]) throws(CSVReportError) {
    switch column {
    case .clientID: writer.append(clientID, to: &bytes)
    case .reportDate: bytes += reportDate.utf8
    case .section: writer.append(sectionID, to: &bytes)
    case .occupation: writer.append(occupation, to: &bytes)
    case .itemID: writer.append(figure.itemID, to: &bytes)
    case .item: writer.append(figure.item, to: &bytes)
    case .measure: writer.append(figure.measure, to: &bytes)
    case .statistic: writer.append(figure.statistic, to: &bytes)
    case .unit: writer.append(figure.unit.rawValue, to: &bytes)
    case .low: try append(figure.low, in: column, to: &bytes)
    case .value: try append(figure.value, in: column, to: &bytes)
    case .high: try append(figure.high, in: column, to: &bytes)
    case .difference: try append(figure.difference, in: column, to: &bytes)
    case .differencePercent: try append(figure.differencePercent, in: column, to: &bytes)
    case .sourceID: writer.append(figure.provenance.sourceIDs.joined(separator: ";"), to: &bytes)
    case .period: writer.append(periods, to: &bytes)
    case .note: writer.append(note, to: &bytes)
    }
  }

  private func append(
    _ number: Double?, in column: CSVColumn, to bytes: inout [UInt8]
  ) throws(CSVReportError) {
    guard let number else { return }
    guard number.isFinite else {
      throw CSVReportError(
        section: sectionID, itemID: figure.itemID, measure: figure.measure, column: column.rawValue)
    }
    bytes += ValueFormatter.plain(number).utf8
  }

  /// The distinct periods in the order of the citations.
  private var periods: String {
    let citations = figure.provenance.citations
    guard citations.count > 1 else { return citations.first?.period ?? "" }
    var periods: [String] = []
    for citation in citations where !citation.period.isEmpty && !periods.contains(citation.period) {
      periods.append(citation.period)
    }
    return periods.joined(separator: "; ")
  }
}

/// A figure that CSV cannot hold.
public struct CSVReportError: Error, Equatable, CustomStringConvertible {
  public let section: String
  public let itemID: String
  public let measure: String
  /// The column of the number that is not finite.
  public let column: String

  public var description: String {
    "section \(section), item \(itemID), measure \(measure): \(column) is not a finite number; "
      + "leave the number out or correct the data it is calculated from"
  }
}
