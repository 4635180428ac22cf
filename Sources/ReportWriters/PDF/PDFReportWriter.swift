import ReportModel

/// Writes a report as a tagged PDF for paper and for a screen reader. Typst arranges it, by the template; the caller says
/// how a document is compiled.
public struct PDFReportWriter: ReportWriter {
  /// Makes the bytes of a PDF of a document.
  public typealias Compiler = @Sendable (TypstDocument) throws -> [UInt8]

  let template: TypstTemplate
  let fonts: PDFFonts
  let compile: Compiler

  public init(template: TypstTemplate, fonts: PDFFonts, compile: @escaping Compiler) {
    self.template = template
    self.fonts = fonts
    self.compile = compile
  }

  public func files(for report: Report) throws -> [RenderedFile] {
    let document = TypstDocument(
      template, json: PDFReportJSON(report, fonts: fonts).text, name: report.fileName + ".pdf",
      madeAt: report.reportDate.noon)
    let bytes = try compile(document)
    guard PDFCheck.isWhole(bytes) else { throw PDFError.notWhole }
    return [RenderedFile(name: document.name, bytes: bytes)]
  }
}

/// Why there is no PDF; no text of the report is in it.
public enum PDFError: Error, Equatable, CustomStringConvertible {
  case notWhole

  public var description: String {
    switch self {
    case .notWhole: "the PDF that the compiler made is not whole; run the command again"
    }
  }
}

extension ReportDate {
  /// Noon in UTC, in seconds since 1970.
  var noon: Int {
    // Days of years that begin in March, so that the leap day is the last one.
    let year = month > 2 ? self.year : self.year - 1
    let monthFromMarch = (month + 9) % 12
    let days =
      365 * year + year / 4 - year / 100 + year / 400 + (153 * monthFromMarch + 2) / 5 + day - 1 - 719_468
    return days * 86_400 + 43_200
  }
}
