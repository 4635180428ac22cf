import COpenSSL
import ReportModel

/// The style sheet of a page.
struct HTMLStyle {
  let text: String

  /// - Parameters:
  ///   - sheet: that of the template; it must not end the element that holds it. The colors of a branding that says
  ///     nothing stand for those of the branding: readers that know no variables (converters to PDF, mail programs)
  ///     take the color that is written before each.
  ///   - paper: what pages are printed on, where the style sheet's own is another.
  init(_ sheet: String, branding: Branding, paper: Paper) {
    let brand =
      ":root{--primary:\(branding.primaryColor.hex);--accent:\(branding.accentColor.hex)}"
    text =
      [
        Self.branded(sheet, branding).replacing("</", with: "<\\/"), brand, SVGChartWriter.styleSheet,
      ].joined(separator: "\n") + (paper == .letter ? "" : "\n@page{size:A4}")
  }

  private static func branded(_ sheet: String, _ branding: Branding) -> String {
    let standard = Branding()
    return [
      (standard.primaryColor.hex, branding.primaryColor.hex),
      (standard.accentColor.hex, branding.accentColor.hex),
    ].filter { $0.0 != $0.1 }.reduce(sheet) { $0.replacing($1.0, with: $1.1) }
  }
}

/// A Content-Security-Policy: no frame, no network; the style, the scripts and pictures in the page alone.
package enum HTMLPolicy {
  /// The policy of a finished page of this program, as a server sends it with the page.
  package static func header(of page: [UInt8]) -> String {
    let text = String(decoding: page.prefix(1 << 16), as: UTF8.self)
    let start = "<meta http-equiv=\"Content-Security-Policy\" content=\""
    let parts = text.split(separator: start, maxSplits: 1)
    guard parts.count == 2, let policy = parts[1].split(separator: "\"", maxSplits: 1).first else {
      return "default-src 'none'"
    }
    return String(policy).replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing(
      "&amp;", with: "&")
  }

  /// - Parameter scripts: to the letter as the page has them.
  static func text(style: String, scripts: [String]) -> String {
    let scripts =
      scripts.isEmpty ? "" : " script-src \(scripts.map(source).joined(separator: " "));"
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

/// A page's template in two parts, between which the program puts its policy: first in the head, before anything that
/// the template asks for.
struct PageOpening: Equatable {
  /// The doctype and the start tags of `html` and `head`, and nothing else.
  let opening: String
  let rest: String

  /// Where the template does not begin as a page does, the opening is a doctype alone: a browser then begins the head
  /// by itself.
  ///
  /// - Parameter places: in the UTF-8 of the template, in reading order: elements to leave out.
  init(_ mustache: String, without places: [Range<Int>]) {
    var bytes = Array(mustache.utf8)
    for place in places.reversed() {
      let isWholeLine = place.upperBound < bytes.count && bytes[place.upperBound] == 0x0A
      bytes.removeSubrange(place.lowerBound..<(place.upperBound + (isWholeLine ? 1 : 0)))
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    if let opening = text.prefixMatch(of: Self.wholeOpening)?.output,
      opening.utf8.count <= Self.longestOpening
    {
      self.opening = String(opening)
      rest = String(text[opening.endIndex...].drop { $0 == "\n" || $0 == "\r\n" }).withLineBreakBefore
    } else {
      self.opening = "<!DOCTYPE html>"
      let start = text.prefixMatch(of: Self.doctype)?.output.endIndex ?? text.startIndex
      rest = String(text[start...]).withLineBreakBefore
    }
  }

  /// A browser looks for the encoding in the first 1,024 bytes, after the policy.
  private static let longestOpening = 512

  // Without an attribute that could run a script, or a place that is not inside of a value.
  private static var wholeOpening: Regex<Substring> {
    #/\s*<!doctype html>\s*<html(?:\s+(?:lang|dir|class|id|xmlns|xml:lang)="[a-z0-9 _\-:\/.{}]*")*\s*>\s*<head>/#
      .ignoresCase()
  }

  private static var doctype: Regex<Substring> { #/\s*<!doctype html>/#.ignoresCase() }
}

extension String {
  fileprivate var withLineBreakBefore: String { "\n" + self }
}
