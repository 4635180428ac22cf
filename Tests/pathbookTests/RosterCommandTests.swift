import Foundation
import Testing

/// What the commands say about tables of other systems.
@Suite struct RosterCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `more than 20 problems of a kind are told once, with how many`() throws {
    let rows = (0..<25).map { "a\($0),ZZ,CA" } + ["b,CA,x", "c,CA,y"]
    try folder.write("id,state,setting\n" + rows.joined(separator: "\n") + "\n", to: "r.csv")
    let check = try Command.run("roster", "check", "r.csv", in: folder.path)
    #expect(check.exitCode == 65 && check.output == "r.csv: 0 good, 27 bad\n")
    let states = check.errors.filter { $0.contains("state") && !$0.contains("setting") }
    #expect(
      states.count == 1
        && states[0].hasPrefix("r.csv: 25 rows have a problem of this kind, the first in line 2: state: "))
    let settings = check.errors.filter { $0.contains("setting") }
    #expect(settings.count == 1 && settings[0].hasPrefix("r.csv: 27 rows"), "\(check.errors)")
    try folder.write("id,state\n" + rows[..<20].joined(separator: "\n") + "\n", to: "r.csv")
    try folder.write("id,state\n" + (0..<20).map { "a\($0),ZZ\n" }.joined(), to: "few.csv")
    #expect(try Command.run("roster", "check", "few.csv", in: folder.path).errors.count == 20)
  }

  @Test func `columns are said on the command line or in a file`() throws {
    try folder.write("Kunde;Lohn\na1;25\n", to: "r.csv")
    try folder.write("column,field\nKunde,id\nLohn,hourly rate\n", to: "columns.csv")
    for columns in ["Kunde=id,Lohn=hourly rate", "columns.csv"] {
      let check = try Command.run("roster", "check", "r.csv", "--columns", columns, in: folder.path)
      #expect(check == .init(exitCode: 0, output: "r.csv: 1 good, 0 bad\n", errors: []), "\(check)")
    }
    let none = try Command.run("roster", "check", "r.csv", in: folder.path)
    #expect(none.exitCode == 65 && none.errors[0].contains("found: \"Kunde\", \"Lohn\""), "\(none)")
    let bad = try Command.run("roster", "check", "r.csv", "--columns", "Kunde=idd", in: folder.path)
    #expect(bad.exitCode == 64 && bad.errors[0].contains("did you mean id?"), "\(bad)")
    let lost = try Command.run("roster", "check", "r.csv", "--columns", "nowhere.csv", in: folder.path)
    #expect(lost.exitCode == 66, "\(lost)")
  }

  @Test func `a batch tells once what columns are taken for, and what was left out`() throws {
    try folder.write("Student ID|Home State|Email\r007|California|x\rTotal||\r008|N/A|y", to: "r.csv")
    let result = try Command.run(
      "batch", "r.csv", "--output", "out", "--format", "csv", "--quiet", in: folder.path)
    #expect(result.exitCode == 0 && result.output == "out: 2 clients written, 0 rejected\n")
    #expect(
      result.errors == [
        "\"Student ID\" is read as id", "\"Home State\" is read as state",
        "a column is not part of a profile and ignored: \"Email\"",
        "line 3 is left out: totals are not clients",
        "Home State: 1 value read as missing, such as N/A, - or unknown",
      ])
    let count = try Command.run("roster", "count", "r.csv", in: folder.path)
    #expect(count.output == "r.csv: 2 rows\n" && count.errors.count == 1, "\(count)")
  }

  @Test(arguments: [
    "[{\"id\": \"a\", \"pay_amount\": \"52000\", \"pay_basis\": \"annual\"},\n {\"id\": \"b\", \"email\": 1}]",
    "{\n  \"id\": \"a\"\n}\n{\n  \"id\": 7,\n  \"email\": \"x\"\n}\n",
    "{\"id\": \"a\", \"credentials\": \"CPC; CRC\", \"state\": \"california\"}\n{\"id\": \"b\", \"email\": {}}",
  ])
  func `JSON in any form is a roster, and extra keys are told once`(_ text: String) throws {
    try folder.write(text, to: "r.json")
    let check = try Command.run("roster", "check", "r.json", in: folder.path)
    #expect(
      check
        == .init(
          exitCode: 0, output: "r.json: 2 good, 0 bad\n",
          errors: ["r.json: not part of a profile and ignored: \"email\""]), "\(check)")
    #expect(try Command.run("roster", "count", "r.json", in: folder.path).output == "r.json: 2 rows\n")
  }

  @Test func `NaN costs its own line`() throws {
    try folder.write("{\"id\": \"a\"}\n{\"id\": \"b\", \"pay_amount\": NaN}\n{\"id\": \"c\"}\n", to: "r.json")
    #expect(try Command.run("roster", "check", "r.json", in: folder.path).output == "r.json: 2 good, 1 bad\n")
    try folder.write(
      "[{\"id\": \"a\"}, {\"id\": \"b\", \"pay_amount\": NaN},\n{\"id\": \"c\"}]", to: "r.json")
    #expect(try Command.run("roster", "check", "r.json", in: folder.path).output == "r.json: 2 good, 1 bad\n")
  }
}
