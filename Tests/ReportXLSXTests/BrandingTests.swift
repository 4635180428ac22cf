import ReportModel
import Testing

@testable import ReportXLSX

struct BrandingTests {
  /// A picture of 300 by 100 pixels without pixels: the library reads the header only.
  static let logo = PNGBytes.file(width: 300, height: 100)

  @Test
  func `the primary color is that of titles and headers, the accent color that of the line under a title`()
    throws
  {
    var branding = Branding()
    branding.primaryColor = RGBColor(0x14532D)
    branding.accentColor = RGBColor(0x9A3412)
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(branding: branding)))
    defer { workbook.remove() }
    let styles = try workbook.part("xl/styles.xml")
    let fonts = styles.all("font").compactMap { $0.first("color")?["rgb"] }
    #expect(fonts.contains("FF14532D"))
    #expect(!fonts.contains("FF1F3864"))
    let lines = styles.all("bottom").compactMap { $0.first("color")?["rgb"] }
    #expect(lines.contains("FF9A3412"))
    #expect(try workbook.sheet("By setting").cells["A4"]?.fill == "FF14532D")
  }

  @Test(arguments: [(300, 100, nil, 56), (300, 100, 11_811, 56), (3_000, 100, nil, 10), (10, 400, nil, 56)])
  func `a logo stands over the title, 56 pixels high or 320 wide, whatever its density`(
    _ width: Int, _ height: Int, _ pixelsPerMeter: Int?, _ shown: Int
  ) throws {
    var branding = Branding()
    branding.organization = "Riverside"
    let bytes = PNGBytes.file(width: width, height: height, pixelsPerMeter: pixelsPerMeter)
    branding.logo = try PNGImage(bytes: bytes)
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(branding: branding)))
    defer { workbook.remove() }
    let drawing = try workbook.part("xl/drawings/drawing1.xml")
    #expect(drawing.first("cNvPr")?["descr"] == "Riverside")
    let extent = try #require(drawing.first("ext"))
    // 9,525 units a pixel.
    let pixels = (Double(extent["cx"]) ?? 0, Double(extent["cy"]) ?? 0)
    #expect(abs(pixels.1 / 9_525 - Double(shown)) <= 1)
    #expect(abs(pixels.0 / pixels.1 - Double(width) / Double(height)) < 0.1 * Double(width) / Double(height))
    #expect(try workbook.sheet("Summary").cells["A2"]?.value == "Advising report for Ada Example")
  }

  @Test func `a protected workbook locks all but what can be entered`() throws {
    var options = XLSXReportWriter.Options()
    options.isProtected = true
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(), options))
    defer { workbook.remove() }
    for sheet in workbook.sheets {
      let protection = try #require(sheet.root.first("sheetProtection"))
      #expect(protection["sheet"] == "1")
      #expect(protection["password"] == "")
    }
    let open = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { open.remove() }
    #expect(open.sheets.allSatisfy { $0.root.first("sheetProtection") == nil })
  }
}
