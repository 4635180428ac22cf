import Advising
import CareerData
import Testing

/// Places to compare, in rosters of both forms.
struct PlacesInRostersTests {
  private let profiles = ProfileReader(dataset: FormDataset.withAreas)

  private func places(_ text: String, _ make: (RosterTable.Work) -> some RosterReader) throws -> [String]? {
    var roster = make(.read(profiles, .monthFirst))
    var rows: [RosterRow] = []
    try roster.read(Array(text.utf8)) { rows.append($0) }
    try roster.finish { rows.append($0) }
    #expect(rows.count == 1 && rows.allSatisfy { $0.problems == [] }, "\(rows)")
    return rows.first?.profile?.comparedPlaces
  }

  @Test func `states and areas are read by code and by title, as in a profile`() throws {
    let expected = ["state:BB", "area:31080", "state:AA"]
    #expect(
      try places("id,compare_places\nc,Betaland; 31080; AA\n") { CSVRosterReader($0, delimiter: .comma) }
        == expected)
    #expect(
      try places(#"{"id": "c", "compare_places": ["Betaland", "31080", "AA"]}"# + "\n") {
        JSONRosterReader($0)
      } == expected)
  }
}
