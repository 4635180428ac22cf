import Tabular

/// The occupations that are asked for, in a form that a row is quickly held against.
struct WantedOccupations: Sendable {
  /// Nil: all.
  private let codes: Set<UInt64>?

  init(_ codes: Set<String>?) {
    self.codes = codes.map { Set($0.compactMap { Self.packed(Array($0.utf8)[...]) }) }
  }

  /// Rows that a file may have of them: what is asked for by its code is kept, and all rows are for whoever streams them.
  var rowLimit: Int { codes == nil ? .max : OEWSLimits.wantedRows }

  /// - Parameter code: the bytes of the cell.
  func contains(_ code: ArraySlice<UInt8>) -> Bool {
    guard let codes else { return true }
    guard let packed = Self.packed(code.trimmed) else { return false }
    return codes.contains(packed)
  }

  /// A SOC code has seven characters; no longer text is one.
  private static func packed(_ code: ArraySlice<UInt8>) -> UInt64? {
    guard code.count <= 8 else { return nil }
    return code.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
