import CareerData
import ReportWriters
import Tabular

extension DifferenceReport {
  /// JSON with sorted keys:
  ///
  /// - `new`, `old`: `content_sha256`, `name`, `title`, `version` of the datasets.
  /// - `records`: changed figures first, the greatest change in percent first. Each has `table`, `key`, `change`
  ///   (`added`, `removed`, `changed`), `unit` (of a figure, else null), `amounts` (`column`, `difference`, `new`,
  ///   `old`, `percent`; null where there is none) and `fields` (`column`, `new`, `old`, as the files have them).
  public var json: [UInt8] {
    let document: JSONText = [
      "new": Self.identity(difference.new), "old": Self.identity(difference.old),
      "records": .array(difference.records.map(Self.record)),
    ]
    return document.bytes
  }

  private static func identity(_ identity: CareerDataset.Identity) -> JSONText {
    [
      "content_sha256": .string(identity.contentHash), "name": .string(identity.name),
      "title": .string(identity.title), "version": .string(identity.version),
    ]
  }

  private static func record(_ record: RecordDifference) -> JSONText {
    [
      "amounts": .array(record.amounts.map(amount)), "change": .string(record.change.rawValue),
      "fields": .array(
        record.fields.map {
          ["column": .string($0.column), "new": .text($0.new), "old": .text($0.old)]
        }),
      "key": .string(record.key), "table": .string(record.table), "unit": .text(record.unit),
    ]
  }

  private static func amount(_ amount: RecordDifference.Amount) -> JSONText {
    [
      "column": .string(amount.column), "difference": .amount(amount.difference.map(withoutNoise)),
      "new": .amount(amount.new), "old": .amount(amount.old),
      "percent": .amount(amount.percent.map(tenths)),
    ]
  }
}
