import Foundation
import SampleReports
import Testing

/// How long the reports are that people read.
@Suite(.enabled(if: PDFTools.python != nil, "PATHBOOK_PYTHON names no Python"))
struct ReportLengthTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.makeFolder("scratch")
    try PDFTools.install(in: folder)
  }

  /// - Parameter exitCodes: 65 too where the command may refuse a client.
  private func batch(
    _ roster: String, _ template: String, _ formats: String, exitCodes: [Int32?] = [0]
  ) throws -> [String: Data] {
    let command = Command(
      folder: folder.path,
      environment: ["XDG_DATA_HOME": folder.path("data"), "TMPDIR": folder.path("scratch")])
    let result = try command.run([
      "batch", roster, "--template", template, "--format", formats, "--report-date", "2026-11-23", "--quiet",
      "--output", template,
    ])
    let exitCode = try #require(result.exitCode)
    #expect(exitCodes.contains(exitCode), "\(result.errors)")
    return try folder.files(in: template)
  }

  private func pages(_ files: [String: Data], in template: String) throws -> [String: Int] {
    let names = files.keys.filter { $0.hasSuffix(".pdf") }.sorted()
    let found = try PDFTools.read(names.map { folder.path("\(template)/\($0)") })
    return Dictionary(uniqueKeysWithValues: zip(names, found.map(\.pages)))
  }

  private func lines(_ files: [String: Data]) -> [String: Int] {
    files.filter { $0.key.hasSuffix(".txt") }.mapValues { text in text.count { $0 == 0x0A } }
  }

  /// Long enough to need smaller letters, for some of them.
  private static let generated =
    ProcessInfo.processInfo.environment["PATHBOOK_LONG_TESTS"] == nil ? 30 : 200

  @Test(arguments: ["brief", "brief-es"]) func `page one is one page`(template: String) throws {
    let clients = try SampleClients.generated(Self.generated, seed: 1)
    let json = try JSONSerialization.data(withJSONObject: clients.map(\.jsonObject))
    try folder.write(String(decoding: json, as: UTF8.self), to: "roster.json")
    let pages = try pages(batch("roster.json", template, "pdf", exitCodes: [0, 65]), in: template)
    // What chance makes of a client is not always one that is read, such as a pay beyond all limits.
    #expect(pages.count * 100 >= clients.count * 98)
    #expect(pages.filter { $0.value != 1 } == [:])
  }

  @Test(arguments: [("standard", 4), ("standard-es", 4), ("full", 11), ("full-es", 11)])
  func `a report has as many pages as one reads`(template: String, most: Int) throws {
    let pages = try pages(batch(Repository.path("Samples/clients"), template, "pdf"), in: template)
    #expect(pages.count == SampleClients.ids.count)
    #expect(pages.filter { $0.value > most } == [:])
  }

  // What the design asks for, but for Spanish, which takes about a tenth more words.
  @Test(arguments: [("brief", 45), ("brief-es", 50), ("standard", 165), ("standard-es", 175)])
  func `a text has as many lines as one reads`(template: String, most: Int) throws {
    let lines = lines(try batch(Repository.path("Samples/clients"), template, "txt"))
    #expect(lines.count == SampleClients.ids.count)
    #expect(lines.filter { $0.value > most } == [:])
  }

  /// Five occupations with long titles, three places, and all that a profile can say.
  @Test(arguments: ["standard", "standard-es"]) func `a comparison is one page`(template: String) throws {
    try folder.write(
      """
      {"id": "long", "name": "\(String(repeating: "Wilhelmina-", count: 6))", "advisor": "An Advisor", "state": "CA",
       "pay_amount": 20, "pay_basis": "hourly", "hours_per_week": 25, "education": "high-school", "horizon_years": 10,
       "compare": ["Medical Secretaries and Administrative Assistants", "29-2072", "11-9111",
        "Licensed Practical and Licensed Vocational Nurses", "29-9021"], "compare_places": ["TX", "NC"]}
      """, to: "long.json")
    let command = Command(
      folder: folder.path,
      environment: ["XDG_DATA_HOME": folder.path("data"), "TMPDIR": folder.path("scratch")])
    let profiles = [folder.path("long.json")] + SampleComparisons.ids.map(SampleComparisons.path)
    for profile in profiles {
      let result = try command.run([
        "compare", profile, "--format", "pdf", "--template", template, "--report-date", "2026-11-23",
        "--output", "compared",
      ])
      #expect(result.exitCode == 0, "\(result.errors)")
    }
    let names = (["long"] + SampleComparisons.ids).map { folder.path("compared/\($0).compare.pdf") }
    #expect(try PDFTools.read(names).map(\.pages) == names.map { _ in 1 })
  }
}
