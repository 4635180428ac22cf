import ReportModel

/// How a chart is drawn.
public struct ChartOptions: Sendable, Equatable {
  /// In pixels; a narrower chart is drawn at ``narrowest``.
  public var width: Double
  /// In pixels: a taller chart gets more room between its parts, a lower one what its content needs.
  public var height: Double?
  public var theme: ChartTheme

  public static let narrowest = 280.0
  /// Of a chart for a telephone.
  static let ofTelephone = 340.0

  public init(width: Double = 720, height: Double? = nil, theme: ChartTheme = .light) {
    self.width = max(Self.narrowest, width)
    self.height = height
    self.theme = theme
  }
}

/// The colors of a chart.
public enum ChartTheme: String, Sendable, CaseIterable {
  case light, dark
  /// For paper: no background, and greys that differ in lightness.
  case print
}

/// What a color of a chart means; the theme says which color it is.
///
/// Nothing is said by color alone: the client's own and the aim have their marks in words, lines their dashes and markers.
enum ChartColor: String, CaseIterable {
  case paper, ink, muted, gridline
  /// What the client has: the pay, the rung, the way taken now.
  case client
  /// What the client aims at.
  case aim
  /// All else.
  case rest
  /// The wages of a place, their middle half, and the edge of both.
  case band, middle, edge

  /// The word for it in a style sheet.
  var name: String { rawValue }

  init(_ emphasis: Emphasis) {
    self =
      switch emphasis {
      case .none: .rest
      case .present: .client
      case .target: .aim
      }
  }
}

extension ChartTheme {
  /// Shapes have a contrast of 3 or more with the paper, or an edge that has; words one of 4.5 or more.
  func color(_ color: ChartColor) -> RGBColor {
    switch self {
    case .light: light(color)
    case .dark: dark(color)
    case .print: print(color)
    }
  }

  /// Orange and blue, which people with color-blindness tell apart.
  private func light(_ color: ChartColor) -> RGBColor {
    switch color {
    case .paper: .white
    case .ink: RGBColor(0x1B1F24)
    case .muted: RGBColor(0x545B66)
    case .gridline: RGBColor(0xD9DCE1)
    case .client: RGBColor(0xB34A00)
    case .aim: RGBColor(0x00509E)
    case .rest: RGBColor(0x858C96)
    case .band: RGBColor(0xDDE5F1)
    case .middle: RGBColor(0x93B1DB)
    case .edge: RGBColor(0x5F7DA6)
    }
  }

  private func dark(_ color: ChartColor) -> RGBColor {
    switch color {
    case .paper: RGBColor(0x14181D)
    case .ink: RGBColor(0xF2F4F7)
    case .muted: RGBColor(0xB4BCC8)
    case .gridline: RGBColor(0x3A424D)
    case .client: RGBColor(0xF0A04B)
    case .aim: RGBColor(0x6CB8F0)
    case .rest: RGBColor(0x8C96A3)
    case .band: RGBColor(0x2A3545)
    case .middle: RGBColor(0x4A6A96)
    case .edge: RGBColor(0x8FAAD0)
    }
  }

  /// In greys that differ in lightness.
  private func print(_ color: ChartColor) -> RGBColor {
    switch color {
    case .client: RGBColor(0x1A1A1A)
    case .aim: RGBColor(0x4F4F4F)
    case .rest: RGBColor(0x8F8F8F)
    case .band: RGBColor(0xEDEDED)
    case .middle: RGBColor(0xC4C4C4)
    case .edge: RGBColor(0x6E6E6E)
    case .paper, .ink, .muted, .gridline: light(color)
    }
  }
}
