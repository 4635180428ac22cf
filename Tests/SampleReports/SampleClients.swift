import Advising
import AdvisingReport
import CareerData
import Export
import Foundation
import ReportModel
import SafeFiles
import Synchronization

/// The sample clients and what is made of them.
public enum SampleClients {
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  public static let folder = root.appendingPathComponent("Samples/clients")

  /// The ids of the sample clients, sorted.
  public static let ids: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

  /// Read once for all tests.
  private static let shipped = Result { () throws(ExportFailure) in try DatasetLoader.shipped() }
  private static let full = Result { () throws(ExportFailure) in try TemplateLoader.load("full") }

  public static func profile(_ id: String) throws -> ClientProfile {
    try ProfileLoader(dataset: shipped.get()).load("\(folder.path)/\(id).json").profile
  }

  public static func advice(_ id: String) throws -> Advice {
    try advice(on: profile(id))
  }

  public static func advice(on profile: ClientProfile) throws -> Advice {
    Advice(
      profile: profile, dataset: try shipped.get(),
      reportDate: profile.reportDate ?? CalendarDate(year: 2026, month: 11, day: 23)!)
  }

  public static func exporter(_ options: ReportExporter.Options = .init()) throws -> ReportExporter {
    ReportExporter(
      dataset: try shipped.get(), template: try full.get(), options: options)
  }

  /// The longest of the shipped templates, which has all the words of the standard one.
  public static func template() throws -> LoadedTemplate { try full.get() }

  /// Made once for all tests.
  private static let reports = Mutex<[String: Report]>([:])

  /// All there is to say: the advisor's copy of the longest template.
  public static func report(_ id: String) throws -> Report {
    if let known = reports.withLock({ $0[id] }) { return known }
    let profile = try profile(id)
    var options = ReportExporter.Options()
    options.copy = .advisor
    let report = try exporter(options).report(
      on: profile, date: profile.reportDate ?? CalendarDate(year: 2026, month: 11, day: 23)!)
    reports.withLock { $0[id] = report }
    return report
  }
}

/// A subject of a report: its rows of the CSV, and what people read of it, in short and at length.
public struct ReportedSubject {
  public let id: String
  public let figures: [Figure]
  public let blocks: [Block]
}

extension Report {
  /// What a report has on a subject: `summary` has page one and the advisor's page too.
  public func section(_ id: String) -> ReportedSubject? {
    let ids = [id, "\(id)_all"] + (id == "summary" ? ["page_one", "preparation"] : [])
    guard let group = figures.first(where: { $0.sectionID == id }) else { return nil }
    return ReportedSubject(
      id: id, figures: group.figures, blocks: sections.filter { ids.contains($0.id) }.flatMap(\.blocks))
  }

  public func figure(_ section: String, _ item: String, _ measure: String) -> Figure? {
    self.section(section)?.figures.first { $0.itemID == item && $0.measure == measure }
  }

  /// The figures of a section that match.
  public func figures(_ section: String, _ item: String, _ measure: String) -> [Figure] {
    self.section(section)?.figures.filter { $0.itemID == item && $0.measure == measure } ?? []
  }
}
