import CareerData
import OEWSImport
import Zip

extension FuzzTarget {
  /// The workbook of the projections by its parts: numbers are plain, and a row is found by its code.
  static let projections = FuzzTarget("projections", longestInput: 1 << 13) { input in
    var names: Set<String> = []
    let parts = FilesInOne.read(input).filter { names.insert($0.name).inserted && isEntryName($0.name) }
    // An archive without a part is no file at all.
    guard !parts.isEmpty else { return .refused }
    return try ScratchFile.descriptor(try ZipWriter.archive(parts)) { descriptor in
      let projections: Projections
      do throws(OEWSError) {
        projections = try ProjectionsFile(name: "occupation.xlsx", descriptor: descriptor).read()
      } catch {
        try Messages.check([error.description], about: input)
        return .refused
      }
      try promise("the last year is after the first", projections.firstYear < projections.lastYear)
      for row in projections.rows {
        try promise("\(row.code) is found by its code", projections[row.code] == row)
        for number in row.numbers.values {
          try promise("\(number) is a number", Double(number)?.isFinite == true)
        }
      }
      return .accepted
    }
  }

  /// Tables of O*NET as text.
  static let onet = FuzzTarget("onet") { input in
    var tables = ONETTables()
    do throws(OEWSError) { try tables.add(input, name: "table.csv") } catch {
      try Messages.check([error.description], about: input)
      return .refused
    }
    return .accepted
  }
}
