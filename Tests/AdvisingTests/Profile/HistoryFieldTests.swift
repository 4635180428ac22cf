import CareerData
import Testing

@testable import Advising

/// Agreed steps and what held before: objects, which JSON alone can hold.
@Suite struct HistoryFieldTests {
  private let reader = ProfileReader(dataset: SmallDataset.dataset())

  private func read(_ json: String) throws -> ClientProfile {
    try reader.read(json: Array(json.utf8)).profile
  }

  private func problems(_ json: String) -> [String] {
    do {
      _ = try reader.read(json: Array(json.utf8))
      return []
    } catch { return error.problems.map(\.description) }
  }

  private func rows(
    _ text: String, _ make: (RosterTable.Work) -> some RosterReader
  ) throws -> (rows: [RosterRow], extra: [String]) {
    var roster = make(.read(reader, .monthFirst))
    var rows: [RosterRow] = []
    try roster.read(Array(text.utf8)) { rows.append($0) }
    try roster.finish { rows.append($0) }
    return (rows, roster.table.header?.extraColumns ?? [])
  }

  @Test func `all members are read, and what is null is as good as absent`() throws {
    let profile = try read(
      """
      {"id": "a", "agreed_steps": [
        {"text": "Call the guild", "due": "2026-12-01", "done": "2026-11-30"},
        {"text": "Read", "due": null}],
       "previous": {"date": "2026-05-04", "pay": 41000, "rung": "one", "credentials": ["J"]}}
      """)
    func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }
    #expect(
      profile.agreedSteps == [
        AgreedStep(text: "Call the guild", due: day("2026-12-01"), done: day("2026-11-30")),
        AgreedStep(text: "Read"),
      ])
    let date = try #require(day("2026-05-04"))
    #expect(
      profile.previous
        == PreviousReport(date: date, fullTimePay: 41_000, rungID: "one", credentialIDs: ["J"]))
  }

  @Test func `every problem has its line, its place and a remedy`() {
    let found = problems(
      """
      {"id": "a",
       "agreed_steps": [
         {"text": "Call", "due": "tomorrow"},
         {"done": "2026-11-30"},
         "Read",
         {"text": "Go", "until": "2026-12-01"}],
       "previous": {
         "pay": 41,
         "rung": "won",
         "credentials": "J"}}
      """)
    #expect(
      found == [
        "agreed_steps[1].due: line 3: \"tomorrow\" is not a date that exists; write it as YYYY-MM-DD",
        "agreed_steps[2].text: line 4: the field is required; add it",
        "agreed_steps[3]: line 5: this is text; give an object",
        "agreed_steps[4].until: line 6: unknown field; remove it, or see the profile's schema",
        "previous.pay: line 8: 41 is out of range; allowed: 10000 to 1000000",
        "previous.rung: line 9: unknown rung \"won\"; allowed: one, two, three",
        "previous.credentials: line 10: this is text; give a list of ids, [] for none",
        "previous.date: line 7: the field is required; add it",
      ])
  }

  @Test func `the number and the length of steps are limited, and no message tells a step`() {
    let many = Array(repeating: "{\"text\": \"Tell nobody\"}", count: 51).joined(separator: ",")
    let long = String(repeating: "Tell nobody ", count: 42)
    let found =
      problems("{\"id\": \"a\", \"agreed_steps\": [\(many)]}")
      + problems("{\"id\": \"a\", \"agreed_steps\": [{\"text\": \"\(long)\"}]}")
    #expect(
      found == [
        "agreed_steps: line 1: a list of 51 is out of range; allowed: at most 50",
        "agreed_steps[1].text: line 1: the text is too long; use at most 500 characters",
      ])
  }

  @Test func `rosters of JSON carry them`() throws {
    let line =
      "{\"id\": \"a\", \"agreed_steps\": [{\"text\": \"Read\"}], \"previous\": {\"date\": \"2026-05-04\", \"pay\": 41000}}"
    let found = try rows(line + "\n" + line.replacing("\"a\"", with: "\"b\"") + "\n") { JSONRosterReader($0) }
    let expected = try read(line)
    #expect(found.rows.first?.profile == expected)
    #expect(found.rows.last?.profile?.agreedSteps == [AgreedStep(text: "Read")])
    let wrong = try rows(line.replacing("2026-05-04", with: "May")) { JSONRosterReader($0) }
    #expect(wrong.rows.flatMap(\.problems).map(\.field) == ["previous.date"])
  }

  @Test func `a table cannot hold them: the cell is refused in clear words, and an empty one is not`() throws
  {
    let found = try rows("id,agreed_steps,previous\na,Call Ann,\nb,,\n") {
      CSVRosterReader($0, delimiter: .comma)
    }
    #expect(found.rows.count == 2 && found.rows[1].profile?.id == "b")
    let problem = try #require(found.rows[0].problems.first)
    #expect(
      problem.description
        == "agreed_steps: a table cannot hold this; leave the column out, or give the roster as NDJSON or JSON, "
        + "where it is written as in a profile")
  }

  @Test func `a column that people call Previous is none of ours`() throws {
    let found = try rows("id,Previous,state\na,A bakery,AA\n") { CSVRosterReader($0, delimiter: .comma) }
    #expect(found.rows.map(\.profile?.stateCode) == ["AA"] && found.extra == ["Previous"])
    #expect(!RosterGuide(dataset: SmallDataset.dataset()).columns.map(\.field).contains(.previous))
  }

  @Test func `a report without names has no agreed steps, and keeps what held before`() throws {
    var profile = ClientProfile(id: "a")
    profile.agreedSteps = [AgreedStep(text: "Call Ann")]
    profile.previous = PreviousReport(date: try #require(CalendarDate(iso: "2026-05-04")))
    let redacted = try profile.redacted()
    #expect(redacted.agreedSteps == nil && redacted.previous == profile.previous)
  }
}
