import ReportModel

/// Whether clients may share a sheet of paper.
public enum PrintSides: String, Sendable, CaseIterable {
  /// Each client begins on a new page.
  case oneSided = "one-sided"
  /// Each client begins on a new sheet: nothing of a client stands on the back of another's page.
  case twoSided = "two-sided"
}

/// A report on its way into a PDF of many: what the template gets of it.
public struct PrintedReport: Sendable, Equatable {
  /// An expression of Typst, on one line.
  let data: [UInt8]

  /// What it takes in a document, in bytes.
  public var size: Int { data.count }
}

/// Many reports in one PDF, to be printed at once. The template arranges each as if it were alone.
extension PDFReportWriter {
  public func printed(_ report: Report) -> PrintedReport {
    PrintedReport(data: TypstDocument.data(PDFReportJSON(report, fonts: fonts).text))
  }

  /// - Parameters:
  ///   - reports: in their order; at least one.
  ///   - date: when the file says that it was made.
  /// - Throws: what the compiler throws, and ``PDFError``.
  public func printFile(
    of reports: [PrintedReport], name: String, sides: PrintSides, date: ReportDate
  ) throws -> RenderedFile {
    let document = TypstDocument(template, reports: reports, name: name, sides: sides, madeAt: date.noon)
    let bytes = try compile(document)
    guard PDFCheck.isWhole(bytes) else { throw PDFError.notWhole }
    return RenderedFile(name: name, bytes: bytes)
  }
}

extension TypstDocument {
  /// The template becomes the body of a function, and keeps the numbers of its lines. A page between two sheets has the
  /// paper of the others and nothing on it; nobody is the author of all reports.
  init(
    _ template: TypstTemplate, reports: [PrintedReport], name: String, sides: PrintSides, madeAt: Int
  ) {
    var source = Array("#let pathbook-report(report) = [\n\(template.source)\n]\n".utf8)
    for (index, report) in reports.enumerated() {
      source += Array("#let pathbook-data = ".utf8) + report.data + [UInt8(ascii: "\n")]
      if index == 0 { source += Array("#set page(paper: pathbook-data.paper)\n".utf8) }
      source += Array(
        "#pagebreak(weak: true\(sides == .twoSided ? ", to: \"odd\"" : ""))\n#counter(page).update(1)\n".utf8)
      source += Array("#pathbook-report(pathbook-data)\n".utf8)
    }
    source += Array("#set document(author: ())\n#metadata(none)\n".utf8)
    self.init(name: name, source: source, madeAt: madeAt)
  }
}
