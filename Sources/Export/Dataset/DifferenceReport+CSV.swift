import CareerData
import ReportModel
import ReportWriters

extension DifferenceReport {
  /// RFC 4180 with CRLF and a header row: `table, id, change, column, unit, old, new, difference, percent`.
  ///
  /// A row for each number and each other cell that differs; of an added or removed record one for each that it has. The
  /// rows of `datapackage.json` are its name, title and version and the hash of the content. Texts that a spreadsheet
  /// would run as a formula have an apostrophe before them.
  public var csv: [UInt8] {
    var table = CSVText()
    table.append(["table", "id", "change", "column", "unit", "old", "new", "difference", "percent"])
    for field in identityFields {
      table.append([DatasetFiles.packageName, "", "changed", field.column, "", field.old, field.new, "", ""])
    }
    for record in difference.records { append(record, to: &table) }
    return table.bytes
  }

  private func append(_ record: RecordDifference, to table: inout CSVText) {
    let start = [record.table, record.key, record.change.rawValue]
    for amount in record.amounts {
      table.append(
        start + [amount.column, record.unit ?? ""],
        numbers: [
          amount.old, amount.new, amount.difference.map(Self.withoutNoise), amount.percent.map(Self.tenths),
        ])
    }
    for field in record.fields {
      table.append(start + [field.column, "", field.old ?? "", field.new ?? "", "", ""])
    }
    // A record that is nothing but its key.
    if record.amounts.isEmpty && record.fields.isEmpty { table.append(start + ["", "", "", "", "", ""]) }
  }
}

/// Rows of CSV.
private struct CSVText {
  private(set) var bytes: [UInt8] = []
  private let escaping = CSVEscaping(escapesFormulas: true)

  /// Texts, and then numbers, which are never changed.
  mutating func append(_ texts: [String], numbers: [Double?] = []) {
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      escaping.append(text, to: &bytes)
    }
    for number in numbers {
      bytes.append(UInt8(ascii: ","))
      if let number { bytes += ValueFormatter.plain(number).utf8 }
    }
    bytes += [0x0D, 0x0A]
  }
}
