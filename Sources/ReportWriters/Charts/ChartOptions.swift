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
