import CareerData

/// A cell of a roster, whatever form the roster has: what a person sees there, and the value where the form knows it.
///
/// CSV has texts only. JSON knows numbers, truth values and lists; a workbook knows dates and errors too.
public enum RosterCell: Sendable, Equatable {
  case empty
  case text(String)
  /// - Parameter shown: as the person sees it, such as `00123` or `$46,000`.
  case number(Double, shown: String)
  case date(CalendarDate, shown: String)
  case flag(Bool)
  /// What a formula could not work out: `#N/A`.
  case error(String)
  /// A formula that no program has calculated, so that its value is unknown.
  case uncalculated
  case list([RosterCell])
  /// An object of JSON.
  case object([String: FieldValue])

  /// As the person sees it; empty for lists and objects, which no cell of a table holds.
  public var text: String {
    switch self {
    case .empty, .list, .object, .uncalculated: ""
    case .text(let text), .error(let text): text
    case .number(_, let shown), .date(_, let shown): shown
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    }
  }

  /// Whether it says nothing: no text, white space, invisible characters, or a box that is not ticked.
  var isBlank: Bool {
    switch self {
    case .empty: true
    case .flag(let flag): !flag
    case .text(let text): Self.isBlank(text)
    case .list(let cells): cells.isEmpty
    case .number, .date, .error, .uncalculated, .object: false
    }
  }

  /// Boxes that are not ticked, as programs write them into a table.
  private static let unticked: Set<String> = ["FALSE", "False", "false", "☐", "□", "[ ]", "[]"]

  private static func isBlank(_ text: String) -> Bool {
    let trimmed = text.trimmed
    return trimmed.isEmpty || unticked.contains(trimmed)
  }
}

/// A row of cells, from whatever form.
public struct RosterRecord: Sendable, Equatable {
  /// The line on which it begins, from 1; in a workbook the row.
  public var line: Int
  public var cells: [RosterCell]
  /// As they came, with the end of the line; in a workbook anything that is the same for the same cells.
  public var bytes: [UInt8]

  public init(line: Int, cells: [RosterCell], bytes: [UInt8] = []) {
    self.line = line
    self.cells = cells
    self.bytes = bytes
  }

  public var isBlank: Bool { cells.allSatisfy(\.isBlank) }
}

extension String {
  /// Without white space and invisible characters around it; spreadsheets use no-break spaces too.
  var trimmed: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.value < 0x80 { return scalar.value <= 0x20 }
      return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, isSpace(first) || isSpace(last)
    else { return self }
    var rest = unicodeScalars[...]
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
  }
}

/// A cell of a list of rejects. A spreadsheet runs what begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a
/// formula, also what somebody else has put into a roster; so an apostrophe stands before it, and is taken away when the
/// list is read back.
///
/// A cell that begins with apostrophes and then such a sign gets one more, so that every cell is read back as it was.
public enum RejectCell {
  private static let apostrophe = UInt8(ascii: "'")

  /// The bytes of a cell, without quotation marks around it, as they stand in the list.
  public static func escaped(_ cell: [UInt8]) -> [UInt8] { isRisky(cell) ? [apostrophe] + cell : cell }

  /// The bytes of a cell of the list as the roster had them.
  public static func unescaped(_ cell: [UInt8]) -> [UInt8] {
    cell.first == apostrophe && isRisky(cell) ? Array(cell.dropFirst()) : cell
  }

  static func text(_ cell: String) -> String {
    let bytes = Array(cell.utf8)
    return bytes.first == apostrophe ? String(decoding: unescaped(bytes), as: UTF8.self) : cell
  }

  private static func isRisky(_ cell: [UInt8]) -> Bool {
    switch cell.first(where: { $0 != apostrophe }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
