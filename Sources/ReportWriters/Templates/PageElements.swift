/// What the template of a page may be made of: elements and attributes that arrange text. All else is refused, what
/// browsers learn to load tomorrow included.
enum PageElements {
  static let allowed: Set<String> = Set(
    """
    html head title meta style body header footer main section article aside nav hgroup div p h1 h2 h3 h4 h5 h6 hr br \
    wbr ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td figure figcaption blockquote pre a \
    span strong em b i u s small sub sup abbr cite code kbd samp var mark q time data dfn address bdi bdo del ins \
    ruby rt rp details summary search label
    """.split(separator: " ").map(String.init))

  private static let everywhere: Set<String> = Set(
    "class dir hidden id lang role tabindex title translate xml:lang".split(separator: " ").map(String.init))

  private static let ofElements: [String: Set<String>] = [
    "a": ["href", "rel", "target", "hreflang"], "html": ["xmlns"],
    "meta": ["charset", "content", "http-equiv", "name"],
    "th": ["abbr", "colspan", "headers", "rowspan", "scope"], "td": ["colspan", "headers", "rowspan"],
    "col": ["span"], "colgroup": ["span"], "ol": ["reversed", "start", "type"], "li": ["value"],
    "details": ["open"], "time": ["datetime"], "data": ["value"], "del": ["datetime"], "ins": ["datetime"],
    "label": ["for"],
  ]

  static func allows(_ attribute: String, on element: String) -> Bool {
    everywhere.contains(attribute) || attribute.hasPrefix("aria-") || attribute.hasPrefix("data-")
      || ofElements[element]?.contains(attribute) == true
  }

  /// The names of a meta element that say something of the page and ask for nothing.
  static let metaNames: Set<String> = [
    "viewport", "referrer", "description", "author", "generator", "color-scheme", "theme-color", "robots",
    "format-detection", "application-name", "keywords",
  ]

  /// An address that opens something when a person asks for it.
  ///
  /// - Parameter value: as it is written: what begins otherwise, in entities or spaces, is none.
  static func isHarmlessAddress(_ value: String) -> Bool {
    if value.hasPrefix("#") { return true }
    let start = value.prefix(8).lowercased()
    return ["https://", "http://", "mailto:", "tel:"].contains { start.hasPrefix($0) }
      && !value.contains("{{")
  }
}

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
    case "sections", "other_sections", "front_sections", "back_sections": self.section
    default: section.hasPrefix(Self.sectionPrefix) ? self.section : []
    }
  }

  /// Names that hold several values, each with names of its own.
  static func isList(_ name: String) -> Bool {
    ["heading", "sections", "other_sections", "front_sections", "back_sections", "blocks"].contains(name)
  }

  /// Names that hold no text: they can be opened, not shown.
  static func isOpenedOnly(_ name: String) -> Bool { isList(name) || name.hasPrefix(sectionPrefix) }

  /// Mustache's own words for where an element stands among its neighbors.
  static func isPlaceInSequence(_ name: String) -> Bool {
    MustachePlace(tag: name) != nil
  }
}

/// What a page's template and its style sheets may have at most. A page has some dozen tags; what is far beyond that
/// would take the memory or the time of everybody who checks it.
public enum PageLimits {
  /// Bytes of a file.
  public static let fileBytes = 256 << 10
  /// Mustache tags of a page.
  public static let tags = 500
  /// Sections inside each other.
  public static let depth = 10
}
