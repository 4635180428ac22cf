import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Who hands the report out, and its colors.
public struct Branding: Sendable, Equatable {
  /// May be empty, as each of the texts.
  public var organization = ""
  /// One line: how to reach the organization.
  public var contact = ""
  /// The organization's own notice, under the summary.
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

/// A color of sRGB.
public struct RGBColor: Sendable, Hashable {
  /// A byte each for red, green and blue, red first: 0x1F3864.
  public let value: UInt32

  /// - Precondition: at most 24 bits.
  public init(_ value: UInt32) {
    precondition(value <= 0xFFFFFF, "a color has three bytes")
    self.value = value
  }

  /// - Parameter hex: `#` and six hexadecimal digits; nil for anything else.
  public init?(hex: String) {
    let digits = hex.dropFirst()
    guard hex.first == "#", digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.value = value
  }

  public static let white = RGBColor(0xFFFFFF)

  /// `#1F3864`.
  public var hex: String {
    "#" + String(value, radix: 16, uppercase: true).zeroPadded(to: 6)
  }

  /// How far the lightnesses of two colors are apart, from 1 (equal) to 21 (black and white). Text needs 4.5, lines
  /// and shapes need 3.
  ///
  /// Source: WCAG 2.2, "contrast ratio" and success criteria 1.4.3 and 1.4.11.
  public func contrast(with other: RGBColor) -> Double {
    let (a, b) = (relativeLuminance, other.relativeLuminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// From 0 (black) to 1 (white). Source: WCAG 2.2, "relative luminance".
  var relativeLuminance: Double {
    func linear(_ shift: UInt32) -> Double {
      let part = Double(value >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
