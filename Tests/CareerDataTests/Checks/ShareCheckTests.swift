import CareerData
import Testing

struct ShareCheckTests {
  private func dataset(_ shares: [(setting: String, percent: String)]) throws -> BrokenDataset {
    var dataset = try BrokenDataset("lighthouse-keeping")
    for (setting, percent) in shares {
      try dataset.append(
        "share-\(setting),setting,\(setting),employment_share,Share,,\(percent),,percent,share of employment,"
          + "salaried keepers,2023,census-of-lights", to: "figures.csv")
    }
    return dataset
  }

  @Test(arguments: ["100.1", "-0.1", "1e11"])
  func `a share is from 0 to 100`(percent: String) throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(",62.5,", with: ",\(percent),", in: "figures.csv")
    let findings = try dataset.complaints().filter { $0.rule == "share_range" }
    #expect(findings.map(\.summary) == ["error figures.csv 5 value share_range"])
  }

  @Test func `a percentage that is no share may be anything`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(",-3.5,", with: ",250,", in: "figures.csv")
    #expect(try dataset.complaints() == [])
  }

  @Test func `shares of one whole do not add up to more than it`() throws {
    let findings = try dataset([("harbor-light", "40")]).complaints()
    #expect(findings.map(\.summary) == ["error figures.csv 5 value share_sum"])
    #expect(findings.first?.kind == .shareSumAbove100(102.5, count: 2))
    #expect(findings.first?.found == "2 shares add up to 102.5 %")
    // Each may be rounded.
    #expect(try dataset([("harbor-light", "37.6")]).complaints() == [])
  }

  @Test func `a setting that overlaps others has no part in the whole`() throws {
    var dataset = try dataset([("harbor-light", "40")])
    try dataset.replace("Harbor light,false", with: "Harbor light,true", in: "settings.csv")
    #expect(try dataset.complaints() == [])
  }

  @Test func `a sum that the dataset claims is not above 100 either`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append(
      "all,area,national,employment_share,,123.4,percent,"
        + "\"sum(figure:datausa-hospital-share, figure:aapc-remote-share)\",datausa,two wholes",
      to: "disagreements.csv")
    #expect(
      try dataset.complaints().map(\.summary) == ["error disagreements.csv 8 recalculation share_sum"])
  }
}
