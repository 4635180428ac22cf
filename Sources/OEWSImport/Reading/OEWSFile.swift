import SafeFiles
import Tabular

/// A file of OEWS tables as BLS offers them: the `.zip`, the `.xlsx` in it, or the same table as CSV. Which of them it
/// is, its content tells, not its name.
///
/// ```swift
/// let file = OEWSFile(name: "oesm24nat.zip", descriptor: descriptor)
/// var rows: [OEWSRow] = []
/// let info = try file.read(occupations: ["29-2072"]) { rows.append($0) }
/// print(info.period ?? "unknown", info.rowCount, rows.count)
/// ```
///
/// The file is streamed: a file of 400,000 rows is read in the memory of its longest row and its shared strings
/// (``OEWSLimits``).
public struct OEWSFile: Sendable {
  /// As the user gave it; errors name it, and its last part may tell the period: `national_M2024_dl.xlsx`.
  public let name: String
  private let descriptor: Int32

  /// - Parameter descriptor: of a regular file, open for reading; it stays the caller's, and where it stands in the
  ///   file does not matter.
  public init(name: String, descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
  }

  /// Reads all tables of the file.
  ///
  /// Only rows of the occupations that are asked for are looked at beyond their code: a bad cell of another row is no
  /// error, and neither is one in a column that ``OEWSRow`` has no place for.
  ///
  /// - Parameters:
  ///   - occupations: SOC codes, `29-2072`; nil, the default: all.
  ///   - take: receives the rows in the order of the file. It may have received rows when an error is thrown.
  public func read(
    occupations: Set<String>? = nil, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) -> OEWSTableInfo {
    var reading = OEWSReading(wanted: WantedOccupations(occupations))
    reading.notePeriod(ofFileNamed: name)
    switch try kind() {
    case .zip: try reading.readArchive(descriptor, name: name, take)
    case .text: try reading.readCSV(descriptor, name: name, take)
    }
    return try reading.finished(name: name)
  }

  /// True for the names of the files that Excel (`~$table.xlsx`) and LibreOffice (`.~lock.table.xlsx#`) keep beside an open
  /// workbook. They hold the name of whoever has opened it.
  public static func isLockFile(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("~$") || name.hasPrefix(".~lock.")
  }

  private enum Kind {
    case zip
    case text
  }

  private func kind() throws(OEWSError) -> Kind {
    let place = OEWSPlace(file: name)
    let start: [UInt8]
    do throws(SystemError) { start = try FileBytes(descriptor).bytes(512) } catch {
      throw place.error(.unreadable, found: error.reason)
    }
    if ZipEntries.isZip(start) { return .zip }
    if start.starts(with: Self.compoundFileSignature) { throw place.error(.oldWorkbook) }
    // BLS answers a program that it takes for a robot with a page.
    if start.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
      throw place.error(.webPage, found: String(decoding: start, as: UTF8.self))
    }
    return .text
  }

  /// A compound file, [MS-CFB] 2.2: a workbook of Excel 97-2003, or any workbook with a password.
  static let compoundFileSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
}

/// What a file may ask of the memory and the time of the reader, and why it is so much; of zip files and workbooks see
/// ``UnpackBudget`` and ``WorkbookLimits``.
///
/// The largest file of BLS, all areas and industries of May 2024, has some 410,000 rows: 75 MB packed, about 500 MB
/// unpacked.
public enum OEWSLimits {
  /// Bytes of a workbook inside an archive, which goes to a temporary file: three times the largest release.
  public static let innerFileBytes: UInt64 = 256 << 20

  /// Rows of the occupations that are asked for. One occupation in all areas and industries has some 2,000.
  public static let wantedRows = 100_000

  /// Bytes of a line of a CSV file; the rows of BLS have 500.
  public static let rowBytes = 1 << 20

  /// Rows of a sheet, or lines of a file, among which the names of the columns must be.
  public static let rowsBeforeHeader = 20
}

/// What an OEWS file holds besides its rows.
public struct OEWSTableInfo: Sendable, Equatable {
  /// One table: a sheet, or a CSV file.
  public struct Table: Sendable, Equatable {
    /// The file as the user gave it; in an archive with the path in it: `oesm24nat.zip/national_M2024_dl.xlsx`.
    public let file: String
    /// Nil for CSV.
    public let sheet: String?
    /// Rows with an occupation, of all occupations.
    public let rowCount: Int

    public init(file: String, sheet: String?, rowCount: Int) {
      self.file = file
      self.sheet = sheet
      self.rowCount = rowCount
    }
  }

  /// `May 2024`: the month and year that the names of sheets, the sheet Field Descriptions or the names of files
  /// tell; nil when none does.
  public let period: String?
  /// At least one, in the order of the file.
  public let tables: [Table]

  public init(period: String?, tables: [Table]) {
    self.period = period
    self.tables = tables
  }

  /// Rows with an occupation, of all occupations, in all tables.
  public var rowCount: Int { tables.reduce(0) { $0 + $1.rowCount } }
}
