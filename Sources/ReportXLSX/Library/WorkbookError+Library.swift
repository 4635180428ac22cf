import CXlsxWriter

extension WorkbookError {
  init(library code: lxw_error, operation: String, sheet: SheetName? = nil, cell: CellAddress? = nil) {
    // utility.h: "lxw_strerror(): Converts a libxlsxwriter error number to a string." The string is static.
    let message = lxw_strerror(code).map { String(cString: $0) } ?? ""
    self.init(
      .library(code: Int(code.rawValue), message: message), operation: operation, sheet: sheet?.text,
      cell: cell?.a1)
  }

  /// Throws unless the library's return code says that all went well.
  static func check(
    _ code: lxw_error, _ operation: String, sheet: SheetName? = nil, cell: CellAddress? = nil
  ) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else {
      throw WorkbookError(library: code, operation: operation, sheet: sheet, cell: cell)
    }
  }
}
