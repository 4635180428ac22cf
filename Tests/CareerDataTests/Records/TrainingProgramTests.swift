import TestValues
import Testing

@testable import CareerData

struct TrainingProgramTests {
  private func dataset(_ row: String) throws -> BrokenDataset {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append(row, to: "programs.csv")
    return dataset
  }

  @Test func `a program is read with what is known of it`() throws {
    let dataset = try dataset(
      "x,Provider,Title,Fresno CA,9,2400.5,CPC,,grant,https://example.org/x,2026-11-01,n")
    let program = try #require(
      try DatasetReader.read(DatasetFiles(files: dataset.files)).records.programs.first)
    #expect(program.provider == "Provider" && program.title == "Title" && program.place == "Fresno CA")
    #expect(program.months == 9 && program.cost == 2400.5)
    #expect(program.credentialID == "CPC" && program.specializationID == nil)
    #expect(program.funding == "grant" && program.link == "https://example.org/x" && program.note == "n")
    #expect(program.asOf.iso == "2026-11-01")
  }

  @Test func `length and cost may be unknown`() throws {
    let dataset = try dataset("x,P,T,online,,,,hcc-risk-adjustment,,,2026-11-01,")
    let program = try #require(
      try DatasetReader.read(DatasetFiles(files: dataset.files)).records.programs.first)
    #expect(program.months == nil && program.cost == nil && program.link == nil)
    #expect(program.specializationID == "hcc-risk-adjustment")
  }

  @Test(arguments: [
    ("x,P,T,online,0,100,CPC,,,,2026-11-01,", "months: 0 is too small"),
    ("x,P,T,online,4,-1,CPC,,,,2026-11-01,", "cost: -1 is too small"),
    ("x,P,T,online,4,\"$1,000\",CPC,,,,2026-11-01,", "cost: \"$1,000\" is not a number"),
    ("x,P,T,online,4,1e300,CPC,,,,2026-11-01,", "cost: 1e300 is too large"),
    ("x,P,T,online,4,100,XYZ,,,,2026-11-01,", "credential: \"XYZ\" is not an id in the table credentials"),
    (
      "x,P,T,online,4,100,,xyz,,,2026-11-01,",
      "specialization: \"xyz\" is not an id in the table specializations"
    ),
    (
      "x,P,T,online,4,100,,,,,2026-11-01,",
      "credential: the row has no value in any of credential, specialization; fill in credential or specialization"
    ),
    ("x,P,T,online,4,100,CPC,,,,,", "as_of: no value"),
    ("x,P,T,online,4,100,CPC,,,,next year,", "as_of: \"next year\" is not a date"),
    ("x,,T,online,4,100,CPC,,,,2026-11-01,", "provider: no value"),
    ("x,P,T,online,4,100,CPC,,,http://example.org,2026-11-01,", "link: \"http://example.org\" is no address"),
  ])
  func `a mistake is told with its line and field`(row: String, expected: String) throws {
    let found = try #require(try dataset(row).errors()?.problems)
    #expect(found.count == 1)
    #expect(found.first?.description.hasPrefix("programs.csv: row 2, \(expected)") == true)
  }

  @Test func `two programs have two ids`() throws {
    var dataset = try dataset("x,P,T,online,4,100,CPC,,,,2026-11-01,")
    try dataset.append("x,P,U,online,4,100,CPC,,,,2026-11-01,", to: "programs.csv")
    #expect(dataset.errors()?.problems.map(\.kind) == [.duplicate(firstRow: 2)])
  }

  @Test func `a program that nobody has looked at for two years is a warning`() throws {
    let dataset = try dataset("x,P,T,online,4,100,CPC,,,,2023-06-01,")
    let day = try #require(CalendarDate(year: 2025, month: 12, day: 1))
    let check = DatasetCheck(DatasetFiles(files: dataset.files), asOf: day)
    #expect(check.findings.contains { $0.place.file == "programs.csv" && $0.place.column == "as_of" })
  }
}
