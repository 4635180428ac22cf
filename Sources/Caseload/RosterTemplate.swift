import Advising
import AdvisingReport
import CareerData
import Export
import ReportXLSX
import SafeFiles
import Tabular

/// An empty roster to fill in.
public struct RosterTemplate: Sendable {
  private let columns: [RosterGuide.Column]
  private let words: RosterWords

  public init(inputs: ReportInputs) {
    columns = RosterGuide(dataset: inputs.reportDataset).columns
    words = inputs.template.report.rosterWords
  }

  /// Writes it as a workbook with lists to choose from when the path ends in `.xlsx`, else as CSV. A file that exists may
  /// be filled in, and is never replaced.
  public func write(to path: String) throws(ExportFailure) {
    guard !InputFile.isThere(path) else {
      throw .cannotCreate(path: path, reason: "a file with this name exists and may be filled in")
    }
    try OutputFolder.write(path.lowercased().hasSuffix(".xlsx") ? workbook() : csv, to: path)
  }

  /// A header, and above it a line for each column, which readers of rosters leave out.
  private var csv: [UInt8] {
    var bytes: [UInt8] = []
    for column in columns {
      let ids = column.choices.map(\.id).joined(separator: ", ")
      let choices = ids.isEmpty ? "" : " \(words.choices): \(ids)."
      let line = "# \(column.field.rawValue): \(words.meaning(of: column.field))\(choices)"
      bytes += CSVWriter.quoted(line.utf8) + [0x0D, 0x0A]
    }
    return bytes + columns.map(\.field.rawValue).joined(separator: ",").utf8 + [0x0D, 0x0A]
  }

  private func workbook() throws(ExportFailure) -> [UInt8] {
    let form = FormWorkbook(
      .init(
        table: words.table, guide: words.guide, lists: words.lists, column: words.column,
        meaning: words.meaning, choices: words.choices),
      columns: columns.map(formColumn))
    do { return try form.bytes() } catch {
      throw .notRendered("roster.xlsx", error)
    }
  }

  private func formColumn(_ column: RosterGuide.Column) -> FormColumn {
    let choices = column.choices.map { word(for: $0, in: column) }
    return FormColumn(
      name: words.name(of: column.field), note: words.meaning(of: column.field),
      choices: column.takesMany ? [] : choices, known: column.takesMany ? column.choices.map(\.id) : [],
      range: column.range, isText: column.isKeptAsText,
      example: example(column, choices))
  }

  private func word(for choice: RosterGuide.Choice, in column: RosterGuide.Column) -> String {
    if column.isFlag { return words.word(for: choice.id == "yes") }
    return switch column.field {
    case .payBasis: PayBasis(rawValue: choice.id).map(words.word) ?? choice.title
    case .education: Education(rawValue: choice.id).map(words.word) ?? choice.title
    default: choice.title
    }
  }

  /// A client as nobody is, who shows what each column takes.
  private func example(_ column: RosterGuide.Column, _ choices: [String]) -> FormColumn.Example? {
    switch column.example {
    case .id: .text(LeftOutRow.exampleID)
    case .name: .text(words.exampleName)
    case .number(let number): .number(number)
    case .firstChoice: (column.takesMany ? column.choices.first?.id : choices.first).map { .text($0) }
    case nil: nil
    }
  }
}
