import Foundation
import Testing

/// The Python that has the libraries of Scripts/test-requirements.txt.
private let python = ProcessInfo.processInfo.environment["PATHBOOK_PYTHON"]

/// Rosters as workbooks of many programs, through the real command.
@Suite(.enabled(if: python != nil, "PATHBOOK_PYTHON names no Python"))
struct RosterWorkbookTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    for (name, bytes) in try Self.workbooks.get() {
      try bytes.write(to: URL(fileURLWithPath: folder.path(name)))
    }
  }

  /// Made once for all tests.
  private static let workbooks = Result {
    let folder = try TestFolder()
    let script = Repository.path("Tests/pathbookTests/roster_workbooks.py")
    let result = try Command(words: [python ?? "python3", script]).run([folder.path])
    guard result.exitCode == 0 else {
      throw Command.Failure.cannotStart(script, reason: result.errors.joined())
    }
    return try folder.files(in: ".")
  }

  private func run(_ arguments: String...) throws -> Command.Result {
    try Command(folder: folder.path).run(arguments)
  }

  private func batch(_ roster: String, to output: String, _ options: [String] = []) throws -> Command.Result {
    try Command(folder: folder.path).run(
      [
        "batch", roster, "--output", output, "--copy", "advisor", "--format", "csv,txt", "--quiet",
        "--report-date", "2026-11-23",
      ]
        + options)
  }

  private func reports(in output: String) throws -> [String: Data] {
    try folder.files(in: output).filter { $0.key.hasSuffix(".csv") && !$0.key.hasPrefix("rejects") }
  }

  @Test(arguments: ["typed.xlsx", "typed-1904.xlsx", "typed-inline.xlsx"])
  func `a workbook gives the reports of the same table in CSV`(_ roster: String) throws {
    let csv = try batch("typed.csv", to: "csv")
    #expect(csv.exitCode == 0, "\(csv.errors)")
    let xlsx = try batch(roster, to: "xlsx")
    #expect(xlsx.exitCode == 0, "\(xlsx.errors)")
    let (expected, found) = (try reports(in: "csv"), try reports(in: "xlsx"))
    #expect(Set(found.keys) == ["00123.csv", "C-007.csv", "00125.csv"])
    let isSame = expected == found
    #expect(isSame)
    #expect(try run("roster", "count", roster).output == "\(roster): 3 rows\n")
    #expect(try run("roster", "check", roster).output == "\(roster): 3 good, 0 bad\n")
    #expect(
      try Command.shell("$PATHBOOK roster count - < \(roster)", in: folder.path).output.contains(": 3 rows"))
    #expect(
      try Command.shell("cat \(roster) | $PATHBOOK roster check -", in: folder.path).output.contains(
        ": 3 good"))
  }

  @Test func `what was done of a workbook is kept, and done again when a cell has changed`() throws {
    #expect(try batch("typed.xlsx", to: "out").exitCode == 0)
    let again = try batch("typed.xlsx", to: "out", ["--resume"])
    #expect(again.output.contains("0 clients written, 3 were there already"))
    // The same cells, otherwise kept.
    let other = try batch("typed-1904.xlsx", to: "out", ["--resume"])
    #expect(other.output.contains("0 clients written, 3 were there already"), "\(other.output)")
  }

  @Test func `a header over two rows of merged cells is one, below a title`() throws {
    let result = try run("roster", "check", "merged.xlsx")
    #expect(result.output == "merged.xlsx: 4 good, 0 bad\n", "\(result.errors)")
  }

  @Test func `the first sheet with a header is read, and a hidden one only when it is named`() throws {
    #expect(try run("roster", "count", "second.xlsx").output == "second.xlsx: 2 rows\n")
    #expect(try run("roster", "count", "second.xlsx", "--sheet", "old").output == "second.xlsx: 1 row\n")
    let missing = try run("roster", "check", "second.xlsx", "--sheet", "Summer")
    #expect(missing.exitCode == 65)
    #expect(
      missing.errors.contains {
        $0.contains("no sheet is named \"Summer\"") && $0.contains("\"Spring 2026\"")
          && $0.contains("\"Read me\"")
      })
    let wrong = try run("roster", "check", "second.xlsx", "--sheet", "Read me")
    #expect(wrong.exitCode == 65 && wrong.errors.joined().contains("id"))
    let text = try run("roster", "check", "typed.csv", "--sheet", "A")
    #expect(text.exitCode == 64 && text.errors.joined().contains("--sheet"))
  }

  @Test func `what is no value of its column is refused with its cell`() throws {
    let result = try run("roster", "check", "bad.xlsx")
    #expect(result.output == "bad.xlsx: 1 good, 10 bad\n")
    for (row, cell) in zip(2..., ["A2", "A3", "C4", "C5", "C6", "E7", "C8", "C9", "B10", "F11"]) {
      #expect(result.errors.contains { $0.contains("Sheet!\(cell)") }, "\(row): \(result.errors)")
    }
  }

  @Test func `rejects come back as a workbook, and are all done when they are put right`() throws {
    let first = try batch("rejected.xlsx", to: "out")
    #expect(first.exitCode == 65 && first.output.contains("1 client written, 3 rejected"))
    #expect(first.errors.contains { $0.contains("out/rejects.xlsx") })
    let names = try folder.names(in: "out")
    #expect(
      names.contains("rejects.xlsx")
        && !names.contains { $0.hasPrefix("rejects.csv") || $0 == "rejects.rows" })
    let cells = """
      import openpyxl, shutil, sys
      book = openpyxl.load_workbook("out/rejects.xlsx")
      sheet = book.active
      print([sheet.title] + [str(cell.value) for cell in sheet[1]])
      for row in sheet.iter_rows(min_row=2):
          print([(cell.data_type, cell.number_format) for cell in row[:8]], row[8].value)
      for row in sheet.iter_rows(min_row=2):
          row[0].value = "CA"
      book.save("right.xlsx")
      """
    let read = try Command(words: [python ?? "python3", "-c"], folder: folder.path).run([cells])
    let lines = read.output.split(separator: "\n")
    #expect(
      lines.first
        == "['Clients & co', 'State', 'Notes', 'Client ID', 'Pay', 'Report date', 'In field', 'Shoe size', 'Pay basis', 'reject_line', 'reject_reasons']"
    )
    #expect(lines.count == 4)
    for (line, row) in zip(lines.dropFirst(), 3...) {
      #expect(line.contains("('n', '00000'), ('n', 'General'), ('d', 'yyyy/mm/dd'), ('b', 'General')"))
      #expect(line.hasSuffix(" \(row)"))
    }
    let same = try batch("out/rejects.xlsx", to: "out", ["--resume"])
    #expect(same.exitCode == 65 && same.output.contains("3 rejected"), "\(same.output) \(same.errors)")
    let right = try batch("right.xlsx", to: "out", ["--resume"])
    #expect(
      right.exitCode == 0 && right.output.contains("3 clients written"), "\(right.output) \(right.errors)")
    let all = try folder.names(in: "out")
    #expect(["00120.csv", "00121.csv", "00122.csv", "00123.csv"].allSatisfy(all.contains))
    #expect(!all.contains("rejects.xlsx") && all.contains("rejects-before.xlsx"))
    // As the cells were, without an apostrophe more or less.
    for (id, note) in [("00121", "=1+1"), ("00122", "'=x"), ("00123", "-5")] {
      #expect(try folder.text("out/\(id).txt").contains(" \(note)\n"), "\(id)")
    }
  }

  @Test(arguments: [
    ("locked.xlsx", "password"), ("old.xls", "Excel 97-2003"), ("old-called.xlsx", "Excel 97-2003"),
    ("other.doc", "another program"), ("page.xls", "web page"), ("page-called.xlsx", "web page"),
    ("xml.xls", "Excel 2003 XML"), ("paper.pdf", "PDF"), ("packed.gz", "compressed"),
    ("table.ods", ".ods"),
    ("table.numbers", "Numbers"), ("table.xlsb", ".xlsb"), ("letter.docx", "text document"),
    ("some.zip", "zip archive"), ("cut.xlsx", "damaged"),
  ])
  func `what is no roster is named by its content, with what to do`(_ name: String, _ word: String) throws {
    let result = try run("roster", "check", name)
    #expect(result.exitCode == 65)
    #expect(result.errors.count == 1, "\(result.errors)")
    let line = result.errors.first ?? ""
    #expect(line.hasPrefix("\(name): ") && line.contains(word) && line.contains("; "), "\(line)")
    #expect(try run("batch", name, "--output", "out").exitCode == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test(arguments: ["standard", "standard-es"])
  func `a filled-in template is read as it is, without its example`(_ template: String) throws {
    #expect(try run("roster", "template", "--output", "roster.xlsx", "--template", template).exitCode == 0)
    #expect(try run("roster", "count", "roster.xlsx").output == "roster.xlsx: 0 rows\n")
    let fill = """
      import openpyxl
      book = openpyxl.load_workbook("roster.xlsx")
      sheet, lists = book.worksheets[0], book.worksheets[2]
      assert sheet["A1000"].number_format == "@" or sheet.column_dimensions["A"].width
      choices = {cell.value: [row.value for row in lists[cell.column_letter][1:] if row.value] for cell in lists[1]}
      longest = max(len(found) for found in choices.values())
      header = [cell.value for cell in sheet[1]]
      for index in range(longest):
          row = {name: found[index % len(found)] for name, found in choices.items() if name}
          sheet.append(["%05d" % index] + [row.get(name) for name in header[1:]])
      book.save("filled.xlsx")
      print(longest)
      """
    let filled = try Command(words: [python ?? "python3", "-c"], folder: folder.path).run([fill])
    let count = filled.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(Int(count) ?? 0 > 50, "\(filled.errors)")
    let result = try run("roster", "check", "filled.xlsx")
    #expect(result.output == "filled.xlsx: \(count) good, 0 bad\n", "\(result.errors)")
  }
}
