/// Why a zip file cannot be read or made.
public struct ZipError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The entry, by its path in the archive; nil for the archive as a whole.
  public let entry: String?
  /// In the words of the library.
  public let reason: String

  public init(entry: String? = nil, reason: String) {
    self.entry = entry
    self.reason = reason
  }

  public var description: String { "\(entry ?? "the zip archive"): \(reason)" }
}
