/// What happened to many rows of a roster, to be told once.
public struct RosterTally: Sendable, Equatable {
  struct Count: Sendable, Equatable {
    var rows = 0
    var firstLine = 0
  }

  /// What a place is called: a line of a text, a row of a workbook.
  var placeWord = "line"
  private var leftOut: [LeftOutRow: Count] = [:]
  private var last: RosterHeader?
  private var missing: [ProfileField: (count: Int, column: String)] = [:]

  /// Of objects of JSON, which have keys of their own each.
  public private(set) var synonyms: [String] = []
  public private(set) var extraColumns: [String] = []
  private static let mostKeys = 200

  public init() {}

  public static func == (a: RosterTally, b: RosterTally) -> Bool {
    a.notes == b.notes && a.extraColumns == b.extraColumns
  }

  /// - Parameter header: of an object of JSON.
  mutating func add(_ header: RosterHeader) {
    if header == last { return }
    last = header
    for name in header.synonyms where synonyms.count < Self.mostKeys && !synonyms.contains(name) {
      synonyms.append(name)
    }
    add(extra: header.extraColumns)
  }

  mutating func add(extra names: [String]) {
    for name in names where extraColumns.count < Self.mostKeys && !extraColumns.contains(name) {
      extraColumns.append(name)
    }
  }

  mutating func add(_ kind: LeftOutRow, line: Int) {
    var count = leftOut[kind] ?? Count(firstLine: line)
    count.rows += 1
    leftOut[kind] = count
  }

  mutating func addMissing(_ field: ProfileField, column: String) {
    missing[field, default: (0, column)].count += 1
  }

  /// A line for each kind of rows that were left out, and for each column with words for what is missing.
  public var notes: [String] {
    synonyms
      + LeftOutRow.allCases.compactMap { kind in
        guard let count = leftOut[kind] else { return nil }
        let rows =
          count.rows == 1
          ? "\(placeWord) \(count.firstLine) is"
          : "\(count.rows) rows, the first in \(placeWord) \(count.firstLine), are"
        return "\(rows) left out: \(Self.words(kind))"
      }
      + ProfileField.allCases.compactMap { field in
        guard let count = missing[field] else { return nil }
        let values = count.count == 1 ? "1 value" : "\(count.count) values"
        return
          "\(Quoting.visible(count.column.trimmed)): \(values) read as missing, such as N/A, - or unknown"
      }
  }

  private static func words(_ kind: LeftOutRow) -> String {
    switch kind {
    case .totals: "totals are no clients"
    case .header: "the names of the columns once more"
    case .example: "the example of the template"
    }
  }
}
