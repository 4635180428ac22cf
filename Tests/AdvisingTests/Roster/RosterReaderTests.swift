import Advising
import CareerData
import Testing

/// Rosters read as a stream, in pieces of any size.
struct RosterReaderTests {
  private static let profiles = ProfileReader(dataset: SmallDataset.dataset())

  /// The rows of a roster that comes in pieces of some bytes.
  private static func rows(
    _ text: String, piece: Int = 1 << 16, _ delimiter: RosterDelimiter = .comma
  ) throws -> [RosterRow] {
    var reader = CSVRosterReader(.read(profiles, .monthFirst), delimiter: delimiter)
    return try rows(Array(text.utf8), piece: piece, &reader)
  }

  private static func rows(
    _ bytes: [UInt8], piece: Int, _ reader: inout some RosterReader
  ) throws -> [RosterRow] {
    var rows: [RosterRow] = []
    for start in stride(from: 0, to: bytes.count, by: piece) {
      try reader.read(Array(bytes[start..<min(start + piece, bytes.count)])) { rows.append($0) }
    }
    try reader.finish { rows.append($0) }
    return rows
  }

  /// Good rows between rows with every kind of mistake, and one whose mistake is found at its end.
  private static let mixed =
    "\u{FEFF}id,notes,pay_amount,pay_basis\r\na,\"two\r\nlines\",\"$46,000\",annual\r\n"
    + "b,x\"y,1,annual\r\nc,,46k,annual\r\nd,,50000,annual,more\r\n\r\n,,,\r\ne,,50000,annual\r\nf,\"open\"x,1,annual\r\n"
    + "g,,20,hourly"

  @Test(arguments: [1, 2, 3, 7, 64, 1 << 16])
  func `bad rows cost themselves only, and each has its line and its bytes`(_ piece: Int) throws {
    let rows = try Self.rows(Self.mixed, piece: piece)
    #expect(rows.compactMap(\.profile?.id) == ["a", "e", "g"])
    #expect(rows.map(\.line) == [2, 4, 5, 6, 9, 10, 11])
    #expect(
      rows.filter { !$0.problems.isEmpty }.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "b,x\"y,1,annual\r\n", "c,,46k,annual\r\n", "d,,50000,annual,more\r\n", "f,\"open\"x,1,annual\r\n",
      ])
    #expect(rows[0].profile?.notes == "two\r\nlines")
    #expect(rows[0].profile?.pay == StatedPay(amount: 46_000, basis: .annual))
  }

  /// Rows with a quotation mark that nobody closed: before rows with none, with closed ones, with another open one, behind
  /// a note of two lines, and in the last row.
  private static let open =
    "id,notes,education\r\na,\"open,none\r\nb,,other\r\nc,x,master\r\nd,\"two\r\nlines\",none\r\ne,\"open,none\r\nf,\"open,none\r\ng,,other\r\n"
    + "\"h\r\n\",\"open,none\r\ni,\"good\",master\r\nj,,\"none\r\nk,,none"

  @Test(arguments: [1, 2, 3, 7, 64, 1 << 16])
  func `an open quotation mark costs its own row`(_ piece: Int) throws {
    let rows = try Self.rows(Self.open, piece: piece)
    #expect(rows.compactMap(\.profile?.id) == ["b", "c", "d", "g", "i", "k"])
    #expect(rows.map(\.line) == [2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 14])
    let bad = rows.filter { !$0.problems.isEmpty }
    #expect(
      bad.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "a,\"open,none\r\n", "e,\"open,none\r\n", "f,\"open,none\r\n", "\"h\r\n\",\"open,none\r\n",
        "j,,\"none\r\n",
      ])
    #expect(bad.allSatisfy { $0.problems.map(\.description).joined().contains("not closed") })
  }

  @Test func `an open quotation mark above more rows than a record may have costs its own row`() throws {
    let good = (0..<36_000).map { "client-\($0),some notes here,none\n" }
    let text = "id,notes,education\nx,\"open,none\n" + good.joined() + "y,\"open,none\n" + "z,,none\n"
    #expect(text.utf8.count > 1 << 20)
    let rows = try Self.rows(text)
    #expect(rows.count == 36_003 && rows.filter { !$0.problems.isEmpty }.map(\.line) == [2, 36_003])
  }

  @Test func `of a line without end the beginning is kept`() throws {
    for text in [
      "a," + String(repeating: "x,", count: 4 << 20) + "\nb,\n",
      "a,\"" + String(repeating: "x", count: 8 << 20) + "\nb,\n",
    ] {
      let rows = try Self.rows("id,notes\n" + text)
      #expect(rows.map(\.profile?.id) == [nil, "b"] && rows[0].bytes.count < 9 << 20)
    }
  }

  @Test func `in a list of rejects of profiles a column holds each as JSON`() throws {
    let rows = try Self.rows(
      "reject_line,reject_reasons,profile\r\n7,x,\"{\"\"id\"\": \"\"a\"\"}\"\r\n9,x,\"{\"\"id\"\": 4}\"\r\n10,x,\r\n"
    )
    // A number is an id as well, as in a cell.
    #expect(rows.map(\.profile?.id) == ["a", "4", nil])
    #expect(rows.map(\.problems.count) == [0, 0, 1])
  }

  @Test(arguments: [
    ("id,state", RosterDelimiter.comma), ("id;state;notes", .semicolon), ("id\tstate", .tab),
    ("\u{FEFF}\"id\";\"pay_amount\"", .semicolon), ("id", .comma), ("id|state", .pipe),
    ("sep=|\nid,x|state", .pipe), ("A title, long\n;;\nClient ID;Wage", .semicolon),
    ("name,first;id;state", .semicolon),
    ("reject_line;reject_reasons;profile", .semicolon),
    ("\u{FEFF}# id: names, files;;\r\n# state: two letters, small;;\r\nid;state", .semicolon),
    ("\"# id: names, files\"\r\n# state: two letters, small\r\nid;state", .semicolon),
  ])
  func `the sign between cells is told from the header`(_ start: String, _ delimiter: RosterDelimiter) {
    #expect(RosterDelimiter.detected(in: Array(start.utf8)) == delimiter)
  }

  @Test func `headers are known whatever their case and spaces, and others are named`() throws {
    let header = try RosterHeader(["ID", " Pay Amount ", "pay_basis", "Shoe size", "Profile", "reject_line"])
    #expect(header.extraColumns == ["Shoe size", "Profile"])
    #expect(header.isOfRejects && header.rejectColumns == [5])
    #expect(throws: RosterHeader.Problem.noID) { try RosterHeader(["name", "state"]) }
    #expect(throws: RosterHeader.Problem.twice(.state, "state", "State")) {
      try RosterHeader(["id", "state", "State"])
    }
  }

  @Test(arguments: [
    ("", "no header"), ("name,state\n", "no column is named id"), ("id,id\n", "two columns are named id"),
    ("\u{FEFF}", "no header"), ("id,\"x", "not closed"),
  ])
  func `a roster that cannot be read says why`(_ text: String, _ reason: String) {
    let error = #expect(throws: RosterError.self) { try Self.rows(text) }
    #expect(error?.text.contains(reason) == true, "\(error?.text ?? "")")
  }

  @Test func `a cell that cannot be read causes no error in another one`() throws {
    let rows = try Self.rows(
      "id,hours_per_week,pay_amount,pay_basis\na,half,8000,annual\nb,20,8k,\nc,20,8000,annual\n")
    #expect(rows.map { $0.problems.compactMap(\.field) } == [["hours_per_week"], ["pay_amount"], []])
  }

  /// Rows whose comma in a name or a note has moved cells to the right, and which have lost a cell elsewhere.
  @Test(arguments: [
    ("id,name,notes,state", "c,Doe, Jane,She is ill"), ("id,name,state,notes", "c,Doe, Jane,BB"),
    ("id,name,state,pay_amount,notes", "c,Doe,Jane,She is ill,46000"),
    ("name,id,state,notes", "Doe,Jane,She is ill,x"), ("id,notes,report_date", "c,ill, Jane"),
    ("id,notes,area,state", "c,x, Jane,She is ill"), ("id,name,nickname,state", "c,Doe, Jane,She is ill"),
    ("id,advisor,hours_per_week,notes", "c,Doe, Jane,40"), ("name,id,state", "Doe, Jane?,She is ill"),
    ("id,name,state,notes", "c,Doe, Jane,AA,She is ill"), ("id,name,in_field", "c,Doe,Jane"),
    ("id,notes,pay_amount,pay_basis", "c,She is ill, Jane,She is ill"),
  ])
  func `no message quotes what a comma has moved into another column`(_ header: String, _ row: String) throws
  {
    let problems = try Self.rows("\(header)\n\(row)\n").flatMap(\.problems)
    let text = problems.map(\.description).joined(separator: "\n")
    #expect(!problems.isEmpty && !text.contains("Jane") && !text.contains("ill\""), "\(text)")
    #expect(text.contains("in quotation marks"), "\(text)")
  }

  @Test func `no message quotes a row that is all in one cell`() throws {
    let problems = try Self.rows("id,name,state\n\"c,Jane Doe,AA\"\n").flatMap(\.problems).map(\.description)
    #expect(problems.count == 1 && problems[0].hasPrefix("1 field where the header has 3"), "\(problems)")
  }

  @Test func `a value in a row whose cells stand where they should is quoted`() throws {
    let rows = try Self.rows(
      "id,state,name,rung,education\na,QQ,Doe,,x\nb,AA,Doe,two,phd\nc,AA,,nine,none\n")
    let texts = rows.map { $0.problems.map(\.description).joined(separator: " ") }
    #expect(texts[0].contains("\"QQ\"") && texts[0].contains("\"x\""), "\(texts)")
    #expect(texts[1].contains("\"phd\"") && texts[2].contains("\"nine\""), "\(texts)")
  }

  @Test func `a line of empty cells is no row, however many they are`() throws {
    let rows = try Self.rows("id,state\n,,,,\n,\n \n\t, ,\na,AA\n;\n")
    #expect(rows.map(\.line) == [6, 7])
  }

  @Test func `lines that explain the header are left out`() throws {
    let rows = try Self.rows("\"# id: names the files\"\r\n# x\r\nid,notes\r\na,b\r\n")
    #expect(rows.map(\.profile?.id) == ["a"])
  }

  @Test(arguments: [1, 5, 1 << 16])
  func `NDJSON has a profile in each line`(_ piece: Int) throws {
    let text =
      "{\"id\": \"a\"}\n\n{\"id\": NaN}\n{\"id\": \"b\", \"notes\": \"x\\ny\"}\r\nnot json\n{\"id\": \"c\"}"
    var reader = JSONRosterReader(.read(Self.profiles, .monthFirst))
    let rows = try Self.rows(Array(text.utf8), piece: piece, &reader)
    #expect(rows.compactMap(\.profile?.id) == ["a", "b", "c"])
    #expect(rows.map(\.line) == [1, 3, 4, 5, 6])
    #expect(rows.map(\.problems.count) == [0, 1, 0, 1, 0])
  }

  @Test func `a line of NDJSON without an end is refused, and the next is read`() throws {
    let text =
      "{\"id\": \"a\", \"notes\": \"" + String(repeating: "x", count: 2 << 20)
      + "\", \"state\": 5}\n{\"id\": \"b\"}\n"
    var reader = JSONRosterReader(.read(Self.profiles, .monthFirst))
    let rows = try Self.rows(Array(text.utf8), piece: 1 << 16, &reader)
    #expect(rows.compactMap(\.profile?.id) == ["b"])
    // The bytes are the beginning of the line, without what stands farther on.
    #expect(rows[0].bytes.starts(with: "{\"id\"".utf8) && rows[0].bytes.last == UInt8(ascii: "x"))
    #expect(
      rows[0].problems.map(\.description) == ["a line of more than 1 MiB; put one profile on each line"])
  }
}
