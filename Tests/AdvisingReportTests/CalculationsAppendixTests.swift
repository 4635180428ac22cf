import AdvisingReport
import CareerData
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

@Suite struct CalculationsAppendixTests {
  private func report(_ client: String, _ template: String) throws -> Report {
    let inputs = try ReportInputs(datasetFolder: nil, template: template)
    return try ReportExporter(dataset: inputs.reportDataset, template: inputs.template, options: .init())
      .report(on: try SampleClients.profile(client), date: #require(CalendarDate(iso: "2026-11-23")))
  }

  /// The lines of the section, and the report.
  private func lines(_ client: String, _ template: String) throws -> (lines: [String], report: Report) {
    let report = try self.report(client, template)
    let section = try #require(report.sections.first { $0.id == "calculations" })
    #expect(section.part == .appendix)
    let formatter = ValueFormatter(for: report)
    return (
      section.blocks.flatMap { block -> [String] in
        switch block {
        case .paragraph(let prose): [formatter.text(prose)]
        case .list(_, let items), .passage(_, let items): items.map(formatter.text)
        default: ["a block of another kind"]
        }
      }, report
    )
  }

  @Test func `the appendix says how each number was made`() throws {
    let (lines, report) = try lines("worked-example", "full")
    #expect(
      lines.contains(
        "Your present pay: pay a month: $46,000 / 12 = $3,833."), "\(lines)")
    let california = try #require(lines.first { $0.hasPrefix("California: ") })
    #expect(california.hasPrefix("California: $46,000 - $59,700 = -$13,700 (-22.9%); "))
    #expect(california.contains("$59,700: median [1]; "))
    #expect(california.contains("$50,250: median, United States [1]"))
    #expect(lines.contains("difference: amount - base"))
    // Before what the numbers of the sources mean.
    let ids = report.sections.map(\.id)
    #expect(ids.suffix(2) == ["calculations", "sources"])
  }

  @Test func `only a report with an appendix has it`() throws {
    for template in ["standard", "brief"] {
      let report = try report("worked-example", template)
      #expect(!report.sections.contains { $0.id == "calculations" })
    }
  }

  @Test func `what explain says of a number the appendix says too, in each language`() throws {
    for client in SampleClients.ids {
      for template in ["full", "full-es"] {
        let inputs = try ReportInputs(datasetFolder: nil, template: template)
        let (lines, report) = try lines(client, template)
        let explanations = Explanation.all(of: report, from: inputs.reportDataset)
        let said = ExplanationReport(explanations, of: report, in: inputs.template.report).text
        // The numbers and the result: `… = $46,000 - $59,700 = -$13,700`.
        let all = lines.joined(separator: "\n")
        var count = 0
        for line in said.split(separator: "\n") where line.hasPrefix("  ") && line.contains(" = ") {
          let parts = line.components(separatedBy: " = ")
          guard parts.count == 3, !parts[1].hasSuffix(" x 100") else { continue }
          count += 1
          #expect(all.contains("\(parts[1]) = \(parts[2])"), "\(client) \(template): \(line)")
        }
        #expect(count > 10)
      }
    }
  }

  @Test func `each rule and each of its numbers has words`() throws {
    let folder = SampleClients.root.appendingPathComponent("Sources/Advising/Rules")
    let code = try String(contentsOf: folder.appendingPathComponent("PayRules.swift"), encoding: .utf8)
    let yaml = try String(
      contentsOf: SampleClients.root.appendingPathComponent("Templates/standard/template.yaml"),
      encoding: .utf8)
    func keys(_ group: String) throws -> Set<String> {
      let lines = try #require(
        yaml.components(separatedBy: "\n  \(group):\n").last?.components(separatedBy: "\n"))
      return Set(
        lines.prefix { $0.hasPrefix("    ") }.map {
          String($0.trimmingCharacters(in: .whitespaces).prefix { $0 != ":" })
        })
    }
    var (rules, parameters): (Set<String>, Set<String>) = ([], [])
    // Those of the what-if stand in no report.
    for match in code.matches(of: /Rule\(\s*"(\w+)",(?:\s*parameters:)?\s*([^){]*)/)
    where !["pay_of_year", "pay_of_year_in_training", "earnings"].contains(String(match.1)) {
      rules.insert(String(match.1))
      for word in match.2.matches(of: /"([a-z ]+)"/) {
        parameters.insert(word.1.replacingOccurrences(of: " ", with: "_"))
      }
    }
    #expect(rules.count > 12 && parameters.count > 15)
    #expect(try keys("rule") == rules.union(["sum"]))
    #expect(try keys("parameter") == parameters)
  }
}
