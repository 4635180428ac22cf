import CareerData
import TestValues
import Testing

struct FigureProvenanceTests {
  private func provenance(_ id: String, _ name: String = "medical-coding") throws -> FigureProvenance? {
    try FigureProvenance(of: id, in: DatasetFiles(files: SampleFiles.files(name)))
  }

  @Test func `a pay figure leads to its row, its population and its source`() throws {
    let provenance = try #require(try provenance("oews-national-mean"))
    guard case .pay(let pay) = provenance.figure else {
      Issue.record("not pay")
      return
    }
    #expect(pay.value == 55970)
    #expect(provenance.place == .init(file: "pay.csv", row: 30))
    #expect(provenance.sourcePlace == .init(file: "sources.csv", row: 2))
    #expect(provenance.source.publisher == "U.S. Bureau of Labor Statistics")
    #expect(provenance.population?.label == "wage and salary workers")
    #expect(provenance.subjectTitle == "nation: United States")
    #expect(provenance.disagreements.compactMap(\.acknowledgement?.id) == ["research-premium"])
  }

  @Test func `every figure of the shipped dataset has a line of provenance`() throws {
    let files = DatasetFiles(files: try SampleFiles.files("medical-coding"))
    let ids = try FigureProvenance.ids(in: files)
    #expect(ids.count == 754)
    for id in ids where !id.hasPrefix("oews-state") && !id.hasPrefix("oews-industry") {
      let provenance = try #require(try FigureProvenance(of: id, in: files), "\(id)")
      let line = String(decoding: try #require(files.files[provenance.place.file]), as: UTF8.self)
        .split(separator: "\n")[(provenance.place.row ?? 0) - 1]
      #expect(line.hasPrefix("\(id),"))
      #expect(!provenance.subjectTitle.isEmpty)
    }
  }

  @Test(arguments: [
    ("datausa-hospital-share", "setting: Hospital"),
    ("aapc-credentials-three-or-more-mean", "holders of credentials: three or more"),
    ("oews-industry-62-mean", "industry 62: Health Care and Social Assistance"),
    ("oews-state-CA-mean", "state: California"),
    ("oews-11-9111-median", "occupation 11-9111: Medical and Health Services Managers"),
    ("guide-employer-optum", "employer: Optum (UnitedHealth Group)"),
    ("guide-step-specialty", "step: Build specialty expertise"),
    ("guide-rung-him-manager", "rung: HIM manager or revenue cycle manager"),
    ("ziprecruiter-hcc-mean", "specialization: HCC risk adjustment"),
  ])
  func `subjects have titles`(id: String, title: String) throws {
    #expect(try provenance(id)?.subjectTitle == title)
  }

  @Test func `an id that no figure has leads nowhere`() throws {
    #expect(try provenance("none", "lighthouse-keeping") == nil)
  }
}
