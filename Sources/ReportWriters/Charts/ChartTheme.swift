import ReportModel

/// How a chart is drawn.
public struct ChartOptions: Sendable, Equatable {
  /// In pixels; a narrower chart is drawn at ``narrowest``.
  public var width: Double
  /// In pixels: a taller chart gets more room between its parts, a lower one what its content needs.
  public var height: Double?
  public var theme: ChartTheme

  public static let narrowest = 280.0

  public init(width: Double = 720, height: Double? = nil, theme: ChartTheme = .light) {
    self.width = max(Self.narrowest, width)
    self.height = height
    self.theme = theme
  }
}

/// The colors of a chart.
public enum ChartTheme: String, Sendable, CaseIterable {
  case light, dark
  /// For paper: no background, and bars that differ in lightness.
  case print
}

/// What a color of a chart is for; the theme says which color it is.
enum ChartColor: Hashable {
  case paper, ink, muted, gridline, reference
  /// Of the group or the line with this number.
  case group(Int)
  /// The same, for what stands out in its group.
  case strong(Int)

  /// The word for it in a style sheet.
  var name: String {
    switch self {
    case .paper: "paper"
    case .ink: "ink"
    case .muted: "muted"
    case .gridline: "gridline"
    case .reference: "reference"
    case .group(let index): "group-\(index % Self.groupCount)"
    case .strong(let index): "strong-\(index % Self.groupCount)"
    }
  }

  static let groupCount = 6

  static let all: [ChartColor] =
    [.paper, .ink, .muted, .gridline, .reference] + (0..<groupCount).flatMap { [.group($0), .strong($0)] }
}

extension ChartTheme {
  /// Shapes have a contrast of 3 or more with the paper, words of 4.5 or more.
  func color(_ color: ChartColor) -> RGBColor {
    switch (self, color) {
    case (.dark, .paper): RGBColor(0x14181D)
    case (_, .paper): .white
    case (.dark, .ink): RGBColor(0xF2F4F7)
    case (_, .ink): RGBColor(0x1B1F24)
    case (.dark, .muted): RGBColor(0xB4BCC8)
    case (_, .muted): RGBColor(0x545B66)
    case (.dark, .gridline): RGBColor(0x3A424D)
    case (_, .gridline): RGBColor(0xD9DCE1)
    case (.dark, .reference): RGBColor(0xFFFFFF)
    case (_, .reference): RGBColor(0x000000)
    case (_, .group(let index)): groups[index % ChartColor.groupCount]
    case (_, .strong(let index)): strongGroups[index % ChartColor.groupCount]
    }
  }

  /// People with color-blindness tell neighbors apart; every group has its words beside it too.
  private var groups: [RGBColor] {
    switch self {
    case .light: [0x0072B2, 0xC2560C, 0x008062, 0x9A4C95, 0x7A6A00, 0x5B6675].map(RGBColor.init)
    case .dark: [0x56B4E9, 0xF0A04B, 0x3FC9A0, 0xDDA0DD, 0xD6C94A, 0xA8B3C2].map(RGBColor.init)
    case .print: [0x8A8A8A, 0x6E6E6E, 0x8A8A8A, 0x6E6E6E, 0x8A8A8A, 0x6E6E6E].map(RGBColor.init)
    }
  }

  private var strongGroups: [RGBColor] {
    switch self {
    case .light: [0x003C5F, 0x6B2D04, 0x004535, 0x54264F, 0x423A00, 0x2C333C].map(RGBColor.init)
    case .dark: [0xB9E2FA, 0xFBD9B3, 0xB5F0DD, 0xF4DBF4, 0xF3ECB0, 0xE3E8EE].map(RGBColor.init)
    case .print: [0x262626, 0x262626, 0x262626, 0x262626, 0x262626, 0x262626].map(RGBColor.init)
    }
  }
}
