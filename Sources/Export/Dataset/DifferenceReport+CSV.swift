import CareerData
import ReportModel
import ReportWriters
import Tabular

extension DifferenceReport {
  /// RFC 4180 with CRLF and a header row: `table, id, change, column, unit, old, new, difference, percent`.
  ///
  /// A row for each number and each other cell that differs; of an added or removed record one for each that it has. The
  /// rows of `datapackage.json` are its name, title and version and the hash of the content. Texts that a spreadsheet
  /// would run as a formula have an apostrophe before them.
  public var csv: [UInt8] {
    var table: [UInt8] = []
    Self.append(
      ["table", "id", "change", "column", "unit", "old", "new", "difference", "percent"], to: &table)
    for field in identityFields {
      Self.append(
        [DatasetFiles.packageName, "", "changed", field.column, "", field.old, field.new, "", ""], to: &table)
    }
    for record in difference.records { append(record, to: &table) }
    return table
  }

  private func append(_ record: RecordDifference, to table: inout [UInt8]) {
    let start = [record.table, record.key, record.change.rawValue]
    for amount in record.amounts {
      Self.append(
        start + [amount.column, record.unit ?? ""],
        numbers: [
          amount.old, amount.new, amount.difference.map(Self.withoutNoise), amount.percent.map(Self.tenths),
        ], to: &table)
    }
    for field in record.fields {
      Self.append(start + [field.column, "", field.old ?? "", field.new ?? "", "", ""], to: &table)
    }
    // A record that is nothing but its key.
    if record.amounts.isEmpty && record.fields.isEmpty {
      Self.append(start + ["", "", "", "", "", ""], to: &table)
    }
  }

  private static func append(_ texts: [String], numbers: [Double?] = [], to table: inout [UInt8]) {
    CSVWriter.spreadsheet(escapesFormulas: true).append(record: texts, numbers: numbers, to: &table)
  }
}
