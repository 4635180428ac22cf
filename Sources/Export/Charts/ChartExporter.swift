import ReportModel
import ReportWriters
import SafeFiles

/// The charts that can be asked for by name. The raw value is the chart's id in a report.
public enum ChartKind: String, Sendable, CaseIterable {
  case distribution, settings, specializations, credentials, ladder, earnings
  /// Of a comparison of occupations.
  case compare
}

public enum ChartFormat: String, Sendable, CaseIterable {
  case svg, png
  /// A Vega-Lite v5 specification with its data.
  case vegaLite = "vega-lite"

  var fileExtension: String { self == .vegaLite ? "vl.json" : rawValue }
}

/// Draws single charts of a report, to embed elsewhere.
public struct ChartExporter: Sendable {
  private let format: ChartFormat
  private let options: ChartOptions
  private let scale: Double

  /// - Parameter scale: of PNG, pixels of the picture for each of the chart; the picture says that 96 times as many make
  ///   an inch.
  public init(format: ChartFormat, options: ChartOptions = ChartOptions(), scale: Double = 1) {
    self.format = format
    self.options = options
    self.scale = scale
  }

  /// Writes one chart into a file, private and whole or not at all.
  public func write(_ kind: ChartKind, of report: Report, to path: String) throws(ExportFailure) {
    guard let chart = try Self.charts(report).first(where: { $0.id == kind.rawValue }) else {
      throw .badData(
        path: kind.rawValue,
        problems: [
          "the report has no such chart: what it shows is not in the dataset, or the profile does not say it; "
            + "there are: \(try Self.names(report))"
        ])
    }
    try OutputFolder.write(try bytes(chart, of: report), to: path)
  }

  /// Writes every chart that the report has into a folder, `ID-KIND.svg` each.
  ///
  /// - Returns: the paths.
  public func writeAll(of report: Report, to folder: String) throws(ExportFailure) -> [String] {
    var files: [RenderedFile] = []
    for chart in try Self.charts(report) {
      let name = "\(report.fileName)-\(chart.id).\(format.fileExtension)"
      files.append(RenderedFile(name: name, bytes: try bytes(chart, of: report)))
    }
    return try OutputFolder(path: folder).write(files)
  }

  package func bytes(_ chart: Chart, of report: Report) throws(ExportFailure) -> [UInt8] {
    switch format {
    case .svg: return Array(SVGChartWriter(options: options).svg(chart, of: report).utf8)
    case .png:
      let svg = SVGChartWriter(options: options).svg(chart, of: report)
      do throws(PNGPicture.Failure) { return try PNGPicture.bytes(svg: svg, scale: scale) } catch {
        throw error.exportFailure
      }
    case .vegaLite: return VegaLiteChartWriter(options: options).bytes(chart, of: report)
    }
  }

  /// The charts of a report that can be asked for by name.
  package static func charts(_ report: Report) throws(ExportFailure) -> [Chart] {
    do { return try report.charts().filter { ChartKind(rawValue: $0.id) != nil } } catch {
      throw .notRendered(report.clientID, error)
    }
  }

  private static func names(_ report: Report) throws(ExportFailure) -> String {
    let names = try charts(report).map(\.id)
    return names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
