import AdvisingReport
import ReportModel
import ReportWriters
import SampleReports

extension FuzzTarget {
  /// A template that is accepted words a report in every format.
  static let yamlTemplate = FuzzTarget("template-yaml", longestInput: 1 << 13) { input in
    let standard = try SampleClients.template().report
    let template: ReportTemplate
    do throws(TemplateProblems) {
      template = try TemplateReader(standard: standard).read(yaml: String(decoding: input, as: UTF8.self))
    } catch {
      try Messages.check(error.problems.map(\.description), about: input)
      return .refused
    }
    try FuzzSamples.write(try FuzzSamples.report(template), template, for: input)
    return .accepted
  }

  /// A page of text that is accepted takes a report, and gives the same bytes each time.
  static let textTemplate = FuzzTarget("template-text", longestInput: 1 << 10) { input in
    let template: TextTemplate
    do throws(PageTemplateError) { template = try TextTemplate(String(decoding: input, as: UTF8.self)) } catch
    {
      try Messages.check(messages(error), about: input)
      return .refused
    }
    _ = try page(TextReportWriter(template: template))
    return .accepted
  }

  /// A page that is accepted takes a report, gives the same bytes each time, and lets no markup of the client's through.
  static let pageTemplate = FuzzTarget("template-page", longestInput: 1 << 10) { input in
    let template: HTMLTemplate
    do throws(PageTemplateError) {
      template = try HTMLTemplate(String(decoding: input, as: UTF8.self), style: "body {}")
    } catch {
      try Messages.check(messages(error), about: input)
      return .refused
    }
    let page = try page(HTMLReportWriter(template: template))
    try promise("the client's name is no markup", !page.contains("<i>\(Messages.privateWord)"))
    return .accepted
  }

  private static func messages(_ error: PageTemplateError) -> [String] {
    error.description.split(separator: "\n").map(String.init)
  }

  private static func page(_ writer: some ReportWriter) throws -> String {
    let report = try FuzzSamples.shortReport.get()
    let files = try writer.files(for: report)
    try promise("the same report gives the same bytes", try writer.files(for: report) == files)
    return String(decoding: files.first?.bytes ?? [], as: UTF8.self)
  }
}
