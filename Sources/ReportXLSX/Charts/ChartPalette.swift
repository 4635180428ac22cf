/// Colors that people with color-blindness tell apart, and that differ in lightness (Okabe and Ito, 2008).
enum ChartPalette {
  static let reference: CellStyle.Color = 0x333333
  static let background: CellStyle.Color = 0xFFFFFF
  static let gridline: CellStyle.Color = 0xD9D9D9
  private static let groups: [CellStyle.Color] = [
    0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00,
  ]

  /// The same color with half the light, for what stands out in its group.
  static func darker(_ color: CellStyle.Color) -> CellStyle.Color { (color >> 1) & 0x7F7F7F }

  /// The fill of a group's bars: six colors, then the same ones hatched.
  static func fill(ofGroup index: Int) -> NativeChart.Fill {
    let color = groups[index % groups.count]
    return index / groups.count % 2 == 0 ? .solid(color) : .hatched(color)
  }
}
