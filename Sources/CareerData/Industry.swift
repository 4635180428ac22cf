/// An industry of the NAICS: a row of `industries`.
public struct Industry: Sendable, Equatable {
  /// `62`, `31-33`, `622`; `99` is the OEWS designation for government.
  public let naics: String
  public let title: String
  /// `sector`, `3-digit`, …, as OEWS says it.
  public let level: String

  public init(
    naics: String, title: String, level: String
  ) {
    self.naics = naics
    self.title = title
    self.level = level
  }
}
