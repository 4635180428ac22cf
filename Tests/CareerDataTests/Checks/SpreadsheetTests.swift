import Testing

@testable import CareerData

/// What a dataset becomes when it is opened and saved in a spreadsheet program: it is read right, or found.
@Suite struct SpreadsheetTests {
  @Test(arguments: [
    ("May-24", "May 2024"), ("24-May", "May 2024"), ("05/01/2024", "May 2024"), ("5/1/2024", "May 2024"),
    ("05/01/24", "May 2024"), ("1-May-24", "May 2024"), ("01.05.2024", "May 2024"), ("5/31/2024", "May 2024"),
    ("45413", "May 2024"), ("45443", "May 2024"), ("2024-05-01 00:00:00", "May 2024"),
    ("Nov-25", "November 2025"),
    ("11/01/2025", "November 2025"),
  ])
  func `a period that a spreadsheet has made a date is found, with what was meant`(
    text: String, meant: String
  )
    throws
  {
    for (file, old) in [
      ("pay.csv", ",May 2024,bls-oews-2024,"), ("figures.csv", ",May 2024,bls-oews-2024,"),
      ("sources.csv", ",May 2024,2024-05-31,"), ("credential_costs.csv", nil),
    ] as [(String, String?)] {
      var dataset = try BrokenDataset("medical-coding")
      guard let old else { continue }
      try dataset.replace(old, with: old.replacing("May 2024", with: text), in: file)
      let problem = try #require(dataset.errors()?.problems.first, "\(file)")
      #expect(problem.column == "period" && problem.kind == .spreadsheetDate && problem.found == text)
      #expect(problem.description.contains("write \"\(meant)\""), "\(problem)")
    }
  }

  @Test(arguments: [
    "May 2024", "2025", "as read in 2026", "2024-2034", "undated", "November 2025", "2024-05-01",
    "May 1, 2024",
    "1 May 2024", "2023/2024", "spring 2024", "Q2 2024", "FY 24", "", "-", "2024 was a good year indeed",
    "12",
    "third quarter", "10-year average",
  ])
  func `a period as people write it is none`(text: String) {
    #expect(!SpreadsheetDate.isMade(text, isPeriod: true))
  }

  @Test(arguments: ["5/31/2024", "05/31/2024"]) func `a day as a spreadsheet writes it is read`(text: String)
    throws
  {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(",May 2024,2024-05-31,", with: ",May 2024,\(text),", in: "sources.csv")
    let read = try DatasetReader.read(DatasetFiles(files: dataset.files))
    #expect(read.source("bls-oews-2024")?.lastDay == CalendarDate(year: 2024, month: 5, day: 31))
  }

  @Test(arguments: [
    "31/5/2024", "5/31/24", "2/30/2024", "5/31/2024 0:00", "0/1/2024", "5//2024", "+5/1/2024",
  ])
  func `a day that can be read in two ways or does not exist is found`(text: String) throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(",May 2024,2024-05-31,", with: ",May 2024,\(text),", in: "sources.csv")
    #expect(dataset.errors()?.problems.map(\.kind) == [.wrongType])
  }

  @Test func `zeros in front of a code that are lost are found`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace("state:AL,state,AL,01,", with: "state:AL,state,AL,1,", in: "areas.csv")
    try dataset.append("area:100001,nonmetropolitan,100001,,Northwest Alabama", to: "areas.csv")
    let problems = try #require(dataset.errors()).problems
    #expect(problems.map(\.kind) == [.zerosLost, .zerosLost])
    #expect(problems.map(\.allowed) == [["01"], ["0100001"]])
  }

  @Test func `semicolons and tabs are named`() throws {
    for (sign, name) in [(";", "semicolons"), ("\t", "tabs")] {
      var dataset = try BrokenDataset("medical-coding")
      dataset.files["pay.csv"] = Array(try dataset.text("pay.csv").replacing(",", with: sign).utf8)
      let problems = try #require(dataset.errors()).problems.filter { $0.file == "pay.csv" }
      #expect(
        problems.map(\.description) == [
          "pay.csv: row 1: the fields are separated by \(name), not by commas; save the file as CSV UTF-8 with commas"
        ])
    }
  }

  @Test func `empty columns behind the others are named once`() throws {
    var dataset = try BrokenDataset("medical-coding")
    dataset.files["drivers.csv"] = Array(try dataset.text("drivers.csv").replacing("\n", with: ",,,\n").utf8)
    let problems = try #require(dataset.errors()).problems.filter { $0.file == "drivers.csv" }
    #expect(problems.map(\.kind) == [.emptyColumn])
  }

  @Test(arguments: [
    (",,50250,,false,", ",,\"50,250\",,false,", DatasetProblem.Kind.wrongType),
    (",,50250,,false,", ",,\"$50,250.00\",,false,", .wrongType),
    (",,50250,,false,", ",,50250,,FALSCH,", .wrongType),
    (",occupation,11-9111,", ",occupation,Nov-11,", .orphan),
  ])
  func `numbers, flags and codes in the form of a country are found`(
    old: String, new: String, kind: DatasetProblem.Kind
  ) throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(old, with: new, in: "pay.csv")
    #expect(dataset.errors()?.problems.map(\.kind) == [kind])
  }

  @Test func `a byte order mark, line ends of Windows, capitals and exponents are read`() throws {
    var dataset = try BrokenDataset("medical-coding")
    let plain = try DatasetReader.read(DatasetFiles(files: dataset.files))
    let text = try dataset.text("pay.csv").replacing(",,50250,,false,", with: ",,5.025E+04,,FALSE,")
      .replacing("\n", with: "\r\n")
    dataset.files["pay.csv"] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(try DatasetReader.read(DatasetFiles(files: dataset.files)).records == plain.records)
  }

  @Test func `a text elsewhere that may have become a date is a warning`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    let line = try #require(try dataset.text("sources.csv").split(separator: "\n").last)
    try dataset.replace(
      String(line), with: String(line).replacing("fictional", with: "2-May"), in: "sources.csv")
    let findings = DatasetCheck(
      DatasetFiles(files: dataset.files), asOf: CalendarDate(year: 2026, month: 1, day: 1)!
    ).findings
    let finding = try #require(findings.first { $0.rule == "spreadsheet" })
    #expect(finding.severity == .warning && finding.place.column == "note")
  }

  @Test(arguments: [
    (",,50250,,false,", ",,214748364824,,false,", "pay_size"),
    (",,24.16,,false,", ",,214748364824,,false,", "pay_size"),
  ])
  func `an amount that nobody earns is an error`(old: String, new: String, rule: String) throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(old, with: new, in: "pay.csv")
    let findings = DatasetCheck(
      DatasetFiles(files: dataset.files), asOf: CalendarDate(year: 2026, month: 1, day: 1)!
    ).findings
    #expect(findings.contains { $0.rule == rule && $0.severity == .error })
  }
}
