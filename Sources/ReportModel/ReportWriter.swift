/// Turns a report into files of one format. A writer arranges and escapes; it calculates nothing.
public protocol ReportWriter: Sendable {
  /// The files of the report, complete and in memory.
  ///
  /// - Throws: an error of the writer when a value cannot be shown in the format, or when the format's library
  ///   fails; then there is no file.
  func files(for report: Report) throws -> [RenderedFile]
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
