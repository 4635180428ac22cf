/// Reads rosters as a stream: it is fed chunks of any size and gives the rows that are complete.
///
/// ```swift
/// var reader = CSVRosterReader(profiles: ProfileReader(dataset: dataset), delimiter: .comma)
/// for chunk in chunks { try reader.read(chunk) { row in print(row.line) } }
/// try reader.finish { row in print(row.line) }
/// ```
public protocol RosterReader {
  /// The header, the survey and the tally so far.
  var table: RosterTable { get }
  mutating func read(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws
  /// Gives a last row that no line end follows.
  mutating func finish(_ body: (RosterRow) throws -> Void) throws
}

/// Why a roster cannot be read at all.
public struct RosterError: Error, Sendable, Equatable {
  /// `line 1: what is wrong; what to do`.
  public let text: String
}

extension ProfileReader {
  /// A row of a table: the fields that could be read, and the problems of those that could not.
  func outcome(_ fields: [String: FieldValue], _ unreadable: [ProfileProblem]) -> RosterRow.Outcome {
    do {
      let reading = try read(fields: fields, doubtful: Set(unreadable.compactMap(\.field)))
      return unreadable.isEmpty ? .client(reading) : .refused(unreadable)
    } catch { return .refused(unreadable + error.problems) }
  }
}
