import CareerData
import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Export

@Suite struct DifferenceReportTests {

  /// A small dataset and the same with changes of every sort.
  private static func report() throws -> DifferenceReport {
    let folder = try TestFolder()
    let old = try folder.copyFolder(Repository.path("Samples/datasets/lighthouse-keeping"), to: "old")
    let new = try folder.copyFolder(Repository.path("Samples/datasets/lighthouse-keeping"), to: "new")
    func replace(_ old: String, _ new: String, in file: String) throws {
      let text = try folder.text("new/\(file)")
      try #require(text.contains(old))
      try folder.write(text.replacingOccurrences(of: old, with: new), to: "new/\(file)")
    }
    try replace("national,p10,annual,,21000,", "national,p10,annual,,23100.1,", in: "pay.csv")
    try replace(",15.38,", ",15.39,", in: "pay.csv")
    try replace(",62.5,", ",60,", in: "figures.csv")
    try replace("p90,annual,54000,", "p90,annual,,54000", in: "pay.csv")
    try replace("54000,,true", "54000,,false", in: "pay.csv")
    try replace("Keeper,3", "=Keeper,3", in: "rungs.csv")
    try replace("almanac-keeper", "almanac-the-keeper", in: "pay.csv")
    try replace("\"1.0.0\"", "\"1.1.0\"", in: "datapackage.json")
    return try DifferenceReport(from: DatasetInput(folder: old), to: DatasetInput(folder: new))
  }

  @Test func `the text has the greatest change first, with units`() throws {
    let style = try TemplateLoader.load("standard").report.style
    let lines = try Self.report().lines(style: style)
    #expect(
      lines[0].hasPrefix("Old: Lighthouse keeping careers (fictional) (lighthouse-keeping 1.0.0), content "),
      "\(lines[0])")
    #expect(
      Array(lines.dropFirst(2)) == [
        "", "Figures that changed, the greatest change first (4):",
        "  pay census-national-p10: $21,000 -> $23,100 (+$2,100, +10.0%)",
        "  figures census-rock-station-share: 62.5% -> 60.0% (-2.5%)",
        "  pay census-national-hourly-median: $15.38 -> $15.39 (+$0.01, +0.1%)",
        "  pay census-state-ME-p90:", "    low $54,000 -> nothing", "    nothing -> $54,000",
        "    open_ended: \"true\" -> \"false\"",
        "", "Records added (1):", "  pay almanac-the-keeper: low $28,000, high $42,000",
        "", "Records removed (1):", "  pay almanac-keeper: low $28,000, high $42,000",
        "", "Records changed (1):", "  rungs keeper: title: \"Keeper\" -> \"=Keeper\"",
      ])
  }

  @Test func `the CSV has a row for each number and cell, and no formula`() throws {
    let text = String(decoding: try Self.report().csv, as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
    #expect(lines.first == "table,id,change,column,unit,old,new,difference,percent")
    #expect(lines.last == "")
    #expect(lines[1] == "datapackage.json,,changed,version,,1.0.0,1.1.0,,")
    #expect(lines[2].hasPrefix("datapackage.json,,changed,content_sha256,,"))
    for line in [
      "pay,census-national-p10,changed,value,USD/year,21000,23100.1,2100.1,10",
      "pay,census-national-hourly-median,changed,value,USD/hour,15.38,15.39,0.01,0.1",
      "figures,census-rock-station-share,changed,value,percent,62.5,60,-2.5,-4",
      "pay,census-state-ME-p90,changed,low,USD/year,54000,,,",
      "pay,almanac-the-keeper,added,low,USD/year,,28000,,",
      "rungs,keeper,changed,title,,Keeper,'=Keeper,,",
    ] { #expect(lines.contains(line), "\(line) in \(lines)") }
    #expect(
      lines.dropLast().allSatisfy {
        $0.split(separator: ",", omittingEmptySubsequences: false).count == 9 || $0.contains("\"")
      })
  }

  @Test func `the JSON is read by an independent reader, and its keys are sorted`() throws {
    let bytes = try Self.report().json
    let root = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect((root["new"] as? [String: Any])?["version"] as? String == "1.1.0")
    let records = try #require(root["records"] as? [[String: Any]])
    let first = try #require(records.first)
    #expect(first["key"] as? String == "census-national-p10" && first["unit"] as? String == "USD/year")
    let amount = try #require((first["amounts"] as? [[String: Any]])?.first)
    #expect(amount["difference"] as? Double == 2100.1 && amount["percent"] as? Double == 10)
    #expect(records.last?["unit"] is NSNull)
    try expectSortedKeys(bytes)
  }

  @Test func `nothing that differs is said so`() throws {
    let input = try DatasetInput(folder: nil)
    let report = try DifferenceReport(from: input, to: input)
    let style = try TemplateLoader.load("standard").report.style
    #expect(report.lines(style: style).last == "No record differs.")
    #expect(String(decoding: report.csv, as: UTF8.self).components(separatedBy: "\r\n").count == 2)
  }

  @Test func `the one of the two that cannot be read is named`() throws {
    let folder = try TestFolder()
    let bad = try folder.copyFolder(Repository.path("Samples/datasets/lighthouse-keeping"), to: "bad")
    try folder.write("id\n", to: "bad/settings.csv")
    let good = try DatasetInput(folder: nil)
    for (old, new) in [(good, try DatasetInput(folder: bad)), (try DatasetInput(folder: bad), good)] {
      do throws(ExportFailure) {
        _ = try DifferenceReport(from: old, to: new)
        Issue.record("a bad dataset was read")
      } catch {
        #expect(error.exitCode == 65)
        #expect(error.lines.allSatisfy { $0.hasPrefix("\(bad): settings.csv: ") })
      }
    }
  }
}

/// The keys of each object stand in the order of their bytes; each key is alone on its line.
func expectSortedKeys(_ bytes: [UInt8]) throws {
  var keys: [[String]] = []
  for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
    let depth = line.prefix { $0 == " " }.count / 2
    while keys.count > depth + 1 { keys.removeLast() }
    while keys.count < depth + 1 { keys.append([]) }
    let trimmed = line.dropFirst(depth * 2)
    guard trimmed.hasPrefix("\""), let end = trimmed.firstRange(of: "\": ") else {
      keys[depth] = []
      continue
    }
    let key = String(trimmed[..<end.lowerBound])
    if let last = keys[depth].last { #expect(last < key, "\(last) before \(key)") }
    keys[depth].append(key)
  }
}
