import CareerData
import Testing

@testable import Advising

/// How spreadsheets and people write values, and what becomes of them.
struct CellReaderTests {
  private static let reader = CellReader(
    vocabulary: ProfileReader(dataset: SmallDataset.dataset()).vocabulary)

  private func value(_ cell: String, _ field: ProfileField) throws -> FieldValue? {
    guard case .value(let value) = try Self.reader.read(.text(cell), field) else { return nil }
    return value
  }

  @Test(arguments: [
    ("46000", 46_000), ("46,000", 46_000), ("$46,000", 46_000), ("$46,000.00", 46_000), ("46000.00", 46_000),
    (" 46000 ", 46_000), ("\u{A0}46000", 46_000), ("1e5", 100_000), ("4.6E+04", 46_000), (".5", 0.5),
    ("1,234,567.5", 1_234_567.5), ("-5", -5), ("-$5", -5), ("0", 0), ("46\u{A0}000", 46_000),
    ("46\u{202F}000", 46_000), ("1\u{2009}234\u{2009}567", 1_234_567), ("$ 46,000", 46_000), ("26.5", 26.5),
    ("26.50", 26.5), ("0.500", 0.5), ("1.5000", 1.5), ("=\"46000\"", 46_000),
    ("\u{200B}46000\u{FEFF}", 46_000),
  ])
  func `a number is read`(_ cell: String, _ number: Double) throws {
    #expect(try value(cell, .payAmount) == .number(number))
  }

  @Test(arguments: [
    "46.000,00", "46k", "46,00", "4,6000", ",46", "$", "(500)", "46 000", "0x10", "inf", "nan", "1e999",
    "12-5", "$-5", "46000 USD", "1.2.3", "１２", "46\u{A0}00", "4\u{A0}6000", "46\u{A0}000,50", "1.234.567",
    "46,000\u{A0}000", "26,50", "52000/yr", "~52000", "50000-60000", "TRUE",
  ])
  func `what is no number, or could be two, is refused with what is allowed`(_ cell: String) {
    let problem = #expect(throws: ProfileProblem.self) { try value(cell, .payAmount) }
    #expect(problem?.field == "pay_amount")
    #expect(problem?.description.contains("give a number such as 46000") == true)
  }

  @Test(arguments: [
    ("1.500", "write 1500 or 1.50"), ("$1.500", "write 1500 or 1.50"), ("46.000", "write 46000 or 46.00"),
    ("26.505", "write 26505 or 26.5050"), ("-1.500", "write 1500 or 1.50"),
  ])
  func `dollars with a point before three digits are refused as ambiguous`(_ cell: String, _ remedy: String) {
    for field in [ProfileField.payAmount, .certificationBudget] {
      let problem = #expect(throws: ProfileProblem.self) { try value(cell, field) }
      #expect(problem?.description.hasSuffix(remedy) == true, "\(String(describing: problem))")
    }
    #expect(throws: Never.self) { try value("37.500", .hoursPerWeek) }
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-23"), ("11/23/2026", "2026-11-23"), ("1/2/2026", "2026-01-02"),
    ("02/29/2028", "2028-02-29"), ("11/23/26", "2026-11-23"), ("2026-11-23 00:00:00", "2026-11-23"),
    ("2026-11-23T00:00:00Z", "2026-11-23"), ("2026-11-23T23:59:59.999-05:00", "2026-11-23"),
    ("11/23/2026 0:00", "2026-11-23"), ("11/23/2026 12:00:00 AM", "2026-11-23"), ("2026/11/23", "2026-11-23"),
    ("11-23-2026", "2026-11-23"), ("23.11.2026", "2026-11-23"), ("04.04.2026", "2026-04-04"),
    ("1/1/1990", "1990-01-01"), ("12/31/2100", "2100-12-31"),
  ])
  func `a date is read, the month first`(_ cell: String, _ date: String) throws {
    #expect(try value(cell, .reportDate) == .text(date))
  }

  @Test(arguments: [
    "23/11/2026", "46349", "02/29/2027", "2026-02-30", "Nov 23, 2026", "12/30/1899", "0026-11-23",
    "12/31/1989",
    "1/1/2101", "2026-11-23 noon", "11/23", "11/23/126", "03.04.2026", "11/23/2026 and later", "2026-11",
  ])
  func `what is no date, or could be two, is refused`(_ cell: String) {
    #expect(throws: ProfileProblem.self) { try value(cell, .reportDate) }
  }

  @Test(arguments: [
    (DateOrder.dayFirst, "03/04/2026", String?.some("2026-04-03")), (.dayFirst, "28/05/2026", "2026-05-28"),
    (.dayFirst, "03.04.2026", "2026-04-03"), (.dayFirst, "2026-04-03", "2026-04-03"),
    (.both, "28/05/2026", "2026-05-28"), (.both, "05/28/2026", "2026-05-28"),
    (.both, "04/04/2026", "2026-04-04"),
    (.both, "2026-04-03", "2026-04-03"), (.both, "03/04/2026", nil),
  ])
  func `the order of the column tells the day`(_ order: DateOrder, _ cell: String, _ date: String?) throws {
    let reader = CellReader(dateOrder: order)
    if let date {
      #expect(try reader.read(.text(cell), ProfileField.reportDate) == .value(.text(date)))
    } else {
      let problem = #expect(throws: ProfileProblem.self) { try reader.read(.text(cell), ProfileField.reportDate) }
      #expect(
        problem?.description.contains("2026-03-04 or 2026-04-03") == true, "\(String(describing: problem))")
    }
  }

  @Test(arguments: [
    ("true", true), ("TRUE", true), ("Yes", true), ("y", true), ("1", true), ("false", false), ("NO", false),
    ("0", false), ("sí", true), ("☐", false), ("☑", true),
  ])
  func `a truth value is read`(_ cell: String, _ flag: Bool) throws {
    #expect(try value(cell, .inField) == .flag(flag))
  }

  @Test(arguments: ["perhaps", "2", "ja", "x"])
  func `what is no truth value is refused`(_ cell: String) {
    #expect(throws: ProfileProblem.self) { try value(cell, .openToRemote) }
  }

  @Test(arguments: [
    ("J", ["J"]), ("J; K ;", ["J", "K"]), ("none", []), ("None", []), ("J, K", ["J", "K"]),
    ("J/K", ["J", "K"]),
    ("J|K", ["J", "K"]), ("j\nk", ["J", "K"]), ("j\r\nk; L", ["J", "K", "L"]), ("J, Q", ["J", "Q"]),
    ("Q", ["Q"]),
    ("J; K, L", ["J", "K", "L"]), ("ninguna", []),
  ])
  func `credentials are parted by any sign that makes known ones`(_ cell: String, _ ids: [String]) throws {
    #expect(try value(cell, .credentials) == .list(ids.map(FieldValue.text)))
  }

  @Test(arguments: [
    (ProfileField.state, "aa", "AA"), (.state, "ALPHALAND", "AA"), (.state, "beta land", "BB"),
    (.state, "Puerto Rico", "PR"), (.state, "guam", "GU"), (.state, "U.S. Virgin Islands", "VI"),
    (.state, "ae", "AE"),
    (.state, "Armed Forces Pacific", "AP"), (.setting, "Tower", "tower"), (.setting, "TOW-ER", "tower"),
    (.rung, " Two ", "two"), (.rung, "rung Two", "two"), (.education, "High School", "high-school"),
    (.education, "Bachelor's degree", "bachelor"),
    (.payBasis, "per hour", "hourly"), (.payBasis, "Yearly", "annual"), (.payBasis, "monthly", "monthly"),
    (.setting, "cellar", "cellar"),
  ])
  func `choices are known whatever their case, spaces and hyphens`(
    _ field: ProfileField, _ cell: String, _ id: String
  ) throws {
    #expect(try value(cell, field) == .text(id))
  }

  @Test(arguments: [
    "", "  \u{A0}", "N/A", "NA", "n/a", "-", "–", "—", "?", "unknown", "Unknown", "null", "NULL", "#N/A",
    " - ", "$ -", "$-",
    " $ -   ", "\u{200B}",
  ])
  func `a word for what is missing is missing in every column`(_ cell: String) throws {
    for field in ProfileField.allCases { #expect(try value(cell, field) == nil, "\(field)") }
  }

  @Test func `a name is no word for what is missing`() throws {
    #expect(try value("Na", .name) == .text("Na"))
    #expect(try value("Noah Unknown", .name) == .text("Noah Unknown"))
    #expect(try value("none", .education) == .text("none"))
  }

  @Test(arguments: [
    "1.23456789012346E+016", "1.20E+06", "1E+05", "1,2E+06", "1.5E-7", "5-Mar", "3/5/2026", "Mar-05",
  ])
  func `an id that a spreadsheet has changed is refused as that`(_ cell: String) {
    let problem = #expect(throws: ProfileProblem.self) { try value(cell, .id) }
    #expect(problem?.description.contains("an id that a spreadsheet has changed") == true)
  }

  @Test(arguments: [
    ("00123", "00123"), ("12E5", "12E5"), ("3-5", "3-5"), ("12345678901234567", "12345678901234567"),
    ("=\"00123\"", "00123"), (" c1 ", "c1"),
  ])
  func `an id is what was typed`(_ cell: String, _ id: String) throws {
    #expect(try value(cell, .id) == .text(id))
  }

  @Test func `typed cells are read as what they are`() throws {
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    func read(_ cell: RosterCell, _ field: ProfileField) throws -> CellReader.Reading {
      try Self.reader.read(cell, field)
    }
    #expect(try read(.number(1500, shown: "1.500"), .certificationBudget) == .value(.number(1500)))
    #expect(try read(.number(123, shown: "00123"), .id) == .value(.text("00123")))
    #expect(try read(.date(date, shown: "11/23/26"), .reportDate) == .value(.text("2026-11-23")))
    #expect(try read(.flag(true), .inField) == .value(.flag(true)))
    #expect(try read(.number(1, shown: "1"), .inField) == .value(.flag(true)))
    #expect(try read(.error("#N/A"), .state) == .missing)
    #expect(
      try read(.list([.text("j"), .text("K")]), .credentials) == .value(.list([.text("J"), .text("K")])))
    for (cell, field) in [
      (RosterCell.date(date, shown: "3/5/26"), ProfileField.id), (.date(date, shown: "3/5/26"), .payAmount),
      (.number(1.23456789012346e16, shown: "1.23456789012346E+16"), .id), (.flag(true), .payAmount),
      (.number(46_349, shown: "46349"), .reportDate), (.object([:]), .state), (.list([]), .setting),
      (.number(.nan, shown: "NaN"), .payAmount),
    ] {
      #expect(throws: ProfileProblem.self, "\(cell)") { try read(cell, field) }
    }
  }
}
