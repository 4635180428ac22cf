import CareerData
import TestValues
import Testing

@testable import Advising
@testable import Tabular

/// What is typed, read; and the way back.
struct FormReadingTests {
  private let profiles = ProfileReader(dataset: FormDataset.withAreas)
  private var form: ProfileForm { ProfileForm(profiles) }

  private func node(_ json: String) throws -> JSONNode { try JSONDocument(Array(json.utf8)).root }

  private func compact(_ reading: FormReading) -> String { reading.json.compact }

  @Test func `values are read as people write them`() throws {
    let reading = form.reading(of: [
      "id": .text(" c-1 "), "name": .text("Ana"), "state": .text("alphaland"),
      "area": .text("Los Angeles-Long Beach-Anaheim"),
      "pay_amount": .text("$46,000"), "pay_basis": .text("per year"), "hours_per_week": .text(""),
      "in_field": .text("yes"), "open_to_remote": .text("no"),
      "credentials": .several(["", "K", "Title of J"]),
      "rung": .text("Rung two"), "compare": .several(["Keepers", ""]),
      "compare_places": .several(["state:BB", "Los Angeles-Long Beach-Anaheim, CA", "AA"]),
      "education": .text("bachelor's"), "horizon_years": .text("N/A"), "notes": .text("one\r\ntwo"),
      "agreed_steps": .objects([
        ["text": "Call", "due": "11/23/2026"], ["text": " ", "due": "", "done": ""],
        ["text": "Read", "done": "2026-11-24"],
      ]),
    ])
    #expect(reading.problems == [:] && reading.unsaved == [])
    #expect(
      compact(reading)
        == #"{"id":"c-1","name":"Ana","state":"AA","area":"31080","pay_amount":46000,"pay_basis":"annual","#
        + #""compare":["00-0001"],"compare_places":["BB","31080","AA"],"in_field":true,"rung":"two","#
        + #""credentials":["K","J"],"open_to_remote":false,"education":"bachelor","notes":"one\ntwo","#
        + #""agreed_steps":[{"text":"Call","due":"2026-11-23"},{"text":"Read","done":"2026-11-24"}]}"#)
    #expect(try profiles.read(json: reading.json.bytes).profile == reading.profile)
    #expect(reading.profile?.comparedPlaces == ["state:BB", "area:31080", "state:AA"])
  }

  @Test func `no box ticked is not known, and none is none held`() throws {
    func credentials(_ items: [String]) -> [String]?? {
      form.reading(of: ["id": .text("c"), "credentials": .several(items)]).profile.map(\.credentialIDs)
    }
    #expect(credentials([""]) == .some(.none))
    #expect(credentials(["", "none"]) == .some([]))
    #expect(credentials(["none", "K"]) == .some(["K"]))
  }

  @Test(arguments: [
    ("id", "a b", "\"a b\" cannot name files; use 1 to 64 letters"),
    ("name", "a\u{7}", "the text contains a control character (U+0007); remove it"),
    ("advisor", String(repeating: "x", count: 1001), "the text is too long; use at most 1000 characters"),
    ("occupation", "Astronaut", "unknown occupation \"Astronaut\"; allowed: a SOC code or a title"),
    ("state", "Gammaland", "unknown state \"Gammaland\"; "),
    ("area", "Atlantis", "unknown area \"Atlantis\"; "),
    ("area", "Fogport", "\"Fogport\" names 2 areas; give the code of one: 11111 (Fogport, AA)"),
    ("pay_amount", "46k", "\"46k\" cannot be read; give a number such as 46000, 46,000.00 or $46,000"),
    ("pay_amount", "46", "46 a year is out of range; did you mean hourly? allowed: 10000 to 1000000 dollars"),
    ("pay_basis", "monthly", "unknown basis of pay \"monthly\"; allowed: annual, hourly"),
    (
      "pay_basis", "", "pay is given, but not whether it is per year or per hour; write annual or hourly here"
    ),
    ("hours_per_week", "0", "0 is out of range; allowed: 1 to 100"),
    ("in_field", "perhaps", "\"perhaps\" cannot be read; give true, false, yes, no, 1 or 0"),
    ("rung", "tow", "unknown rung \"tow\"; did you mean two? allowed: one, two, three"),
    ("years_of_experience", "81", "81 is out of range; allowed: 0 to 80"),
    ("credentials", "Q", "unknown credential \"q\""), ("setting", "cave", "unknown setting \"cave\"; "),
    ("specialization", "mist", "unknown specialization \"mist\"; "),
    ("education", "phd", "unknown level of education \"phd\"; "),
    ("target_setting", "cave", "unknown setting \"cave\"; "),
    ("target_specialization", "mist", "unknown specialization \"mist\"; "),
    ("open_to_remote", "2", "\"2\" cannot be read; "), ("compare", "Astronaut", "unknown occupation"),
    ("compare_places", "Atlantis", "unknown place \"Atlantis\"; "),
    ("certification_budget", "1.500", "\"1.500\" could be 1500 or 1.50; write 1500 or 1.50"),
    ("horizon_years", "2.5", "2.5 is out of range; allowed: a whole number from 1 to 50"),
    ("notes", "a\u{0}", "the text contains a control character (U+0000)"),
  ])
  func `a problem is told at its field, and all other fields are kept`(
    _ key: String, _ text: String, _ message: String
  ) throws {
    let sound: [String: FormValue] = [
      "id": .text("c"), "name": .text("Ana"), "pay_amount": .text("46000"), "pay_basis": .text("annual"),
      "setting": .text("boat"), "notes": .text("n"),
    ]
    let former = form.reading(of: sound).json
    let reading = form.reading(
      of: sound.merging([key: .text(text)]) { _, new in new }, keeping: try node(former.compact))
    #expect(reading.problems.keys.sorted() == [key])
    let found = try #require(reading.problems[key]?.first)
    #expect(found.lowercased().hasPrefix(message.lowercased()), "\(found)")
    #expect(reading.json.compact == former.compact, "what cannot be read is as it was before")
    #expect(reading.unsaved.map(\.rawValue) == [key])
    #expect(reading.profile?.settingID == "boat")
  }

  @Test func `every field that a form shows has a case of a problem`() throws {
    // The test above; steps have one of their own.
    let tested = Set([
      "id", "name", "advisor", "occupation", "state", "area", "pay_amount", "pay_basis", "hours_per_week",
      "in_field", "rung", "years_of_experience", "credentials", "setting", "specialization", "education",
      "target_setting", "target_specialization", "open_to_remote", "compare", "compare_places",
      "certification_budget", "horizon_years", "notes", "agreed_steps",
    ])
    #expect(Set(form.fields.map(\.key)) == tested)
  }

  @Test func `a problem of a step is told at its input, whatever empty lines there are`() throws {
    let reading = form.reading(of: [
      "id": .text("c"),
      "agreed_steps": .objects([
        ["text": "One"], [:], ["text": "Three", "due": "tomorrow"], ["due": "2026-12-01"],
        ["text": "Fi\u{1}ve"],
        ["text": "Six", "done": "2026-11-30"],
      ]),
    ])
    #expect(
      reading.problems.keys.sorted() == [
        "agreed_steps[3].due", "agreed_steps[4].text", "agreed_steps[5].text",
      ])
    #expect(reading.problems["agreed_steps[4].text"] == ["the field is required; add it"])
    #expect(
      compact(reading)
        == #"{"id":"c","agreed_steps":[{"text":"One"},{"text":"Three"},{"text":"Six","done":"2026-11-30"}]}"#)
    #expect(reading.unsaved == [.agreedSteps])
  }

  @Test func `too many steps leave those that were there`() throws {
    let former = try node(#"{"id": "c", "agreed_steps": [{"text": "One"}]}"#)
    let many = FormValue.objects((1...51).map { ["text": "\($0)"] })
    let reading = form.reading(of: ["agreed_steps": many], keeping: former)
    #expect(reading.problems == ["agreed_steps": ["a list of 51 is out of range; allowed: at most 50"]])
    #expect(compact(reading) == #"{"id":"c","agreed_steps":[{"text":"One"}]}"#)
  }

  @Test func `a former value that has become unsound is left out too`() throws {
    let former = try node(#"{"id": "c", "pay_amount": 46000, "pay_basis": "annual", "name": "Ana"}"#)
    let reading = form.reading(of: ["pay_basis": .text("hourly")], keeping: former)
    #expect(reading.problems.keys.sorted() == ["pay_amount"])
    #expect(reading.problems["pay_amount"]?.first?.contains("did you mean annual?") == true)
    #expect(reading.profile?.name == "Ana" && reading.profile?.pay == nil)
    #expect(try profiles.read(json: reading.json.bytes).profile == reading.profile)
  }

  @Test func `an amount waits for its basis`() throws {
    let reading = form.reading(of: ["id": .text("c"), "pay_amount": .text("22.50")])
    #expect(reading.problems.keys.sorted() == ["pay_basis"] && reading.unsaved == [.payAmount])
    #expect(compact(reading) == #"{"id":"c"}"#)
    let both = form.reading(of: [
      "id": .text("c"), "pay_amount": .text("22.50"), "pay_basis": .text("hourly"),
    ])
    #expect(both.profile?.pay == StatedPay(amount: 22.5, basis: .hourly))
  }

  @Test func `without an id there is no profile, and an id that was there stays`() throws {
    let new = form.reading(of: ["id": .text(""), "name": .text("Ana")])
    #expect(new.profile == nil && new.problems.keys.sorted() == ["id"])
    #expect(compact(new) == #"{"name":"Ana"}"#)
    let known = form.reading(of: ["id": .text("../x")], keeping: try node(#"{"id": "c"}"#))
    #expect(known.profile?.id == "c" && known.problems.keys.sorted() == ["id"])
  }

  @Test func `what no form shows is carried over as it was written`() throws {
    let json =
      #"{"$schema":"profile.schema.json","id":"c","report_date":"2026-11-23","notes":"n","#
      + #""previous":{"pay":41000.5,"date":"2026-05-04","credentials":["J"]}}"#
    let reading = form.reading(of: ["notes": .text("m")], keeping: try node(json))
    #expect(compact(reading) == json.replacing(#""n""#, with: #""m""#))
    #expect(reading.problems == [:])
  }

  @Test func `a field that is not there stays, and an empty one is forgotten`() throws {
    let former = try node(#"{"id": "c", "name": "Ana", "state": "AA", "hours_per_week": 20}"#)
    let reading = form.reading(of: ["name": .text("")], keeping: former)
    #expect(compact(reading) == #"{"id":"c","state":"AA","hours_per_week":20}"#)
  }

  @Test func `a key that is no field is told and left out`() throws {
    let reading = form.reading(
      of: ["name": .text("Ana")],
      keeping: try node(#"{"id": "c", "hours_per_weak": 20, "a.b[1]": null, "c.d": 1}"#))
    #expect(reading.problems.keys.sorted() == ["c.d", "hours_per_weak"])
    #expect(compact(reading) == #"{"id":"c","name":"Ana"}"#)
  }

  @Test func `what is worth knowing is told at its field`() throws {
    let reading = form.reading(of: [
      "id": .text("c"), "state": .text("BB"), "area": .text("11111"),
    ])
    #expect(
      reading.notices == ["area": ["11111 (Fogport, AA) is not in BB, the state of the profile; check both"]])
    #expect(reading.profile?.areaID == "area:11111")
  }

  @Test func `codes are shown by the names that lead back to them`() throws {
    let values = form.values(
      of: try node(
        """
        {"id": "c", "area": "31080", "compare": ["00-0001"], "compare_places": ["AA", "11111", "31080"],
         "occupation": "00-0001", "in_field": false, "credentials": [], "pay_amount": 22.5, "state": "AA"}
        """))
    #expect(values["area"] == .text("Los Angeles-Long Beach-Anaheim, CA"))
    #expect(values["occupation"] == .text("Keepers") && values["compare"] == .several(["Keepers"]))
    #expect(
      values["compare_places"]
        == .several(["Alphaland", "Fogport, AA", "Los Angeles-Long Beach-Anaheim, CA"]))
    #expect(values["in_field"] == .text("no") && values["credentials"] == .several(["none"]))
    #expect(values["pay_amount"] == .text("22.5") && values["name"] == .text(""))
    #expect(values["agreed_steps"] == .objects([]) && values["report_date"] == nil)
    #expect(Set(values.keys) == Set(form.fields.map(\.key)))
  }

  @Test func `what a browser sends is read by the names of the inputs`() {
    let values = form.values(of: [
      ("name", "Ana"), ("credentials", ""), ("credentials", "J"), ("credentials", "K"), ("compare", ""),
      ("agreed_steps[1].text", "One"), ("agreed_steps[3].text", "Three"),
      ("agreed_steps[3].due", "2026-12-01"),
      ("agreed_steps[0].text", "x"), ("agreed_steps[999999999].text", "x"), ("agreed_steps[1].nothing", "x"),
      ("agreed_steps[01].text", "x"), ("report_date", "2026-01-01"), ("token", "x"), ("", "x"), ("[", "x"),
    ])
    #expect(
      values == [
        "name": .text("Ana"), "credentials": .several(["J", "K"]), "compare": .several([]),
        "agreed_steps": .objects([["text": "One"], [:], ["text": "Three", "due": "2026-12-01"]]),
      ])
  }
}
