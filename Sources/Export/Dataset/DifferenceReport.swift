import Calculation
import CareerData
import ReportModel
import ReportWriters
import SafeFiles
import Tabular

/// What changed between two datasets, as a command prints it.
public struct DifferenceReport: Sendable {
  let difference: DatasetDifference

  /// - Throws: what is wrong with the first of the two that cannot be read.
  public init(from old: DatasetInput, to new: DatasetInput) throws(ExportFailure) {
    // Each of them once alone, for a message that names the right one.
    for input in [old, new] {
      do { _ = try DatasetReader.read(input.files) } catch {
        throw DatasetLoader.failure(error, path: input.name)
      }
    }
    do { difference = try DatasetDifference(from: old.files, to: new.files) } catch {
      throw DatasetLoader.failure(error, path: new.name)
    }
  }

  init(_ difference: DatasetDifference) { self.difference = difference }

  /// The changes of name, title and version, and of the content.
  var identityFields: [(column: String, old: String, new: String)] {
    let (old, new) = (difference.old, difference.new)
    return [
      ("name", old.name, new.name), ("title", old.title, new.title), ("version", old.version, new.version),
      ("content_sha256", old.contentHash, new.contentHash),
    ].filter { $0.1 != $0.2 }
  }
}

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

extension DifferenceReport {
  /// For a person: the datasets, the figures that changed with the greatest change first, then the rest by table.
  ///
  /// - Parameter style: how numbers are written.
  public func lines(style: ValueStyle) -> [String] {
    let words = DifferenceWords(style: style)
    var lines = ["Old: \(Self.title(difference.old))", "New: \(Self.title(difference.new))"]
    if difference.isEmpty { return (lines + ["", "No record differs."]).map(VisibleText.of) }
    let figures = difference.records.filter { $0.change == .changed && $0.unit != nil }
    let others = difference.records.filter { !($0.change == .changed && $0.unit != nil) }
    lines += section("Figures that changed, the greatest change first", figures, words)
    for change in RecordDifference.Change.allCases {
      lines += section("Records \(change.rawValue)", others.filter { $0.change == change }, words)
    }
    return lines.map(VisibleText.of)
  }

  private static func title(_ identity: CareerDataset.Identity) -> String {
    "\(identity.title) (\(identity.name) \(identity.version)), content \(identity.contentHash.prefix(12))"
  }

  private func section(_ title: String, _ records: [RecordDifference], _ words: DifferenceWords) -> [String] {
    if records.isEmpty { return [] }
    return ["", "\(title) (\(records.count)):"] + records.flatMap(words.lines)
  }
}

/// Records that differ, in words.
private struct DifferenceWords {
  private let formatter: ValueFormatter

  init(style: ValueStyle) { formatter = ValueFormatter(style: style) }

  func lines(_ record: RecordDifference) -> [String] {
    let name = "\(record.table) \(record.key)"
    switch record.change {
    case .added, .removed:
      let amounts = record.amounts.map { "\($0.column) \(number($0.new ?? $0.old, record.unit))" }
      return ["  \(name)\(amounts.isEmpty ? "" : ": ")\(amounts.joined(separator: ", "))"]
    case .changed:
      let changes = record.amounts.map { amount($0, record.unit) } + record.fields.map(field)
      return changes.count == 1 ? ["  \(name): \(changes[0])"] : ["  \(name):"] + changes.map { "    \($0)" }
    }
  }

  private func amount(_ amount: RecordDifference.Amount, _ unit: String?) -> String {
    let column = amount.column == "value" ? "" : "\(amount.column) "
    var text = "\(column)\(number(amount.old, unit)) -> \(number(amount.new, unit))"
    if let difference = amount.difference {
      text += " (\(number(difference, unit, isDifference: true))"
      if let percent = amount.percent, unit != PublishedFigure.Unit.percent.rawValue {
        text += ", \(number(percent, PublishedFigure.Unit.percent.rawValue, isDifference: true))"
      }
      text += ")"
    }
    return text
  }

  private func field(_ field: RecordDifference.Field) -> String {
    func shown(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "nothing" }
    return "\(field.column): \(shown(field.old)) -> \(shown(field.new))"
  }

  private func number(_ number: Double?, _ unit: String?, isDifference: Bool = false) -> String {
    guard let number else { return "nothing" }
    guard let unit = unit.flatMap(Unit.init(datasetUnit:)) else { return ValueFormatter.plain(number) }
    return formatter.text(Quantity(number, unit, .statedByClient, isDifference: isDifference))
  }
}

extension Unit {
  /// The unit of a dataset's figure: `USD/year`, `USD/hour`, `count`, `percent`, `months`, `years`.
  init?(datasetUnit: String) {
    if datasetUnit == PublishedFigure.Unit.percent.rawValue {
      self = .percent
    } else {
      self.init(rawValue: datasetUnit)
    }
  }
}

extension DifferenceReport {
  /// A difference of decimal numbers without the noise of binary ones: six digits after the point, more than any figure
  /// has.
  static func withoutNoise(_ number: Double) -> Double { rounded(number, 1e6) }

  static func tenths(_ percent: Double) -> Double { rounded(percent, 10) }

  private static func rounded(_ number: Double, _ scale: Double) -> Double {
    let scaled = (number * scale).rounded()
    return scaled.isFinite && abs(scaled) < 1e15 ? scaled / scale : number
  }
}
