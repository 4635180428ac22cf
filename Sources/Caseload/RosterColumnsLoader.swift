import Advising
import CareerData
import SafeFiles
import Tabular

/// What somebody says about the columns of a roster.
public enum RosterColumnsLoader {
  /// A larger file is none.
  private static let largestBytes = 1 << 20

  /// - Parameter argument: pairs, `Case No=id,Wage=pay_amount`, or the path of a file of two columns in CSV: the name in the
  ///   roster, and the field. A first row `column,field` is its header.
  public static func load(_ argument: String) throws(ExportFailure) -> RosterColumns {
    do throws(RosterError) {
      if argument.contains("="), !InputFile.isThere(argument) { return try RosterColumns(argument) }
    } catch { throw .usage(error.text) }
    let pairs = try pairs(argument)
    do throws(RosterError) { return try RosterColumns(pairs) } catch {
      throw .badData(path: argument, problems: [error.text])
    }
  }

  private static func pairs(_ path: String) throws(ExportFailure) -> [(name: String, field: String)] {
    var decoder = RosterDecoder(.utf8)
    let text = decoder.text(of: try InputFile.read(path, largestBytes: largestBytes))
    let sign =
      text.prefix { $0 != 0x0A && $0 != 0x0D }.contains(UInt8(ascii: ";"))
      ? RosterDelimiter.semicolon : .comma
    var records = RosterRecords(delimiter: sign)
    records.feed(text)
    records.end()
    var pairs: [(name: String, field: String)] = []
    while let record = records.next() {
      guard case .success(let cells) = record.cells, cells.count <= 2 else {
        throw .badData(path: path, problems: ["line \(record.line): give a name and a field"])
      }
      let pair = (name: cells.text(0), field: cells.count == 2 ? cells.text(1) : "")
      if pairs.isEmpty, pair.field.lowercased() == "field" { continue }
      if !cells.isBlank { pairs.append(pair) }
    }
    return pairs
  }
}
