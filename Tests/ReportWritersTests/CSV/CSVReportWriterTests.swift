import ReportModel
import Tabular
import Testing

@testable import ReportWriters

@Suite struct CSVReportWriterTests {
  @Test func `each figure is a row, in the order of the sections`() throws {
    let pay = Figure(
      itemID: "hospital", item: "Hospital", measure: "pay", statistic: "mean", unit: .dollarsPerYear,
      value: 62_120, comparison: Comparison(16_120, percent: 35.04), provenance: .survey)
    let range = Figure(
      itemID: "coder", item: "Coder, certified", measure: "pay_range", statistic: "range",
      unit: .dollarsPerHour, low: 22.115, high: 33.5, provenance: .both,
      note: Prose([.text("From "), .value(.quantity(.pay(55_000))), .text(" "), .value(.source("survey"))]))
    let stated = Figure(
      itemID: "one", item: "One", measure: "percentile", unit: .percentile, high: 10,
      provenance: .statedByClient)
    let report = Report.sample(groups: [
      FigureGroup(sectionID: "settings", title: "", figures: [pay, range]),
      FigureGroup(sectionID: "outlook", title: "", figures: [stated]),
    ])

    let files = try CSVReportWriter().files(for: report)

    #expect(files.map(\.name) == ["client-1.csv", "client-1.datapackage.json"])
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self)
        == [
          "client_id,report_date,section,item_id,item,measure,statistic,unit,low,value,high,difference,"
            + "difference_percent,source_id,period,note",
          "client-1,2026-02-01,settings,hospital,Hospital,pay,mean,USD/year,,62120,,16120,35,survey,2025,",
          "client-1,2026-02-01,settings,coder,\"Coder, certified\",pay_range,range,USD/hour,22.12,,33.5,,,"
            + "survey;bls,2025; May 2024,\"From $55,000 [2]\"",
          "client-1,2026-02-01,outlook,one,One,percentile,,percentile,,,10,,,,,",
          "",
        ].joined(separator: "\r\n"))
  }

  @Test func `every text reads back as it was, but for control characters`() throws {
    let records = try RFC4180Reader.records(Self.csv(.zoo, escapesFormulas: false))
    #expect(records.allSatisfy { $0.count == CSVColumn.ofReports.count })
    for (text, record) in zip(ValueZoo.texts, records.dropFirst()) {
      let expected = String(String.UnicodeScalarView(text.unicodeScalars.map(Self.replacingControls)))
      for cell in [record[4], record[6], record[13], record[14], record[15]] {
        #expect(cell.unicodeScalars.elementsEqual(expected.unicodeScalars))
      }
    }
  }

  @Test func `every number reads back as the number it was`() throws {
    let records = try RFC4180Reader.records(Self.csv(.zoo)).dropFirst(1 + ValueZoo.texts.count)
    #expect(records.count == ValueZoo.numbers.count)
    for (figure, record) in zip(Report.zoo.figures[0].figures.suffix(records.count), records) {
      let numbers = [figure.low, figure.value, figure.high, figure.difference, figure.differencePercent]
      #expect(record[8...12].map { Double($0) } == numbers)
      #expect(record[8...12].allSatisfy { $0.allSatisfy { "-.0123456789".contains($0) } })
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+38,640", "\"'+38,640\""), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), (" =1", "\" =1\""), ("'=1", "'=1"), ("a=1", "a=1"), ("—", "—"), ("", ""),
  ])
  func `a text that a spreadsheet would run gets an apostrophe`(text: String, expected: String) throws {
    #expect(Self.cell(text, escapesFormulas: true) == expected)
  }

  @Test(arguments: [
    ("=1+1", "=1+1"), ("-1", "-1"), ("\rx", "\"\rx\""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("a\nb", "\"a\nb\""), ("a ", "\"a \""), (" a", "\" a\""), ("a b", "a b"), ("a;b'c\td", "a;b'c\td"),
    ("a\u{0}\u{9B}é\u{7F}", "a\u{FFFD}\u{FFFD}é\u{FFFD}"),
  ])
  func `a text is quoted only where it must be`(text: String, expected: String) throws {
    #expect(Self.cell(text, escapesFormulas: false) == expected)
  }

  @Test func `a negative number is no formula`() throws {
    let figure = Figure(
      itemID: "-x", item: "", measure: "pay", unit: .dollarsPerYear, value: -4250,
      comparison: Comparison(-0.5, percent: 0), provenance: .statedByClient)
    let record = try RFC4180Reader.records(Self.csv(.sample(figures: [figure])))[1]
    #expect(record[3] == "'-x")
    #expect(record[9] == "-4250")
    #expect(record[11] == "-0.5")
  }

  @Test func `a number that is not finite is refused with its place`() {
    let figure = Figure(
      itemID: "coder", item: "", measure: "pay", unit: .dollarsPerYear, high: .infinity,
      provenance: .statedByClient)
    #expect(
      throws: CSVReportError(section: "settings", itemID: "coder", measure: "pay", column: "high")
    ) {
      try CSVReportWriter().files(for: .sample(figures: [figure]))
    }
  }

  @Test func `the same report gives the same bytes`() throws {
    #expect(try CSVReportWriter().files(for: .zoo) == CSVReportWriter().files(for: .zoo))
  }

  private static func csv(_ report: Report, escapesFormulas: Bool = true) throws -> [UInt8] {
    try CSVReportWriter(escapesFormulas: escapesFormulas).files(for: report)[0].bytes
  }

  private static func cell(_ text: String, escapesFormulas: Bool) -> String {
    var bytes: [UInt8] = []
    CSVWriter.spreadsheet(escapesFormulas: escapesFormulas).append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func replacingControls(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isAllowed = "\t\r\n".unicodeScalars.contains(scalar)
    return scalar.properties.generalCategory == .control && !isAllowed ? "\u{FFFD}" : scalar
  }
}
