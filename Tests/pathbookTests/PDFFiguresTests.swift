import AdvisingReport
import CareerData
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

/// The same figure is the same number in CSV and PDF, read by pdftotext; `SameNumberTests` has the other formats.
@Suite(.enabled(if: PDFTools.python != nil, "PATHBOOK_PYTHON names no Python"))
struct PDFFiguresTests {
  @Test(arguments: [ReportCopy.client, .advisor])
  func `every figure of the CSV stands in its section of the PDF`(copy: ReportCopy) throws {
    let folder = try TestFolder()
    try PDFTools.install(in: folder)
    let result = try Command(folder: folder.path, environment: ["XDG_DATA_HOME": folder.path("data")]).run([
      "batch", Repository.path("Samples/clients"), "--template", "full", "--copy", copy.rawValue,
      "--format", "csv,pdf", "--report-date", "2026-11-23", "--output", "out", "--quiet",
    ])
    try #require(result.exitCode == 0, "\(result.errors)")
    var options = ReportExporter.Options()
    options.copy = copy
    for id in SampleClients.ids {
      let report = try SampleClients.exporter(options).report(
        on: SampleClients.profile(id), date: #require(.init(iso: "2026-11-23")))
      let titles = report.sections.map { (id: $0.id, title: $0.title) }
      let sections = try PDFTools.sections(folder.path("out/\(id).pdf"), titles)
      #expect(sections.count == titles.count, "\(id): each title stands on a line of its own")
      let figures = try PDFTools.rows(folder.path("out/\(id).csv")).flatMap(ShownFigure.all)
      #expect(figures.count > 60)
      for figure in figures {
        let isShown = figure.sections.contains { sections[$0]?.has(figure.number) == true }
        #expect(isShown, "\(id): \(figure)")
      }
    }
  }
}

extension PDFTools {
  /// The numbers of each section of a PDF, in which the sections stand in this order.
  fileprivate static func sections(
    _ path: String, _ titles: [(id: String, title: String)]
  ) throws -> [String: ShownNumbers] {
    // In the order of the content: a page with columns is read one column after another.
    let lines = try text(path, "-raw").split(
      omittingEmptySubsequences: false, whereSeparator: { "\n\u{C}".contains($0) }
    ).map { $0.trimmingCharacters(in: .whitespaces) }
    var starts: [(id: String, line: Int)] = []
    for (id, title) in titles {
      let after = (starts.last?.line ?? -1) + 1
      if let line = lines[after...].firstIndex(of: title) { starts.append((id, line)) }
    }
    let ends = starts.dropFirst().map(\.line) + [lines.count]
    return Dictionary(
      uniqueKeysWithValues: zip(starts, ends).map { start, end in
        (start.id, ShownNumbers(lines[start.line..<end].joined(separator: "\n")))
      })
  }

  /// The rows of a CSV, by Python's reader.
  fileprivate static func rows(_ path: String) throws -> [[String: String]] {
    let script =
      "import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline='')))))"
    let result = try Command(words: [python ?? "python3", "-c", script]).run([path])
    guard result.exitCode == 0 else { throw Failure.cannotRead(result.errors) }
    return try JSONDecoder().decode([[String: String]].self, from: Data(result.output.utf8))
  }
}
