import Advising
import CareerData
import Testing

/// The rows of a share are those that the whole roster has, and the others are counted.
struct RosterShareTests {
  private static let profiles = ProfileReader(dataset: SmallDataset.dataset())

  /// - Returns: the lines of clients, of refused rows and of rows that were only counted.
  private func read(
    csv text: String, _ share: RosterShare?
  ) throws -> (clients: [Int], refused: [Int], counted: [Int]) {
    var reader = CSVRosterReader(.read(Self.profiles, .monthFirst, share), delimiter: .comma)
    return try lines(of: &reader, text)
  }

  private func read(
    json text: String, _ share: RosterShare?
  ) throws -> (clients: [Int], refused: [Int], counted: [Int]) {
    var reader = JSONRosterReader(.read(Self.profiles, .monthFirst, share))
    return try lines(of: &reader, text)
  }

  private func lines(
    of reader: inout some RosterReader, _ text: String
  ) throws -> (clients: [Int], refused: [Int], counted: [Int]) {
    var (clients, refused, counted): ([Int], [Int], [Int]) = ([], [], [])
    func take(_ row: RosterRow) {
      switch row.outcome {
      case .client: clients.append(row.line)
      case .refused: refused.append(row.line)
      case .counted: counted.append(row.line)
      }
    }
    try reader.read(Array(text.utf8), take)
    try reader.finish(take)
    return (clients, refused, counted)
  }

  private static let table = #"""
    id,state
    c-1,AA
     c-2 ,AA
    "=""00123""",AA
    "open,AA
    c-3,ZZ
    Total,9
    -total-3,
    ,AA
    1.20E+06,AA
    5-Mar,AA
    c-4,AA,more
    id,state
    N/A,AA

    """#

  private static let profilesInLines = """
    {"id": "c-1"}
    {"ID": " c-2 ", "state": "AA"}
    nonsense
    {"id": 123}
    {"state": "AA"}
    {"id": "example-delete-me"}
    {"id": "c-3", "id": "c-4"}
    {"id": "c-5", "statee": "AA"}

    """

  @Test(arguments: [true, false])
  func `each row is in one share, as it is in the whole`(_ isTable: Bool) throws {
    func read(_ share: RosterShare?) throws -> (clients: [Int], refused: [Int], counted: [Int]) {
      isTable ? try self.read(csv: Self.table, share) : try self.read(json: Self.profilesInLines, share)
    }
    let whole = try read(nil)
    #expect(whole.counted == [] && whole.clients.count >= 3 && whole.refused.count >= 4)
    var (clients, refused): ([Int], [Int]) = ([], [])
    for number in 0..<3 {
      let share = RosterShare { id, line in
        (id.map { $0.utf8.reduce(0) { $0 + Int($1) } } ?? line) % 3 == number
      }
      let own = try read(share)
      // Rows are left out in every share alike.
      #expect((own.clients + own.refused + own.counted).sorted() == (whole.clients + whole.refused).sorted())
      clients += own.clients
      refused += own.refused
    }
    #expect(clients.sorted() == whole.clients && refused.sorted() == whole.refused)
  }

  @Test func `a share is told by the id as profiles have it, or by the line`() throws {
    func clients(_ takes: @escaping @Sendable (String?, Int) -> Bool) throws -> Int {
      try read(csv: Self.table, RosterShare(takes)).clients.count
    }
    for id in ["c-1", "c-2", "00123"] { #expect(try clients { own, _ in own == id } == 1, "\(id)") }
    // No id: an open quotation mark, an empty cell, what was a number, what is missing.
    let none = try read(csv: Self.table, RosterShare { id, _ in id == nil })
    #expect(none.clients == [] && Set([5, 9, 10, 14]).isSubset(of: none.refused), "\(none)")
  }
}
