import Advising
import CareerData
import ReportXLSX
import Tabular

/// The cells of a row of a workbook: as the bytes by which a batch knows the row again, as cells of a roster, and as cells
/// of another workbook.
///
/// The bytes hold for each cell that is not empty: the column, what kind of value it is, its format, the value. They say
/// nothing of how the workbook keeps them, so that saving it in another program changes no row.
enum WorkbookCells {
  private enum Kind: UInt8 { case text, number, date, flag, error, uncalculated }

  static func bytes(_ cells: [TypedCell]) -> [UInt8] {
    var bytes: [UInt8] = []
    for cell in cells {
      append(UInt32(clamping: cell.column), to: &bytes)
      switch cell.value {
      case .text: append(.text, cell.format.kind == .text ? "@" : "", Array(cell.text.utf8), to: &bytes)
      case .number(let number), .otherNumber(let number):
        append(.number, cell.format.code, bits(number), to: &bytes)
      case .date: append(.date, cell.format.code, bits(cell.serial ?? 0), to: &bytes)
      case .flag(let flag): append(.flag, "", [flag ? 1 : 0], to: &bytes)
      case .error: append(.error, "", Array(cell.text.utf8), to: &bytes)
      case .uncalculated: append(.uncalculated, "", [], to: &bytes)
      }
    }
    return bytes
  }

  /// The cells by their columns, as a workbook is to have them.
  static func cells(of bytes: [UInt8]) -> [(column: Int, cell: RowsWorkbook.Cell)] {
    var reader = Reader(bytes)
    var cells: [(column: Int, cell: RowsWorkbook.Cell)] = []
    while let column = reader.number(), let kind = reader.byte().flatMap(Kind.init),
      let format = reader.text(),
      let value = reader.bytes()
    {
      cells.append((column, cell(kind, format, value)))
    }
    return cells
  }

  private static func cell(_ kind: Kind, _ format: String, _ value: [UInt8]) -> RowsWorkbook.Cell {
    let text = String(decoding: value, as: UTF8.self)
    switch kind {
    case .text: return .text(text, isTyped: format == "@")
    case .number: return .number(double(value), format: format)
    // A date of a cell of the type `d` may have any format.
    case .date:
      return .number(double(value), format: NumberFormat(code: format).kind == .date ? format : "yyyy-mm-dd")
    case .flag: return .flag(value.first == 1)
    case .error: return .error(text)
    case .uncalculated: return .uncalculated(shown: TypedCell.uncalculated)
    }
  }

  static func rosterCells(_ cells: [TypedCell]) -> [RosterCell] {
    var row = [RosterCell](repeating: .empty, count: (cells.map(\.column).max() ?? -1) + 1)
    for cell in cells { row[cell.column] = rosterCell(cell) }
    return row
  }

  private static func rosterCell(_ cell: TypedCell) -> RosterCell {
    switch cell.value {
    case .text: return .text(cell.text)
    case .number(let number): return .number(number, shown: cell.text)
    case .date(let day):
      let date = CalendarDate(year: day.year, month: day.month, day: day.day)
      return date.map { .date($0, shown: cell.text) } ?? .text(cell.text)
    case .flag(let flag): return .flag(flag)
    case .error: return .error(cell.text)
    // A time, a share or other money is no number of a profile; as text it is refused where a number is asked for.
    case .otherNumber: return .text(cell.text)
    case .uncalculated: return .uncalculated
    }
  }

  // MARK: Bytes

  private static func append(_ kind: Kind, _ format: String, _ value: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(kind.rawValue)
    append(Array(format.utf8), to: &bytes)
    append(value, to: &bytes)
  }

  static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  static func append(_ content: [UInt8], to bytes: inout [UInt8]) {
    append(UInt32(clamping: content.count), to: &bytes)
    bytes += content
  }

  private static func bits(_ number: Double) -> [UInt8] {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
  }

  private static func double(_ bytes: [UInt8]) -> Double {
    Double(bitPattern: bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  struct Reader {
    private let content: [UInt8]
    private var position = 0

    init(_ content: [UInt8]) { self.content = content }

    mutating func byte() -> UInt8? {
      guard position < content.count else { return nil }
      defer { position += 1 }
      return content[position]
    }

    mutating func number() -> Int? {
      guard position + 4 <= content.count else { return nil }
      defer { position += 4 }
      return content[position..<position + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func bytes() -> [UInt8]? {
      guard let count = number(), position + count <= content.count else { return nil }
      defer { position += count }
      return Array(content[position..<position + count])
    }

    mutating func text() -> String? { bytes().map { String(decoding: $0, as: UTF8.self) } }
  }
}
