/// What `template.yaml` may have at most. A template holds some hundred sentences; what is far beyond that would take
/// the memory or the time of everybody who checks it.
public enum TemplateLimits {
  /// Bytes of the file.
  public static let fileBytes = 256 << 10
  /// Lists and mappings inside each other.
  public static let depth = 10
  /// Texts, lists and mappings; what an alias repeats counts each time.
  public static let values = 10_000
  /// Characters of one text.
  public static let textLength = 10_000
  /// Problems that are told in one run.
  public static let problems = 200
}
