extension MustacheTemplate {
  /// A template of a page, whose values are escaped for it.
  package init(page: String) throws(MustacheError) { try self.init(page, escaped: HTMLEscaping.value) }
}

/// Words as a page can hold them.
package enum HTMLEscaping {
  /// For an element and for an attribute in double quotation marks.
  package static func escaped(_ text: String) -> String { SVGEscaping.escaped(text) }

  /// The same, with the line breaks, which a text area shows.
  package static func escapedLines(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { escaped(String($0)) }.joined(separator: "\n")
  }

  private static let controls = CharacterReplacement(["\t": " ", "\n": " ", "\r": " "])
  private static let script = CharacterReplacement([
    "<": "\\u003c", "&": "\\u0026", "\t": " ", "\n": " ", "\r": " ",
  ])

  private static let values = CharacterReplacement([
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\t": " ", "\n": " ", "\r": " ",
  ])

  /// A value of a template, which may stand in single quotation marks too.
  ///
  /// Byte by byte: by characters, a quotation mark with an accent on it would be none; a browser takes it for one.
  static func value(_ text: String) -> String { values.text(text) }

  /// Without escaping: characters that a page cannot hold, or that reorder words, are replaced as in ``SVGEscaping``.
  static func clean(_ text: String) -> String { controls.text(text) }

  /// JSON of which no text can end the element that holds it, or be taken for markup.
  static func script(_ json: String) -> String { script.text(json) }
}

/// Bytes as letters, for pictures inside a page (RFC 4648).
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 4 / 3 + 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        result.append(place <= group.count ? letters[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
