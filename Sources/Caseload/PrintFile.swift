import CareerData
import Export
import ReportModel
import ReportWriters
import SafeFiles
import Tabular

/// One PDF of all clients in the roster's order, to be printed at once; of a large caseload several: `print-001.pdf`,
/// `print-002.pdf` …
///
/// The compiler has a whole document in memory, about 110 times its data. A part is compiled when its data is complete, so
/// that neither the compiler nor this program holds more than that.
struct PrintFile {
  /// The data of a part, in bytes: some 45 clients of the standard template, 190 of the brief one, 20 of the full one.
  static let mostBytes = 5 << 20

  private static let name = "print.pdf"
  private static let firstPart = partName(1)

  private let writer: PDFReportWriter
  private let sides: PrintSides
  private let date: ReportDate
  private let tree: OutputTree
  private var waiting: [PrintedReport] = []
  private var parts: [OutputTree.Unfinished] = []
  /// Of the first part that could not be made. It stops no client.
  private var failure: ExportFailure?

  init(_ writer: PDFReportWriter, sides: PrintSides, date: CalendarDate, in tree: OutputTree) {
    self.writer = writer
    self.sides = sides
    self.date = ReportDate(year: date.year, month: date.month, day: date.day)
    self.tree = tree
  }

  mutating func add(_ report: PrintedReport) {
    guard failure == nil else { return }
    if waiting.reduce(report.size, { $0 + $1.size }) > Self.mostBytes { makePart() }
    waiting.append(report)
  }

  /// Makes the last part, gives all their names, and removes those of an earlier run.
  mutating func finish() throws(ExportFailure) {
    makePart()
    if let failure { throw failure }
    if parts.count == 1 { parts = [.init(temporary: parts[0].temporary, path: Self.name)] }
    if !parts.isEmpty { try tree.finish(parts) }
    let new = Set(parts.map(\.path))
    for name in tree.names where Self.isPart(name) && !new.contains(name) { tree.remove(name) }
  }

  private mutating func makePart() {
    guard failure == nil, !waiting.isEmpty else { return }
    do {
      let file = try writer.printFile(of: waiting, name: Self.name, sides: sides, date: date)
      parts += try tree.writeAtRoot([RenderedFile(name: Self.partName(parts.count + 1), bytes: file.bytes)])
    } catch { failure = .notRendered(Self.name, error) }
    waiting = []
  }

  private static func partName(_ number: Int) -> String { "print-\(String(number).zeroPadded(to: 3)).pdf" }

  /// Whether a file of this name is a file to print, or a part of one.
  private static func isPart(_ name: String) -> Bool {
    name == Self.name
      || (name.hasPrefix("print-") && name.hasSuffix(".pdf")
        && Int(name.dropFirst(6).dropLast(4)).map { partName($0) == name } ?? false)
  }

  /// The name of the file that an earlier run has written, or of its first part.
  static func name(in tree: OutputTree) -> String { tree.has(firstPart) ? firstPart : name }
}
