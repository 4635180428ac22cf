import Tabular
import Testing

struct CSVScannerTests {
  /// What a scan gives: the fields of each record with its line, or an error.
  enum Outcome: Equatable {
    case record(Int, [String])
    case error(CSVError)

    static func error(_ line: Int, _ field: Int?, _ kind: CSVError.Kind) -> Outcome {
      .error(CSVError(line: line, field: field, kind: kind))
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let outcomes: [Outcome]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ outcomes: [Outcome]) {
      self.init(name, Array(text.utf8), outcomes)
    }

    init(_ name: String, _ bytes: [UInt8], _ outcomes: [Outcome]) {
      self.name = name
      self.bytes = bytes
      self.outcomes = outcomes
    }
  }

  static func scan(_ bytes: [UInt8], chunkSize: Int, _ scanner: CSVScanner = CSVScanner()) -> [Outcome] {
    var scanner = scanner
    var outcomes: [Outcome] = []
    func take(_ step: (inout CSVScanner) throws(CSVError) -> Bool) -> Bool {
      do throws(CSVError) {
        guard try step(&scanner) else { return false }
        outcomes.append(.record(scanner.record.line, (0..<scanner.record.count).map(scanner.record.text)))
      } catch {
        outcomes.append(.error(error))
      }
      return true
    }
    for start in stride(from: 0, to: bytes.count, by: chunkSize) {
      let chunk = Array(bytes[start..<min(start + chunkSize, bytes.count)])
      var position = 0
      while take({ (scanner) throws(CSVError) in try scanner.next(in: chunk, at: &position) }) {}
    }
    _ = take { (scanner) throws(CSVError) in try scanner.finish() }
    return outcomes
  }

  static let cases: [Case] = [
    Case("nothing", "", []),
    Case("one field", "a", [.record(1, ["a"])]),
    Case("a last line without its end", "a,b\nc,d", [.record(1, ["a", "b"]), .record(2, ["c", "d"])]),
    Case("a last line with its end", "a,b\nc,d\n", [.record(1, ["a", "b"]), .record(2, ["c", "d"])]),
    Case("CRLF", "a,b\r\nc,d\r\n", [.record(1, ["a", "b"]), .record(2, ["c", "d"])]),
    Case("CRLF and LF mixed", "a\r\nb\nc", [.record(1, ["a"]), .record(2, ["b"]), .record(3, ["c"])]),
    Case("empty fields", ",,\n", [.record(1, ["", "", ""])]),
    Case("an empty last field at the end", "a,", [.record(1, ["a", ""])]),
    Case("quoted fields", "\"a\",\"b\"\n", [.record(1, ["a", "b"])]),
    Case("a quoted empty field alone", "\"\"\nb\n", [.record(1, [""]), .record(2, ["b"])]),
    Case("a quoted empty field alone, CRLF", "\"\"\r\nb", [.record(1, [""]), .record(2, ["b"])]),
    Case("a quoted empty field at the end", "\"\"", [.record(1, [""])]),
    Case("doubled quotes", "\"say \"\"so\"\"\",b", [.record(1, ["say \"so\"", "b"])]),
    Case("nothing but a quote", "\"\"\"\"", [.record(1, ["\""])]),
    Case("commas in quotes", "\"a,b\",c", [.record(1, ["a,b", "c"])]),
    Case(
      "line breaks in quotes", "\"a\nb\r\nc\",d\ne,f",
      [.record(1, ["a\nb\r\nc", "d"]), .record(4, ["e", "f"])]),
    Case("a carriage return in quotes", "\"a\rb\"", [.record(1, ["a\rb"])]),
    Case("spaces are text", " a , b ", [.record(1, [" a ", " b "])]),
    Case("text that is not ASCII", "é,日本,👩‍⚕️\n", [.record(1, ["é", "日本", "👩‍⚕️"])]),
    Case("a byte order mark", "\u{FEFF}a,b\n", [.record(1, ["a", "b"])]),
    Case("a byte order mark and a quote", "\u{FEFF}\"a\",b\n", [.record(1, ["a", "b"])]),
    Case("a byte order mark alone", "\u{FEFF}", []),
    Case("a second byte order mark is text", "\u{FEFF}\u{FEFF}a", [.record(1, ["\u{FEFF}a"])]),
    Case("a character that begins like the mark", "\u{FEFC}a", [.record(1, ["\u{FEFC}a"])]),
    Case("half a byte order mark", [0xEF, 0xBB], [.error(1, 1, .invalidUTF8)]),
    Case("a NUL is text", "a\0b", [.record(1, ["a\0b"])]),

    Case("a quote in a field", "a\"b,c\nd,e", [.error(1, 1, .strayQuote), .record(2, ["d", "e"])]),
    Case("a quote after a space", "a, \"b\"\nc,d", [.error(1, 2, .strayQuote), .record(2, ["c", "d"])]),
    Case("text after a quote", "a,\"b\"c\nd,e", [.error(1, 2, .textAfterQuote), .record(2, ["d", "e"])]),
    Case("a space after a quote", "\"a\" ,b", [.error(1, 1, .textAfterQuote)]),
    Case("an unclosed quote", "a,b\nc,\"d\ne,f\n", [.record(1, ["a", "b"]), .error(2, 2, .unclosedQuote)]),
    Case("a lone quote", "\"", [.error(1, 1, .unclosedQuote)]),
    Case(
      "a bare carriage return", "a,b\rc\nd,e", [.error(1, 2, .bareCarriageReturn), .record(2, ["d", "e"])]),
    Case("a carriage return at the end", "a,b\r", [.error(1, 2, .bareCarriageReturn)]),
    Case("a blank line", "a\n\nb\n", [.record(1, ["a"]), .error(2, nil, .blankLine), .record(3, ["b"])]),
    Case(
      "a blank CRLF line", "a\r\n\r\nb", [.record(1, ["a"]), .error(2, nil, .blankLine), .record(3, ["b"])]),
    Case("a blank first line", "\na", [.error(1, nil, .blankLine), .record(2, ["a"])]),
    Case(
      "bytes that are not UTF-8", Array("a,".utf8) + [0xFF] + Array("\nb,c".utf8),
      [.error(1, 2, .invalidUTF8), .record(2, ["b", "c"])]),
    Case("a character cut by a comma", [0xC3, 0x2C, 0xA9, 0x0A], [.error(1, 1, .invalidUTF8)]),
    Case("an overlong form", [0xC0, 0x80], [.error(1, 1, .invalidUTF8)]),
    Case("half a surrogate pair", [0xED, 0xA0, 0x80], [.error(1, 1, .invalidUTF8)]),
    Case("UTF-16", [0xFF, 0xFE, 0x61, 0x00], [.error(1, 1, .invalidUTF8)]),
    Case(
      "an error in a record of two lines", "\"a\nb\"c,d\ne,f",
      [.error(2, 1, .textAfterQuote), .record(3, ["e", "f"])]),
    Case(
      "two errors", "a\"\nb\"\nc", [.error(1, 1, .strayQuote), .error(2, 1, .strayQuote), .record(3, ["c"])]),
  ]

  @Test(arguments: cases)
  func `CSV is read as RFC 4180 has it, whatever the chunks`(_ example: Case) {
    for chunkSize in [1, 2, 3, 5, 1000] {
      #expect(Self.scan(example.bytes, chunkSize: chunkSize) == example.outcomes, "chunks of \(chunkSize)")
    }
  }

  @Test func `a record with another number of fields is an error on its first line`() {
    var scanner = CSVScanner()
    scanner.fieldCount = 2
    #expect(
      Self.scan(Array("a,b\n\"c\n\"\nd,e,f\ng,h".utf8), chunkSize: 4, scanner) == [
        .record(1, ["a", "b"]), .error(2, nil, .fieldCount(expected: 2, found: 1)),
        .error(4, nil, .fieldCount(expected: 2, found: 3)), .record(5, ["g", "h"]),
      ])
  }

  @Test func `a record longer than the limit is dropped and the next line read`() {
    let text = "abcd\nabcde\nab,cd\nab,cde\n\"a\n"
    for chunkSize in [1, 3, 100] {
      #expect(
        Self.scan(Array(text.utf8), chunkSize: chunkSize, CSVScanner(recordLimit: 4)) == [
          .record(1, ["abcd"]), .error(2, nil, .recordTooLong(limit: 4)), .record(3, ["ab", "cd"]),
          .error(4, nil, .recordTooLong(limit: 4)), .error(5, 1, .unclosedQuote),
        ])
    }
  }

  @Test func `an unclosed quote does not swallow more than the limit`() {
    let text = "\"" + String(repeating: "x", count: 100) + "\nb\n"
    #expect(
      Self.scan(Array(text.utf8), chunkSize: 7, CSVScanner(recordLimit: 50)) == [
        .error(1, nil, .recordTooLong(limit: 50)), .record(2, ["b"]),
      ])
  }

  @Test(
    arguments: [
      "\"" + String(repeating: "x\n", count: 30) + "\"\n1\n",
      "\"" + String(repeating: "\"", count: 99) + "\n1\n",
      String(repeating: ",", count: 100) + "\n1\n", String(repeating: "x", count: 21) + ",y\n1\n",
    ])
  func `a record is too long in whatever pieces it comes, be it of quotes or of empty fields`(_ text: String)
  {
    let whole = Self.scan(Array(text.utf8), chunkSize: 1000, CSVScanner(recordLimit: 20))
    #expect(whole.first == .error(1, nil, .recordTooLong(limit: 20)))
    for chunkSize in [1, 3, 19] {
      #expect(Self.scan(Array(text.utf8), chunkSize: chunkSize, CSVScanner(recordLimit: 20)) == whole)
    }
  }

  @Test func `a document keeps good rows with their lines and lists the errors`() {
    let document = CSVDocument(Array("a,b\n1,2\n3\n\"4\n\",5\n6\"\n7,8\n".utf8), limits: .small)
    #expect(document.header == ["a", "b"])
    #expect(document.rowCount == 3)
    #expect((0..<3).map(document.line) == [2, 4, 7])
    #expect((0..<3).map { document.text($0, 1) } == ["2", "5", "8"])
    #expect(document.text(1, 0) == "4\n")
    #expect(
      document.errors == [
        CSVError(line: 3, field: nil, kind: .fieldCount(expected: 2, found: 1)),
        CSVError(line: 6, field: 1, kind: .strayQuote),
      ])
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func `a document without a header is an error`(_ text: String) {
    #expect(
      CSVDocument(Array(text.utf8), limits: .small).errors == [CSVError(line: 1, field: nil, kind: .empty)])
  }

  @Test func `a document whose header is broken has no rows`() {
    let document = CSVDocument(Array("a\"b,c\n1,2\n".utf8), limits: .small)
    #expect(document.rowCount == 0)
    #expect(document.errors == [CSVError(line: 1, field: 1, kind: .strayQuote)])
  }
}
