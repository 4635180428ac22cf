import Advising
import CareerData
import SafeFiles

/// Reads what an earlier report on a client tells from its CSV.
public struct EarlierReportLoader: Sendable {
  /// A report has some 20 KB; a roster's combined CSV of thousands of clients is larger.
  private static let largestBytes = 256 << 20

  private let dataset: CareerDataset

  /// - Parameter dataset: whose ids the report may use.
  public init(dataset: CareerDataset) { self.dataset = dataset }

  /// - Parameters:
  ///   - path: the CSV, or a combined one of many clients.
  ///   - reportDate: of the new report.
  /// - Throws: every problem of the CSV at once.
  public func load(_ path: String, clientID: String, reportDate: CalendarDate) throws(ExportFailure)
    -> EarlierReport
  {
    let bytes = try InputFile.read(path, largestBytes: Self.largestBytes)
    do {
      return try EarlierReport(csv: bytes, clientID: clientID, reportDate: reportDate, dataset: dataset)
    } catch { throw .badData(path: path, problems: error.problems.map(\.description)) }
  }
}
