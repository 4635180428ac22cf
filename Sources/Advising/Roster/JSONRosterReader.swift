import CareerData
import Tabular

/// A roster as JSON: a profile in each line, a list of profiles, or profiles over several lines each, as editors write them.
///
/// Where each profile stands in a line of its own, a bad line costs itself only.
public struct JSONRosterReader: RosterReader {
  /// A longer profile is none.
  static let longest = 1 << 20

  private enum Form { case unknown, lines, objects }

  public private(set) var table: RosterTable
  private var form = Form.unknown
  /// What was read to find out the form.
  private var start: [UInt8] = []
  private var lines = JSONLines()
  private var objects = JSONObjects()

  public init(_ work: RosterTable.Work, columns: RosterColumns = RosterColumns()) {
    table = RosterTable(work, columns: columns)
  }

  public mutating func read(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws {
    if form == .unknown {
      start += chunk
      guard start.count > Self.longest || hasTwoLines else { return }
      try begin(body)
    } else {
      try take(chunk, body)
    }
  }

  public mutating func finish(_ body: (RosterRow) throws -> Void) throws {
    if form == .unknown { try begin(body) }
    switch form {
    case .lines: for piece in lines.finish() { try give(piece, body) }
    case .objects, .unknown: for piece in objects.finish() { try give(piece, body) }
    }
  }

  private mutating func begin(_ body: (RosterRow) throws -> Void) throws {
    form = Self.isOfLines(start) ? .lines : .objects
    let chunk = start
    start = []
    try take(chunk, body)
  }

  private mutating func take(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws {
    for piece in form == .lines ? lines.read(chunk) : objects.read(chunk) { try give(piece, body) }
  }

  private mutating func give(_ piece: JSONPiece, _ body: (RosterRow) throws -> Void) throws {
    if piece.isTooLong {
      if let share = table.work.share, !share.takes(id: nil, line: piece.line) {
        return try body(RosterRow(line: piece.line, bytes: [], outcome: .counted))
      }
      let problem = ProfileProblem(
        field: nil,
        reason: .brokenRow(finding: "a line of more than 1 MiB", remedy: "put one profile on each line"))
      return try body(RosterRow(line: piece.line, bytes: piece.bytes, outcome: .refused([problem])))
    }
    if let row = table.row(json: piece.bytes, line: piece.line) { try body(row) }
  }

  private var hasTwoLines: Bool { Self.filledLines(start, isWhole: false).count >= 2 }

  /// The first two lines that are not blank, without space around them; the last is whole only when something follows.
  private static func filledLines(_ bytes: [UInt8], isWhole: Bool) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: false)
    if !isWhole { lines = lines.dropLast() }
    return Array(lines.lazy.map(trimmed).filter { !$0.isEmpty }.prefix(2))
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || [0xEF, 0xBB, 0xBF].contains(byte) }
    while let first = line.first, isSpace(first) { line.removeFirst() }
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }

  /// Whether each line is a profile of its own: not when the first two do not both begin as one.
  private static func isOfLines(_ bytes: [UInt8]) -> Bool {
    let lines = filledLines(bytes, isWhole: true)
    guard let first = lines.first else { return true }
    if first.first == UInt8(ascii: "[") { return false }
    guard lines.count == 2 else { return true }
    if first == [UInt8(ascii: "{")] { return false }
    // A line that ends in a comma or an opened list goes on in the next.
    if let last = first.last, [UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(last),
      lines[1].first != UInt8(ascii: "{")
    {
      return false
    }
    return true
  }
}

// A profile as JSON is read as a row of cells: its keys are the names of columns.

extension RosterTable {
  /// A row that is an object of JSON, by the same names and the same reader of cells as a table.
  mutating func row(json: [UInt8], line: Int) -> RosterRow? {
    if case .count = work, !Self.mayBeExample(json) {
      return RosterRow(line: line, bytes: [], outcome: .counted)
    }
    guard let document = try? JSONDocument(json), case .object(let members) = document.root.value else {
      guard case .read(let profiles, let order, let share) = work, share?.takes(id: nil, line: line) ?? true
      else { return RosterRow(line: line, bytes: [], outcome: .counted) }
      return RosterRow(line: line, bytes: json, outcome: outcome(json: json, profiles, order))
    }
    if let id = members.first(where: { ColumnName.meaning($0.key)?.field == .id })?.node.string,
      id.trimmed == LeftOutRow.exampleID
    {
      tally.add(.example, line: line)
      return nil
    }
    switch work {
    case .count: return RosterRow(line: line, bytes: [], outcome: .counted)
    case .survey:
      for member in members {
        guard let text = member.node.string, let field = given.meaning(member.key).meaning?.field,
          field.kind.isDate
        else { continue }
        survey.add(text.trimmed, field, line: line)
      }
      return RosterRow(line: line, bytes: [], outcome: .counted)
    case .read(let profiles, let order, let share):
      guard share?.takes(idCell(members), line: line) ?? true else {
        return RosterRow(line: line, bytes: [], outcome: .counted)
      }
      return RosterRow(line: line, bytes: json, outcome: outcome(document, members, profiles, order))
    }
  }

  /// Whether a profile as JSON is one of the share that is read.
  public mutating func takes(json: [UInt8], line: Int) -> Bool {
    work.share?.takes(idCell(json: json), line: line) ?? true
  }

  /// The cell of the id of a profile as JSON; nil for what is none.
  mutating func idCell(json: [UInt8]) -> RosterCell? {
    guard let members = (try? JSONDocument(json))?.root.members else { return nil }
    return idCell(members)
  }

  /// The same of an object; nil where its keys do not tell.
  private mutating func idCell(_ members: [JSONNode.Member]) -> RosterCell? {
    let members = members.filter { $0.key != "$schema" }
    guard let header = try? objectHeader(members.map(\.key)), let index = header.index(of: .id) else {
      return nil
    }
    return RosterCell(members[index].node)
  }

  /// A profile as JSON. Its lines are those of the roster, so that a place in it tells nothing.
  public mutating func outcome(json: [UInt8], _ profiles: ProfileReader, _ order: DateOrder)
    -> RosterRow.Outcome
  {
    let document: JSONDocument
    do { document = try JSONDocument(json) } catch {
      return .refused([ProfileProblem(field: nil, reason: .notJSON(error.finding))])
    }
    guard let members = document.root.members else {
      return .refused([ProfileProblem(field: nil, reason: .notAnObject)])
    }
    return outcome(document, members, profiles, order)
  }

  private mutating func outcome(
    _ document: JSONDocument, _ members: [JSONNode.Member], _ profiles: ProfileReader, _ order: DateOrder
  ) -> RosterRow.Outcome {
    if let key = document.repeatedKeys.first {
      return .refused([
        ProfileProblem(field: key.key, reason: .duplicateKey(firstLine: key.firstLine))
      ])
    }
    // Editors look for the schema under its own key.
    let members = members.filter { $0.key != "$schema" }
    let header: RosterHeader
    do { header = try objectHeader(members.map(\.key)) } catch {
      tally.add(
        extra: members.map(\.key).filter {
          given.meaning($0).meaning == nil && ColumnName.near($0, isObject: true) == nil
        })
      return .refused([Self.problem(error)])
    }
    tally.add(header)
    return outcome(members.map { RosterCell($0.node) }, header, profiles, order)
  }

  /// The header of an object; those of a roster have the same keys, mostly.
  private mutating func objectHeader(_ keys: [String]) throws(RosterHeader.Problem) -> RosterHeader {
    if let objectHeader, objectHeader.names == keys { return objectHeader }
    let header = try RosterHeader(keys, given: given, isObject: true)
    objectHeader = header
    return header
  }

  /// Whether an object may be the example of the template; most are not, and need not be read to be counted.
  private static func mayBeExample(_ json: [UInt8]) -> Bool {
    let id = Array(LeftOutRow.exampleID.utf8)
    guard json.count > id.count else { return false }
    return json.withUnsafeBufferPointer { bytes in
      for start in 0...(bytes.count - id.count) where bytes[start] == id[0] && bytes[start + 1] == id[1] {
        if bytes[start..<(start + id.count)].elementsEqual(id) { return true }
      }
      return false
    }
  }

  private static func problem(_ problem: RosterHeader.Problem) -> ProfileProblem {
    switch problem {
    case .twice(let field, let one, let other):
      ProfileProblem(field: field.rawValue, reason: .givenTwice(one: one, other: other))
    case .near(let name, let field):
      ProfileProblem(field: name, reason: .unknownField(nearest: field.rawValue))
    case .noID: ProfileProblem(field: ProfileField.id.rawValue, reason: .missing)
    }
  }
}

extension RosterCell {
  init(_ node: JSONNode) {
    self =
      switch node.value {
      case .null: .empty
      case .string(let text): text.isEmpty ? .empty : .text(text)
      case .boolean(let flag): .flag(flag)
      case .integer(let number): .number(Double(number), shown: String(number))
      case .real(let number): .number(number, shown: "\(number)")
      case .array(let nodes): .list(nodes.map(RosterCell.init))
      case .object:
        if case .object(let members) = FieldValue(node) { .object(members) } else { .object([:]) }
      }
  }
}
