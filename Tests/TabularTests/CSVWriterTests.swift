import TestValues
import Testing

@testable import Tabular

@Suite struct CSVWriterTests {
  @Test(arguments: [
    (["a", "b"], "a,b\n"), (["a,b", ""], "\"a,b\",\n"), (["say \"no\"", "x"], "\"say \"\"no\"\"\",x\n"),
    (["two\nlines", "cr\r"], "\"two\nlines\",\"cr\r\"\n"), ([""], "\"\"\n"), ([" a ", "'"], " a ,'\n"),
  ])
  func `quotation marks stand only where a field needs them`(cells: [String], line: String) {
    let bytes = CSVWriter.exact.table(columns: ["h"], rows: [cells])
    #expect(String(decoding: bytes, as: UTF8.self) == "h\n" + line)
  }

  @Test func `whatever the cells hold, they are read back as they are`() {
    var random = SplitMix64(state: 20_261_123)
    for run in 0..<500 {
      let width = Int.random(in: 1...5, using: &random)
      func row() -> [String] { (0..<width).map { _ in NastyText.cells.randomElement(using: &random) ?? "" } }
      let columns = row()
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in row() }
      let document = CSVDocument(
        CSVWriter.exact.table(columns: columns, rows: rows),
        limits: .small)
      #expect(document.errors == [], "run \(run)")
      #expect(document.header == columns, "run \(run)")
      let read = (0..<document.rowCount).map { row in columns.indices.map { document.text(row, $0) } }
      #expect(read == rows, "run \(run)")
    }
  }
}
