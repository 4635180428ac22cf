import Foundation
import Testing

/// `pathbook occupation` and `dataset import --catalogue`, as processes.
@Suite struct OccupationCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func run(_ words: String...) throws -> Command.Result {
    try Command(folder: folder.path).run(words)
  }

  @Test func `a search prints codes and titles, the best first`() throws {
    let result = try run("occupation", "search", "pharmacy", "--limit", "2")
    #expect(result.exitCode == 0)
    #expect(
      result.output
        == "29-2052  Pharmacy Technicians\n31-9095  Pharmacy Aides\n1 more; --limit shows them\n")
    #expect(
      try run("occupation", "search", "medical", "coder", "--limit", "1").output.contains("(Medical Coder)"))
    #expect(
      try run("occupation", "search", "qqqqqq").output == "no occupation found; try one word of its title\n")
    let csv = try run("occupation", "search", "pharmacy", "--format", "csv")
    #expect(csv.output.hasPrefix("soc,title,job_title,match\r\n29-2052,Pharmacy Technicians,,prefix\r\n"))
    let json = try run("occupation", "search", "pharmacy", "--format", "json")
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(list?.first?["soc"] as? String == "29-2052" && list?.count == 3)
    #expect(try run("occupation", "search", "a", "--limit", "0").exitCode == 64)
  }

  @Test func `an occupation is shown with pay, jobs, outlook, entry and sources`() throws {
    let result = try run("occupation", "show", "pharmacy technician")
    #expect(result.exitCode == 0 && result.errors == [])
    for part in [
      "Pharmacy Technicians (SOC 29-2052)", "$43,460 a year", "$20.90 an hour", "487,920 jobs (May 2024)",
      "490,400 jobs in 2024", "grow by 6.4%, 2024-2034", "About 49,000 openings",
      "Education: high school diploma or equivalent", "moderate-term on-the-job training",
      "Occupational Employment and Wage Statistics, May 2024", "Employment Projections, 2024-2034",
    ] { #expect(result.output.contains(part), "\(part)") }
    #expect(try run("occupation", "show", "29-2052").output == result.output)
  }

  @Test func `odd data is told as it is`() throws {
    let actors = try run("occupation", "show", "27-2011").output
    #expect(actors.contains("Pay by the year is not published") && !actors.contains("a year;"))
    let teachers = try run("occupation", "show", "25-2021").output
    #expect(teachers.contains("Pay by the hour is not published") && teachers.contains("fall by 2.0%"))
    let surgeons = try run("occupation", "show", "29-1243").output
    #expect(surgeons.contains("Half earn $239,200 or more a year") && !surgeons.contains("or more or more"))
    #expect(!(try run("occupation", "show", "29-2052").output.contains("self-employed.\n  Sources")))
  }

  @Test func `JSON of an occupation has null where nothing is published`() throws {
    let output = try run("occupation", "show", "11-1011", "--format", "json").output
    let shown = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let pay = try #require(shown["pay"] as? [[String: Any]])
    let top = try #require(pay.first { $0["statistic"] as? String == "p90" })
    #expect(top["low"] as? Double == 239_200 && top["value"] is NSNull && top["open_ended"] as? Bool == true)
    #expect(shown["projection_soc"] is NSNull)
  }

  @Test func `related occupations come with the line of their license`() throws {
    let result = try run("occupation", "related", "29-2072")
    #expect(result.exitCode == 0)
    #expect(result.output.contains("31-9094  Medical Transcriptionists"))
    #expect(
      result.output.contains(
        "O*NET 29.3 Database by the U.S. Department of Labor, Employment and Training Administration; used under CC BY 4.0; modified"
      ))
    #expect(
      try run("occupation", "related", "11-9039").output.hasPrefix("O*NET names no occupations related to"))
  }

  @Test func `a title that no occupation has is wrong usage, with what may be meant`() throws {
    let result = try run("occupation", "show", "medcal assistant")
    #expect(result.exitCode == 64 && result.output == "")
    #expect(result.errors.first?.contains("did you mean 31-9092 (Medical Assistants)") == true)
    let group = try run("occupation", "related", "31-1121")
    #expect(
      group.exitCode == 64
        && group.errors.first?.contains("as 31-1120, Home Health and Personal Care") == true)
  }

  @Test func `--soc takes a title`() throws {
    try folder.write("a,b\n1,2\n", to: "t.csv")
    let known = try run("dataset", "new", "--soc", "pharmacy technicians", "--from", "t.csv", "--into", "new")
    #expect(known.exitCode == 65 && known.errors.first?.contains("it contains no OEWS table") == true)
    let near = try run("dataset", "new", "--soc", "farmacy technician", "--from", "t.csv", "--into", "new")
    #expect(near.exitCode == 64 && near.errors.first?.contains("did you mean 29-2052") == true)
  }

  private static let header =
    "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,NAICS_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90\n"

  @Test func `a catalogue is made from the shipped one, renewed, and read in place of it`() throws {
    let texas =
      "48,Texas,2,TX,000000,Cross-industry,cross-industry,11-1011,Chief Executives,detailed,10,5,1,2,3,4,#\n"
    try folder.write(Self.header + texas, to: "state_M2024_dl.csv")
    let result = try run("dataset", "import", "state_M2024_dl.csv", "--catalogue", "mine")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("state_pay.csv: 1 rows added"))
    let shown = try run("occupation", "show", "11-1011", "--catalogue", "mine").output
    #expect(shown.contains("The catalogue has pay in 1 state or territory."))
    let again = try run("dataset", "import", "state_M2024_dl.csv", "--catalogue", "mine")
    #expect(again.output == "nothing changed: the catalogue already has these figures\n")
    try folder.write("soc\n", to: "mine/occupations.csv")
    #expect(try run("occupation", "show", "11-1011", "--catalogue", "mine").exitCode == 65)
    #expect(try run("occupation", "show", "11-1011", "--catalogue", "none").exitCode == 66)
  }

  @Test func `an import goes into a dataset or into the catalogue`() throws {
    try folder.write(Self.header, to: "t.csv")
    #expect(try run("dataset", "import", "t.csv").exitCode == 64)
    #expect(try run("dataset", "import", "t.csv", "--into", "a", "--catalogue", "b").exitCode == 64)
    #expect(try run("dataset", "import", "t.csv", "--into", "a", "--onet", "29.3").exitCode == 64)
    #expect(try run("dataset", "import", "t.csv", "--catalogue", "b", "--onet", "new").exitCode == 64)
    #expect(try run("dataset", "import", "t.csv", "--catalogue", "b", "--soc", "29-2072").exitCode == 64)
  }
}
