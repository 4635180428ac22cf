import AdvisingReport
import Export
import ReportModel
import ReportXLSX
import SafeFiles

/// Makes clients' files in several formats, one after another. What no client changes is prepared once.
struct ClientRenderer: Sendable {
  private let writers: [(format: OutputFormat, writer: any ReportWriter)]

  init(_ formats: [OutputFormat], _ setup: OutputFormat.WriterSetup) throws(ExportFailure) {
    var writers: [(OutputFormat, any ReportWriter)] = []
    for format in formats {
      do { writers.append((format, try format.makeWriter(setup))) } catch {
        throw .notRendered(format.id, error)
      }
    }
    self.writers = writers.map { (format: $0.0, writer: $0.1) }
  }

  /// The files of a report in the order of the formats.
  ///
  /// - Throws: ``ExportFailure/notRendered(path:reason:)`` when the report is the trouble; any other failure would meet
  ///   the next client too.
  func files(for report: Report) throws(ExportFailure) -> [RenderedFile] {
    var files: [RenderedFile] = []
    for (format, writer) in writers {
      do { files += try writer.files(for: report) } catch {
        throw .notRendered("\(report.clientID).\(format.id)", error)
      }
    }
    return files
  }
}
