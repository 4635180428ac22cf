import Glibc
import Zip

/// Cells of a sheet that are merged with those below them. They are listed after the rows, so the sheet is searched for
/// them beforehand, without parsing its XML.
package struct SheetMerges: Sendable, Equatable {
  /// Rows and columns of cells that are one; rows from 1, columns from 0.
  package struct Block: Sendable, Equatable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>
  }

  /// Those of more than one row.
  package private(set) var blocks: [Block] = []
  private var rest: [UInt8] = []
  private let lastRow: Int

  /// - Parameter lastRow: blocks that begin below do not count.
  init(lastRow: Int) { self.lastRow = lastRow }

  /// The last of the rows that cells join with a row; itself when none does.
  package func lastRow(joinedWith row: Int) -> Int {
    var last = row
    for _ in blocks {
      let next =
        blocks.filter { $0.rows.lowerBound >= row && $0.rows.lowerBound <= last }
        .map(\.rows.upperBound).max() ?? last
      if next <= last { break }
      last = next
    }
    return last
  }

  private static let name = Array("mergeCell ".utf8)
  /// Longer than an element of two references.
  private static let elementBytes = 200

  mutating func read(_ chunk: UnsafeRawBufferPointer) {
    let bytes = rest + chunk
    bytes.withUnsafeBytes { bytes in
      var position = 0
      while let start = bytes.baseAddress, position + Self.name.count < bytes.count,
        let found = memchr(start + position, Int32(Self.name[0]), bytes.count - position)
      {
        let offset = UnsafeRawPointer(found) - start
        position = offset + 1
        // In a text `<` is escaped.
        guard offset > 0, bytes[offset - 1] == UInt8(ascii: "<") || bytes[offset - 1] == UInt8(ascii: ":")
        else {
          continue
        }
        let element = bytes[offset..<min(bytes.count, offset + Self.elementBytes)]
        if element.starts(with: Self.name) { take(element) }
      }
    }
    rest = Array(bytes.suffix(Self.elementBytes))
  }

  private mutating func take(_ element: Slice<UnsafeRawBufferPointer>) {
    let text = String(decoding: element, as: UTF8.self)
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
    guard parts.count > 2, parts[0].hasSuffix("ref="), let block = Self.block(parts[1]),
      block.rows.lowerBound <= lastRow, !blocks.contains(block), blocks.count < WorkbookLimits.merges
    else { return }
    blocks.append(block)
  }

  /// Of `A1:B2`; nil for one row.
  private static func block(_ reference: Substring) -> Block? {
    let corners = reference.split(separator: ":").compactMap(Self.corner)
    guard corners.count == 2, corners[0].row < corners[1].row, corners[0].column <= corners[1].column else {
      return nil
    }
    return Block(
      rows: corners[0].row...corners[1].row, columns: corners[0].column...corners[1].column)
  }

  private static func corner(_ reference: Substring) -> (row: Int, column: Int)? {
    let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count), let row = Int(reference.dropFirst(letters.count)),
      (1...WorkbookLimits.rows).contains(row)
    else { return nil }
    return (row, letters.reduce(0) { $0 * 26 + Int($1 - 0x40) } - 1)
  }
}
