import Testing

@testable import CareerData

struct DatasetDifferenceTests {
  private func difference(
    _ name: String = "lighthouse-keeping", _ change: (inout BrokenDataset) throws -> Void
  ) throws -> DatasetDifference {
    let old = try BrokenDataset(name)
    var new = old
    try change(&new)
    return try DatasetDifference(from: DatasetFiles(files: old.files), to: DatasetFiles(files: new.files))
  }

  /// `pay census-national-p10 changed`
  private func names(_ difference: DatasetDifference) -> [String] {
    difference.records.map { "\($0.table) \($0.key) \($0.change.rawValue)" }
  }

  @Test func `a dataset does not differ from itself`() throws {
    for name in ["lighthouse-keeping", "medical-coding"] {
      let difference = try difference(name) { _ in }
      #expect(difference.records == [] && difference.isEmpty)
      #expect(difference.old == difference.new)
    }
  }

  @Test func `figures that changed come with amounts and percent, the greatest change first`() throws {
    let difference = try difference { dataset in
      try dataset.replace(",21000,", with: ",21210,", in: "pay.csv")  // 1 percent
      try dataset.replace(",26000,", with: ",23400,", in: "pay.csv")  // -10 percent
      try dataset.replace(",640,", with: ",672,", in: "figures.csv")  // 5 percent
      try dataset.replace("20000,,28000", with: "20400,,42000", in: "pay.csv")  // 2 and 50 percent
    }
    #expect(
      names(difference) == [
        "pay almanac-assistant-keeper changed", "pay census-national-p25 changed",
        "figures census-employment changed", "pay census-national-p10 changed",
      ])
    #expect(
      difference.records[0].amounts == [
        .init(column: "low", old: 20000, new: 20400), .init(column: "high", old: 28000, new: 42000),
      ])
    #expect(difference.records[0].amounts.map(\.difference) == [400, 14000])
    #expect(difference.records[0].amounts.map(\.percent) == [2, 50])
    #expect(difference.records[1].amounts.map(\.percent) == [-10])
    #expect(difference.records.map(\.unit) == ["USD/year", "USD/year", "count", "USD/year"])
    #expect(difference.records.allSatisfy { $0.fields == [] })
  }

  @Test func `a percentage of a negative number has the sign of the change`() throws {
    let difference = try difference { try $0.replace(",-3.5,", with: ",-7,", in: "figures.csv") }
    #expect(difference.records.map { $0.amounts.map(\.percent) } == [[-100]])
  }

  @Test func `a number that appears or goes has no difference, and comes after those that have one`() throws {
    let difference = try difference { dataset in
      try dataset.replace("p90,annual,54000,,", with: "p90,annual,,54100,", in: "pay.csv")
      try dataset.replace(",30250.5,", with: ",30250.6,", in: "pay.csv")
    }
    #expect(names(difference) == ["pay census-state-OR-median changed", "pay census-state-ME-p90 changed"])
    #expect(
      difference.records[1].amounts == [
        .init(column: "low", old: 54000, new: nil), .init(column: "value", old: nil, new: 54100),
      ])
    #expect(difference.records[1].amounts.map(\.difference) == [nil, nil])
    #expect(difference.records[1].greatestPercent == nil)
  }

  @Test func `nothing is divided by zero, and nothing is infinite`() {
    #expect(RecordDifference.Amount(column: "value", old: 0, new: 5).percent == nil)
    #expect(RecordDifference.Amount(column: "value", old: -1e308, new: 1e308).difference == nil)
    #expect(RecordDifference.Amount(column: "value", old: .leastNonzeroMagnitude, new: 1e300).percent == nil)
  }

  @Test func `records that came and went are told by table, after the figures that changed`() throws {
    let difference = try difference { dataset in
      try dataset.replace("harbor-light,Harbor light", with: "harbor-lamp,Harbor light", in: "settings.csv")
      try dataset.replace("setting,harbor-light,", with: "setting,harbor-lamp,", in: "pay.csv")
      try dataset.replace("almanac-keeper,", with: "almanac-the-keeper,", in: "pay.csv")
      try dataset.replace("Maine", with: "State of Maine", in: "areas.csv")
    }
    #expect(
      names(difference) == [
        "pay census-harbor-light-median changed", "areas state:ME changed",
        "pay almanac-the-keeper added", "pay almanac-keeper removed", "settings harbor-lamp added",
        "settings harbor-light removed",
      ])
    #expect(
      difference.records[0].fields == [.init(column: "subject", old: "harbor-light", new: "harbor-lamp")])
    #expect(difference.records[0].amounts == [])
    #expect(difference.records[1].fields == [.init(column: "title", old: "Maine", new: "State of Maine")])
    #expect(difference.records[1].unit == nil)
    #expect(
      difference.records[2].amounts == [
        .init(column: "low", old: nil, new: 28000), .init(column: "high", old: nil, new: 42000),
      ])
    #expect(
      difference.records[4].fields.map(\.column) == [
        "title", "overlaps_others", "typical_work", "source",
      ])
    #expect(difference.records[5].fields.allSatisfy { $0.new == nil && $0.old != nil })
  }

  @Test func `the order of rows and the way a number is written do not count`() throws {
    let difference = try difference { dataset in
      let lines = try dataset.text("pay.csv").split(separator: "\n")
      let turned = [lines[0]] + lines.dropFirst().reversed()
      dataset.files["pay.csv"] = Array((turned.joined(separator: "\r\n") + "\r\n").utf8)
      try dataset.replace(",21000,", with: ",2.1e4,", in: "pay.csv")
      try dataset.replace(",54000,,,true,", with: ",54000.0,,,TRUE,", in: "pay.csv")
    }
    #expect(difference.records == [])
  }

  @Test func `a table with a key of several columns is compared by it`() throws {
    let difference = try difference("medical-coding") { dataset in
      try dataset.replace(
        "him-manager,RHIT,required", with: "him-manager,RHIT,typical", in: "rung_credentials.csv")
    }
    #expect(names(difference) == ["rung_credentials him-manager, RHIT changed"])
    #expect(difference.records[0].fields == [.init(column: "need", old: "required", new: "typical")])
  }

  @Test func `a table that only one has is added or removed with all its rows`() throws {
    let difference = try difference("medical-coding") { dataset in
      try dataset.removeResources { $0 == "drivers" }
    }
    #expect(
      names(difference) == [
        "drivers value-based-care removed", "drivers code-set-updates removed",
        "drivers ageing-population removed",
      ])
  }

  @Test func `the version is compared too`() throws {
    let difference = try difference { try $0.replace("\"1.0.0\"", with: "\"1.1.0\"", in: "datapackage.json") }
    #expect(difference.records == [] && !difference.isEmpty)
    #expect(difference.old.version == "1.0.0" && difference.new.version == "1.1.0")
    #expect(difference.old.contentHash != difference.new.contentHash)
  }

  @Test func `a dataset that cannot be read is an error`() throws {
    #expect(throws: DatasetErrors.self) {
      try difference { try $0.replace(",21000,", with: ",abc,", in: "pay.csv") }
    }
  }
}
