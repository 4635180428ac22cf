/// Who hands the report out, and its colors.
public struct Branding: Sendable, Equatable {
  /// May be empty, as each of the texts.
  public var organization = ""
  /// One line: how to reach the organization.
  public var contact = ""
  /// What the organization wants said under the summary.
  public var disclaimer = ""
  public var logo: PNGImage?
  /// For titles on white, and behind white headers.
  public var primaryColor = RGBColor(0x1F3864)
  /// For lines and shapes beside white.
  public var accentColor = RGBColor(0xB45309)

  /// The least contrast with white that each color must have.
  public static let leastPrimaryContrast = 4.5
  public static let leastAccentContrast = 3.0

  public init() {}
}
