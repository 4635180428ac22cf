import Foundation
import Testing

@testable import Tabular

@Suite struct JSONTextTests {
  @Test func `members keep their order and their indent`() {
    let document: JSONText = ["b": ["x", true], "a": [], "c": ["d": false]]
    #expect(
      String(decoding: document.bytes, as: UTF8.self) == """
        {
          "b": [
            "x",
            true
          ],
          "a": [],
          "c": {
            "d": false
          }
        }

        """)
  }

  /// What has broken writers: quotes, controls, marks of direction, letters of several code points.
  static let nasty = [
    "", " ", "comma, quote \" and 'apostrophe'", "\"", "line\nbreak", "carriage\rreturn", "both\r\nof them",
    "tab\tstop", "nul \u{0} bell \u{7} escape \u{1B}[31m delete \u{7F} csi \u{9B}31m", "Zoë Müller–Ångström",
    "e\u{301}te\u{301}", "日本語の長い名前", "👩‍👩‍👧 🇩🇪 ❤️", "שלום", "\u{202E}desrever\u{202C}",
    "\u{FEFF}byte order mark", "line\u{2028}separator\u{2029}paragraph\u{85}next",
    "\\ backslash \\n / \u{1F}",
  ]

  @Test(arguments: nasty)
  func `every text reads back as it was`(text: String) throws {
    // Foundation drops a byte order mark at the start of a string: let something stand before it.
    let bytes = JSONText.array([.string("." + text)]).bytes
    let texts = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String])
    #expect(texts.first.map { Array($0.utf8) } == Array(("." + text).utf8))
  }

  @Test func `control characters are escaped in the shortest way`() {
    var bytes: [UInt8] = []
    JSONEscaping.append("\u{0}\u{1F}\n\r\t\"\\/\u{7F}é", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #""\u0000\u001f\n\r\t\"\\/\u007fé""#)
  }
}
