import Mustache

/// How Mustache escapes the values of a page.
///
/// Scalar by scalar: Mustache's own way compares characters, and takes a quotation mark with an accent on it for no
/// quotation mark; a browser takes it for one.
struct HTMLText: MustacheContentType {
  private static let name = "PATHBOOK-HTML"
  private static let isRegistered: Bool = {
    MustacheContentTypes.register(HTMLText(), named: name)
    return true
  }()

  func escapeText(_ text: String) -> String {
    let escaped = HTMLEscaping.escaped(text)
    guard escaped.utf8.contains(UInt8(ascii: "'")) else { return escaped }
    return escaped.unicodeScalars.map { $0 == "'" ? "&#39;" : String($0) }.joined()
  }

  /// A template whose values are escaped in this way. The pragma stands alone on its line, which leaves no trace.
  static func template(_ mustache: String) throws -> MustacheTemplate {
    precondition(isRegistered)
    return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(name)}}\n" + mustache)
  }
}
