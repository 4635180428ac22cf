import Advising
import SampleReports
import Tabular

extension FuzzTarget {
  /// The rows of a roster are the same in whatever pieces it comes, and stand in it in their order.
  static let csvRoster = FuzzTarget("roster-csv") { input in
    try check(input) {
      CSVRosterReader($0, delimiter: RosterDelimiter.detected(in: input))
    }
  }

  /// The same of profiles in lines.
  static let ndjsonRoster = FuzzTarget("roster-ndjson") { input in
    try check(input) { JSONRosterReader($0) }
  }

  private static func check(
    _ input: [UInt8], _ reader: (RosterTable.Work) -> any RosterReader
  ) throws -> Verdict {
    let work = RosterTable.Work.read(ProfileReader(dataset: try FuzzSamples.dataset.get()), .monthFirst)
    let whole = RosterReading(input, inPiecesOf: input.count, reader(work))
    for size in [1, 7, Int(input.first ?? 0) + 2] {
      let other = RosterReading(input, inPiecesOf: size, reader(work))
      try promise("a roster in pieces of \(size) bytes is the same roster", other == whole)
    }
    try Messages.check(whole.messages, about: input)
    var rest = input[...]
    for row in whole.rows {
      let start = rest.firstRange(of: row.bytes)
      try promise("the rows of a roster stand in it in their order", start != nil)
      rest = rest[(start?.upperBound ?? 0)...]
    }
    let lines = whole.rows.map(\.line)
    // Several profiles in JSON may stand on one line.
    try promise("the lines of a roster do not go down", Swift.zip(lines, lines.dropFirst()).allSatisfy(<=))
    return whole.rows.contains { $0.profile != nil } ? .accepted : .refused
  }
}

/// What a reader makes of a roster that comes in pieces.
private struct RosterReading: Equatable {
  private(set) var rows: [RosterRow] = []
  /// Why it is no roster at all.
  private(set) var error: String?

  init(_ input: [UInt8], inPiecesOf size: Int, _ reader: any RosterReader) {
    var reader = reader
    do {
      for start in stride(from: 0, to: input.count, by: max(1, size)) {
        try reader.read(Array(input[start..<min(start + size, input.count)])) { rows.append($0) }
      }
      try reader.finish { rows.append($0) }
    } catch { self.error = (error as? RosterError)?.text ?? "\(error)" }
  }

  var messages: [String] {
    rows.flatMap { $0.problems.map(\.description) + $0.notices.map(\.description) }
      + (error.map { [$0] } ?? [])
  }

  static func == (one: RosterReading, other: RosterReading) -> Bool {
    one.error == other.error
      && one.rows.elementsEqual(other.rows) {
        $0.line == $1.line && $0.bytes == $1.bytes && $0.outcome == $1.outcome
          && $0.rejectPlace == $1.rejectPlace
      }
  }
}
