/// What a file may ask of the memory and the time of the reader, and why it is so much.
///
/// The largest file of BLS, all areas and industries of May 2024, has some 410,000 rows: 75 MB packed, about 500 MB
/// unpacked.
public enum OEWSLimits {
  /// Bytes that all that is read of a file may unpack to: twice the largest release.
  public static let unpackedBytes: UInt64 = 1 << 30

  /// Bytes of a workbook inside an archive, which goes to a temporary file: three times the largest release.
  public static let innerFileBytes: UInt64 = 256 << 20

  /// How many times their size the entries that are read may unpack to, all together. The sheets of BLS unpack to 6 to 13
  /// times their size; the packing cannot do more than 1,032 times, which bombs come close to.
  public static let unpackedRatio: UInt64 = 50

  /// Bytes of unpacked entries from which the ratio counts: a small part may well be all alike.
  public static let ratioFromBytes: UInt64 = 16 << 20

  /// Entries of a zip file; a workbook of BLS has 20, an archive of workbooks 10.
  public static let entries = 10_000

  /// Sheets of a workbook; the tables of BLS have up to 4.
  public static let sheets = 256

  /// Relationships of a part of a workbook: one for each sheet, and a few.
  public static let relationships = 1_000

  /// XML elements inside one another; those of a workbook have 8.
  public static let depth = 64

  /// XML elements of a sheet that are no row, cell or text: widths of columns, settings of the page.
  public static let otherElements = 100_000

  /// Rows of the occupations that are asked for. One occupation in all areas and industries has some 2,000.
  public static let wantedRows = 100_000

  /// Bytes of all shared strings of a workbook. The tables of BLS have 100 KB of them: titles, codes and marks.
  public static let sharedStringBytes = 32 << 20

  /// Shared strings of a workbook; the tables of BLS have some thousands.
  public static let sharedStrings = 2 << 20

  /// Bytes of the texts of a row; Excel's own limit of a cell is 32,767 characters, and the rows of BLS have 500.
  public static let rowBytes = 1 << 20

  /// Bytes of one XML tag, which the parser holds as a whole.
  public static let tagBytes = 1 << 20

  /// Rows of a sheet, or lines of a file, among which the names of the columns must be.
  public static let rowsBeforeHeader = 20

  /// Rows and columns of a sheet, by the specification of Excel.
  public static let rows = 1_048_576
  public static let columns = 16_384
}
