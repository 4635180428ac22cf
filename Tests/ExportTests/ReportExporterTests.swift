import Advising
import CareerData
import Foundation
import ReportModel
import SafeFiles
import TestValues
import Testing

@testable import Export

@Suite struct ReportExporterTests {
  @Test(arguments: SampleReports.ids, OutputFormat.selfContained)
  func `every sample client has a report in every format`(id: String, format: OutputFormat) throws {
    let files = try SampleReports.files(id, formats: [format])
    #expect(files.first?.name == "\(id).\(format.id)")
    #expect(files.allSatisfy { $0.name.hasPrefix("\(id).") && $0.bytes.count > 1000 })
  }

  @Test(arguments: OutputFormat.selfContained)
  func `the same input gives the same bytes`(format: OutputFormat) throws {
    let first = try SampleReports.files("worked-example", formats: [format])
    // A workbook has times in it, to the second or two.
    if format == .xlsx { usleep(2_100_000) }
    #expect(try SampleReports.files("worked-example", formats: [format]) == first)
  }

  @Test(arguments: [OutputFormat.all, [.csv, .txt], [.xlsx], [.pdf], []])
  func `standard output takes one format that is text`(formats: [OutputFormat]) throws {
    let exporter = try SampleReports.exporter(formats: formats)
    let report = try SampleReports.report("worked-example", by: exporter)
    let expected = ExportFailure.usage(
      "--output - prints one format that is text; use --format txt or --format csv")
    #expect(throws: expected) { try exporter.print(report) }
  }

  @Test func `files go into the folder, in the order of the formats`() throws {
    let folder = try TestFolder()
    let exporter = try SampleReports.exporter()
    let report = try SampleReports.report("auditor", by: exporter)
    let paths = try exporter.write(report, to: folder.path("new"))
    #expect(paths == (try exporter.files(for: report).map { folder.path("new/\($0.name)") }))
    #expect(try folder.names(in: "new") == paths.map { URL(fileURLWithPath: $0).lastPathComponent }.sorted())
  }

  // MARK: - Another occupation

  /// Every field is set; the small dataset lacks the tables of some.
  private static let everyField = """
    {"id": "keeper-1", "name": "A Keeper (fictional)", "advisor": "An Advisor (fictional)",
     "report_date": "2026-11-23", "state": "ME", "area": "Bangor, ME", "pay_amount": 30000,
     "pay_basis": "annual", "hours_per_week": 36, "in_field": true, "rung": "keeper",
     "years_of_experience": 4, "credentials": ["any"], "setting": "harbor-light",
     "target_setting": "rock-station", "specialization": "fog", "target_specialization": "lamp",
     "open_to_remote": true, "education": "associate", "certification_budget": 500,
     "occupation": "lighthouse keeping", "compare": ["Cashiers"], "compare_places": ["ME"],
     "horizon_years": 3, "notes": "Wants to live on the rock.",
     "agreed_steps": [{"text": "Ask the harbor office", "due": "2026-12-01", "done": "2026-11-20"}],
     "previous": {"date": "2026-05-04", "pay": 31000, "rung": "keeper", "credentials": ["any"]}}
    """

  private func lighthouse() throws -> (dataset: CareerDataset, reading: ProfileReader.Reading) {
    let folder = try TestFolder()
    let dataset = try DatasetLoader.load(folder: Repository.path("Samples/datasets/lighthouse-keeping"))
    let keys = try #require(
      JSONSerialization.jsonObject(with: Data(Self.everyField.utf8)) as? [String: Any])
    #expect(Set(keys.keys) == Set(ProfileField.allCases.map(\.rawValue)))
    let path = try folder.write(Self.everyField, to: "keeper.json")
    return (dataset, try ProfileLoader(dataset: dataset).load(path))
  }

  @Test func `ids of tables that a dataset lacks are noted and ignored`() throws {
    let reading = try lighthouse().reading
    #expect(
      reading.notices.map(\.description) == [
        "area: ignored; the dataset has no metropolitan areas",
        "credentials: ignored; the dataset has no credentials",
        "specialization: ignored; the dataset has no specializations",
        "target_specialization: ignored; the dataset has no specializations",
      ])
    #expect(reading.profile.credentialIDs == nil && reading.profile.specializationID == nil)
    #expect(reading.profile.targetSettingID == "rock-station")
  }

  @Test func `tables that a dataset lacks leave their sections out`() throws {
    let (dataset, reading) = try lighthouse()
    let exporter = try SampleReports.exporter(dataset: dataset)
    let date = try #require(reading.profile.reportDate)
    let report = exporter.report(on: reading.profile, date: date)
    #expect(
      report.figures.map(\.sectionID) == [
        "summary", "position", "settings", "ladder", "employers", "outlook", "sources",
      ])
    for format in OutputFormat.selfContained {
      let files = try SampleReports.exporter(dataset: dataset, formats: [format]).files(for: report)
      #expect(files.first?.name == "keeper-1.\(format.id)")
      #expect(files.allSatisfy { $0.bytes.count > 1000 })
    }
    let text = try SampleReports.exporter(dataset: dataset, formats: [.txt]).files(for: report)[0]
    let words = String(decoding: text.bytes, as: UTF8.self)
    #expect(words.contains("Rock station") && words.contains("Lighthouse keeping"))
    #expect(!words.localizedCaseInsensitiveContains("coding") && !words.contains("AAPC"))
  }
}
