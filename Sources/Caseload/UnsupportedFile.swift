/// A file that people give as a roster and that cannot be read as one, told by its content, whatever its name.
enum UnsupportedFile: Equatable {
  /// A workbook with a password.
  case encrypted
  /// A workbook of Excel 97-2003 (.xls), or an older one.
  case oldExcel
  /// A file of the same kind as the old workbooks, of another program.
  case otherCompound
  /// A workbook whose parts are not XML (.xlsb).
  case binaryExcel
  /// A workbook of Excel 2003 in XML.
  case xmlSpreadsheet
  case openDocument
  case numbers
  /// A page that a system has saved under the name of a workbook.
  case webPage
  case wordDocument
  case pdf
  case compressed
  /// A zip file without a workbook.
  case archive

  /// The sentence of an error: what it is, and what to do.
  var problem: String {
    switch self {
    case .encrypted:
      "this workbook has a password; open it, remove the password (File, Info, Protect Workbook, Encrypt with "
        + "Password), save it and use that file"
    case .oldExcel: "this is an Excel 97-2003 workbook (.xls); \(Self.saveAs)"
    case .otherCompound:
      "this is a document from another program; export the table as .xlsx or as CSV UTF-8 and use that file"
    case .binaryExcel: "this is a binary workbook (.xlsb); \(Self.saveAs)"
    case .xmlSpreadsheet: "this is a workbook in Excel 2003 XML; \(Self.saveAs)"
    case .openDocument: "this is an OpenDocument file, such as .ods; \(Self.saveAs)"
    case .numbers:
      "this is a Numbers spreadsheet; export it as Excel (.xlsx; File, Export To) and use that file"
    case .webPage:
      "this is a web page with the name of a table; open it in a spreadsheet program, save it as .xlsx and use that file"
    case .wordDocument:
      "this is a text document; copy its table into a spreadsheet, save it as .xlsx and use that file"
    case .pdf: "this is a PDF; ask for the table as .xlsx or CSV and use that file"
    case .compressed: "this is a compressed file; unpack it and use the file inside"
    case .archive: "this is a zip archive without a workbook; unpack it and use the table inside"
    }
  }

  private static let saveAs =
    "open it in a spreadsheet program, save it as .xlsx (Excel workbook) and use that file"

  /// - Parameters:
  ///   - start: the first bytes, some thousands where there are as many.
  ///   - read: bytes from anywhere in the file: an offset and how many.
  init?(_ start: [UInt8], read: (Int, Int) -> [UInt8]) {
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = Self.compound(start, read)
    } else if start.count > 1, start[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(start[1]),
      start.contains(0)
    {
      self = .oldExcel
    } else if start.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if start.starts(with: [0x1F, 0x8B]) || start.starts(with: "7z".utf8 + [0xBC, 0xAF])
      || start.starts(with: "Rar!".utf8)
    {
      self = .compressed
    } else if let unsupported = Self.markup(start) {
      self = unsupported
    } else {
      return nil
    }
  }

  /// A zip file by the names in it; nil for a workbook.
  init?(entries: [String]) {
    let names = Set(entries)
    if names.contains("xl/workbook.bin") {
      self = .binaryExcel
    } else if names.contains("[Content_Types].xml"), entries.contains(where: { $0.hasPrefix("xl/") }) {
      return nil
    } else if names.contains("word/document.xml") {
      self = .wordDocument
    } else if entries.contains(where: { $0.hasPrefix("Index/") || $0 == "Index.zip" || $0.hasSuffix(".iwa") })
    {
      self = .numbers
    } else if names.contains("mimetype"), names.contains("content.xml") {
      self = .openDocument
    } else if names.contains("_rels/.rels") {
      return nil
    } else {
      self = .archive
    }
  }

  /// By the streams that a compound file names, [MS-CFB] 2.6.1: names in UTF-16, 128 bytes each.
  private static func compound(_ start: [UInt8], _ read: (Int, Int) -> [UInt8]) -> UnsupportedFile {
    func number(_ offset: Int) -> Int {
      guard offset + 4 <= start.count else { return 0 }
      return start[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    // The shift of the sectors' size, and the first sector of the directory; the header takes the place of a sector.
    let shift = start.count > 31 ? min(12, Int(start[30])) : 9
    let directory = read((number(48) + 1) << shift, 1 << 14)
    func names(_ text: String) -> Bool {
      contains(text.utf16.flatMap { [UInt8($0 & 0xFF), 0] }, in: directory[...])
    }
    if names("EncryptedPackage") || names("EncryptionInfo") { return .encrypted }
    if names("Workbook") || names("Book") { return .oldExcel }
    return names("WordDocument") ? .wordDocument : .otherCompound
  }

  private static func markup(_ start: [UInt8]) -> UnsupportedFile? {
    let text = start.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }
    // In UTF-16 every other byte of these is 0.
    let head = String(decoding: text.prefix(8_192).filter { $0 != 0 }, as: UTF8.self).lowercased()
    if head.hasPrefix("<?xml") || head.hasPrefix("<workbook") {
      if head.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .xmlSpreadsheet }
      if head.contains("office:document") { return .openDocument }
      return head.contains("<html") ? .webPage : nil
    }
    let isPage = ["<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<style", "<div", "<!--"]
      .contains { head.hasPrefix($0) }
    return isPage || head.hasPrefix("mime-version:") ? .webPage : nil
  }

  private static func contains(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.firstRange(of: wanted) != nil
  }
}
