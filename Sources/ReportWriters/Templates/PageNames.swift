/// What a page of a format offers to its template.
struct PageNames {
  /// Those of the report itself.
  let report: [String]
  /// Those of each line under the title.
  let heading: [String]
  /// Those of a section, and of a section that is placed by hand.
  let section: [String]
  /// Those of a block.
  let block: [String]
  /// The names whose value is markup: only they may stand unescaped. Nil where nothing is escaped.
  let markup: Set<String>?

  static let sectionPrefix = "section_"
  /// Stands for the names of sections in the words of a message.
  static let anySection = "section_ID"

  /// What a section with this name adds.
  func inside(_ section: String) -> [String] {
    switch section {
    case "heading": heading
    case "blocks": block
    case "sections", "other_sections": self.section
    default: section.hasPrefix(Self.sectionPrefix) ? self.section : []
    }
  }

  /// Names that hold several values, each with names of its own.
  static func isList(_ name: String) -> Bool {
    ["heading", "sections", "other_sections", "blocks"].contains(name)
  }

  /// Names that hold no text: they can be opened, not shown.
  static func isOpenedOnly(_ name: String) -> Bool { isList(name) || name.hasPrefix(sectionPrefix) }

  /// Mustache's own words for where an element stands among its neighbors.
  static func isPlaceInSequence(_ name: String) -> Bool {
    ["first()", "last()", "index()", "even()", "odd()"].contains(name)
  }
}
