/// A part of the report.
public struct Section: Sendable, Equatable {
  /// The word in the `section` column of the CSV: `summary`, `position`, …
  public var id: String
  public var title: String
  /// A title of at most 31 characters without `[ ] : * ? / \`, for a sheet.
  public var shortTitle: String
  /// Every figure of the section, in reading order.
  public var figures: [Figure]
  public var blocks: [Block]

  public init(id: String, title: String, shortTitle: String, figures: [Figure], blocks: [Block]) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.figures = figures
    self.blocks = blocks
  }
}
