import Advising
import CareerData
import Testing

@Suite struct ProfileReaderTests {
  private let reader = ProfileReader(dataset: SmallDataset.dataset())

  private func problems(_ json: String, reader: ProfileReader? = nil) -> [String] {
    do throws(ProfileProblems) {
      _ = try (reader ?? self.reader).read(json: Array(json.utf8))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  private func read(_ json: String) throws -> ClientProfile {
    try reader.read(json: Array(json.utf8)).profile
  }

  @Test func `every field is read`() throws {
    let profile = try read(
      """
      {"id": "c-1", "name": "N", "advisor": "A", "report_date": "2026-02-28", "state": "AA", "pay_amount": 46000,
       "pay_basis": "annual", "hours_per_week": 36, "in_field": true, "rung": "two", "years_of_experience": 1.5,
       "credentials": ["J", "K"], "setting": "tower", "target_setting": "boat", "specialization": "fog",
       "target_specialization": "lamp", "open_to_remote": false, "education": "high-school",
       "certification_budget": 1000, "horizon_years": 7, "notes": "n"}
      """)
    #expect(profile.id == "c-1" && profile.name == "N" && profile.advisor == "A" && profile.notes == "n")
    #expect(profile.reportDate == CalendarDate(year: 2026, month: 2, day: 28))
    #expect(profile.pay == StatedPay(amount: 46_000, basis: .annual) && profile.hoursPerWeek == 36)
    #expect(profile.isInField == true && profile.rungID == "two" && profile.yearsOfExperience == 1.5)
    #expect(profile.credentialIDs == ["J", "K"] && profile.settingID == "tower")
    #expect(profile.targetSettingID == "boat" && profile.specializationID == "fog")
    #expect(profile.targetSpecializationID == "lamp" && profile.isOpenToRemote == false)
    #expect(profile.education == .highSchool && profile.certificationBudget == 1000)
    #expect(profile.horizonYears == 7 && profile.stateCode == "AA")
  }

  @Test(arguments: [
    (#"{"id": "c", "hours_per_week": 0, "pay_amount": 8000, "pay_basis": "annual"}"#, ["hours_per_week"]),
    (#"{"id": "c", "hours_per_week": "x", "pay_amount": 8000, "pay_basis": "annual"}"#, ["hours_per_week"]),
    (#"{"id": "c", "hours_per_weak": 20, "pay_amount": 8000, "pay_basis": "annual"}"#, ["hours_per_weak"]),
    (
      #"{"id": "c", "hours_per_week": 40, "hours_per_week": 20, "pay_amount": 8000, "pay_basis": "annual"}"#,
      ["hours_per_week"]
    ),
    // Wrong whatever the hours are.
    (
      #"{"id": "c", "hours_per_week": 0, "pay_amount": 46, "pay_basis": "annual"}"#,
      ["hours_per_week", "pay_amount"]
    ),
    (#"{"id": "c", "pay_amount": 8000, "pay_bassis": "annual"}"#, ["pay_bassis"]),
    (#"{"id": "c", "pay_amount": 20, "pay_basis": "annual", "pay_basis": "hourly"}"#, ["pay_basis"]),
    (#"{"id": "c", "pay_amount": 20, "pay_basis": 7}"#, ["pay_basis"]),
    (#"{"ID": "c"}"#, ["ID"]), (#"{"id": "c", "state": "Q", "area": "nowhere at all"}"#, ["state", "area"]),
  ])
  func `a bad field causes no error in another one`(_ json: String, _ fields: [String]) {
    do throws(ProfileProblems) { _ = try reader.read(json: Array(json.utf8)) } catch {
      #expect(
        error.problems.compactMap(\.field).filter { $0 != "area" } == fields.filter { $0 != "area" },
        "\(error)")
      return
    }
    Issue.record("no error")
  }

  @Test(arguments: [
    "CON", "nul.x", "LPT1", "manifest", "rejects", "Rejects-Before", "summary", "combined", "affected", "x.",
    "Print", "print-001",
  ])
  func `an id that some system, or Pathbook, keeps for itself is refused`(_ id: String) {
    let found = problems("{\"id\": \"\(id)\"}")
    #expect(found.count == 1 && found[0].contains("\"\(id)\" cannot name files on every system"), "\(found)")
  }

  @Test(arguments: ["conrad", "manifesto", "com0", "x.con", "summary-2", "print-a", "print-"])
  func `an id that only looks like it is fine`(_ id: String) {
    #expect(problems("{\"id\": \"\(id)\"}") == [])
  }

  @Test func `only the id is needed, and what is absent has its default`() throws {
    let profile = try read(#"{"id": "c", "name": null}"#)
    #expect(profile == ClientProfile(id: "c"))
    #expect(profile.hoursPerWeek == 40 && profile.horizonYears == 5 && profile.credentialIDs == nil)
  }

  @Test(arguments: [
    (#"{"id": "c""#, "line 1, column 10: this is not valid JSON ('}' expected); fix the text at this point"),
    (
      "{\"id\": \"c\",\n \"name\": }",
      "line 2, column 10: this is not valid JSON (unexpected token); fix the text at this point"
    ),
    ("[1]", "line 1, column 1: a profile is one JSON object; put the fields between { and }"),
    ("7", "line 1, column 1: a profile is one JSON object; put the fields between { and }"),
    (
      "{\"id\": \"c\",\n\"state\": \"AA\",\n\"state\": \"BB\"}",
      "state: line 3: the field appears twice, first on line 2; keep one of the two"
    ),
    (#"{"id": "c", "nmae": "x"}"#, "nmae: line 1: unknown field; did you mean name?"),
    (#"{}"#, "id: the field is required; add it"),
    (
      #"{"id": "a b"}"#,
      #"id: line 1: "a b" cannot name files; use 1 to 64 letters (A-Z, a-z), digits, '.', '_' and '-', the first a letter or a digit"#
    ),
    (
      #"{"id": ".c"}"#,
      #"id: line 1: ".c" cannot name files; use 1 to 64 letters (A-Z, a-z), digits, '.', '_' and '-', the first a letter or a digit"#
    ),
    (#"{"id": "c", "state": "AB"}"#, #"state: line 1: unknown state "AB"; allowed: AA, BB"#),
    (
      #"{"id": "c", "state": "Betaland"}"#,
      #"state: line 1: unknown state "Betaland"; did you mean BB? allowed: AA, BB"#
    ),
    (
      #"{"id": "c", "setting": "towr"}"#,
      #"setting: line 1: unknown setting "towr"; did you mean tower? allowed: tower, shore, office, boat"#
    ),
    (
      #"{"id": "c", "specialization": "fogg"}"#,
      #"specialization: line 1: unknown specialization "fogg"; did you mean fog? allowed: fog, lamp, bell"#
    ),
    (
      #"{"id": "c", "rung": "tow"}"#,
      #"rung: line 1: unknown rung "tow"; did you mean two? allowed: one, two, three"#
    ),
    (
      #"{"id": "c", "credentials": ["K", "Q"]}"#,
      #"credentials: line 1: unknown credential "Q"; allowed: J, K, L, M"#
    ),
    (
      #"{"id": "c", "credentials": "K"}"#,
      "credentials: line 1: this is text; give a list of ids, [] for none"
    ),
    (
      #"{"id": "c", "report_date": "2026-02-29"}"#,
      #"report_date: line 1: "2026-02-29" is not a date that exists; write it as YYYY-MM-DD"#
    ),
    (
      #"{"id": "c", "pay_amount": 46, "pay_basis": "annual"}"#,
      "pay_amount: line 1: 46 a year is out of range; did you mean hourly? allowed: 10000 to 1000000 dollars a year at full time"
    ),
    (
      #"{"id": "c", "pay_amount": 46000, "pay_basis": "hourly"}"#,
      "pay_amount: line 1: 46000 an hour is out of range; did you mean annual? allowed: 5 to 500 dollars an hour"
    ),
    (
      #"{"id": "c", "pay_amount": 0, "pay_basis": "annual"}"#,
      "pay_amount: line 1: 0 a year is out of range; leave it empty for a client without pay; allowed: 10000 to 1000000 dollars a year at full time"
    ),
    (
      #"{"id": "c", "pay_amount": -1, "pay_basis": "annual"}"#,
      "pay_amount: line 1: -1 a year is out of range; allowed: 10000 to 1000000 dollars a year at full time"
    ),
    (
      #"{"id": "c", "pay_amount": 46000}"#,
      #"pay_basis: pay_amount is given without pay_basis; add "pay_basis": "annual" or "hourly""#
    ),
    (
      #"{"id": "c", "pay_amount": "46000", "pay_basis": "annual"}"#,
      "pay_amount: line 1: this is text; give a number without quotes, $ or separators"
    ),
    (#"{"id": "c", "hours_per_week": 0}"#, "hours_per_week: line 1: 0 is out of range; allowed: 1 to 100"),
    (
      #"{"id": "c", "horizon_years": 2.5}"#,
      "horizon_years: line 1: 2.5 is out of range; allowed: a whole number from 1 to 50"
    ),
    (#"{"id": "c", "in_field": "yes"}"#, "in_field: line 1: this is text; give true or false"),
    (
      #"{"id": "c", "education": "master's"}"#,
      #"education: line 1: unknown level of education "master's"; allowed: none, high-school, certificate, associate, bachelor, master, other"#
    ),
    (
      #"{"id": "c", "name": "Secret\u0007"}"#,
      "name: line 1: the text contains a control character (U+0007); remove it; line breaks and tabs are fine"
    ),
    (
      #"{"id": "c", "notes": "Secret\u0000"}"#,
      "notes: line 1: the text contains a control character (U+0000); remove it; line breaks and tabs are fine"
    ),
    (#"{"id": "c", "name": 7}"#, "name: line 1: this is a number; give text in quotes"),
  ])
  func `a problem names the field, the line, what is wrong and what to do`(json: String, expected: String) {
    #expect(problems(json) == [expected])
  }

  @Test func `all problems are named in one run, in the order of the fields`() {
    let found = problems(
      """
      {
        "zzz": 1,
        "state": "Q",
        "id": "c",
        "education": "phd",
        "hours_per_week": 1000
      }
      """)
    #expect(found.map { $0.prefix { $0 != ";" } }.count == 4)
    #expect(found.map { String($0.prefix { $0 != ":" }) } == ["state", "hours_per_week", "education", "zzz"])
  }

  @Test func `no message quotes a name, an advisor or notes`() {
    let found = problems(
      #"{"id": "c", "name": "Sécret\u0001", "advisor": ["Sécret"], "notes": {"a": "Sécret"}, "state": "Q"}"#)
    #expect(found.count == 4)
    #expect(found.allSatisfy { !$0.contains("cret") })
    #expect(!problems(#"{"id": "c", "name": "Sécret" "x"}"#).joined().contains("cret"))
  }

  @Test func `a value in a message cannot act on the terminal and is cut`() {
    let found = problems(
      "{\"id\": \"c\", \"state\": \"\\u001b[31m\\u202e\(String(repeating: "x", count: 99))\"}")
    #expect(found.count == 1)
    #expect(found[0].contains(#"\u{001B}[31m\u{202E}"#))
    #expect(found[0].contains("…"))
    #expect(!found[0].unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func `text keeps every script and emoji, and one-line places have no line breaks`() throws {
    let profile = try read(#"{"id": "c", "name": "Zoë\t李\n👩🏽‍💻", "notes": "a\nb\tc"}"#)
    #expect(profile.name == "Zoë 李 👩🏽‍💻")
    #expect(profile.notes == "a\nb\tc")
  }

  @Test func `a byte order mark is fine and UTF-8 that is broken is not`() throws {
    #expect(try reader.read(json: [0xEF, 0xBB, 0xBF] + Array(#"{"id":"c"}"#.utf8)).profile.id == "c")
    #expect(throws: ProfileProblems.self) {
      try reader.read(json: Array(#"{"id":"c","name":""#.utf8) + [0xFF, 0x22, 0x7D])
    }
  }

  @Test func `a field whose table the dataset lacks is noted and ignored`() throws {
    let dataset = CareerDataset(
      identity: .init(name: "n", title: "t", version: "1"), tables: Set(CareerDataset.Table.required),
      records: SmallDataset.records)
    let json = #"{"id": "c", "rung": "anything", "credentials": ["X"], "setting": "s", "area": "Somewhere"}"#
    let reading = try ProfileReader(dataset: dataset).read(json: Array(json.utf8))
    #expect(
      reading.notices.map(\.description) == [
        "area: ignored; the dataset has no metropolitan areas", "rung: ignored; the dataset has no rungs",
        "credentials: ignored; the dataset has no credentials",
        "setting: ignored; the dataset has no settings",
      ])
    #expect(reading.profile == ClientProfile(id: "c"))
  }
}
