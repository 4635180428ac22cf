/// What a report is printed on.
enum Paper {
  /// 8.5 by 11 inches.
  case letter
  case a4

  /// - Parameter language: of the report, a language tag; its region decides.
  init(language: String) {
    let region = language.split(separator: "-").dropFirst().last { $0.utf8.count == 2 }
    self = Self.letterRegions.contains(region?.uppercased() ?? "") ? .letter : .a4
  }

  /// CLDR, "measurement system for paper".
  private static let letterRegions: Set<String> = [
    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
  ]

  var cssName: String { self == .letter ? "letter" : "A4" }
  var typstName: String { self == .letter ? "us-letter" : "a4" }
}
