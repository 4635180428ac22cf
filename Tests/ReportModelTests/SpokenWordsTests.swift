import Calculation
import Testing

@testable import ReportModel

/// Words for the ear: espeak-ng leaves the minus of "-$8,500" out, says "dash" in "2-3 years", and in Spanish "coma" in "59,700".
struct SpokenWordsTests {
  private static let style = ValueStyle.english.spoken(
    ValueStyle.Spoken(
      groupSeparator: "", less: "{n} less", more: "{n} more", minus: "minus {n}", span: "{low} to {high}",
      source: "[source {n}]"))
  private let formatter = ValueFormatter(
    style: style, sources: [SourceNote(id: "bls", publisher: "", title: "", period: "", note: "", link: nil)],
    isSpoken: true)

  private func quantity(_ amount: Double, _ unit: Unit = .dollarsPerYear, isDifference: Bool = true)
    -> Quantity
  {
    Quantity(amount, unit, .statedByClient, isDifference: isDifference)
  }

  @Test func `a difference says which way it goes`() {
    #expect(formatter.text(quantity(-4050)) == "$4050 less")
    #expect(formatter.text(quantity(4050)) == "$4050 more")
    #expect(formatter.text(quantity(-22.9, .percent)) == "22.9% less")
    #expect(formatter.text(quantity(0)) == "$0")
    #expect(formatter.text(quantity(-5, .percent, isDifference: false)) == "minus 5.0%")
    #expect(formatter.text(quantity(59_700, isDifference: false)) == "$59700")
  }

  @Test func `a range of differences says each way once`() {
    func text(_ low: Double, _ high: Double?, isOpen: Bool = false) -> String {
      formatter.text(.range(low: quantity(low), high: high.map { quantity($0) }, isOpen: isOpen))
    }
    #expect(text(24_000, 49_000) == "$24000 to $49000 more")
    #expect(text(-8500, -2000) == "$8500 to $2000 less")
    #expect(text(-8500, 4000) == "$8500 less to $4000 more")
    #expect(text(64_000, nil, isOpen: true) == "at least $64000 more")
    #expect(text(24_000, 49_000, isOpen: true) == "$24000 to $49000 more")
    #expect(formatter.text(.bounded(.orMore, quantity(64_000))) == "at least $64000 more")
  }

  @Test func `a source is no amount`() {
    #expect(formatter.text(.source("bls")) == "[source 1]")
  }

  @Test(arguments: [
    ("2024-2034", "2024 to 2034"), ("(8-15 years).", "(8 to 15 years)."),
    ("after 2–3 years,", "after 2 to 3 years,"),
    ("in 2-3, 4-5%", "in 2 to 3, 4 to 5%"),
  ])
  func `a span has a word between its ends`(text: String, heard: String) {
    #expect(formatter.text(.text(text)) == heard)
    #expect(formatter.text(Prose(text)) == heard)
  }

  @Test(arguments: [
    "29-2072", "2026-11-23", "555-1234", "CPC-A", "ICD-10-CM", "https://example.org/2024-2034/", "-5", "5-",
    "-", "", "a-1",
    "1-a", "2024-34", "1–2–3", "2024-2034/x",
  ])
  func `codes, dates, numbers to call and addresses stay`(text: String) {
    #expect(formatter.text(.text(text)) == text)
  }

  @Test func `for the eye, and in a style without such words, nothing changes`() {
    for formatter in [ValueFormatter(style: Self.style), ValueFormatter(style: .english, isSpoken: true)] {
      #expect(formatter.text(quantity(-4050)) == "-$4,050")
      #expect(formatter.text(.text("2024-2034")) == "2024-2034")
    }
  }
}

extension ValueStyle {
  fileprivate func spoken(_ words: Spoken) -> ValueStyle {
    ValueStyle(
      decimalSeparator: decimalSeparator, groupSeparator: groupSeparator, dollars: dollars, percent: percent,
      months: months, years: years, hoursPerWeek: hoursPerWeek, ordinal: ordinal, bounds: bounds,
      range: range,
      date: date, monthNames: monthNames, missing: missing, spoken: words)
  }
}
