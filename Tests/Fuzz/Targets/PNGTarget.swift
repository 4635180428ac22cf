import AdvisingReport
import ReportModel
import SampleReports

extension FuzzTarget {
  /// A logo that is accepted stands in every format: the workbook's library has a reader of its own.
  static let png = FuzzTarget("png", longestInput: 1 << 11) { input in
    let standard = try SampleClients.template().report
    let template: ReportTemplate
    do throws(TemplateProblems) { template = try standard.withLogo(input) } catch {
      try Messages.check(error.problems.map(\.description), about: input)
      return .refused
    }
    try promise("the file of a logo is kept as it is", template.branding.logo?.bytes == input)
    try FuzzSamples.write(FuzzSamples.short(try FuzzSamples.report(template)), template, for: input)
    return .accepted
  }
}
