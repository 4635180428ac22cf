/// What a page's template and its style sheets may have at most. A page has some dozen tags; what is far beyond that
/// would take the memory or the time of everybody who checks it.
public enum PageLimits {
  /// Bytes of a file.
  public static let fileBytes = 256 << 10
  /// Mustache tags of a page.
  public static let tags = 500
  /// Sections inside each other.
  public static let depth = 10
  /// Braces of a page that open no tag; the reader of Mustache looks through the rest of the page for each.
  public static let loneBraces = 1000
}
