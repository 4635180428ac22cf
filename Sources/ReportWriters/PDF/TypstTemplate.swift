/// How a PDF is arranged: a document of Typst that an advisor may change. Before its first line stands `report`, a
/// dictionary with all that ``PDFReportJSON`` says.
///
/// It may come from a stranger. What it can do is limited where it is compiled: it reads no file, and there is no network.
public struct TypstTemplate: Sendable, Equatable {
  /// The name of its file in the template's folder.
  public static let fileName = "report.typ"

  let source: String

  /// - Throws: ``PageTemplateError`` when it is too large.
  public init(_ source: String) throws(PageTemplateError) {
    guard source.utf8.count <= PageLimits.fileBytes else {
      throw PageTemplateError(problems: [.init(line: 1, kind: .tooLarge(limit: PageLimits.fileBytes))])
    }
    self.source = source
  }
}

/// A document that is ready to be compiled.
public struct TypstDocument: Sendable, Equatable {
  /// The lines that stand before those of the template.
  public static let linesBefore = 1

  /// Of the file that it becomes.
  public let name: String
  /// In UTF-8.
  public let source: [UInt8]
  /// When the file says that it was made, in seconds since 1970: noon of the report's date, and no clock.
  public let madeAt: Int

  /// - Parameter json: on one line.
  init(_ template: TypstTemplate, json: String, name: String, madeAt: Int) {
    self.init(
      name: name,
      source: Array("#let report = ".utf8) + Self.data(json) + Array("\n\(template.source)".utf8),
      madeAt: madeAt)
  }

  init(name: String, source: [UInt8], madeAt: Int) {
    self.name = name
    self.source = source
    self.madeAt = madeAt
  }

  /// JSON on one line as an expression of Typst.
  static func data(_ json: String) -> [UInt8] {
    Array("json(bytes(\"".utf8) + escaped(json) + Array("\"))".utf8)
  }

  /// The text inside a string of Typst: a backslash and a quotation mark are all that mean something there.
  private static func escaped(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 5 / 4)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return result
  }
}
