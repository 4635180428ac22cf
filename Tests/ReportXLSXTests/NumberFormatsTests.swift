import Calculation
import ReportModel
import Testing

@testable import ReportXLSX

@Suite struct NumberFormatsTests {
  struct Case: Sendable {
    let amount: Double
    let unit: Unit
    var isDifference = false
    var bound: Bound?
    let format: String?
  }

  static let cases = [
    Case(amount: 46_000, unit: .dollarsPerYear, format: "$#,##0"),
    Case(amount: 399, unit: .dollars, format: "$#,##0"),
    Case(amount: 22.12, unit: .dollarsPerHour, format: "$#,##0.00"),
    Case(amount: 8.5, unit: .percent, format: "0.0%"),
    Case(amount: 37.7, unit: .percentile, format: "0.0"),
    Case(amount: 1.188, unit: .index, format: "0.000"),
    Case(amount: 12_000, unit: .count, format: "#,##0"),
    Case(amount: 12, unit: .months, format: "0\" months\""),
    Case(amount: 14.2, unit: .months, format: "0.0\" months\""),
    Case(amount: 1, unit: .years, format: "0\" year\""),
    Case(amount: 37.25, unit: .hoursPerWeek, format: "0.00\" hours a week\""),
    Case(amount: -4_250, unit: .dollarsPerYear, isDifference: true, format: "+$#,##0;-$#,##0;$0"),
    Case(amount: 1.5, unit: .dollarsPerHour, isDifference: true, format: "+$#,##0.00;-$#,##0.00;$0.00"),
    Case(amount: -8.5, unit: .percent, isDifference: true, format: "+0.0%;-0.0%;0.0%"),
    Case(amount: 0.3, unit: .dollarsPerYear, isDifference: true, format: "$#,##0"),
    Case(amount: 2_851, unit: .dollarsPerYear, bound: .atLeast, format: "\"at least \"$#,##0"),
    Case(amount: 95_000, unit: .dollarsPerYear, bound: .orMore, format: "$#,##0\" and more\""),
    Case(amount: 20.2, unit: .percent, bound: .about, format: "\"about \"0.0%"),
    Case(amount: -5, unit: .dollars, bound: .atMost, format: "\"at most \"$#,##0;\"at most \"-$#,##0"),
    Case(
      amount: 9_000, unit: .dollarsPerYear, isDifference: true, bound: .atLeast,
      format: "\"at least \"+$#,##0;\"at least \"-$#,##0;\"at least \"$0"),
    Case(amount: 1e300, unit: .dollarsPerYear, format: "0.00E+00"),
  ]

  @Test(arguments: cases.indices)
  func `a number shows what the report's words say`(index: Int) {
    let test = Self.cases[index]
    let quantity = Fixture.plain(test.amount, test.unit, difference: test.isDifference)
    #expect(NumberFormats(style: Fixture.style).format(quantity, bound: test.bound) == test.format)
  }

  private func style(dollars: String = "${n}", percent: String = "{n}%", atLeast: String = "at least {n}")
    -> ValueStyle
  {
    let style = Fixture.style
    var bounds = style.bounds
    bounds[.atLeast] = atLeast
    return ValueStyle(
      decimalSeparator: ",", groupSeparator: ".", dollars: dollars, percent: percent, months: style.months,
      years: style.years, hoursPerWeek: style.hoursPerWeek, ordinal: style.ordinal, bounds: bounds,
      range: style.range, date: "{day}. {month} {year}", monthNames: style.monthNames, missing: "")
  }

  @Test func `other patterns become other formats, or text where there is no such format`() {
    let pay = Fixture.plain(10)
    let percent = Fixture.plain(8.5, .percent)
    #expect(NumberFormats(style: style(dollars: "{n} US$")).format(pay) == "#,##0\" US$\"")
    #expect(NumberFormats(style: style(dollars: "{n} \"$\"")).format(pay) == "#,##0\" \"\\\"\"$\"\\\"")
    #expect(NumberFormats(style: style(dollars: "ten")).format(pay) == nil)
    #expect(NumberFormats(style: style(percent: "{n} %")).format(percent) == "0.0 %")
    #expect(NumberFormats(style: style(percent: "{n} percent")).format(percent) == nil)
    let long = style(atLeast: String(repeating: "very ", count: 30) + "{n}")
    #expect(NumberFormats(style: long).format(pay, bound: .atLeast) == nil)
    #expect(NumberFormats(style: style()).dateFormat == "d\". \"mmmm yyyy")
  }

  @Test func `every percent with one digit is the number nearest to its part of one`() {
    for tenths in -2_000...2_000 {
      let percent = Fixture.plain(Double(tenths) / 10, .percent)
      #expect(NumberFormats.number(percent) == Double(tenths) / 1000)
    }
  }
}
