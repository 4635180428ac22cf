import Advising
import CareerData
import Caseload
import Export
import Foundation
import TestValues
import Testing

/// A caseload whose clients' reports are about different occupations.
@Suite struct MixedOccupationsTests {
  private let folder: TestFolder
  private static let today = CalendarDate(year: 2026, month: 11, day: 23)!

  init() throws { folder = try TestFolder() }

  private func run(resumes: Bool = false) throws -> BatchResult {
    var options = BatchOptions()
    options.export.formats = [.csv]
    options.jobs = 2
    options.summarizes = true
    options.resumes = resumes
    let inputs = try ReportInputs(datasets: [], template: TemplateLoader.standardName)
    let batch = BatchExporter(inputs: inputs, options: options, today: Self.today)
    return try batch.run(RosterFile(folder.path("roster.csv")), to: folder.path("out"))
  }

  private func writeRoster() throws {
    try folder.write(
      """
      id,occupation,state,credentials,education,in_field
      coder,,CA,CPC,certificate,yes
      pharmacist,29-1051,CA,RPh; none of ours,bachelor,no
      actor,Actors,NV,,high school,no
      coder-too,Medical records specialists,TX,CPC; CIC,certificate,yes
      nobody,Lighthouse keeper,TX,,,

      """, to: "roster.csv")
  }

  private func text(_ name: String) throws -> String { try folder.text("out/\(name)") }

  @Test func `each report is made from what covers its occupation, and the summary keeps them apart`() throws
  {
    try writeRoster()
    let result = try run()
    #expect(result.count.done == 4 && result.count.rejected == 1 && result.count.noticed == 1)
    #expect(try text("rejects.csv").contains("unknown occupation"))
    #expect(try text("coder.csv").contains(",credentials,held,") && text("coder-too.csv").contains("CPC;CIC"))
    #expect(try text("pharmacist.csv").contains("Pharmacists") && !text("pharmacist.csv").contains("RPh"))
    let entries = try text("manifest.ndjson").split(separator: "\n").dropFirst()
    func dataset(_ client: String) -> String? {
      let line = entries.first { $0.contains("\"client\":\"\(client)\"") }
      return line?.components(separatedBy: "\"dataset\":\"").last?.components(separatedBy: " ").first
    }
    #expect(dataset("coder") == "medical-coding" && dataset("coder-too") == "medical-coding")
    #expect(dataset("actor") == "occupation-27-2011" && dataset("pharmacist") == "occupation-29-1051")
    let summary = try text("summary.txt")
    #expect(summary.contains("Pharmacists (SOC 29-1051)"))
    #expect(summary.contains("Credentials held (Medical Records Specialists)"))
    let rows = try text("summary.csv")
    #expect(rows.contains("clients_by_occupation"))
    // One credential and two: of the two coders alone.
    let credentials = rows.split(whereSeparator: \.isNewline).filter { $0.contains("clients_by_credentials") }
    #expect(credentials.count == 2 && credentials.allSatisfy { $0.contains(",1,") }, "\(credentials)")
  }

  @Test func `taken up again, every client is kept`() throws {
    try writeRoster()
    _ = try run()
    let result = try run(resumes: true)
    #expect(result.count.kept == 4 && result.count.done == 0)
  }
}
