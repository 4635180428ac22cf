import CareerData
import Tabular

/// The first line of a roster: which column holds which field of the profile.
public struct RosterHeader: Sendable, Equatable {
  public enum Problem: Error, Sendable, Equatable {
    /// A field has two columns.
    case twice(ProfileField)
    /// No column is named `id`, and none `profile`.
    case noID
  }

  /// What a list of rejects has before the columns of its roster, so that it can be read as one: where the row was, a line
  /// or a file, and what is wrong with it.
  public enum RejectColumn: String, Sendable, CaseIterable {
    case line = "reject_line"
    case file = "reject_file"
    case reasons = "reject_reasons"
  }

  /// The column that holds a whole profile as JSON, in a list of rejects of NDJSON or of files.
  public static let profileName = "profile"

  /// The names as the roster has them.
  public let names: [String]
  /// The field of each column; nil for one that is none of a profile.
  let fields: [ProfileField?]
  /// The place of the column with profiles as JSON; nil when there is a column for each field.
  let profileColumn: Int?
  /// The places of the columns of a list of rejects.
  public let rejectColumns: [Int]

  /// The place of the column that says where the roster had a row of a list of rejects.
  var placeColumn: Int? { rejectColumns.first { Self.folded(names[$0]) != RejectColumn.reasons.rawValue } }

  /// Columns that are no field of a profile, without those of a list of rejects.
  public var extraColumns: [String] {
    names.indices.filter { fields[$0] == nil && $0 != profileColumn && !rejectColumns.contains($0) }
      .map { names[$0] }
  }

  /// Whether the roster is a list of rejects, whose clients have no files yet.
  public var isOfRejects: Bool { !rejectColumns.isEmpty }

  /// - Parameter names: letter case and space around do not count, and a space is as good as `_`.
  public init(_ names: [String]) throws(Problem) {
    let folded = names.map(Self.folded)
    fields = folded.map(ProfileField.init)
    for field in ProfileField.allCases where fields.count(where: { $0 == field }) > 1 { throw .twice(field) }
    profileColumn = fields.contains(.id) ? nil : folded.firstIndex(of: Self.profileName)
    guard fields.contains(.id) || profileColumn != nil else { throw .noID }
    rejectColumns = folded.indices.filter { RejectColumn(rawValue: folded[$0]) != nil }
    self.names = rejectColumns.isEmpty ? names : names.map(RejectCell.text)
  }

  /// Whether a record stands above the header and explains it, as in the template.
  package static func isAbove(_ record: CSVRecord) -> Bool {
    record.count > 0 && record[0].first == UInt8(ascii: "#")
  }

  /// How many of the names mean something in a roster.
  public static func knownCount(_ names: [String]) -> Int {
    names.map(folded).count {
      ProfileField(rawValue: $0) != nil || RejectColumn(rawValue: $0) != nil || $0 == profileName
    }
  }

  private static func folded(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: "_").lowercased()
  }

  /// The text of a cell as the roster had it.
  func text(_ record: CSVRecord, _ index: Int) -> String {
    isOfRejects ? RejectCell.text(record.text(index)) : record.text(index)
  }

  /// The values of a row by their fields, and what could not be read of it.
  func values(_ record: CSVRecord) -> (fields: [String: FieldValue], problems: [ProfileProblem]) {
    var values: [String: FieldValue] = [:]
    var problems: [ProfileProblem] = []
    for (index, field) in fields.enumerated() {
      guard let field, !record[index].isEmpty else { continue }
      do { values[field.rawValue] = try RosterCell.value(text(record, index), field) } catch {
        problems.append(error)
      }
    }
    return (values, problems)
  }
}
