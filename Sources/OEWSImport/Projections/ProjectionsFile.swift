import CareerData
import SafeFiles
import Tabular

/// The workbook of the Employment Projections, `occupation.xlsx`, as BLS publishes it. Its tables are found by their columns,
/// whatever the edition.
///
/// ```swift
/// let projections = try ProjectionsFile(name: "occupation.xlsx", descriptor: descriptor).read()
/// print(projections.period, projections["29-2072"]?.numbers[.growth])
/// ```
public struct ProjectionsFile: Sendable {
  /// As the user gave it; errors name it.
  public let name: String
  private let descriptor: Int32

  /// - Parameter descriptor: of a regular file, open for reading; it stays the caller's.
  public init(name: String, descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
  }

  /// Reads the tables of occupations (1.2), of separations (1.10) and of factors (1.12); the latter two may be missing.
  ///
  /// - Throws: `.noTable` for a file that has no table of occupations.
  public func read() throws(OEWSError) -> Projections {
    let place = OEWSPlace(file: name)
    var reading = ProjectionsReading()
    var failure: OEWSError?
    do throws(WorkbookReadingError) {
      var budget = UnpackBudget()
      let workbook = try WorkbookFile(ZipEntries(descriptor: descriptor), &budget)
      for sheet in workbook.sheets where failure == nil {
        var table = ProjectionsTable(OEWSPlace(file: name, sheet: sheet.name))
        _ = try workbook.read(sheet, &budget) { number, cells in
          do throws(OEWSError) { return try table.read(number, cells, &reading) } catch {
            failure = error
            return .stop
          }
        }
      }
    } catch { throw place.error(error) }
    if let failure { throw failure }
    return try reading.finished(place)
  }
}

/// What has been read of the tables.
struct ProjectionsReading {
  fileprivate(set) var years: (first: Int, last: Int)?
  fileprivate var rows: [ProjectionRow] = []
  fileprivate var positions: [String: Int] = [:]
  /// What stood before the rows that it is about.
  fileprivate var separations: [String: [OutlookMeasure: String]] = [:]
  fileprivate var factors: [String: [ProjectionRow.Factor]] = [:]

  fileprivate func finished(_ place: OEWSPlace) throws(OEWSError) -> Projections {
    guard let years, !rows.isEmpty else {
      let columns: [ProjectionsColumn] = [.code, .education, .measure(.openings)]
      throw place.error(.noTable, allowed: columns.map(\.name))
    }
    let complete = rows.map { row in
      var row = row
      row.numbers.merge(separations[row.code] ?? [:]) { $1 }
      row.factors = factors[row.code] ?? []
      return row
    }
    return Projections(firstYear: years.first, lastYear: years.last, rows: complete)
  }
}

/// A table of a sheet: finds its header, then reads its rows.
private struct ProjectionsTable {
  let place: OEWSPlace
  private var header: ProjectionsHeader?

  init(_ place: OEWSPlace) { self.place = place }

  mutating func read(
    _ number: Int, _ cells: [SheetReader.Cell], _ reading: inout ProjectionsReading
  ) throws(OEWSError) -> SheetReader.Step {
    guard let header else {
      let texts = cells.map { (position: $0.column, text: $0.text) }
      header = try ProjectionsHeader(texts, row: number, in: place)
      if let years = header?.years { try note(years, &reading) }
      return header == nil && number >= OEWSLimits.rowsBeforeHeader ? .stop : .next
    }
    let row = ProjectionsCells(place: place, number: number, header: header, cells: cells)
    // The footnotes below a table stand in its first column alone.
    guard let code = try row.code() else { return .next }
    try add(row, code, header.kind, &reading)
    return .next
  }

  private func note(_ years: (first: Int, last: Int), _ reading: inout ProjectionsReading) throws(OEWSError) {
    guard let known = reading.years else {
      reading.years = years
      return
    }
    guard known == years else {
      let (found, other) = ("\(years.first)-\(years.last)", "\(known.first)-\(known.last) in another table")
      throw place.error(.periodsDiffer, found: found, allowed: [other])
    }
  }

  private func add(
    _ row: ProjectionsCells, _ code: String, _ kind: ProjectionsHeader.Kind,
    _ reading: inout ProjectionsReading
  ) throws(OEWSError) {
    switch kind {
    case .occupations:
      guard reading.positions.updateValue(reading.rows.count, forKey: code) == nil else {
        throw place.error(.codeTwice, row: row.number, column: ProjectionsColumn.code.name, found: code)
      }
      reading.rows.append(try row.occupation(code))
    case .separations: reading.separations[code] = try row.numbers()
    case .factors:
      if let factor = row.factor { reading.factors[code, default: []].append(factor) }
    }
  }
}

/// The cells of a row, by the columns of its table.
private struct ProjectionsCells {
  let place: OEWSPlace
  let number: Int
  let header: ProjectionsHeader
  let cells: [SheetReader.Cell]

  /// Nil for a row without one.
  func code() throws(OEWSError) -> String? {
    let code = text(.code)
    if code.isEmpty { return nil }
    let form = Array(code.utf8)
    let isCode =
      form.count == 7
      && form.indices.allSatisfy {
        $0 == 2 ? form[$0] == UInt8(ascii: "-") : (0x30...0x39).contains(form[$0])
      }
    guard isCode else { throw error(.badForm, .code, found: code, allowed: ["29-2072"]) }
    return code
  }

  func occupation(_ code: String) throws(OEWSError) -> ProjectionRow {
    ProjectionRow(
      code: code, title: text(.title), isSummary: text(.type).lowercased() == "summary",
      numbers: try numbers(), education: try choice(.education, \EntryEducation.published),
      experience: try choice(.experience, \EntryExperience.published),
      training: try choice(.training, \EntryTraining.published))
  }

  var factor: ProjectionRow.Factor? {
    let words = text(.factor)
    return words.isEmpty ? nil : ProjectionRow.Factor(industryCode: text(.industryCode), text: words)
  }

  /// The numbers that are published, in plain digits.
  func numbers() throws(OEWSError) -> [OutlookMeasure: String] {
    var numbers: [OutlookMeasure: String] = [:]
    for (measure, column) in header.measures {
      let text = text(column)
      if Self.isNothing(text) { continue }
      guard let value = CellValue.double(Array(text.utf8)[...]) else {
        throw error(
          .notANumber, column, found: text, allowed: ["digits with a decimal point", "—", "nothing"])
      }
      numbers[measure] = PlainDecimal.text(value)
    }
    return numbers
  }

  /// A category by the words of BLS for it.
  private func choice<Category: CaseIterable>(
    _ column: ProjectionsColumn, _ words: KeyPath<Category, String>
  ) throws(OEWSError) -> Category? {
    let text = text(column)
    if Self.isNothing(text) { return nil }
    guard let category = Category.allCases.first(where: { $0[keyPath: words] == text }) else {
      throw error(
        .notAllowed, column, found: text, allowed: Category.allCases.map { $0[keyPath: words] } + ["—"])
    }
    return category
  }

  /// BLS writes a dash where there is nothing.
  private static func isNothing(_ text: String) -> Bool { ["", "—", "–", "-"].contains(text) }

  private func text(_ column: ProjectionsColumn) -> String {
    guard let position = header.positions[column] else { return "" }
    return cells.first { $0.column == position }?.text ?? ""
  }

  private func error(
    _ kind: OEWSError.Kind, _ column: ProjectionsColumn, found: String, allowed: [String]
  ) -> OEWSError {
    place.error(kind, row: number, column: column.name, found: found, allowed: allowed)
  }
}
