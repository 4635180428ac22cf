import ReportModel
import Tabular

/// A figure as a row of the CSV.
struct CSVRow {
  let clientID: String
  let reportDate: String
  let sectionID: String
  let figure: Figure
  /// The figure's note in words.
  let note: String
  let writer: CSVWriter

  func append(_ column: CSVColumn, to bytes: inout [UInt8]) throws(CSVReportError) {
    switch column {
    case .clientID: writer.append(clientID, to: &bytes)
    case .reportDate: bytes += reportDate.utf8
    case .section: writer.append(sectionID, to: &bytes)
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
