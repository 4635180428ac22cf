import Testing

@testable import CareerData

struct OrphanCheckTests {
  @Test(arguments: [
    ("sources.csv", "gazette,Gazette,Notices,2023,2023-12-31,,false,", "warning sources.csv 4 id orphan"),
    ("populations.csv", "ghosts,ghosts,paid_wages,", "warning populations.csv 4 id orphan"),
    ("areas.csv", "state:AK,state,AK,Alaska", "warning areas.csv 5 id orphan"),
    ("occupations.csv", "00-0002,Bell Ringers,bells,false,", "warning occupations.csv 3 soc_code orphan"),
  ])
  func `a row that nothing refers to is a warning`(file: String, row: String, expected: String) throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.append(row, to: file)
    #expect(try dataset.complaints().map(\.summary) == [expected])
  }

  @Test(arguments: [
    (
      "credentials.csv", "XYZ,Unwanted,Nobody,,,,,,,,,,,,false,guide-2026,",
      "warning credentials.csv 39 id orphan"
    ),
    ("industries.csv", "11,Agriculture,sector", "warning industries.csv 53 naics orphan"),
    (
      "setting_industries.csv", "remote,2211,1,power stations",
      "warning setting_industries.csv 12 naics orphan"
    ),
  ])
  func `so are credentials, industries and codes that lead to none`(
    file: String, row: String, expected: String
  ) throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append(row, to: file)
    #expect(try dataset.complaints().map(\.summary) == [expected])
  }

  @Test func `settings, rungs and employers stand for themselves`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.append("tower,Tower,false,,almanac,", to: "settings.csv")
    try dataset.append("admiral,4,Admiral,20,,false,,,almanac", to: "rungs.csv")
    #expect(try dataset.complaints() == [])
  }

  @Test func `a CSV that the package does not list is a warning, other files are none`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    dataset.files["pay-2022.csv"] = []
    dataset.files["README.md"] = []
    #expect(try dataset.complaints().map(\.summary) == ["warning pay-2022.csv 0 - orphan"])
  }

  @Test(arguments: [
    ("62", "622", true), ("62", "62", true), ("31-33", "3254", true), ("31-33", "34", false),
    ("622", "62", false), ("99", "999", true), ("", "1", true), ("31-33", "", false), ("33-31", "32", false),
  ])
  func `an industry holds those whose codes begin with its own`(industry: String, code: String, holds: Bool) {
    #expect(NAICSCode.holds(industry, code) == holds)
  }
}
