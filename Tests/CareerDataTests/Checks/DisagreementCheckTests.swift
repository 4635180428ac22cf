import TestValues
import Testing

@testable import CareerData

/// The six published disagreements of the shipped dataset: the check finds each by calculation, with the row of
/// `disagreements` that explains it and without.
struct DisagreementCheckTests {
  struct Known: Sendable, CustomTestStringConvertible {
    /// The row of `disagreements`.
    let id: String
    let place: String
    let rule: String
    /// What the check says it found, from the figures alone.
    let found: String
    let figureIDs: [String]
    var testDescription: String { id }
  }

  static let known: [Known] = [
    Known(
      id: "certified-premium", place: "figures.csv 15 value", rule: "claim",
      found: "a premium of 20.7 % is published; the means 66979 (aapc-credentials-any-mean) and 55721 "
        + "(aapc-credentials-none-mean) give 20.2 %; the published percentage implies a base of about 55492",
      figureIDs: ["aapc-certified-premium", "aapc-credentials-any-mean", "aapc-credentials-none-mean"]),
    Known(
      id: "research-premium", place: "figures.csv 16 value", rule: "claim",
      found: "a premium of 56 % is published; the means 80965 (datausa-research-mean) and 55970 "
        + "(oews-national-mean) give 44.7 %; the published percentage implies a base of about 51901",
      figureIDs: ["datausa-research-premium", "datausa-research-mean", "oews-national-mean"]),
    Known(
      id: "director-median", place: "pay.csv 19 value", rule: "other_occupation",
      found:
        "110680 is attributed to SOC 11-9111, Medical and Health Services Managers, whose own figure is 117960 "
        + "(oews-11-9111-median)",
      figureIDs: ["guide-rung-him-director-median", "oews-11-9111-median"]),
    Known(
      id: "employment", place: "figures.csv 2 value", rule: "two_figures",
      found: "two numbers for employment of national: 194800 (bls-ep-employment, bls-ep-2024) and 187910 "
        + "(oews-national-employment, bls-oews-2024)",
      figureIDs: ["bls-ep-employment", "oews-national-employment"]),
    Known(
      id: "setting-shares-sum", place: "figures.csv 8 value", rule: "share_sum",
      found: "3 shares of employment add up to 89.8 %; 10.2 % is unaccounted for",
      figureIDs: [
        "datausa-hospital-share", "datausa-physician-office-share", "datausa-outpatient-care-center-share",
      ]),
    Known(
      id: "setting-shares-health-care", place: "figures.csv 8 value", rule: "share_of_industry",
      found:
        "3 shares of settings in industry 62 add up to 89.8 %, but the industry has 65.3 % of the employment",
      figureIDs: [
        "datausa-hospital-share", "datausa-physician-office-share", "datausa-outpatient-care-center-share",
        "oews-industry-62-employment", "oews-national-employment",
      ]),
  ]

  @Test func `the shipped dataset has these and no error`() throws {
    let findings = try BrokenDataset("medical-coding").findings()
    #expect(findings.map(\.severity) == Array(repeating: .note, count: 6))
    #expect(Set(findings.compactMap(\.acknowledgement?.id)) == Set(Self.known.map(\.id)))
  }

  @Test(arguments: known)
  func `each is a note with the dataset's reason`(_ known: Known) throws {
    let dataset = try BrokenDataset("medical-coding")
    let finding = try #require(try dataset.findings().first { $0.acknowledgement?.id == known.id })
    #expect(finding.summary == "note \(known.place) \(known.rule)")
    #expect(finding.found == known.found)
    #expect(finding.figureIDs == known.figureIDs)
    let shipped = try SampleFiles.medicalCoding().records.disagreements
    #expect(finding.acknowledgement?.reason == shipped.first { $0.id == known.id }?.explanation)
    #expect(finding.description.hasSuffix(finding.acknowledgement?.reason ?? "none"))
  }

  @Test(arguments: known)
  func `each is an error when nobody explains it`(_ known: Known) throws {
    var dataset = try BrokenDataset("medical-coding")
    let lines = try dataset.text("disagreements.csv").split(separator: "\n")
    let rest = lines.filter { !$0.hasPrefix(known.id + ",") }
    #expect(rest.count == lines.count - 1)
    dataset.files["disagreements.csv"] = Array((rest.joined(separator: "\n") + "\n").utf8)
    let findings = try dataset.findings()
    let errors = findings.filter { $0.severity == .error }
    #expect(findings.count == 6)
    #expect(errors.map(\.summary) == ["error \(known.place) \(known.rule)"])
    #expect(errors.first?.found == known.found)
    #expect(
      errors.first?.remedy.hasPrefix("correct the figures, or explain them in the table disagreements: ")
        == true)
  }

  @Test(arguments: known)
  func `the remedy names the row that explains it`(_ known: Known) throws {
    let records = try SampleFiles.medicalCoding().records
    let row = try #require(records.disagreements.first { $0.id == known.id })
    let found = try BrokenDataset("medical-coding").findings()
    guard
      case .contradiction(let contradiction, _)? = found.first(where: { $0.acknowledgement?.id == known.id })?
        .kind
    else {
      Issue.record("\(known.id) is no contradiction")
      return
    }
    let unexplained = CheckFinding(.error, .init(file: "x"), .contradiction(contradiction, nil))
    let recalculation = try #require(Recalculation(row.recalculation))
    #expect(unexplained.remedy.contains("recalculation \"\(recalculation.text)\""))
    #expect(unexplained.remedy.contains("subject \(row.subject.kind.rawValue) \(row.subject.id)"))
  }

  @Test func `all six without the table are six errors`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.removeResources { $0 == "disagreements" }
    #expect(try dataset.findings().map(\.severity) == Array(repeating: .error, count: 6))
  }

  @Test func `a row about another number explains nothing`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace("premium,20.7,", with: "premium,21.7,", in: "disagreements.csv")
    let errors = try dataset.findings().filter { $0.severity == .error }
    #expect(errors.map(\.summary) == ["error figures.csv 15 value claim"])
    #expect(
      try dataset.findings().contains { $0.summary == "note disagreements.csv 2 explanation disagreement" })
  }

  @Test func `of two numbers either may be called the published one`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(
      "194800,187910,count,value(figure:oews-national-employment)",
      with: "187910,194800,count,value(figure:bls-ep-employment)", in: "disagreements.csv")
    #expect(try dataset.complaints() == [])
  }

  @Test func `a number that the figures no longer give is an error`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(",187910,,count", with: ",190010,,count", in: "figures.csv")
    let findings = try dataset.complaints()
    // The sector's share is another too.
    #expect(
      findings.map(\.summary) == [
        "error disagreements.csv 5 recalculated_value disagreement",
        "error disagreements.csv 7 recalculated_value disagreement",
      ])
    #expect(findings[0].found == "187910 is stated; the figures give 190010")
    #expect(findings[1].expected == "64.5")
  }

  @Test func `a disagreement between figures that agree by now is a warning`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(",20.7,,percent", with: ",20.2,,percent", in: "figures.csv")
    try dataset.replace("premium,20.7,20.2", with: "premium,20.2,20.2", in: "disagreements.csv")
    #expect(
      try dataset.complaints().map(\.summary) == [
        "warning disagreements.csv 2 recalculated_value disagreement"
      ])
  }

  @Test func `a recalculation over a range is an error`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(
      "value(pay:oews-11-9111-median)", with: "value(pay:guide-rung-him-manager)", in: "disagreements.csv")
    #expect(
      try dataset.complaints().map(\.summary) == [
        "error pay.csv 19 value other_occupation", "error disagreements.csv 4 recalculation disagreement",
      ])
  }
}
