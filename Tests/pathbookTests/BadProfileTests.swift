import CareerData
import Export
import SafeFiles
import Testing

/// Each bad profile, with its lines on standard error and the exit code.
@Suite struct BadProfileTests {
  struct Case: CustomTestStringConvertible {
    let json: String
    let lines: [String]
    var testDescription: String { json.count > 60 ? String(json.prefix(60)) + "…" : json }

    init(_ json: String, _ lines: String...) {
      self.json = json
      self.lines = lines
    }
  }

  private static let dataset = Result { () throws(ExportFailure) in try DatasetLoader.shipped() }

  /// The ids of the shipped dataset, as a message lists them.
  private static func allowed(_ ids: (CareerDataset.Records) -> [String]) -> String {
    "allowed: " + ((try? dataset.get()).map { ids($0.records) } ?? []).joined(separator: ", ")
  }
  private static let settings = allowed { $0.settings.map(\.id) }
  private static let specializations = allowed { $0.specializations.map(\.id) }
  private static let rungs = allowed { $0.rungs.map(\.id) }
  private static let credentials = allowed { $0.credentials.map(\.id) }
  private static let states = allowed { $0.areas.filter { $0.kind == .state }.map(\.code) }
  private static let idPattern =
    "cannot name files; use 1 to 64 letters (A-Z, a-z), digits, '.', '_' and '-', the first a letter or a digit"
  private static let annual = "allowed: 10000 to 1000000 dollars a year at full time"
  private static let hourly = "allowed: 5 to 500 dollars an hour"

  /// Runs both commands that read profiles: they say the same, and neither writes.
  private func expect(_ bytes: String, gives lines: [String], exitCode: Int32 = 65) throws {
    let folder = try TestFolder()
    try folder.write(bytes, to: "client.json")
    for words in [["profile", "check", "client.json"], ["report", "client.json", "--output", "out"]] {
      let result = try Command(folder: folder.path).run(words)
      #expect(result == .init(exitCode: exitCode, output: "", errors: lines))
    }
    #expect(try folder.names() == ["client.json"])
  }

  @Test(arguments: [
    Case("", "line 1, column 1: this is not valid JSON (unexpected token); fix the text at this point"),
    Case(
      "{\"id\": \"c\",\n \"state\": CA}",
      "line 2, column 12: this is not valid JSON (invalid token); fix the text at this point"),
    Case(
      "{\"id\": \"c\",\n\"setting\": \"remote\"\n\"rung\": 1}",
      "line 3, column 6: this is not valid JSON ('}' expected); fix the text at this point"),
    Case(
      "{\"id\": \"c\"} and more",
      "line 1, column 15: this is not valid JSON (end of file expected); fix the text at this point"),
    Case("[]", "line 1, column 1: a profile is one JSON object; put the fields between { and }"),
    Case("null", "line 1, column 1: a profile is one JSON object; put the fields between { and }"),
    Case(
      "{\"id\": \"c\",\n\"pay_amount\": 1,\n\"id\": \"d\",\n\"id\": \"e\"}",
      "id: line 3: the field appears twice, first on line 1; keep one of the two",
      "id: line 4: the field appears twice, first on line 1; keep one of the two",
      "pay_basis: pay_amount is given without pay_basis; add \"pay_basis\": \"annual\" or \"hourly\""),
    Case(
      "{\"id\": \"c\", \"name\": \"\u{7}\"}",
      "line 1, column 21: this is not valid JSON (control character 0x7); fix the text at this point"),
    Case(
      "{\"id\": \"c\", \"pay_amount\": 1e999}",
      "line 1, column 31: this is not valid JSON (real number overflow); fix the text at this point"),
  ])
  func `text that is no object is told with line and column`(bad: Case) throws {
    try expect(bad.json, gives: bad.lines.map { "client.json: \($0)" })
  }

  @Test(arguments: [
    Case(
      #"{"id": "c", "targetsetting": "remote"}"#,
      "targetsetting: line 1: unknown field; did you mean target_setting?"),
    Case(
      #"{"id": "c", "salary": 1}"#, "salary: line 1: unknown field; remove it, or see the profile's schema"),
    Case(
      #"{"id": "c", "credentials": ["CPC", "CPMMA"]}"#,
      #"credentials: line 1: unknown credential "CPMMA"; did you mean CPMA? \#(credentials)"#),
    Case(
      #"{"id": "c", "setting": "hospitals"}"#,
      #"setting: line 1: unknown setting "hospitals"; did you mean hospital? \#(settings)"#),
    Case(
      #"{"id": "c", "target_setting": "Insurer"}"#,
      #"target_setting: line 1: unknown setting "Insurer"; did you mean insurer? \#(settings)"#),
    Case(
      #"{"id": "c", "specialization": "surgial"}"#,
      #"specialization: line 1: unknown specialization "surgial"; did you mean surgical? \#(specializations)"#
    ),
    Case(
      #"{"id": "c", "target_specialization": "zzzzzz"}"#,
      #"target_specialization: line 1: unknown specialization "zzzzzz"; \#(specializations)"#),
    Case(
      #"{"id": "c", "state": "California"}"#,
      #"state: line 1: unknown state "California"; did you mean CA? \#(states)"#),
    Case(#"{"id": "c", "state": "ca"}"#, #"state: line 1: unknown state "ca"; did you mean CA? \#(states)"#),
    Case(
      #"{"id": "c", "rung": "certified-codder"}"#,
      #"rung: line 1: unknown rung "certified-codder"; did you mean certified-coder? \#(rungs)"#),
    Case(
      #"{"id": "c", "education": "bachelors"}"#,
      #"education: line 1: unknown level of education "bachelors"; did you mean bachelor? allowed: none, high-school, certificate, associate, bachelor, master, other"#
    ),
    Case(
      #"{"id": "c", "pay_amount": 20, "pay_basis": "hourl"}"#,
      #"pay_basis: line 1: unknown basis of pay "hourl"; did you mean hourly? allowed: annual, hourly"#),
  ])
  func `an unknown word is told with the nearest known one`(bad: Case) throws {
    try expect(bad.json, gives: bad.lines.map { "client.json: \($0)" })
  }

  @Test(
    arguments: [
      (-1, "annual", nil, "-1 a year is out of range; \(annual)"),
      (-20, "hourly", nil, "-20 an hour is out of range; \(hourly)"),
      (0, "annual", nil, "0 a year is out of range; leave it empty for a client without pay; \(annual)"),
      (46, "annual", nil, "46 a year is out of range; did you mean hourly? \(annual)"),
      (9999, "annual", nil, "9999 a year is out of range; \(annual)"),
      (9999, "annual", 20, nil),
      (1_000_001, "annual", nil, "1000001 a year is out of range; \(annual)"),
      (600_000, "annual", 20, "600000 a year is out of range; \(annual)"),
      (4.99, "hourly", nil, "4.99 an hour is out of range; \(hourly)"),
      (500.01, "hourly", nil, "500.01 an hour is out of range; \(hourly)"),
      (46_000, "hourly", nil, "46000 an hour is out of range; did you mean annual? \(hourly)"),
      (1e308, "annual", nil, "1e+308 a year is out of range; \(annual)"),
      (10_000, "annual", nil, nil), (1_000_000, "annual", nil, nil), (5, "hourly", nil, nil),
      (500, "hourly", nil, nil),
    ] as [(Double, String, Int?, String?)])
  func `pay that cannot be meant is told, and the likely slip with it`(
    amount: Double, basis: String, hours: Int?, problem: String?
  ) throws {
    let hoursField = hours.map { #", "hours_per_week": \#($0)"# } ?? ""
    let json = #"{"id": "c", "pay_amount": \#(amount), "pay_basis": "\#(basis)"\#(hoursField)}"#
    if let problem {
      try expect(json, gives: ["client.json: pay_amount: line 1: \(problem)"])
    } else {
      let folder = try TestFolder()
      try folder.write(json, to: "client.json")
      let result = try Command.run("profile", "check", "client.json", in: folder.path)
      #expect(result == .init(exitCode: 0, output: "client.json: good\n", errors: []))
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-04-31", "26-01-01", "01/02/2026", "2026-1-1", "", "0000-00-00",
  ])
  func `a date that does not exist is told`(date: String) throws {
    try expect(
      #"{"id": "c", "report_date": "\#(date)"}"#,
      gives: [
        #"client.json: report_date: line 1: "\#(date)" is not a date that exists; write it as YYYY-MM-DD"#
      ])
  }

  @Test(arguments: [
    ("..", ".."), (".c", ".c"), ("-rf", "-rf"), ("a/b", "a/b"), ("a b", "a b"), ("", ""), ("é", "é"),
    (#"a\n"#, #"a\u{000A}"#), (#"\u001b[31m"#, #"\u{001B}[31m"#),
    (String(repeating: "a", count: 65), String(repeating: "a", count: 40) + "…"),
  ])
  func `an id that cannot name files is told, and made visible`(id: String, shown: String) throws {
    try expect(
      #"{"id": "\#(id)"}"#, gives: [#"client.json: id: line 1: "\#(shown)" \#(Self.idPattern)"#])
  }

  @Test(arguments: [
    ("name", #"\u0007"#, "U+0007"), ("advisor", #"\u0000"#, "U+0000"), ("notes", #"\u001b[2J"#, "U+001B"),
    ("notes", #"\u007f"#, "U+007F"), ("name", #"\u0085"#, "U+0085"),
  ])
  func `a control character in text is told and not shown`(field: String, text: String, point: String) throws
  {
    try expect(
      #"{"id": "c", "\#(field)": "Secret \#(text)"}"#,
      gives: [
        "client.json: \(field): line 1: the text contains a control character (\(point)); remove it; line breaks and tabs are fine"
      ])
  }

  @Test func `every problem of a file is told in one run, in the order of the fields, and nothing personal`()
    throws
  {
    let json = """
      {
        "nmae": "Rosa Secret",
        "name": ["Rosa Secret"],
        "advisor": "Sam Secret \\u0001",
        "notes": {"Secret": "Secret"},
        "id": "c d",
        "report_date": "2026-02-30",
        "state": "C",
        "pay_amount": 46,
        "pay_basis": "annual",
        "hours_per_week": 0,
        "in_field": "Secret",
        "horizon_years": 1.5,
        "credentials": ["CPC", 7, "CPX"]
      }
      """
    let folder = try TestFolder()
    try folder.write(json, to: "client.json")
    let result = try Command.run("profile", "check", "client.json", in: folder.path)
    #expect(result.exitCode == 65)
    let places = result.errors.map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
    #expect(
      places
        == [
          "id: line 6", "name: line 3", "advisor: line 4", "report_date: line 7", "state: line 8",
          "hours_per_week: line 11", "pay_amount: line 9", "in_field: line 12", "credentials: line 14",
          "credentials: line 14", "horizon_years: line 13", "notes: line 5", "nmae: line 2",
        ].map { "client.json: \($0)" })
    #expect(!result.errors.joined().contains("Secret"))
  }

  @Test func `a syntax error beside a name does not quote it`() throws {
    for json in [
      #"{"id": "c", "name": "Rosa Secret" "advisor"}"#, #"{"id": "c", "name": Secret}"#,
      #"{"notes": "Secret"#,
      #"{"name": "Secret\q"}"#,
    ] {
      let result = try Command.run("profile", "check", "-", input: json)
      #expect(result.exitCode == 65 && result.errors.count == 1)
      #expect(result.errors[0].hasPrefix("standard input: line 1, column "), "\(result.errors)")
      #expect(!result.errors[0].contains("Secret"))
    }
  }

  @Test(arguments: [100_000, 500_000])
  func `brackets without end are refused`(depth: Int) throws {
    try expect(
      String(repeating: "[", count: depth),
      gives: [
        "client.json: line 1, column 2049: this is not valid JSON (maximum parsing depth reached); fix the text at this point"
      ])
  }

  @Test func `a profile of more than 1 MiB is refused`() throws {
    try expect(
      #"{"id": "c", "notes": "\#(String(repeating: "x", count: 10_000_000))"}"#,
      gives: ["client.json: the file is larger than 1 MiB; give a smaller one"])
  }
}
