import CareerData
import SafeFiles
import Tabular

/// The words for what is wrong with a workbook.
package enum WorkbookProblem {
  /// - Parameter strings: the limits that the workbook was read with.
  package static func failure(
    _ error: WorkbookReadingError, path: String, strings: SharedStrings.Limits = .init()
  ) -> ExportFailure {
    let place = [error.sheet.map { "sheet \"\($0.visible)\"" }, error.row.map { "row \($0)" }]
    let (finding, remedy) = words(error, strings)
    let found = error.found.map { ": \($0.excerpted)" } ?? ""
    return .badData(
      path: path, problems: [ProblemText.sentence(at: place, finding + found, remedy: remedy)])
  }

  private static let saveAgain = "open it in a spreadsheet program, save it as .xlsx and give that"
  private static let asCSV = "save the table as CSV UTF-8 and give that"

  private static func words(
    _ error: WorkbookReadingError, _ strings: SharedStrings.Limits
  ) -> (finding: String, remedy: String) {
    switch error.kind {
    case .brokenZip: ("this workbook is damaged", "copy or download it again")
    case .encrypted:
      ("this workbook has a password", "open it, remove the password, save it and give that")
    case .tooLarge(let limit): ("this workbook unpacks to more than \(limit >> 30) GiB", asCSV)
    case .tooDense(let limit): ("this workbook unpacks to more than \(limit) times its size", saveAgain)
    case .binary: ("this is a binary workbook (.xlsb)", saveAgain)
    case .partMissing: ("a part of this workbook is missing", saveAgain)
    case .malformedXML: ("this workbook is damaged", saveAgain)
    case .documentType: ("this workbook declares a document type, which workbooks never do", saveAgain)
    case .badCell: ("a cell cannot be read", saveAgain)
    case .tooManyStrings:
      (
        "this workbook has more than \(strings.count) texts or "
          + "\(strings.bytes >> 20) MiB of them", asCSV
      )
    case .tooMany(let counted, let limit): ("this workbook has more than \(limit) \(counted.rawValue)", asCSV)
    case .tooDeep(let limit): ("this workbook nests more than \(limit) elements", saveAgain)
    case .tooLong(let limit): ("a row or an element has more than \(limit >> 10) KiB", saveAgain)
    }
  }
}

extension String {
  /// Without signs that could steer a terminal.
  package var visible: String {
    String(unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0) })
  }

  fileprivate var excerpted: String { visible.count > 60 ? visible.prefix(60) + "…" : visible }
}
