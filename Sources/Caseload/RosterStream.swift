import Advising
import CareerData
import Export
import Glibc
import SafeFiles

/// The rows of a roster one after another, in the memory of a few of them. Ids are looked at too: each names files, so
/// none may stand twice.
struct RosterStream {
  private let file: RosterFile
  /// Nil for a folder.
  private var rows: RosterRows?
  private let profiles: ProfileReader
  /// What the whole roster told before it was read.
  let survey: RosterSurvey
  /// Of a folder, whose files are read one by one.
  private var folderTable: RosterTable
  private let ids: ClientIDs
  /// Rows that have been read and not given yet, last one first.
  private var waiting: [RosterRow] = []
  private var isAtEnd = false
  private var next = 0

  init(_ file: RosterFile, dataset: CareerDataset) throws(ExportFailure) {
    self.file = file
    ids = try ClientIDs()
    profiles = ProfileReader(dataset: dataset)
    survey = try file.survey()
    folderTable = RosterTable(.count, columns: file.columns)
    rows = try file.rows(.read(profiles, survey.order))
    // With these a table has its header.
    try readOn { false }
  }

  /// Whether every row was given.
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

  /// Nil at the end, and when the work is over while nothing comes.
  mutating func nextRow(isOver: () -> Bool = { false }) throws(ExportFailure) -> RosterRow? {
    if case .folder(let names) = file.form { return try nextFile(names) }
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
    for row in next { checked.append(try ids.checked(row)) }
    waiting = checked.reversed()
    return true
  }

  private mutating func nextFile(_ names: [String]) throws(ExportFailure) -> RosterRow? {
    guard next < names.count else {
      isAtEnd = true
      return nil
    }
    next += 1
    let path = "\(file.path)/\(names[next - 1])"
    let bytes: [UInt8]
    do {
      // A link could lead out of the folder, to what its owner was not to see.
      guard !InputFile.isSymbolicLink(path) else { return Self.linked(line: next) }
      bytes = try InputFile.read(path, largestBytes: ProfileLoader.largestBytes)
    } catch {
      let problem = ProfileProblem(
        field: nil,
        reason: .brokenRow(finding: "the file cannot be read", remedy: "check its size and permissions"))
      return RosterRow(line: next, bytes: [], outcome: .refused([problem]))
    }
    let outcome = folderTable.outcome(json: bytes, profiles, .monthFirst)
    return try ids.checked(RosterRow(line: next, bytes: bytes, outcome: outcome))
  }

  private static func linked(line: Int) -> RosterRow {
    let problem = ProfileProblem(
      field: nil,
      reason: .brokenRow(
        finding: "the file is a symbolic link, which may lead out of the folder",
        remedy: "put the file itself in its place"))
    return RosterRow(line: line, bytes: [], outcome: .refused([problem]))
  }
}
