import Testing

@testable import Advising

/// How spreadsheets write values, and what becomes of them.
struct RosterCellTests {
  @Test(arguments: [
    ("46000", 46_000), ("46,000", 46_000), ("$46,000", 46_000), ("$46,000.00", 46_000), ("46000.00", 46_000),
    (" 46000 ", 46_000), ("\u{A0}46000", 46_000), ("1e5", 100_000), ("4.6E+04", 46_000), (".5", 0.5),
    ("1,234,567.5", 1_234_567.5), ("-5", -5), ("-$5", -5), ("0", 0),
  ])
  func `a number is read`(_ cell: String, _ number: Double) throws {
    #expect(try RosterCell.value(cell, .payAmount) == .number(number))
  }

  @Test(arguments: [
    "46.000,00", "46k", "46,00", "4,6000", ",46", "$", "(500)", "46 000", "0x10", "inf", "nan", "1e999",
    "12-5",
    "$-5", "46000 USD", "1.2.3", "１２",
  ])
  func `what is no number, or could be two, is refused with what is allowed`(_ cell: String) {
    let problem = #expect(throws: ProfileProblem.self) { try RosterCell.value(cell, .payAmount) }
    #expect(problem?.field == "pay_amount")
    #expect(problem?.description.contains("give a number such as 46000") == true)
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-23"), ("11/23/2026", "2026-11-23"), ("1/2/2026", "2026-01-02"),
    ("02/29/2028", "2028-02-29"),
  ])
  func `a date is read, the month first`(_ cell: String, _ date: String) throws {
    #expect(try RosterCell.value(cell, .reportDate) == .text(date))
  }

  @Test(arguments: [
    "23/11/2026", "11/23/26", "23.11.2026", "46349", "02/29/2027", "2026-02-30", "Nov 23, 2026",
  ])
  func `what is no date, or could be two, is refused`(_ cell: String) {
    #expect(throws: ProfileProblem.self) { try RosterCell.value(cell, .reportDate) }
  }

  @Test(arguments: [
    ("true", true), ("TRUE", true), ("Yes", true), ("y", true), ("1", true), ("false", false), ("NO", false),
    ("0", false),
  ])
  func `a truth value is read`(_ cell: String, _ flag: Bool) throws {
    #expect(try RosterCell.value(cell, .inField) == .flag(flag))
  }

  @Test(arguments: ["perhaps", "2", "ja", "x"])
  func `what is no truth value is refused`(_ cell: String) {
    #expect(throws: ProfileProblem.self) { try RosterCell.value(cell, .openToRemote) }
  }

  @Test(arguments: [
    ("CPC", ["CPC"]), ("CPC; CRC ;", ["CPC", "CRC"]), ("none", []), ("None", []),
  ])
  func `credentials are separated by semicolons, and none says none`(_ cell: String, _ ids: [String]) throws {
    #expect(try RosterCell.value(cell, .credentials) == .list(ids.map(FieldValue.text)))
  }

  @Test(arguments: ProfileField.allCases)
  func `an empty cell says nothing`(_ field: ProfileField) throws {
    #expect(try RosterCell.value("", field) == nil)
    #expect(try RosterCell.value("  \u{A0}", field) == nil)
  }
}
