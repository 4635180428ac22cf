import CareerData

/// The first line of a roster: which column holds which field of the profile.
public struct RosterHeader: Sendable, Equatable {
  public enum Problem: Error, Sendable, Equatable {
    /// A field has two columns.
    case twice(ProfileField)
    /// No column is named `id`.
    case noID
  }

  /// The columns that ``rejectColumns`` begin with; a list of rejects can be read as a roster.
  public static let rejectColumns = ["reject_line", "reject_reasons"]

  /// The names as the roster has them.
  public let names: [String]
  /// The field of each column; nil for one that is none of a profile.
  let fields: [ProfileField?]
  /// Columns that are no field of a profile, without those of a list of rejects.
  public var extraColumns: [String] {
    zip(names, fields).filter { $1 == nil && !Self.rejectColumns.contains(Self.folded($0)) }.map(\.0)
  }

  /// Whether the roster is a list of rejects, whose clients have no files yet.
  public var isOfRejects: Bool { names.contains { Self.folded($0) == Self.rejectColumns[0] } }

  /// - Parameter names: letter case and space around do not count, and a space is as good as `_`.
  public init(_ names: [String]) throws(Problem) {
    self.names = names
    fields = names.map { ProfileField(rawValue: Self.folded($0)) }
    for field in ProfileField.allCases where fields.count(where: { $0 == field }) > 1 { throw .twice(field) }
    guard fields.contains(.id) else { throw .noID }
  }

  /// How many of the names are fields of a profile.
  public static func knownCount(_ names: [String]) -> Int {
    names.count { ProfileField(rawValue: folded($0)) != nil }
  }

  private static func folded(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: "_").lowercased()
  }

  /// The values of a row by their fields, and what could not be read of it.
  func values(_ record: CSVRecord) -> (fields: [String: FieldValue], problems: [ProfileProblem]) {
    var values: [String: FieldValue] = [:]
    var problems: [ProfileProblem] = []
    for (index, field) in fields.enumerated() {
      guard let field, !record[index].isEmpty else { continue }
      do { values[field.rawValue] = try RosterCell.value(record.text(index), field) } catch {
        problems.append(error)
      }
    }
    return (values, problems)
  }
}
