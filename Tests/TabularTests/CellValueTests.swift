import Tabular
import TestValues
import Testing

struct CellValueTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { ArraySlice(text.utf8) }

  @Test(arguments: [
    "0", "-0", "+1", "1", "46000", "29.99", "0.1", "0.30000000000000004", "1e3", "1E-3", "2.5e+10", "5.",
    ".5", "00012",
    "9007199254740991", "9007199254740993", "123456789012345678901234567890",
    "3.141592653589793238462643383279",
    "1e22", "1e23", "1e-22", "1e-23", "4.9e-324", "1e-400", "1.7976931348623157e308", "8.5e-5", "0.000001",
    "1e-99999999999999999999", "0e99999999999999999999",
  ])
  func `a number equals what Swift reads to the last bit`(_ text: String) throws {
    let expected = try #require(Double(text))
    #expect(CellValue.double(bytes(text))?.bitPattern == expected.bitPattern)
  }

  @Test func `ten thousand generated numbers equal what Swift reads`() throws {
    var random = SplitMix64(state: 2026)
    for _ in 0..<10_000 {
      let whole = random.next() >> UInt64(random.next() % 64)
      let fraction = random.next() >> UInt64(random.next() % 64)
      let exponent = Int(random.next() % 80) - 40
      let text = "\(whole).\(fraction)" + (random.next() % 2 == 0 ? "e\(exponent)" : "")
      let expected = try #require(Double(text))
      try #require(CellValue.double(bytes(text))?.bitPattern == expected.bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "e5", "1e", "1e+", "nan", "NaN", "inf", "-Infinity", "INF", "0x10", "0x1p3",
    "1,000", "$5",
    " 5", "5 ", "1_000", "--1", "1.2.3", "1e5.5", "1e400", "-1e999999999999999999999", "٣", "5%",
  ])
  func `what is not a finite decimal number is none`(_ text: String) {
    #expect(CellValue.double(bytes(text)) == nil)
  }

  @Test func `whole numbers keep to the range of Int`() {
    for number in [0, 7, -7, Int.max, Int.min] { #expect(CellValue.integer(bytes("\(number)")) == number) }
    #expect(CellValue.integer(bytes("+12")) == 12)
    for text in [
      "", "-", "1.0", "1e3", "9223372036854775808", "-9223372036854775809", "99999999999999999999", "0x1",
    ] {
      #expect(CellValue.integer(bytes(text)) == nil, "\(text)")
    }
  }

  @Test func `truth values are read as spreadsheets write them`() {
    for text in ["true", "True", "TRUE", "1"] { #expect(CellValue.boolean(bytes(text)) == true) }
    for text in ["false", "False", "FALSE", "0"] { #expect(CellValue.boolean(bytes(text)) == false) }
    for text in ["", "yes", "tRue", "true ", "2"] { #expect(CellValue.boolean(bytes(text)) == nil) }
  }
}
