/// Turns a report into files of one format. A writer arranges and escapes; it calculates nothing.
public protocol ReportWriter: Sendable {
  /// The files of the report, complete and in memory.
  ///
  /// - Throws: an error of the writer when a value cannot be shown in the format, or when the format's library
  ///   fails; then there is no file.
  func files(for report: Report) throws -> [RenderedFile]
}

/// The parts of a report that a format may do without. What no format in question shows need not be made.
public struct ReportContents: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// What people read: ``Report/sections``.
  public static let sections = ReportContents(rawValue: 1 << 0)
  /// The assumptions that a reader can change: ``Report/whatIf``.
  public static let whatIf = ReportContents(rawValue: 1 << 1)

  public static let all: ReportContents = [.sections, .whatIf]
}

/// A finished file that has no place yet.
public struct RenderedFile: Sendable, Equatable {
  /// The file's name: the client's id and an extension.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
