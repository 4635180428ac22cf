import CareerData
import Tabular

extension FuzzTarget {
  /// A table that is read and written reads back equal, and its records are the same in whatever pieces they come.
  static let csv = FuzzTarget("csv") { input in
    let document = CSVDocument(input, limits: DatasetLimits.csv(ofTable: "pay"))
    try Messages.check(document.errors.map { "\($0); \($0.remedy)" }, about: input)
    let rows = table(document)
    if !document.header.isEmpty {
      let again = CSVDocument(
        CSVWriter.exact.table(columns: document.header, rows: rows), limits: DatasetLimits.csv(ofTable: "pay")
      )
      try promise("a table that was written has no errors", again.errors.isEmpty)
      try promise("the names of columns read back equal", again.header == document.header)
      try promise("rows read back equal", table(again) == rows)
    }
    let whole = scanned(input, inPiecesOf: input.count)
    for size in [1, 5, Int(input.first ?? 0) + 2] {
      try promise("a table in pieces of \(size) bytes is the same", scanned(input, inPiecesOf: size) == whole)
    }
    return document.errors.isEmpty ? .accepted : .refused
  }

  private static func table(_ document: CSVDocument) -> [[String]] {
    (0..<document.rowCount).map { row in document.header.indices.map { document.text(row, $0) } }
  }

  private static func scanned(_ input: [UInt8], inPiecesOf size: Int) -> [Result<CSVRecord, CSVError>] {
    var scanner = CSVScanner(recordLimit: 200)
    var results: [Result<CSVRecord, CSVError>] = []
    func note(_ read: () throws(CSVError) -> Bool) -> Bool {
      do throws(CSVError) {
        guard try read() else { return false }
        results.append(.success(scanner.record))
      } catch { results.append(.failure(error)) }
      return true
    }
    for start in stride(from: 0, to: input.count, by: max(1, size)) {
      let chunk = Array(input[start..<min(start + size, input.count)])
      var position = 0
      while note({ () throws(CSVError) in try scanner.next(in: chunk, at: &position) }) {}
    }
    _ = note { () throws(CSVError) in try scanner.finish() }
    return results
  }
}
