import Testing

@testable import ReportXLSX

@Suite struct WorkbookVerifierTests {
  private static let sheets = [
    SheetContents(name: SheetName(text: "One"), cellCount: 3, rowCount: 2),
    SheetContents(name: SheetName(text: "Two"), cellCount: 1, rowCount: 1),
  ]

  private static func sheet(_ rows: String) -> String {
    #"<?xml version="1.0"?><worksheet><sheetData>"# + rows + "</sheetData></worksheet>"
  }

  private static let whole: [(name: String, text: String)] = [
    (
      "[Content_Types].xml",
      #"<Types><Default Extension="rels" ContentType="r"/><Default Extension="xml" ContentType="x"/>"#
        + #"<Override PartName="/xl/worksheets/sheet1.xml"/><Override PartName="/xl/worksheets/sheet2.xml"/>"#
        + #"<Override PartName="/xl/sharedStrings.xml"/></Types>"#
    ),
    ("_rels/.rels", "<Relationships/>"),
    (
      "xl/worksheets/sheet1.xml",
      sheet(#"<row><c r="A1"/><c r="B1"/></row><row><c r="A2"><v>1</v></c></row>"#)
    ),
    ("xl/worksheets/sheet2.xml", sheet(#"<row><c r="A1"/></row>"#)),
    ("xl/sharedStrings.xml", #"<sst count="9" uniqueCount="2"><si><t>a</t></si><si><t>b</t></si></sst>"#),
  ]

  private static func zip(_ change: (inout [(name: String, text: String)]) -> Void = { _ in }) -> StoredZip {
    var parts = whole
    change(&parts)
    return StoredZip(parts: parts.map { ($0.name, Array($0.text.utf8)) })
  }

  private static func cause(_ bytes: [UInt8]) -> WorkbookError.Cause? {
    do {
      try WorkbookVerifier(sheets: sheets).verify(bytes)
      return nil
    } catch { return error.cause }
  }

  private static func damagedPart(_ bytes: [UInt8]) -> String? {
    if case .damaged(let part, _) = cause(bytes) { part } else { nil }
  }

  @Test func `a whole workbook passes`() {
    #expect(Self.cause(Self.zip().bytes) == nil)
  }

  @Test func `notes and pictures that are cut are found`() {
    let types =
      #"<Types><Default Extension="rels" ContentType="r"/><Default Extension="vml" ContentType="v"/>"#
      + #"<Default Extension="png" ContentType="p"/><Override PartName="/xl/worksheets/sheet1.xml"/>"#
      + #"<Override PartName="/xl/worksheets/sheet2.xml"/><Override PartName="/xl/sharedStrings.xml"/></Types>"#
    func cause(vml: String, png: [UInt8]) -> WorkbookError.Cause? {
      var parts = Self.whole.map { ($0.name, Array($0.text.utf8)) }
      parts[0].1 = Array(types.utf8)
      parts += [("xl/drawings/vmlDrawing1.vml", Array(vml.utf8)), ("xl/media/image1.png", png)]
      return Self.cause(StoredZip(parts: parts).bytes)
    }
    let png = PNGBytes.file(width: 3, height: 2)
    #expect(cause(vml: "<xml><v/></xml>", png: png) == nil)
    guard case .damaged("xl/drawings/vmlDrawing1.vml", _)? = cause(vml: "<xml><v/></xm", png: png) else {
      Issue.record("a note that is cut passes")
      return
    }
    guard case .damaged("xl/media/image1.png", _)? = cause(vml: "<xml/>", png: Array(png.dropLast())) else {
      Issue.record("a picture that is cut passes")
      return
    }
  }

  @Test(arguments: whole.indices)
  func `a part that is cut anywhere is found`(part: Int) {
    let length = Self.whole[part].text.utf8.count
    for kept in 0..<length {
      let bytes = Self.zip { $0[part].text = String($0[part].text.prefix(kept)) }.bytes
      #expect(Self.damagedPart(bytes) == Self.whole[part].name, "cut after \(kept) characters")
    }
  }

  @Test(arguments: whole.indices)
  func `a part that is missing is found`(part: Int) {
    // The parts under _rels have no content type of their own, so nothing promises them.
    guard Self.whole[part].name != "_rels/.rels" else { return }
    let bytes = Self.zip { $0.remove(at: part) }.bytes
    #expect(Self.damagedPart(bytes) == Self.whole[part].name)
  }

  @Test(arguments: whole.indices)
  func `a part whose sum does not hold is found`(part: Int) {
    var zip = Self.zip()
    zip.badSum = Self.whole[part].name
    #expect(Self.damagedPart(zip.bytes) == Self.whole[part].name)
  }

  @Test func `an archive that is cut anywhere is found`() {
    let bytes = Self.zip().bytes
    for kept in stride(from: 0, to: bytes.count, by: 7) {
      #expect(Self.cause(Array(bytes.prefix(kept))) != nil, "cut after \(kept) bytes")
    }
  }

  @Test(arguments: [
    (2, #"<c r="B1"/>"#, "2 cells, 3 written"),
    (2, #"<row><c r="A2"><v>1</v></c></row>"#, "2 cells, 3 written"),
    (3, #"<c r="A1"/>"#, "0 cells, 1 written"), (4, "<si><t>b</t></si>", "1 texts, not as many as it says"),
  ])
  func `a well-formed part with something left out is found`(part: Int, left: String, reason: String) {
    let bytes = Self.zip { $0[part].text = $0[part].text.replacing(left, with: "") }.bytes
    #expect(Self.cause(bytes) == .damaged(part: Self.whole[part].name, reason: reason))
  }

  @Test func `an empty row too many is found`() {
    let bytes = Self.zip { $0[3].text = Self.sheet(#"<row><c r="A1"/></row><row/>"#) }.bytes
    #expect(Self.cause(bytes) == .damaged(part: Self.whole[3].name, reason: "2 rows, 1 written"))
  }

  @Test func `a part without a content type, a sheet too many and a name twice are found`() {
    #expect(Self.damagedPart(Self.zip { $0.append(("xl/more.xml", "<a/>")) }.bytes) == "xl/more.xml")
    #expect(Self.damagedPart(Self.zip { $0.append(("picture.png", "")) }.bytes) == "picture.png")
    #expect(Self.damagedPart(Self.zip { $0.append($0[3]) }.bytes) == "the zip archive")
    let third = Self.zip {
      $0[0].text = $0[0].text.replacing(
        "</Types>", with: #"<Override PartName="/xl/worksheets/sheet3.xml"/></Types>"#)
      $0.append(("xl/worksheets/sheet3.xml", Self.sheet("")))
    }
    #expect(Self.damagedPart(third.bytes) == "xl/worksheets/sheet3.xml")
  }
}
