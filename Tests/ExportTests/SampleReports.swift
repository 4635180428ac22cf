import CareerData
import ReportModel
import SafeFiles
import TestValues
import Testing

@testable import Export

/// Reports on the sample clients.
enum SampleReports {
  static let ids: [String] =
    ((try? Repository.names(in: "Samples/clients")) ?? []).filter { $0.hasSuffix(".json") }
    .map { String($0.dropLast(5)) }

  /// Read once for all tests.
  private static let shipped = Result { () throws(ExportFailure) in try DatasetLoader.shipped() }
  private static let standard = Result { () throws(ExportFailure) in
    try TemplateLoader.load(TemplateLoader.standardName)
  }

  static func exporter(
    dataset: CareerDataset? = nil, formats: [OutputFormat] = OutputFormat.selfContained,
    template: LoadedTemplate? = nil
  ) throws -> ReportExporter {
    var options = ReportExporter.Options()
    options.formats = formats
    return ReportExporter(
      dataset: try dataset ?? shipped.get(), template: try template ?? standard.get(), options: options)
  }

  static func report(_ id: String, by exporter: ReportExporter) throws -> Report {
    let profile = try ProfileLoader(dataset: shipped.get())
      .load(Repository.path("Samples/clients/\(id).json")).profile
    let date = try #require(profile.reportDate ?? CalendarDate(iso: "2026-11-23"))
    return exporter.report(on: profile, date: date)
  }

  static func files(
    _ id: String, formats: [OutputFormat] = OutputFormat.selfContained, template: LoadedTemplate? = nil
  ) throws -> [RenderedFile] {
    let exporter = try exporter(formats: formats, template: template)
    return try exporter.files(for: report(id, by: exporter))
  }
}
