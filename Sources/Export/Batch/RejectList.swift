import Advising
import ReportWriters

/// `rejects.csv`: the refused rows as they came, each with its line and the reasons, ready to be mended and read again
/// as a roster.
struct RejectList {
  static let name = "rejects.csv"

  private let form: RosterFile.Form
  private let delimiter: UInt8
  private var hasHeader = false

  init(_ form: RosterFile.Form) {
    self.form = form
    delimiter = if case .csv(let sign) = form { sign.byte } else { UInt8(ascii: ",") }
  }

  /// The bytes to append to the file for a row.
  mutating func add(_ row: RosterRow, header: RosterHeader?) -> [UInt8] {
    var bytes: [UInt8] = []
    if !hasHeader {
      hasHeader = true
      let names = header?.names.filter { !RosterHeader.rejectColumns.contains($0) } ?? [third]
      append(RosterHeader.rejectColumns + names, to: &bytes)
      bytes += "\r\n".utf8
    }
    let reasons = row.problems.map(\.description).joined(separator: " | ")
    append([String(row.line), reasons], to: &bytes)
    bytes.append(delimiter)
    bytes += content(row, header)
    bytes += "\r\n".utf8
    return bytes
  }

  /// What the third column is where the roster has none of its own.
  private var third: String { if case .folder = form { "file" } else { "profile" } }

  private func content(_ row: RosterRow, _ header: RosterHeader?) -> [UInt8] {
    if case .folder(let names) = form { return quoted(Array(names[row.line - 1].utf8)) }
    guard let header else { return quoted(row.bytes.trimmed) }
    let isBroken = row.problems.contains { if case .brokenRow = $0.reason { true } else { false } }
    // A row that is no row of the table would break those around it.
    if isBroken { return quoted(row.bytes.trimmed) }
    return header.names.contains(where: RosterHeader.rejectColumns.contains)
      ? row.bytes.trimmed.dropFields(RosterHeader.rejectColumns.count, delimiter) : row.bytes.trimmed
  }

  private func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      bytes += quoted(Array(cell.utf8))
    }
  }

  private func quoted(_ cell: [UInt8]) -> [UInt8] {
    let special: Set<UInt8> = [delimiter, 0x22, 0x0A, 0x0D]
    guard cell.contains(where: special.contains) else { return cell }
    return [0x22] + cell.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }
}

extension [UInt8] {
  /// Without the end of the line.
  fileprivate var trimmed: [UInt8] {
    var bytes = self
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return bytes
  }

  /// Without the first fields of a record.
  fileprivate func dropFields(_ count: Int, _ delimiter: UInt8) -> [UInt8] {
    var left = count
    var isQuoted = false
    for (index, byte) in enumerated() {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == delimiter, !isQuoted {
        left -= 1
        if left == 0 { return Array(self[(index + 1)...]) }
      }
    }
    return self
  }
}
