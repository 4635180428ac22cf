import Foundation
import Testing

@testable import ReportWriters

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

  @Test(arguments: ValueZoo.texts)
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
