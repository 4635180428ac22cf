import COpenSSL
import ReportModel

/// The style sheet of a page, and the policy that lets nothing else in.
struct HTMLStyle {
  let text: String

  /// - Parameter sheet: that of the template; it must not end the element that holds it.
  init(_ sheet: String, branding: Branding) {
    let brand =
      ":root{--primary:\(branding.primaryColor.hex);--accent:\(branding.accentColor.hex)}"
    text = [
      sheet.replacing("</", with: "<\\/"), brand, SVGChartWriter.styleSheet,
    ].joined(separator: "\n")
  }

  /// A Content-Security-Policy: no script, no frame, no network; this style and pictures in the page alone.
  var policy: String {
    "default-src 'none'; style-src 'sha256-\(Base64.text(Self.sha256(text)))'; img-src data:; base-uri 'none'; "
      + "form-action 'none'"
  }

  private static func sha256(_ text: String) -> [UInt8] {
    var text = text
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = text.withUTF8 { pathbook_sha256($0.baseAddress, $0.count, &digest) }
    precondition(isDone == 1, "a hash of bytes needs nothing that can be missing")
    return digest
  }
}
