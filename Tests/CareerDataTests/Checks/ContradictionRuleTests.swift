import Testing

@testable import CareerData

/// What the rules on contradictions leave alone, and their edges.
struct ContradictionRuleTests {
  private func contradictions(_ dataset: BrokenDataset) throws -> [String] {
    try dataset.findings().filter { if case .contradiction(_, nil) = $0.kind { true } else { false } }
      .map(\.summary)
  }

  private func lighthouse(_ file: String, _ rows: String...) throws -> BrokenDataset {
    var dataset = try BrokenDataset("lighthouse-keeping")
    for row in rows { try dataset.append(row, to: file) }
    return dataset
  }

  @Test(arguments: [("640", 0), ("640.6", 0), ("641", 1), ("500", 1)])
  func `two sources give one number, but for rounding`(number: String, count: Int) throws {
    let dataset = try lighthouse(
      "figures.csv",
      "almanac-employment,area,national,employment,Keepers,,\(number),,count,count,keepers,2023,almanac")
    #expect(
      try contradictions(dataset) == Array(repeating: "error figures.csv 2 value two_figures", count: count))
  }

  @Test func `one source may give two numbers, for two things of one measure`() throws {
    let dataset = try lighthouse(
      "figures.csv",
      "census-employment-2,area,national,employment,Keepers,,500,,count,count,keepers,2023,census-of-lights")
    #expect(try contradictions(dataset) == [])
  }

  @Test func `two medians for one subject and population do not agree`() throws {
    let dataset = try lighthouse(
      "pay.csv", "other-median,area,state:OR,median,annual,,31000,,false,keepers,2023,almanac,")
    #expect(try contradictions(dataset) == ["error pay.csv 10 value two_figures"])
  }

  @Test func `medians of two populations, and one that is marked as older, may stand side by side`() throws {
    let dataset = try lighthouse(
      "pay.csv", "other-median,area,state:OR,median,annual,,31000,,false,almanac-ranges,2023,almanac,",
      "old-median,area,state:OR,median,annual,,29000,,false,keepers,2021,census-of-lights,older; kept for the trend"
    )
    #expect(try contradictions(dataset) == [])
  }

  @Test func `another occupation's figure is recognized by its code or its title`() throws {
    let occupation = "00-0009,Harbor Masters,harbors,false,"
    let own = "masters,occupation,00-0009,median,annual,,60000,,false,keepers,2023,census-of-lights,"
    for note in ["a median of SOC 00-0009", "as for harbor masters"] {
      var dataset = try lighthouse(
        "pay.csv", own, "head,rung,head-keeper,median,annual,,50000,,false,keepers,2023,almanac,\(note)")
      try dataset.append(occupation, to: "occupations.csv")
      #expect(try contradictions(dataset) == ["error pay.csv 17 value other_occupation"], "\(note)")
      try dataset.replace(",50000,", with: ",60000,", in: "pay.csv")
      #expect(try contradictions(dataset) == [])
    }
  }

  @Test(arguments: [("12.5", 0), ("12.46", 1), ("13", 0), ("12.6", 1), ("14", 1)])
  func `a premium is what the means give, to its last digit`(percent: String, count: Int) throws {
    // 36,000 is 12.5 percent above 32,000.
    var dataset = try lighthouse(
      "pay.csv", "m1,area,national,mean,annual,,32000,,false,keepers,2023,census-of-lights,",
      "m2,setting,rock-station,mean,annual,,36000,,false,keepers,2023,census-of-lights,")
    try dataset.append(
      "claim,setting,rock-station,premium,Premium,,\(percent),,percent,difference of means,keepers,2023,census-of-lights",
      to: "figures.csv")
    #expect(
      try contradictions(dataset) == Array(repeating: "error figures.csv 6 value claim", count: count))
  }

  @Test func `a premium without means is a warning, and no report repeats it`() throws {
    let dataset = try lighthouse(
      "figures.csv",
      "claim,setting,rock-station,premium,Premium,,10,,percent,difference of means,keepers,2023,census-of-lights"
    )
    let findings = try dataset.complaints()
    #expect(findings.map(\.summary) == ["warning figures.csv 6 value claim"])
    #expect(
      findings.first?.found == "a premium of 10 % is published, but not the mean pay to calculate it from")
    let read = try DatasetReader.read(DatasetFiles(files: dataset.files))
    #expect(read.figures(of: Subject(.setting, "rock-station")).map(\.measure) == ["employment_share"])
    #expect(read.records.figures.contains { $0.isClaim })
  }

  @Test func `one share alone claims nothing, two that add up to 100 agree`() throws {
    func row(_ percent: String) -> String {
      "share-2,setting,harbor-light,employment_share,Share,,\(percent),,percent,share of employment,"
        + "salaried keepers,2023,census-of-lights"
    }
    #expect(try contradictions(lighthouse("figures.csv")) == [])
    #expect(try contradictions(lighthouse("figures.csv", row("37.5"))) == [])
    #expect(
      try contradictions(lighthouse("figures.csv", row("37.3"))) == ["error figures.csv 5 value share_sum"])
  }

  @Test func `industries inside of others follow from those`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append("622,Hospitals,3-digit", to: "industries.csv")
    try dataset.append(
      "oews-industry-622-employment,industry,622,employment,\"Jobs that employers report\",,80000,,count,count (rounded),"
        + "wage and salary workers (self-employed excluded),May 2024,bls-oews-2024,false,", to: "figures.csv")
    #expect(try contradictions(dataset) == [])
  }
}
