import CareerData

/// The sign between the cells of a roster.
public enum RosterDelimiter: String, Sendable, CaseIterable {
  case comma, semicolon, tab, pipe

  public var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    }
  }

  /// The sign that a line `sep=;` names, else the one by which a header is found among the first rows and has the most names
  /// of fields; a comma when none is found.
  ///
  /// - Parameter start: of the roster, in UTF-8.
  public static func detected(in start: [UInt8], columns: RosterColumns = RosterColumns()) -> RosterDelimiter
  {
    if let sign = named(in: start) { return sign }
    var best: (delimiter: RosterDelimiter, known: Int)?
    for delimiter in allCases {
      let known = known(start, delimiter, columns)
      if known > best?.known ?? 0 { best = (delimiter, known) }
    }
    return best?.delimiter ?? .comma
  }

  /// `sep=;`, which tells a spreadsheet the sign.
  private static func named(in start: [UInt8]) -> RosterDelimiter? {
    let marked = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    let line = marked.prefix(8).drop { $0 == UInt8(ascii: "\"") }
    guard line.count >= 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
      return nil
    }
    let sign = line[line.startIndex + 4]
    return allCases.first { $0.byte == sign }
  }

  /// How well the header is known with a delimiter; less without a header: then by the names of any row, and the cells of the
  /// first.
  private static func known(_ start: [UInt8], _ delimiter: RosterDelimiter, _ columns: RosterColumns) -> Int {
    var records = RosterRecords(delimiter: delimiter)
    records.feed(start)
    var isEnded = false
    var rows = 0
    var most = 0
    while rows < RosterTable.rowsOfHeader {
      guard let record = records.next() else {
        if isEnded { break }
        isEnded = true
        records.end()
        continue
      }
      guard case .success(let cells) = record.cells else {
        rows += 1
        continue
      }
      let names = (0..<min(cells.count, 1_000)).map { RosterCell.text(cells.text($0)) }
      let row = RosterRecord(line: record.line, cells: names)
      if row.isBlank { continue }
      let count = RosterHeader.score(names, given: columns)
      if RosterHeader.isHeader(names, given: columns, isFirst: rows == 0) { return 1_000_000 + count }
      if HeaderFinder.isExplanation(row) { continue }
      rows += 1
      most = max(most, count * 30 + (most == 0 ? min(cells.count - 1, 29) : 0))
    }
    return most
  }
}
