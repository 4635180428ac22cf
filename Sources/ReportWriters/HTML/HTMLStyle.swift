import COpenSSL
import ReportModel

/// The style sheet of a page.
struct HTMLStyle {
  let text: String

  /// - Parameter sheet: that of the template; it must not end the element that holds it. The colors of a branding that
  ///   says nothing stand for those of the branding: readers that know no variables (converters to PDF, mail programs)
  ///   take the color that is written before each.
  init(_ sheet: String, branding: Branding) {
    let brand =
      ":root{--primary:\(branding.primaryColor.hex);--accent:\(branding.accentColor.hex)}"
    text = [
      Self.branded(sheet, branding).replacing("</", with: "<\\/"), brand, SVGChartWriter.styleSheet,
    ].joined(separator: "\n")
  }

  private static func branded(_ sheet: String, _ branding: Branding) -> String {
    let standard = Branding()
    return [
      (standard.primaryColor.hex, branding.primaryColor.hex),
      (standard.accentColor.hex, branding.accentColor.hex),
    ].filter { $0.0 != $0.1 }.reduce(sheet) { $0.replacing($1.0, with: $1.1) }
  }
}

/// A Content-Security-Policy: no frame, no network; one style, one script and pictures in the page alone.
enum HTMLPolicy {
  /// - Parameter script: to the letter as the page has it; nil when the page runs none.
  static func text(style: String, script: String?) -> String {
    let scripts = script.map { " script-src \(source($0));" } ?? ""
    return "default-src 'none'; style-src \(source(style));\(scripts) img-src data:; base-uri 'none'; "
      + "form-action 'none'"
  }

  private static func source(_ text: String) -> String { "'sha256-\(Base64.text(sha256(text)))'" }

  private static func sha256(_ text: String) -> [UInt8] {
    var text = text
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = text.withUTF8 { pathbook_sha256($0.baseAddress, $0.count, &digest) }
    precondition(isDone == 1, "a hash of bytes needs nothing that can be missing")
    return digest
  }
}
