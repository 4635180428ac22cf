import Advising
import CareerData
import Export
import Glibc
import SafeFiles

/// The rows of a roster one after another, with only a few of them in memory. Ids are checked, too: each names files, so
/// none may occur twice.
struct RosterStream {
  private let file: RosterFile
  /// Nil for a folder.
  private var rows: RosterRows?
  private let profiles: ProfileReader
  private let share: RosterShare?
  /// What the whole roster told before it was read.
  let survey: RosterSurvey
  /// Of a folder, whose files are read one by one.
  private var folderTable: RosterTable
  private let ids: ClientIDs
  /// Rows that have been read and not given yet, last one first.
  private var waiting: [RosterRow] = []
  private var isAtEnd = false
  private var next = 0
  /// Rows so far, those of other shares too.
  private(set) var rowCount = 0

  init(_ file: RosterFile, dataset: CareerDataset) throws(ExportFailure) {
    try self.init(file, datasets: DatasetShelf(dataset))
  }

  /// - Parameters:
  ///   - datasets: whose ids the rows may use, by the occupation that each names.
  ///   - share: whose rows are given; nil for all.
  init(_ file: RosterFile, datasets: DatasetShelf, share: RosterShare? = nil) throws(ExportFailure) {
    self.file = file
    self.share = share
    ids = try ClientIDs()
    profiles = datasets.profileReader
    survey = try file.survey()
    folderTable = RosterTable(.read(profiles, .monthFirst, share), columns: file.columns)
    rows = try file.rows(.read(profiles, survey.order, share))
    // With these a table has its header.
    try readOn { false }
  }

  /// Whether every row has been given.
  var isDone: Bool { isAtEnd && waiting.isEmpty }

  /// Nil until the first line of a CSV was read, and for other forms.
  var header: RosterHeader? { rows?.table.header }

  /// Columns that are no part of a profile: those of a header, or the keys of objects so far.
  var extraColumns: [String] { header?.extraColumns ?? tally.extraColumns }

  private var tally: RosterTally {
    rows?.table.tally ?? folderTable.tally
  }

  /// What is known as soon as the header is: how the bytes are read, what columns are taken for, the order of dates.
  var notesOfHeader: [String] {
    ([file.sheetNote, file.encodingNote] + (header?.synonyms ?? []) + [survey.note]).compactMap(\.self)
  }

  /// What is known at the end: rows that were left out, values that are missing.
  var notesAtEnd: [String] { tally.notes }

  /// The same in two parts: what is told of the roster, and of the rows that were read.
  var notesInParts: (roster: [String], missing: [RosterTally.Missing]) {
    (tally.rowNotes, tally.missingValues)
  }

  /// Nil at the end, and when the work is over while nothing comes.
  mutating func nextRow(isOver: () -> Bool = { false }) throws(ExportFailure) -> RosterRow? {
    if case .folder(let names) = file.form {
      while let row = nextFile(names) {
        if let own = numbered(row) { return try ids.checked(own) }
      }
      return nil
    }
    while waiting.isEmpty, !isAtEnd {
      guard try readOn(isOver) else { return nil }
    }
    return waiting.popLast()
  }

  /// False when nothing more came.
  @discardableResult private mutating func readOn(_ isOver: () -> Bool) throws(ExportFailure) -> Bool {
    guard let next = try rows?.next(isOver: isOver) else { return false }
    isAtEnd = rows?.isAtEnd ?? true
    var checked: [RosterRow] = []
    checked.reserveCapacity(next.count)
    for row in next { if let own = numbered(row) { checked.append(try ids.checked(own)) } }
    waiting = checked.reversed()
    return true
  }

  /// The row with its number; nil for one of another share.
  private mutating func numbered(_ row: RosterRow) -> RosterRow? {
    defer { rowCount += 1 }
    if case .counted = row.outcome { return nil }
    var row = row
    row.number = rowCount
    return row
  }

  private mutating func nextFile(_ names: [String]) -> RosterRow? {
    guard next < names.count else {
      isAtEnd = true
      return nil
    }
    next += 1
    let path = "\(file.path)/\(names[next - 1])"
    let bytes: [UInt8]
    do {
      // A link could lead out of the folder, to what its owner was not to see.
      guard !InputFile.isSymbolicLink(path) else {
        return refused(
          "the file is a symbolic link, which may lead out of the folder", "put the file itself in its place")
      }
      bytes = try InputFile.read(path, largestBytes: ProfileLoader.largestBytes)
    } catch { return refused("the file cannot be read", "check its size and permissions") }
    guard folderTable.takes(json: bytes, line: next) else {
      return RosterRow(line: next, bytes: [], outcome: .counted)
    }
    let outcome = folderTable.outcome(json: bytes, profiles, .monthFirst)
    return RosterRow(line: next, bytes: bytes, outcome: outcome)
  }

  /// A file that cannot be read, if it is one of the share.
  private func refused(_ finding: String, _ remedy: String) -> RosterRow {
    let problem = ProfileProblem(field: nil, reason: .brokenRow(finding: finding, remedy: remedy))
    return RosterRow(
      line: next, bytes: [],
      outcome: share?.takes(id: nil, line: next) ?? true ? .refused([problem]) : .counted)
  }
}

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

/// The ids of a roster, each of which names files: one that another client has, whatever the letter case, is refused.
///
/// Of an id 64 bits are kept; two of a million meet by chance in one of 30 million rosters.
struct ClientIDs {
  private let lines: KeyTable

  init() throws(ExportFailure) { lines = try KeyTable() }

  /// The row, refused when another one before it has its id.
  func checked(_ row: RosterRow) throws(ExportFailure) -> RosterRow {
    guard let id = row.profile?.id else { return row }
    let key = Self.key(id)
    if let line = try lines.number(for: key) {
      let reason = ProfileProblem.Reason.idTaken(line: Int(clamping: line))
      return row.refused(ProfileProblem(field: ProfileField.id.rawValue, reason: reason))
    }
    try lines.set(UInt64(row.line), for: key)
    return row
  }

  /// The first 64 bits of the SHA-256 of the id in small letters.
  static func key(_ id: String) -> UInt64 { SHA256.prefix(Array(id.lowercased().utf8)) }
}
