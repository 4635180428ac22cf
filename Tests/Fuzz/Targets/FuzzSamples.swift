import Advising
import AdvisingReport
import CareerData
import Export
import ReportModel
import ReportWriters
import ReportXLSX
import SafeFiles
import SampleReports
import Tabular

/// What the targets read their inputs with and for; each is made once.
enum FuzzSamples {
  /// The dataset in the binary.
  static let dataset = Result { try DatasetLoader.shipped() }

  /// A small one, with every table that a dataset must have and some of the others.
  static let smallDataset = Result {
    try DatasetLoader.files(folder: SampleClients.root.path + "/Samples/datasets/lighthouse-keeping")
  }

  /// The dataset in the binary with the pay of one state only, which is read much faster.
  static let shortDataset: DatasetFiles = {
    var files = DatasetLoader.shippedFiles.files
    let lines = (files["pay.csv"] ?? []).split(separator: 0x0A)
    let kept = lines.filter {
      $0.firstRange(of: Array(",area,state:".utf8)) == nil
        || $0.firstRange(of: Array("state:CA,".utf8)) != nil
    }
    files["pay.csv"] = kept.flatMap { $0 + [0x0A] }
    return DatasetFiles(files: files)
  }()

  /// The date of reports whose profile has none.
  static let day = Result {
    guard let day = CalendarDate(year: 2026, month: 11, day: 23) else {
      throw BrokenPromise(description: "23 November 2026 is a day")
    }
    return day
  }

  /// On a client of whom everything is known, with a name that is markup.
  static let advice = Result {
    var profile = try SampleClients.profile("worked-example")
    profile.name = markup
    return try SampleClients.advice(on: profile)
  }

  static let markup = "<i>\(Messages.privateWord)</i> & \"'{{title}}'\""

  /// A report of two sections, for what is not about the sections.
  static let shortReport = Result { short(try report(SampleClients.template().report)) }

  static func report(_ template: ReportTemplate) throws -> Report {
    ReportBuilder(template: template, programVersion: "0").report(on: try advice.get())
  }

  static func short(_ report: Report) -> Report {
    Report(
      clientID: report.clientID, clientName: report.clientName, reportDate: report.reportDate,
      language: report.language, title: report.title, heading: report.heading, footer: report.footer,
      sections: report.sections.filter { ["summary", "position"].contains($0.id) }, whatIf: report.whatIf,
      sources: report.sources, properties: report.properties, style: report.style, branding: report.branding,
      origin: report.origin)
  }

  /// Writes a report in every format. A workbook takes many times as long as all text: it is written for one input in
  /// eight, always for the same ones.
  static func write(_ report: Report, _ template: ReportTemplate, for input: [UInt8]) throws {
    let standard = try SampleClients.template()
    var writers: [any ReportWriter] = [
      CSVReportWriter(), TextReportWriter(template: standard.text), HTMLReportWriter(template: standard.html),
    ]
    if isOneInEight(input) { writers.append(XLSXReportWriter(words: template.workbookWords)) }
    for writer in writers { try promise("a writer gives files", !(try writer.files(for: report)).isEmpty) }
  }

  static func isOneInEight(_ input: [UInt8]) -> Bool { input.reduce(0) { $0 &* 31 &+ Int($1) } & 7 == 0 }
}
