import CareerData
import Testing

@testable import Advising

/// Which row names the columns, and what each name means.
struct RosterHeaderTests {
  private static let profiles = ProfileReader(dataset: SmallDataset.dataset())

  private func rows(
    _ text: String, columns: RosterColumns = RosterColumns()
  ) throws -> (rows: [RosterRow], table: RosterTable) {
    let bytes = Array(text.utf8)
    let delimiter = RosterDelimiter.detected(in: bytes, columns: columns)
    var reader = CSVRosterReader(.read(Self.profiles, .monthFirst), delimiter: delimiter, columns: columns)
    var rows: [RosterRow] = []
    try reader.read(bytes) { rows.append($0) }
    try reader.finish { rows.append($0) }
    return (rows, reader.table)
  }

  private func profiles(_ text: String, columns: RosterColumns = RosterColumns()) throws -> [ClientProfile] {
    try rows(text, columns: columns).rows.compactMap(\.profile)
  }

  @Test func `every name of the table of synonyms is found, means one field and is no name of another`() {
    var fields: [String: ProfileField] = [:]
    let rows = ProfileField.allCases.flatMap { field in field.declaration.columns.map { (field, $0) } }
    for (field, columns) in rows {
      for name in columns.names.split(separator: ",").map(String.init) {
        let folded = ColumnName.folded(name)
        #expect(!folded.isEmpty)
        #expect(fields[folded] == nil || fields[folded] == field, "\(name) means two fields")
        fields[folded] = field
        let meaning = ColumnName.meaning(name)
        #expect(meaning?.field == field && meaning?.basis == columns.basis, "\(name)")
        #expect(ColumnName.meaning(" \(name.uppercased())*: ")?.field == field, "\(name)")
      }
    }
    for field in ProfileField.allCases {
      #expect(ColumnName.meaning(field.rawValue)?.field == field)
      #expect(fields[ColumnName.folded(field.rawValue)].map { $0 == field } ?? true)
    }
  }

  @Test func `names of other columns are no slips`() {
    for name in ColumnName.unrelated.union([
      "Work Status", "Pay Date", "Home City", "Case Status", "Mailing Street", "Mailing City", "Job Title",
      "First Name",
      "Last Name", "Email", "Zip Code", "Case Notes", "Date of Birth", "Created Date", "Last Contact", "GPA",
      "Major",
      "Employer", "Phone", "Ethnicity", "Veteran", "Program", "Cohort", "Funding Source", "Pay Grade",
      "Start Date", "#",
      "Area Code", "Household Income", "Current Status", "Residence Status", "Monthly pay", "Pay (monthly)",
    ]) {
      #expect(ColumnName.meaning(name) == nil && ColumnName.near(name) == nil, "\(name)")
    }
  }

  @Test(arguments: [
    ("Stae", ProfileField.state), ("pay_amuont", .payAmount), ("Pay Amunt", .payAmount),
    ("Credentails", .credentials),
    ("nmae", .name), ("Reprot Date", .reportDate), ("setting_", .setting), ("Settng", .setting),
    ("educaton", .education),
    ("hours_per_weak", .hoursPerWeek), ("Salery", .payAmount), ("Hourly Rte", .payAmount),
    ("yeras_of_experience", .yearsOfExperience),
  ])
  func `a name that is nearly one is an error`(_ name: String, _ field: ProfileField) {
    if ColumnName.meaning(name)?.field == field { return }
    let error = #expect(throws: RosterError.self) { try rows("id,\(name),notes\na,x,y\n") }
    #expect(error?.text.contains("did you mean \(field.rawValue)?") == true, "\(error?.text ?? "")")
    #expect(error?.text.contains("--columns \"\(name)=\(field.rawValue)\"") == true)
  }

  @Test(arguments: [
    "Student ID,Home State\na,AA\n", "Case No.;Estado\na;AA\n", "#id\tState*\na\tAA\n",
    "# Client ID,State:\na,AA\n",
    "sep=|\nid|state\na|AA\n", "Title\n\nPrinted,11/02/2026\n,,\nid,state\na,AA\n",
    "\"# id: names, the files\"\n# state: two letters, small\nid,state\na,AA\n",
    "Client,,Home,\nClient ID,Name,State,Phone\na,,AA,\n", "Client,Pay,Education\nid,state,name\na,AA,x\n",
    "id,state\nid,state\na,AA\nID,State\n", "id,state,2024,2025,name,notes\na,AA,,,,\n",
    "\u{FEFF}#,id,state\n1,a,AA\n",
    "participant,state\na,AA\n", "Participant,Case ID,State\nJo Example,a,AA\n",
  ])
  func `the header is found wherever it stands and whatever it is called`(_ text: String) throws {
    let profiles = try profiles(text)
    #expect(profiles.map(\.id) == ["a"] && profiles.map(\.stateCode) == ["AA"], "\(text)")
  }

  @Test(arguments: [
    ("c1,Jo,ID,remote,certificate\nc2,Al,AA,remote,certificate\n", "rows, which hold values"),
    ("Kunde;Lohn;Land\nx;1;y\n", "found: \"Kunde\", \"Lohn\", \"Land\""),
    ("name,state\na,b\n", "no column is named id"), ("Id Example,AA\nJo Example,BB\n", "which hold values"),
    ("Student ID,Client ID,state\na,b,AA\n", "two columns are named id, \"Student ID\" and \"Client ID\""),
    ("Hourly Rate,Annual Salary,id\n1,2,a\n", "two columns are named pay_amount"),
    (
      String(repeating: "title,x\n", count: 20) + "id,state\na,AA\n",
      "no header in the first 20 rows"
    ),
  ])
  func `no header is an error that says what was found, and shows no values`(_ text: String, _ words: String)
  {
    let error = #expect(throws: RosterError.self) { try rows(text) }
    #expect(
      error?.text.contains(words) == true && error?.text.contains("Example") == false, "\(error?.text ?? "")")
  }

  @Test func `comment lines do not count among the rows in which the header is looked for`() throws {
    let text =
      String(repeating: "# x: y\n", count: 21) + String(repeating: "title\n", count: 19) + "id,state\na,AA\n"
    #expect(try profiles(text).map(\.id) == ["a"])
  }

  @Test func `the name of a column tells what pay is for, and the row must agree`() throws {
    #expect(try profiles("id,Hourly Rate\na,25\n")[0].pay == StatedPay(amount: 25, basis: .hourly))
    #expect(try profiles("id,Salario anual\na,52000\n")[0].pay == StatedPay(amount: 52_000, basis: .annual))
    #expect(try profiles("id,Hourly Rate,pay_basis\na,25,\n")[0].pay == StatedPay(amount: 25, basis: .hourly))
    let (rows, table) = try rows("id,Hourly Rate,Basis\na,25,annual\nb,25,hourly\n")
    #expect(
      rows[0].problems.map(\.description) == [
        "Basis: the row says annual, but the name of the pay column says hourly; correct one of the two"
      ])
    #expect(rows[1].profile != nil)
    #expect(
      table.header?.synonyms == [
        "\"Hourly Rate\" is read as pay_amount for an hour", "\"Basis\" is read as pay_basis",
      ])
    #expect(
      try self.rows("id,Wage\na,25\n").rows[0].problems.map(\.description) == [
        "pay_basis: pay is given, but not whether it is per year or per hour; add a column pay_basis with annual or hourly"
      ])
  }

  @Test func `what somebody says about columns decides`() throws {
    let columns = try RosterColumns("Kunde=id,Lohn=hourly rate,State=,Nmae=")
    let text = "Kunde,Lohn,State,Nmae\na,25,ZZ,x\n"
    let profile = try #require(try profiles(text, columns: columns).first)
    #expect(
      profile.id == "a" && profile.stateCode == nil && profile.pay == StatedPay(amount: 25, basis: .hourly))
    for (pairs, words) in [
      ("Kunde", "is not a pair"), ("Kunde=idd", "did you mean id?"), ("A=id,a=state", "appears twice"),
      ("=id", "is empty"),
    ] {
      let error = #expect(throws: RosterError.self) { try RosterColumns(pairs) }
      #expect(error?.text.contains(words) == true, "\(error?.text ?? "")")
    }
    let error = #expect(throws: RosterError.self) {
      try rows("id,state\na,AA\n", columns: try RosterColumns("Kunde=name"))
    }
    #expect(error?.text.contains("no column is named \"Kunde\"") == true)
  }

  @Test(arguments: [
    "Total,,3", "TOTAL:,,", ",Grand Total,", "Subtotal,,", "Sub-Total,,", "Sum,,", "Count: 3,,", "Average,,9",
    "Total clients: 3,,",
    "Suma,,", "Totales,,", "Promedio,,", "Recuento: 3,,", ",,Total", "Total (3),,", "id,name,state",
    "ID,Name,State",
    "example-delete-me,Example,AA", "FALSE,FALSE,FALSE", "☐,☐,", "\u{A0},,\u{200B}", "[ ],,",
  ])
  func `totals, repeated headers, the example and unticked boxes are no clients`(_ row: String) throws {
    let text = "id,name,state\na1,x,AA\n\(row)\nb2,y,BB\n"
    let found = try rows(text).rows
    #expect(found.map(\.profile?.id) == ["a1", "b2"], "\(row)")
    var counter = CSVRosterReader(.count, delimiter: .comma)
    var count = 0
    try counter.read(Array(text.utf8)) { _ in count += 1 }
    try counter.finish { _ in count += 1 }
    #expect(count == 2)
  }

  @Test(arguments: ["Totalia,x,AA", "Sum-1,x,AA", "Counter,x,AA", "c,Mary Total,AA", "c,Sum Ting,AA"])
  func `a client is no total`(_ row: String) throws {
    #expect(try profiles("id,name,state\n\(row)\n").count == 1)
  }

  @Test func `a signs-only name is told with what nobody sees`() throws {
    let table = try rows("id,foo\u{200B}bar,#,state\na,x,1,AA\n").table
    #expect(table.header?.extraColumns == ["foo\\u{200B}bar", "#"])
  }
}
