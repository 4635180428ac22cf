/// A roster as NDJSON: a profile in each line.
public struct NDJSONRosterReader: RosterReader {
  /// A longer line is no profile.
  static let longestLine = 1 << 20

  private let profiles: ProfileReader?
  private var line = 1
  private var bytes: [UInt8] = []
  private var isTooLong = false

  /// - Parameter profiles: nil to count the rows, without what is in them.
  public init(profiles: ProfileReader?) { self.profiles = profiles }

  public mutating func read(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws {
    var rest = chunk[...]
    while let end = rest.firstIndex(of: 0x0A) {
      append(rest[...end])
      try give(body)
      rest = rest[(end + 1)...]
    }
    append(rest)
  }

  public mutating func finish(_ body: (RosterRow) throws -> Void) throws { try give(body) }

  private mutating func append(_ more: ArraySlice<UInt8>) {
    isTooLong = isTooLong || bytes.count + more.count > Self.longestLine
    if !isTooLong { bytes += more }
  }

  private var isBlank: Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = line == 1 && bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    return text.allSatisfy { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
  }

  private mutating func give(_ body: (RosterRow) throws -> Void) throws {
    defer {
      line += 1
      bytes.removeAll(keepingCapacity: true)
      isTooLong = false
    }
    if isTooLong {
      let problem = ProfileProblem(
        field: nil,
        reason: .brokenRow(finding: "a line of more than 1 MiB", remedy: "give one profile in a line"))
      return try body(RosterRow(line: line, bytes: bytes, outcome: .refused([problem])))
    }
    guard !isBlank else { return }
    let outcome = profiles?.outcome(json: bytes) ?? .counted
    try body(RosterRow(line: line, bytes: bytes, outcome: outcome))
  }
}
