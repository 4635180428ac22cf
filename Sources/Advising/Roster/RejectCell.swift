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
