import Advising
import CareerData
import Export
import Foundation
import ReportModel

/// The comparisons of `Samples/comparisons`.
public enum SampleComparisons {
  public static let ids = ["medical-assistant", "cashier", "by-the-hour"]

  public static func path(_ id: String) -> String {
    SampleClients.root.appendingPathComponent("Samples/comparisons/\(id).json").path
  }

  public static func inputs(_ template: String = "standard") throws -> ComparisonInputs {
    try ComparisonInputs(datasetFolder: nil, template: template)
  }

  public static func profile(json: String) throws -> ClientProfile {
    try ProfileLoader(dataset: try DatasetLoader.shipped()).read(Array(json.utf8), path: "profile").profile
  }

  /// - Parameter template: the name of a shipped one.
  public static func report(_ id: String, template: String = "standard") throws -> Report {
    let json = try String(contentsOfFile: path(id), encoding: .utf8)
    return try report(on: try profile(json: json), template: template)
  }

  public static func report(on profile: ClientProfile, template: String = "standard") throws -> Report {
    try inputs(template).report(
      on: profile, occupations: [], places: [],
      date: profile.reportDate ?? CalendarDate(year: 2026, month: 11, day: 23)!)
  }

  /// The finished files, in the order of the formats.
  public static func files(
    _ id: String, template: String = "standard", formats: [OutputFormat] = [.csv, .txt]
  ) throws -> [RenderedFile] {
    var options = ReportExporter.Options()
    options.formats = formats
    let exporter = ReportExporter(
      dataset: try DatasetLoader.shipped(), template: try TemplateLoader.load(template), options: options)
    return try exporter.files(for: try report(id, template: template))
  }
}
