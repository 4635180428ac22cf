import Calculation
import Testing

@testable import ReportModel

@Suite struct ValueFormatterTests {
  let formatter = ValueFormatter(
    style: .english,
    sources: ["bls", "aapc"].map {
      SourceNote(id: $0, publisher: "", title: "", period: "", note: "", link: nil)
    })

  @Test(
    arguments: [
      (46_000, .dollarsPerYear, "$46,000"), (999.5, .dollarsPerYear, "$1,000"), (999, .dollars, "$999"),
      (-4250, .dollarsPerYear, "-$4,250"), (0, .dollars, "$0"), (-0.4, .dollarsPerYear, "$0"),
      (1_234_567.5, .dollars, "$1,234,568"), (22.115, .dollarsPerHour, "$22.12"),
      (5, .dollarsPerHour, "$5.00"),
      (0.05, .dollarsPerHour, "$0.05"), (1040.5, .dollarsPerHour, "$1,040.50"), (8.5, .percent, "8.5%"),
      (-22.9, .percent, "-22.9%"), (20, .percent, "20.0%"), (0.04, .percent, "0.0%"),
      (-0.04, .percent, "0.0%"),
      (1.188, .index, "1.188"), (1, .index, "1.000"), (1.18806, .index, "1.188"),
      (194_800, .count, "194,800"),
      (-1200, .count, "-1,200"), (1, .months, "1 month"), (2.5, .months, "2.5 months"),
      (0, .months, "0 months"),
      (10, .months, "10 months"), (-3, .months, "-3 months"), (1, .years, "1 year"),
      (0.5, .years, "0.5 years"),
      (1.25, .years, "1.25 years"), (100, .years, "100 years"), (1, .hoursPerWeek, "1 hour a week"),
      (37.5, .hoursPerWeek, "37.5 hours a week"), (1000, .hoursPerWeek, "1,000 hours a week"),
    ] as [(Double, Unit, String)])
  func `an amount is shown with its unit`(amount: Double, unit: Unit, expected: String) {
    #expect(formatter.text(Quantity(amount, unit, .statedByClient)) == expected)
  }

  @Test(
    arguments: [
      (38_640, .dollarsPerYear, "+$38,640"), (-4250, .dollarsPerYear, "-$4,250"), (0, .dollarsPerYear, "$0"),
      (0.3, .dollarsPerYear, "$0"), (84, .percent, "+84.0%"), (-8.5, .percent, "-8.5%"),
      (0, .percent, "0.0%"),
      (2.5, .dollarsPerHour, "+$2.50"), (1, .months, "+1 month"), (-2, .years, "-2 years"),
      (12, .count, "+12"),
      (-0.188, .index, "-0.188"),
    ] as [(Double, Unit, String)])
  func `a difference is shown with its sign, a zero without`(amount: Double, unit: Unit, expected: String) {
    #expect(formatter.text(Quantity(amount, unit, .statedByClient, isDifference: true)) == expected)
  }

  @Test(
    arguments: [
      (0, "0th"), (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
      (21, "21st"), (22, "22nd"), (23, "23rd"), (38, "38th"), (101, "101st"), (111, "111th"), (112, "112th"),
      (113, "113th"), (37.7, "38th"), (21.5, "22nd"), (50.4, "50th"),
    ] as [(Double, String)])
  func `a percentile is shown as a whole ordinal`(amount: Double, expected: String) {
    #expect(formatter.text(Quantity(amount, .percentile, .statedByClient)) == expected)
  }

  @Test(
    arguments: [
      (.atLeast, "at least $2,851"), (.atMost, "at most $2,851"), (.below, "below $2,851"),
      (.above, "above $2,851"), (.about, "about $2,851"), (.orMore, "$2,851 and more"),
    ] as [(Bound, String)])
  func `a bound says which side is known`(bound: Bound, expected: String) {
    #expect(formatter.text(.bounded(bound, Quantity(2850.81, .dollarsPerYear, .statedByClient))) == expected)
  }

  @Test func `a range shows both ends, an open one that there is more`() {
    let low = Quantity(55_000, .dollarsPerYear, .statedByClient)
    let high = Quantity(70_000, .dollarsPerYear, .statedByClient)
    #expect(formatter.text(.range(low: low, high: high, isOpen: false)) == "$55,000 to $70,000")
    #expect(formatter.text(.range(low: low, high: high, isOpen: true)) == "$55,000 to $70,000 and more")
    #expect(formatter.text(.range(low: low, high: nil, isOpen: true)) == "$55,000 and more")
    let gap = Quantity(9000, .dollarsPerYear, .statedByClient, isDifference: true)
    let wider = Quantity(24_000, .dollarsPerYear, .statedByClient, isDifference: true)
    #expect(formatter.text(.range(low: gap, high: wider, isOpen: false)) == "+$9,000 to +$24,000")
  }

  @Test func `what has no number is shown as it is`() {
    #expect(formatter.text(.missing) == "—")
    #expect(formatter.text(.text("")) == "")
    #expect(formatter.text(.text("{n} {{x}} {low}")) == "{n} {{x}} {low}")
    #expect(formatter.text(.date(ReportDate(year: 2026, month: 2, day: 1))) == "February 1, 2026")
    #expect(formatter.text(.source("aapc")) == "[2]")
    #expect(formatter.text(.source("unknown")) == "unknown")
  }

  @Test func `a sentence keeps its words and shows its numbers`() {
    let median = Value.quantity(Quantity(50_250, .dollarsPerYear, .statedByClient))
    let prose = Prose([
      .text("The median is "), .value(median), .text(" "), .value(.source("bls")), .text("."),
    ])
    #expect(formatter.text(prose) == "The median is $50,250 [1].")
    #expect(formatter.text("") == "")
  }

  @Test func `another style is followed to the letter`() {
    let german = ValueFormatter(style: .german)
    func text(_ amount: Double, _ unit: Unit) -> String {
      german.text(Quantity(amount, unit, .statedByClient, isDifference: true))
    }
    #expect(text(1_234_567.5, .dollars) == "+1.234.568 $")
    #expect(text(-1040.5, .dollarsPerHour) == "-1.040,50 $")
    #expect(text(8.5, .percent) == "+8,5 %")
    #expect(text(1000, .months) == "+1.000 Monate")
    #expect(text(1.5, .years) == "+1,5 Jahre")
    #expect(german.text(.date(ReportDate(year: 2026, month: 5, day: 31))) == "31. May 2026")
  }

  @Test(
    arguments: [
      (1e15, .dollars, "$1,000,000,000,000,000"), (-1e21, .count, "-1,000,000,000,000,000,000,000"),
      (1_234_567_890_123.45, .index, "1,234,567,890,123.450"), (1e300, .percentile, "1" + zeros(300) + "th"),
      (6e12, .dollarsPerYear, "$6,000,000,000,000"), (2.5e15, .percent, "2,500,000,000,000,000.0%"),
    ] as [(Double, Unit, String)])
  func `a huge amount is shown with all its digits`(amount: Double, unit: Unit, expected: String) {
    #expect(formatter.text(Quantity(amount, unit, .statedByClient)) == expected)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (46_000, "46000"), (-4250.75, "-4250.75"), (0.1, "0.1"), (1.188, "1.188"),
      (37.7, "37.7"), (1e-5, "0.00001"), (-1.25e-7, "-0.000000125"), (1e15, "1000000000000000"),
      (1e16, "10000000000000000"), (123_456_789_012_345_680, "123456789012345680"), (1e23, "1" + zeros(23)),
      (-1.5e300, "-15" + zeros(299)), (9_007_199_254_740_993.5, "9007199254740994"),
      (1_234_567_890_123_456.8, "1234567890123456.8"),
    ] as [(Double, String)])
  func `a number for programs is the shortest plain decimal`(number: Double, expected: String) {
    #expect(ValueFormatter.plain(number) == expected)
  }

  @Test(arguments: [
    Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude, Double.leastNormalMagnitude, Double.pi,
    -3.141592653589793e-9, 0.30000000000000004, 333333333333333333333.3, 0.3333333333333333,
  ])
  func `a number for programs reads back as the same number`(number: Double) {
    let text = ValueFormatter.plain(number)
    #expect(Double(text) == number)
    #expect(text.allSatisfy { "-.0123456789".contains($0) })
  }

  @Test(arguments: [
    ("{n}", "<>"), ("", ""), ("{n} and {n}", "<> and <>"), ("{m} {n", "{m} {n"), ("{{n}}", "{<>}"),
    ("}{n}{", "}<>{"),
  ])
  func `only a known name in braces is filled`(pattern: String, expected: String) {
    #expect(Pattern(pattern).filled("<>") == expected)
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
}
