import Advising
import CareerData
import ReportXLSX
import SafeFiles

/// An empty roster to fill in.
public struct RosterTemplate: Sendable {
  private let guide: RosterGuide

  public init(dataset: CareerDataset) { guide = RosterGuide(dataset: dataset) }

  /// Writes it as a workbook with lists to choose from when the path ends in `.xlsx`, else as CSV. A file that is there
  /// may be filled in, and stays.
  public func write(to path: String) throws(ExportFailure) {
    guard !InputFile.isThere(path) else {
      throw .cannotCreate(path: path, reason: "a file of this name is there, and may be filled in")
    }
    try OutputFolder.write(path.lowercased().hasSuffix(".xlsx") ? workbook() : csv, to: path)
  }

  /// A header, and above it a line for each column, which readers of rosters leave out.
  private var csv: [UInt8] {
    var text = ""
    for column in guide.columns {
      let choices = column.choices.isEmpty ? "" : " One of: \(column.choices.joined(separator: ", "))."
      let line = "# \(column.name): \(column.explanation)\(choices)"
      text += "\"\(line.replacing("\"", with: "\"\""))\"\r\n"
    }
    text += guide.columns.map(\.name).joined(separator: ",") + "\r\n"
    return Array(text.utf8)
  }

  private func workbook() throws(ExportFailure) -> [UInt8] {
    let columns = guide.columns.map {
      FormWorkbook.Column(name: $0.name, note: $0.explanation, choices: $0.choices, range: $0.range)
    }
    let scratch = try ScratchFolder()
    do {
      return try FormWorkbook(title: "Roster", choicesTitle: "Choices", columns: columns)
        .bytes(scratchDirectory: scratch.path)
    } catch { throw .notRendered("roster.xlsx", error) }
  }
}
