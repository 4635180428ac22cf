import ReportModel

/// Values that break careless writers, and how a reader of the workbook must find them.
enum ValueZoo {
  struct Animal: Sendable {
    let name: String
    let value: Value
    /// What the cell holds; nil for a blank cell.
    let read: String?
  }

  static let long = String(repeating: "0123456789", count: 4_000)

  static let animals: [Animal] = [
    Animal(name: "empty", value: .text(""), read: nil),
    Animal(name: "missing", value: .missing, read: nil),
    Animal(name: "non-ASCII", value: .text("Zoë Ångström – 日本語 🏥"), read: "Zoë Ångström – 日本語 🏥"),
    Animal(name: "right-to-left", value: .text("שלום مرحبا 123"), read: "שלום مرحبا 123"),
    Animal(
      name: "control characters", value: .text("a\u{0}b\u{1}c\u{1F}d\u{FFFF}e"),
      read: "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
    Animal(
      name: "line breaks", value: .text("one\r\ntwo\rthree\nfour\tfive"), read: "one\ntwo\nthree\nfour\tfive"),
    Animal(
      name: "quotes", value: .text(#"She said "it's <b>&amp;</b>""#), read: #"She said "it's <b>&amp;</b>""#),
    Animal(name: "formula", value: .text("=1+1"), read: "=1+1"),
    Animal(name: "formula by at sign", value: .text("@SUM(A1)"), read: "@SUM(A1)"),
    Animal(name: "array formula", value: .text("{=1+1}"), read: "{=1+1}"),
    Animal(name: "number as text", value: .text("0012"), read: "0012"),
    Animal(name: "escape as text", value: .text("_x0041_x0042_"), read: "_x0041_x0042_"),
    Animal(name: "spaces around", value: .text("  two  "), read: "  two  "),
    Animal(name: "script link", value: .text("javascript:alert(1)"), read: "javascript:alert(1)"),
    Animal(name: "hidden internal link", value: .text("http://a/internal:b"), read: "http://a/internal:b"),
    Animal(name: "very long", value: .text(long), read: String(long.prefix(32_766)) + "…"),
    Animal(name: "huge", value: Fixture.quantity(1e300), read: "1E+300"),
    Animal(name: "large", value: Fixture.quantity(123_456_789_012.35), read: "123456789012.35"),
    Animal(name: "negative", value: Fixture.quantity(-46_000.5), read: "-46000.5"),
    Animal(name: "zero", value: Fixture.quantity(0), read: "0"),
    Animal(name: "cents", value: Fixture.quantity(2_850.81), read: "2850.81"),
    Animal(name: "percent", value: Fixture.quantity(37.7, .percent), read: "0.377"),
    Animal(name: "percent 28.9", value: Fixture.quantity(28.9, .percent), read: "0.289"),
    Animal(name: "index", value: Fixture.quantity(1.188, .index), read: "1.188"),
    Animal(name: "months", value: Fixture.quantity(1, .months), read: "1"),
    Animal(name: "hours", value: Fixture.quantity(37.25, .hoursPerWeek), read: "37.25"),
    Animal(name: "at least", value: .bounded(.atLeast, Fixture.plain(2_850.81)), read: "2850.81"),
    Animal(name: "date", value: .date(ReportDate(year: 2024, month: 2, day: 29)), read: "45351"),
    Animal(
      name: "early date", value: .date(ReportDate(year: 1850, month: 3, day: 1)), read: "March 1, 1850"),
    Animal(name: "source", value: .source("survey"), read: "2"),
    Animal(name: "unknown source", value: .source("nobody"), read: "nobody"),
  ]

  static let table = Table(
    id: "zoo", title: "A=1, and \"every\" <value>",
    columns: [
      Column(id: "name", header: "Animal", role: .stub),
      Column(id: "value", header: "Value & more", role: .figure),
      Column(id: "same", header: "animal", role: .detail),
    ],
    groups: [
      RowGroup(
        rows: animals.map { Row(id: $0.name, cells: [.text($0.name), $0.value, .text("=x")]) })
    ])
}
