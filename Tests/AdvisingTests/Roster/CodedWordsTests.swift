import Testing

@testable import Advising

@Suite struct CodedWordsTests {
  @Test func `letter case, spaces, hyphens and what nobody sees do not count`() {
    #expect(CodedWords.folded("Physician Office") == "physicianoffice")
    #expect(CodedWords.folded("physician-office") == "physicianoffice")
    #expect(CodedWords.folded("PHYSICIAN_OFFICE\u{AD}") == "physicianoffice")
    #expect(CodedWords.folded("Diseño – web") == "diseñoweb")
  }

  @Test func `ASCII is read as any other text is`() {
    for value in UInt8(0)...0x7F {
      let text = "A\(Character(Unicode.Scalar(value)))b"
      // A soft hyphen is not seen, and makes it another text than ASCII.
      #expect(CodedWords.folded(text) == CodedWords.folded(text + "\u{AD}"), "\(value)")
    }
  }
}
