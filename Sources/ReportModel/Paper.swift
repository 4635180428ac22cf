/// What a report is printed on.
public enum Paper: String, Sendable, CaseIterable {
  /// 8.5 by 11 inches.
  case letter
  case a4

  /// What is usual where a language is spoken: letter where its tag names no region.
  ///
  /// - Parameter language: a language tag; its region decides.
  public init(language: String) {
    let region = language.split(separator: "-").dropFirst().last { $0.utf8.count == 2 }
    self = region.map { Self.letterRegions.contains($0.uppercased()) } ?? true ? .letter : .a4
  }

  /// CLDR, "measurement system for paper".
  private static let letterRegions: Set<String> = [
    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
  ]
}
