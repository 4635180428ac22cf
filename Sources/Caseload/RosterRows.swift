import Advising
import SafeFiles

/// One way through the rows of a roster, whatever its form but a folder.
struct RosterRows {
  private let file: RosterFile
  /// Of text: its bytes, and what reads them.
  private var bytes: RosterSource.Reading?
  private var reader: (any RosterReader)?
  /// Of a workbook: its rows, and what makes clients of them.
  private var records: RosterWorkbook.Reading?
  private var clients: RosterTable
  /// Whether the work asks what the rows are made of.
  private let withBytes: Bool
  private(set) var isAtEnd = false

  init(_ file: RosterFile, _ reading: RosterSource.Reading, _ work: RosterTable.Work) {
    self.file = file
    bytes = reading
    reader = file.reader(work)
    clients = RosterTable(work)
    withBytes = true
  }

  init(_ file: RosterFile, _ workbook: RosterWorkbook, _ work: RosterTable.Work) throws(ExportFailure) {
    self.file = file
    records = try workbook.reading()
    clients = RosterTable(work, columns: file.columns, sheet: workbook.sheet.name)
    withBytes = if case .read = work { true } else { false }
  }

  /// What is known of the whole so far.
  var table: RosterTable { reader?.table ?? clients }

  /// The rows of a workbook that are read at a time.
  private static let rowsAtATime = 256

  /// The next rows, in any number; nil at the end, and when the work is over while nothing comes.
  mutating func next(isOver: () -> Bool) throws(ExportFailure) -> [RosterRow]? {
    guard !isAtEnd, !isOver() else { return nil }
    var rows: [RosterRow] = []
    guard records == nil else {
      try nextRecords { rows.append($0) }
      return rows
    }
    guard let chunk = try bytes?.next(isOver: isOver) else { return nil }
    isAtEnd = chunk.isEmpty
    do {
      if isAtEnd {
        try reader?.finish { rows.append($0) }
      } else {
        try reader?.read(chunk) { rows.append($0) }
      }
    } catch { throw file.failure(error) }
    return rows
  }

  private mutating func nextRecords(_ take: (RosterRow) -> Void) throws(ExportFailure) {
    for _ in 0..<Self.rowsAtATime {
      let withBytes = withBytes
      let record = try records?.next(withBytes: withBytes)
      do throws(RosterError) {
        guard let record else {
          isAtEnd = true
          return try clients.finish()
        }
        if let row = try clients.row(record) { take(row) }
      } catch { throw file.failure(error) }
    }
  }
}
