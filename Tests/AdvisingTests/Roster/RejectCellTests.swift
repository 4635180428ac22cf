import Advising
import Testing

struct RejectCellTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"),
    ("'=x", "''=x"), ("\u{27}\u{27}\u{27}-", "\u{27}\u{27}\u{27}\u{27}-"), ("x", "x"), ("'x", "'x"),
    ("'", "'"), ("", ""), (" =x", " =x"), ("é", "é"),
  ])
  func `what a spreadsheet would run has an apostrophe, and loses it again`(_ cell: String, _ escaped: String)
  {
    let bytes = Array(cell.utf8)
    #expect(RejectCell.escaped(bytes) == Array(escaped.utf8))
    #expect(RejectCell.unescaped(RejectCell.escaped(bytes)) == bytes)
  }
}
