import CareerData
import OEWSImport
import Tabular
import Zip

extension FuzzTarget {
  /// Rows of published tables are numbers as published, and the rows of one occupation are the same whether only they
  /// are asked for or all.
  static let oews = FuzzTarget("oews") { input in try check(input, about: input) }

  /// The same of a workbook, whose parts the input has one after another: a fuzzer does not get through the packing.
  static let oewsWorkbook = FuzzTarget("oews-workbook", longestInput: 1 << 13) { input in
    var names: Set<String> = []
    let parts = FilesInOne.read(input).filter { names.insert($0.name).inserted && isEntryName($0.name) }
    // An archive without a part is no file at all.
    guard !parts.isEmpty else { return .refused }
    return try check(try ZipWriter.archive(parts), about: input)
  }

  private static func check(_ file: [UInt8], about input: [UInt8]) throws -> Verdict {
    try ScratchFile.descriptor(file) { descriptor in
      let source = OEWSFile(name: "national_M2024_dl.xlsx", descriptor: descriptor)
      var rows: [OEWSRow] = []
      do throws(OEWSError) { _ = try source.read { rows.append($0) } } catch {
        try Messages.check([error.description], about: input)
        return .refused
      }
      for case .number(let text)? in rows.flatMap({ [$0.employment] + $0.pay.values.map(Optional.some) }) {
        try promise("\(text) is a plain number", isPlainNumber(text))
      }
      guard let code = rows.first?.socCode else { return .accepted }
      var some: [OEWSRow] = []
      _ = try source.read(occupations: [code]) { some.append($0) }
      try promise("the rows of an occupation are those among all", some == rows.filter { $0.socCode == code })
      return .accepted
    }
  }

  private static func isPlainNumber(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
