/// A row of a roster: a client, or why it is none.
public struct RosterRow: Sendable {
  public enum Outcome: Sendable, Equatable {
    case client(ProfileReader.Reading)
    case refused([ProfileProblem])
    /// Nobody has looked into it: it is counted.
    case counted
  }

  /// The line on which it begins, from 1; the number of the file in a folder.
  public let line: Int
  /// The bytes of the row as they came, with the end of its line.
  public let bytes: [UInt8]
  public let outcome: Outcome
  /// Of a row of a list of rejects: where the roster had it, as the list says; nil for other rows.
  public let rejectPlace: String?
  /// Of a row of a workbook, with their types; empty for other forms.
  public let cells: [RosterCell]
  /// In which its dates are read.
  public var dateOrder = DateOrder.monthFirst

  public init(
    line: Int, bytes: [UInt8], outcome: Outcome, rejectPlace: String? = nil, cells: [RosterCell] = []
  ) {
    self.line = line
    self.bytes = bytes
    self.outcome = outcome
    self.rejectPlace = rejectPlace
    self.cells = cells
  }

  public var profile: ClientProfile? {
    if case .client(let reading) = outcome { reading.profile } else { nil }
  }

  public var notices: [ProfileNotice] {
    if case .client(let reading) = outcome { reading.notices } else { [] }
  }

  public var problems: [ProfileProblem] {
    if case .refused(let problems) = outcome { problems } else { [] }
  }

  /// The row as one that is refused.
  public func refused(_ problem: ProfileProblem) -> RosterRow {
    var row = RosterRow(
      line: line, bytes: bytes, outcome: .refused([problem]), rejectPlace: rejectPlace, cells: cells)
    row.dateOrder = dateOrder
    return row
  }
}
