/// The rows of a roster that are read, out of several shares; the others are only counted, which costs little.
///
/// ```swift
/// let share = RosterShare { id, line in (id?.utf8.count ?? line) % 2 == 0 }
/// let work = RosterTable.Work.read(profiles, .monthFirst, share)
/// ```
public struct RosterShare: Sendable {
  private let takes: @Sendable (_ id: String?, _ line: Int) -> Bool

  /// - Parameter takes: whether a row is one of the share, by its id as profiles have it and its line. The id is nil for a
  ///   row from which none can be read: no part of a table, a word for what is missing, a date that was an id.
  public init(_ takes: @escaping @Sendable (_ id: String?, _ line: Int) -> Bool) { self.takes = takes }

  package func takes(id: String?, line: Int) -> Bool { takes(id, line) }

  /// - Parameter cell: of the column of ids, as the roster had it; nil where the row has none.
  func takes(_ cell: RosterCell?, line: Int) -> Bool {
    guard let cell, case .value(.text(let id)) = try? Self.reader.read(cell, ProfileField.id) else {
      return takes(id: nil, line: line)
    }
    return takes(id: id, line: line)
  }

  private static let reader = CellReader()
}
