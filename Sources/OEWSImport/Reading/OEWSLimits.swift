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
