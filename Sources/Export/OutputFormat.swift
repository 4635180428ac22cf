import ReportModel
import ReportWriters
import ReportXLSX

/// The formats of a report. The raw value is the word after `--format` and the file's extension.
public enum OutputFormat: String, Sendable, CaseIterable {
  case csv, xlsx, txt, html

  /// What a report is written as when nothing else is asked for.
  public static let standard: [OutputFormat] = [.csv, .xlsx, .txt]
}
