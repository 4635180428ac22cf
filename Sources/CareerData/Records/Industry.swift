/// An industry of the NAICS: a row of `industries`.
public struct Industry: Sendable, Equatable {
  /// `62`, `31-33`, `622`; `99` is the OEWS designation for government.
  public var naics: String
  public var title: String
  /// `sector`, `3-digit`, …, as OEWS says it.
  public var level: String

  public init(
    naics: String, title: String, level: String
  ) {
    self.naics = naics
    self.title = title
    self.level = level
  }
}

extension Industry: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    naics = row.id("naics")
    title = row.prose("title", .needed)
    level = row.text("level", .needed)
  }
}

/// Codes of the NAICS, in which an industry holds those whose codes begin with its own.
enum NAICSCode {
  /// Whether an industry is another or contains it: `62` contains `622`, `31-33` contains `325`.
  static func holds(_ industry: String, _ code: String) -> Bool {
    if code.hasPrefix(industry) { return true }
    let ends = industry.split(separator: "-")
    guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first <= last,
      let sector = Int(code.prefix(2))
    else { return false }
    return (first...last).contains(sector)
  }
}
