import Advising
import CareerData
import Export
import SafeFiles

/// All that the files of a client are made from, but the client.
struct BatchSetup: Sendable {
  let inputs: ReportInputs
  let options: BatchOptions
  /// Of reports that nothing else gives a date.
  private let date: CalendarDate
  let exporter: ReportExporter
  /// Whether the rows are those that were refused before.
  let isOfRejects: Bool
  /// What every file depends on; a client is done again when it has changed.
  private let mark: [UInt8]

  /// - Parameter reading: how the rows are read, where something else than their header says so; empty for nothing.
  init(
    inputs: ReportInputs, options: BatchOptions, date: CalendarDate, header: RosterHeader?,
    reading: String = ""
  ) {
    self.inputs = inputs
    self.options = options
    self.date = date
    isOfRejects = header?.isOfRejects ?? false
    exporter = ReportExporter(
      dataset: inputs.reportDataset, template: inputs.template, options: options.export)
    let parts =
      [
        options.reportDate?.iso ?? "", ProgramVersion.current, inputs.dataset.identity.contentHash,
        inputs.template.contentHash, date.iso,
        "\(options.export.usesASCII)", "\(options.export.escapesFormulas)",
        "\(options.export.workbook.isProtected)", "\(options.redacts)",
      ] + options.export.formats.map(\.id) + (header?.names ?? []) + (reading.isEmpty ? [] : [reading])
    mark = SHA256.digest(Array(parts.joined(separator: "\u{0}").utf8))
  }

  func date(of profile: ClientProfile) -> CalendarDate { options.reportDate ?? profile.reportDate ?? date }

  /// Of a row: the SHA-256 of all that its files are made from, in hexadecimal digits.
  func input(_ row: RosterRow) -> String { SHA256.text(mark + row.bytes) }

  func renderer() throws(ExportFailure) -> ClientRenderer {
    try ClientRenderer(
      options.export.formats, .init(template: inputs.template, options: options.export))
  }
}
