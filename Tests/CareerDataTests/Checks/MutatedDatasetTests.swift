import CareerData
import TestValues
import Testing

/// Datasets that chance has changed: whatever stands in them, the check ends with findings that point at lines which
/// are there, and so does a comparison with the dataset as it was.
struct MutatedDatasetTests {
  private static let cells = [
    "", "0", "-1", "1e308", "-1e308", "1e-320", "99999999999999999999", "nan", "true", "false", "older",
    "undated",
    "national", "premium", "employment", "employment_share", "mean", "median", "hourly", "percent",
    "2024-05-31", "0001-01-01",
    "9999-12-31", "May 0000", "\u{202E}", "é", "\"a,\"\"b\"\"\"", "\"\n\"", "sum()", "value(pay:x)", "62",
    "31-33",
  ]

  private static func mutate(_ text: String, _ random: inout SplitMix64) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let line = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<20, using: &random) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[line], at: line)
      case 2: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &random))
      default:
        var fields = lines[line].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let field = Int.random(in: 0..<max(1, fields.count), using: &random)
        // Most of the cells come from the file itself: those make datasets that can be read.
        let other = lines.randomElement(using: &random)?
          .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let cell =
          Int.random(in: 0..<3, using: &random) == 0
          ? cells.randomElement(using: &random) : other.flatMap { field < $0.count ? $0[field] : nil }
        if field < fields.count, let cell { fields[field] = cell }
        lines[line] = fields.joined(separator: ",")
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: [("lighthouse-keeping", Rounds.count(150)), ("medical-coding", Rounds.count(24))])
  func `the check of a dataset never crashes`(name: String, count: Int) throws {
    let original = try SampleFiles.files(name)
    let day = try #require(CalendarDate(iso: "2026-11-23"))
    var random = SplitMix64(state: 3)
    var readableCount = 0
    for round in 0..<count {
      var files = original
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        // Figures more often than the rest: most checks are about them.
        let some = [
          "pay.csv", "figures.csv", "disagreements.csv", files.keys.sorted().randomElement(using: &random),
        ]
        guard let file = some.compactMap(\.self).filter({ files[$0] != nil }).randomElement(using: &random),
          let bytes = files[file]
        else { continue }
        files[file] = Array(Self.mutate(String(decoding: bytes, as: UTF8.self), &random).utf8)
      }
      let mutated = DatasetFiles(files: files)
      let check = DatasetCheck(mutated, asOf: day)
      for finding in check.findings {
        let lineCount = files[finding.place.file]?.count { $0 == 0x0A } ?? 0
        #expect((finding.place.row ?? 1) <= lineCount + 1, "round \(round): \(finding)")
        #expect(!finding.found.isEmpty && !finding.description.isEmpty)
      }
      guard check.identity != nil else { continue }
      readableCount += 1
      let difference = try DatasetDifference(from: DatasetFiles(files: original), to: mutated)
      #expect(difference.records.allSatisfy { !$0.table.isEmpty })
      let back = try DatasetDifference(from: mutated, to: DatasetFiles(files: original))
      #expect(back.records.count == difference.records.count)
    }
    // Otherwise the test looks at nothing but the reader.
    #expect(readableCount > count / 5, "\(readableCount) of \(count)")
  }
}
