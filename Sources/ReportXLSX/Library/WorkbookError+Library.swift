import CXlsxWriter

extension WorkbookError {
  init(library code: lxw_error, operation: String, sheet: SheetName? = nil, cell: CellAddress? = nil) {
    // utility.h: "lxw_strerror(): Converts a libxlsxwriter error number to a string." The string is static.
    let message = lxw_strerror(code).map { String(cString: $0) } ?? ""
    self.init(
      .library(code: Int(code.rawValue), message: message), operation: operation, sheet: sheet?.text,
      cell: cell?.a1)
  }

  /// The codes for memory, and for files that cannot be made, read or packed.
  static let codesOfPlace: Set<Int> = Set(
    [
      LXW_ERROR_MEMORY_MALLOC_FAILED, LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE,
      LXW_ERROR_READING_TMPFILE, LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR,
      LXW_ERROR_ZIP_BAD_ZIP_FILE, LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE,
    ].map { Int($0.rawValue) })

  /// Throws unless the library's return code says that all went well.
  static func check(
    _ code: lxw_error, _ operation: String, sheet: SheetName? = nil, cell: CellAddress? = nil
  ) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else {
      throw WorkbookError(library: code, operation: operation, sheet: sheet, cell: cell)
    }
  }
}
