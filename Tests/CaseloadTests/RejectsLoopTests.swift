import Advising
import CareerData
import Caseload
import Export
import Foundation
import SafeFiles
import Tabular
import TestValues
import Testing

/// Rows that are refused, corrected and read back.
@Suite struct RejectsLoopTests {
  private let folder: TestFolder
  private static let inputs = Result { () throws(ExportFailure) in
    try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
  }

  init() throws { folder = try TestFolder() }

  private func batch(_ roster: String, to output: String) throws -> BatchResult {
    var options = BatchOptions()
    options.export.formats = [.csv]
    options.resumes = true
    let today = try #require(CalendarDate(iso: "2026-11-23"))
    let batch = BatchExporter(inputs: try Self.inputs.get(), options: options, today: today)
    return try batch.run(RosterFile(folder.path(roster)), to: folder.path(output))
  }

  /// Cells of all that is special somewhere: to spreadsheets, to CSV, to the list itself.
  private static func cells(_ count: Int, random: inout some RandomNumberGenerator) -> [String] {
    let pieces = [
      "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", "\r\n", " ", "a", "é", "\u{FEFF}", "1", "#", "|",
      "=1+1",
      "reject_line", "\u{301}", "日本",
    ]
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined() + "x"
    }
  }

  @Test(arguments: RosterDelimiter.allCases)
  func `any cell comes back as it was`(_ delimiter: RosterDelimiter) throws {
    var random = SplitMix64(state: 29_2072)
    let sign = String(UnicodeScalar(delimiter.byte))
    let cells = Self.cells(Rounds.count(40), random: &random)
    func roster(_ state: String) -> String {
      let rows = cells.enumerated().map { index, cell in
        // As programs write it: in quotation marks where it must, or everywhere.
        let isPlain = index % 2 == 0 && !cell.utf8.contains { "\"\n\r\t,;|".utf8.contains($0) }
        let written = isPlain ? cell : "\"\(Self.replacing("\"", with: "\"\"", in: cell))\""
        return ["c\(index)", state, written].joined(separator: sign)
      }
      return ([["id", "state", "notes"].joined(separator: sign)] + rows).joined(separator: "\r\n") + "\r\n"
    }
    try folder.write(roster("CA"), to: "good.csv")
    try folder.write(roster("ZZ"), to: "bad.csv")
    #expect(try batch("good.csv", to: "good").count.done == cells.count)
    #expect(try batch("bad.csv", to: "corrected").count.rejected == cells.count)
    // Left as they are they stay as they are.
    let first = try folder.text("corrected/rejects.csv")
    try folder.write(first, to: "again.csv")
    #expect(try batch("again.csv", to: "corrected").count.rejected == cells.count)
    let second = try folder.text("corrected/rejects.csv")
    let isSame = Self.own(first) == Self.own(second)
    #expect(isSame)
    var corrected = second
    for index in cells.indices {
      corrected = Self.replacing(
        "c\(index)\(sign)ZZ\(sign)", with: "c\(index)\(sign)CA\(sign)", in: corrected)
    }
    try folder.write(corrected, to: "corrected.csv")
    #expect(try batch("corrected.csv", to: "corrected").count.done == cells.count)
    for index in cells.indices {
      let isSame = try folder.text("corrected/c\(index).csv") == folder.text("good/c\(index).csv")
      #expect(isSame, "\(cells[index].debugDescription)")
    }
  }

  /// Whatever accent follows: it would make one letter of two for Swift.
  private static func replacing(_ old: String, with new: String, in text: String) -> String {
    text.replacingOccurrences(of: old, with: new, options: .literal)
  }

  /// Without the lines on which the rows stood, which differ.
  private static func own(_ rejects: String) -> String {
    rejects.replacing(/(?m)^[0-9]+([,;|\t])/) { String($0.1) }
  }

  @Test(arguments: [
    "id, name, state\r=\"007\", \"Example, Gil\",ZZ\rb,\"two\rlines\",CA\r",
    "id|name|state\n ="
      + "\"007\"|Example, Gil|ZZ\nb|x|CA\n",
    "Fall caseload\r\r\nClient ID;Name;Home State\r\r\n=\"007\";\"Example, Gil\";ZZ\r\r\nb;x;CA\r\r\n\u{1A}",
  ])
  func `a row of any dialect comes back, and is done once it is right`(_ text: String) throws {
    try folder.write(text, to: "bad.csv")
    let first = try batch("bad.csv", to: "out")
    #expect(first.count.done == 1 && first.count.rejected == 1)
    for _ in 1...2 {
      try folder.write(try folder.text("out/rejects.csv"), to: "again.csv")
      #expect(try batch("again.csv", to: "out").count.rejected == 1)
    }
    try folder.write(
      Self.replacing("ZZ", with: "CA", in: try folder.text("out/rejects.csv")), to: "again.csv")
    #expect(try batch("again.csv", to: "out").count.done == 1)
    #expect(try folder.text("out/007.csv").contains("007"))
  }

  @Test func `the dates of the list are in the order of its roster`() throws {
    try folder.write("id,state,report_date\na,ZZ,03/04/2026\nb,CA,23/04/2026\n", to: "bad.csv")
    #expect(try batch("bad.csv", to: "out").count.rejected == 1)
    let list = try folder.text("out/rejects.csv")
    #expect(list.hasPrefix("reject_line,reject_reasons,reject_dates,id,state,report_date\r\n2,"), "\(list)")
    #expect(list.hasSuffix(",day-first,a,ZZ,03/04/2026\r\n"), "\(list)")
    try folder.write(list, to: "again.csv")
    #expect(try batch("again.csv", to: "out").count.rejected == 1)
    try folder.write(
      Self.replacing("ZZ", with: "CA", in: try folder.text("out/rejects.csv")), to: "again.csv")
    #expect(try batch("again.csv", to: "out").count.done == 1)
    #expect(try folder.text("out/a.csv").contains("2026-04-03"))
  }

  @Test func `no cell of the list begins as a formula`() throws {
    try folder.makeFolder("profiles")
    try folder.write("=1+1", to: "profiles/=a.json")
    try folder.write("{\"id\": \"b\", \"state\": \"ZZ\", \"@cmd\": 1}", to: "profiles/-b.json")
    _ = try batch("profiles", to: "files")
    try folder.write(
      "id,state,=cmd|'x'!A1,notes\n+c,ZZ,@y,\"=d\"\n-d,ZZ,\"-\"\"x\",'=e\n=f,\"open\n", to: "roster.csv")
    _ = try batch("roster.csv", to: "table")
    for name in ["files/rejects.csv", "table/rejects.csv"] {
      let text = try folder.text(name)
      var scanner = CSVScanner()
      var position = 0
      var count = 0
      while try scanner.next(in: Array(text.utf8), at: &position) {
        for index in 0..<scanner.record.count {
          count += 1
          #expect(scanner.record[index].first.map { !"=+-@\t\r".utf8.contains($0) } ?? true, "\(text)")
        }
      }
      #expect(count >= 9)
    }
    let text = try folder.text("table/rejects.csv")
    #expect(try folder.text("files/rejects.csv").contains("\n'=a.json,"))
    try folder.write(text, to: "again.csv")
    _ = try batch("again.csv", to: "table")
    let again = try folder.text("table/rejects.csv")
    for end in [",'+c,ZZ,'@y,\"'=d\"\r\n", ",'-d,ZZ,\"'-\"\"x\",''=e\r\n", ",\"'=f,\"\"open\"\r\n"] {
      #expect(text.contains(end) && again.contains(end), "\(text) \(again)")
    }
  }
}
